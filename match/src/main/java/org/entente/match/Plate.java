package org.entente.match;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.match.Segment.Meaning;

/// A vehicle's plate by the state that gave it and its number. Canonical: `US-TX/ABC1234`, the state in ISO 3166-2; a
/// plate without a known state is `/ABC1234` and its form fails, since several states may give one number. Letters and
/// digits are not folded into each other; [SerialAgreement] compares misread ones.
final class Plate {
    private static final int NUMBER_LENGTH_MAX = 8;

    private static final List<String> US_ROWS = List.of(
            "AL ALABAMA ALA",
            "AK ALASKA",
            "AZ ARIZONA ARIZ",
            "AR ARKANSAS ARK",
            "CA CALIFORNIA CALIF",
            "CO COLORADO COLO",
            "CT CONNECTICUT CONN",
            "DE DELAWARE DEL",
            "DC DISTRICTOFCOLUMBIA",
            "FL FLORIDA FLA",
            "GA GEORGIA",
            "HI HAWAII",
            "ID IDAHO",
            "IL ILLINOIS ILL",
            "IN INDIANA IND",
            "IA IOWA",
            "KS KANSAS KANS",
            "KY KENTUCKY",
            "LA LOUISIANA",
            "ME MAINE",
            "MD MARYLAND",
            "MA MASSACHUSETTS MASS",
            "MI MICHIGAN",
            "MN MINNESOTA MINN",
            "MS MISSISSIPPI MISS",
            "MO MISSOURI",
            "MT MONTANA MONT",
            "NE NEBRASKA NEBR",
            "NV NEVADA NEV",
            "NH NEWHAMPSHIRE",
            "NJ NEWJERSEY",
            "NM NEWMEXICO NUEVOMEXICO",
            "NY NEWYORK NUEVAYORK",
            "NC NORTHCAROLINA",
            "ND NORTHDAKOTA",
            "OH OHIO",
            "OK OKLAHOMA OKLA",
            "OR OREGON",
            "PA PENNSYLVANIA",
            "PR PUERTORICO",
            "RI RHODEISLAND",
            "SC SOUTHCAROLINA",
            "SD SOUTHDAKOTA",
            "TN TENNESSEE TENN",
            "TX TEXAS TEX",
            "UT UTAH",
            "VT VERMONT",
            "VA VIRGINIA",
            "WA WASHINGTON WASH",
            "WV WESTVIRGINIA",
            "WI WISCONSIN WIS",
            "WY WYOMING");

    /// The three letters of ISO, then the abbreviation on plates and in addresses where it is another.
    private static final List<String> MX_ROWS = List.of(
            "AGU AGUASCALIENTES AGS",
            "BCN BAJACALIFORNIA BC",
            "BCS BAJACALIFORNIASUR",
            "CAM CAMPECHE CAMP",
            "COA COAHUILA COAH",
            "COL COLIMA",
            "CHP CHIAPAS CHIS",
            "CHH CHIHUAHUA CHIH",
            "CMX CDMX CIUDADDEMEXICO DF DISTRITOFEDERAL",
            "DUR DURANGO DGO",
            "GUA GUANAJUATO GTO",
            "GRO GUERRERO",
            "HID HIDALGO HGO",
            "JAL JALISCO",
            "MEX ESTADODEMEXICO EDOMEX EDODEMEX",
            "MIC MICHOACAN MICH",
            "MOR MORELOS",
            "NAY NAYARIT",
            "NLE NUEVOLEON NL",
            "OAX OAXACA",
            "PUE PUEBLA",
            "QUE QUERETARO QRO",
            "ROO QUINTANAROO QROO",
            "SLP SANLUISPOTOSI",
            "SIN SINALOA",
            "SON SONORA",
            "TAB TABASCO",
            "TAM TAMAULIPAS TAMPS",
            "TLA TLAXCALA TLAX",
            "VER VERACRUZ",
            "YUC YUCATAN",
            "ZAC ZACATECAS",
            "SPF SERVICIOPUBLICOFEDERAL FEDERAL");

    private static final Map<String, String> REGIONS = Stream.concat(
                    US_ROWS.stream().flatMap(row -> writings("US-", row)),
                    MX_ROWS.stream().flatMap(row -> writings("MX-", row)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Plate() {}

    /// `state / number`, as written in one field; without the slash the number stands alone and the form fails.
    static Identifier read(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? read("", text) : read(text.substring(0, slash), text.substring(slash + 1));
    }

    static Identifier read(String region, String number) {
        String compact = Identifiers.compact(number).replace("Ñ", "N").replace("&", "");
        if (number.indexOf('*') >= 0 || number.indexOf('?') >= 0 || isCovered(compact)) {
            return new Identifier.Masked(IdentifierType.PLATE, number.strip());
        }
        if (compact.isEmpty()) {
            return new Identifier.Unreadable(IdentifierType.PLATE);
        }
        if (compact.equals("SINPLACAS") || compact.equals("SINPLACA") || compact.equals("NOPLATE")) {
            return new Identifier.Placeholder(IdentifierType.PLATE, compact);
        }
        Optional<String> known = region(region);
        boolean formed = known.isPresent() && compact.length() >= 2 && compact.length() <= NUMBER_LENGTH_MAX;
        return new Identifier.Parsed(
                IdentifierType.PLATE,
                known.orElseGet(() -> Identifiers.compact(region)) + "/" + compact,
                Holder.UNSAID,
                List.of(new Check(Check.Rule.FORM, formed)));
    }

    static Explanation explain(Identifier.Parsed plate) {
        String written = plate.canonical();
        int slash = written.indexOf('/');
        String region = written.substring(0, slash);
        return new Explanation(
                IdentifierType.PLATE,
                written,
                List.of(
                        new Segment(0, slash, Meaning.STATE, REGIONS.containsValue(region) ? region : ""),
                        new Segment(slash + 1, written.length(), Meaning.NUMBER, written.substring(slash + 1))),
                plate.isWellFormed() ? List.of() : List.of(new Finding.WrongShape(written)));
    }

    /// ISO 3166-2 of a state of either country by its name, its abbreviation or that code; `MX-SPF` for plates of
    /// the federal public service. MICH is Michoacán: Michigan writes MI.
    static Optional<String> region(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        String compact = Identifiers.compact(upper);
        if (upper.startsWith("MX-") || upper.startsWith("US-")) {
            return Optional.ofNullable(REGIONS.get(compact.substring(2)))
                    .filter(region -> region.startsWith(upper.substring(0, 2)));
        }
        return Optional.ofNullable(REGIONS.get(compact));
    }

    private static boolean isCovered(String compact) {
        return compact.length() >= 4 && compact.chars().allMatch(letter -> letter == 'X');
    }

    private static Stream<Map.Entry<String, String>> writings(String country, String row) {
        List<String> words = List.of(row.split(" "));
        return words.stream().map(word -> Map.entry(word, country + words.getFirst()));
    }
}
