package org.entente.bench.match;

import java.util.ArrayList;
import java.util.List;
import org.entente.match.Rfc;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;

/// Companies of both countries in names like those of the article 69-B list, written by an authority of each: legal
/// forms spelt out, abbreviated or left off, words shortened, RFC or EIN, telephones. One in eight is of a group:
/// the same distinctive words with another place, number or line of business; shells share a house and a telephone.
final class Organisations {
    private static final List<String> TRADES = List.of(
            "COMERCIALIZADORA",
            "CONSTRUCTORA",
            "SERVICIOS",
            "GRUPO",
            "TRANSPORTES",
            "DISTRIBUIDORA",
            "ASESORES",
            "CONSULTORIA",
            "INMOBILIARIA",
            "OPERADORA",
            "PROVEEDORA",
            "AGROPECUARIA",
            "CORPORATIVO",
            "SOLUCIONES",
            "DESARROLLOS",
            "PROMOTORA",
            "IMPORTADORA",
            "EDIFICACIONES",
            "MANTENIMIENTO",
            "LOGISTICA");
    private static final List<String> LINES = List.of(
            "INDUSTRIALES",
            "INTEGRALES",
            "EMPRESARIALES",
            "Y ASOCIADOS",
            "DE MEXICO",
            "Y CONSTRUCCIONES",
            "ESPECIALIZADOS",
            "DEL CENTRO",
            "ADMINISTRATIVOS",
            "Y SERVICIOS",
            "INTERNACIONAL",
            "DE ALIMENTOS",
            "Y MAQUINARIA",
            "EN SISTEMAS");
    private static final List<String> PLACES =
            List.of("DEL NORTE", "DEL SUR", "DEL PACIFICO", "DEL BAJIO", "DEL GOLFO", "DEL SURESTE", "DE OCCIDENTE");
    private static final List<String> SYLLABLES = List.of(
            "AL", "BER", "CA", "COR", "DA", "DEL", "EX", "FER", "GAM", "GRO", "IN", "JAL", "KA", "LU", "MAR", "MEX",
            "NA", "NOR", "OL", "PA", "PLA", "QUI", "RA", "RO", "SA", "SOL", "TEC", "TRI", "UL", "VAL", "VIC", "XA",
            "YU", "ZEN");

    /// One legal form's writings, the published one first.
    private static final List<List<String>> MEXICAN_FORMS = List.of(
            List.of("S.A. DE C.V.", "SA DE CV", "S.A. de C.V.", "SOCIEDAD ANONIMA DE CAPITAL VARIABLE", "S A DE C V"),
            List.of("S. DE R.L. DE C.V.", "S DE RL DE CV", "S. de R.L. de C.V."),
            List.of("S.C.", "SC", "SOCIEDAD CIVIL"),
            List.of("S.P.R. DE R.L.", "SPR DE RL"),
            List.of("S.A.P.I. DE C.V.", "SAPI DE CV"),
            List.of("A.C.", "AC", "ASOCIACION CIVIL"));
    private static final List<List<String>> AMERICAN_FORMS = List.of(
            List.of("LLC", "L.L.C.", "LIMITED LIABILITY COMPANY"),
            List.of("INC.", "INC", "INCORPORATED"),
            List.of("CORP.", "CORPORATION", "CORP"),
            List.of("LP", "L.P."),
            List.of("CO.", "COMPANY"));
    private static final List<String> AMERICAN_TRADES = List.of(
            "TRUCKING",
            "IMPORTS",
            "CONSTRUCTION",
            "PRODUCE",
            "LOGISTICS",
            "INVESTMENTS",
            "AUTO SALES",
            "HOLDINGS",
            "FREIGHT SERVICES",
            "TRADING",
            "ENTERPRISES",
            "REALTY",
            "EQUIPMENT",
            "FOODS",
            "CONSULTING",
            "CURRENCY EXCHANGE");
    private static final List<String[]> SHORT = List.of(
            new String[] {"COMERCIALIZADORA", "COMERC."},
            new String[] {"CONSTRUCTORA", "CONST."},
            new String[] {"CONSTRUCCIONES", "CONSTS."},
            new String[] {"SERVICIOS", "SERVS."},
            new String[] {"DISTRIBUIDORA", "DIST."},
            new String[] {"TRANSPORTES", "TRANSP."},
            new String[] {"INTERNACIONAL", "INTL."},
            new String[] {"INDUSTRIALES", "INDS."},
            new String[] {"ASOCIADOS", "ASOCS."},
            new String[] {"CORPORATIVO", "CORP."},
            new String[] {" Y ", " & "},
            new String[] {"CONSTRUCTION", "CONSTR"},
            new String[] {"ENTERPRISES", "ENT"},
            new String[] {"SERVICES", "SVCS"},
            new String[] {"EQUIPMENT", "EQUIP"});

    private static final double TWO_SIDES = 0.55;
    private static final double MEXICAN = 0.65;
    private static final double OF_A_GROUP = 0.125;
    private static final int COMPANY = 41;
    private static final int WRITING = 42;

    private final NameTables names;
    private final long seed;

    Organisations(NameTables names, long seed) {
        this.names = names;
        this.seed = seed;
    }

    /// Records of `count` organisations, a little over half of which stand on both sides.
    List<Labelled> records(int count) {
        List<Labelled> records = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Company company = company(number);
            Draw draw = Draw.of(seed, WRITING, number);
            boolean mexicanHand = draw.chance(0.5);
            records.add(record(company, mexicanHand, number, records.size(), draw));
            if (draw.chance(TWO_SIDES)) {
                records.add(record(company, !mexicanHand, number, records.size(), draw));
            }
        }
        return records;
    }

    private record Company(
            boolean isMexican, String name, int form, String taxNumber, String phone, Address address, int number) {}

    private Company company(int number) {
        boolean isOfGroup = number > 0 && Draw.of(seed, COMPANY, number, 1).chance(OF_A_GROUP);
        int head = isOfGroup ? number - 1 : number;
        Draw draw = Draw.of(seed, COMPANY, head);
        boolean isMexican = draw.chance(MEXICAN);
        String distinctive = distinctive(draw);
        String name = isMexican ? mexicanName(distinctive, draw) : distinctive + " " + draw.one(AMERICAN_TRADES);
        int form = isMexican ? skewed(MEXICAN_FORMS.size(), draw) : skewed(AMERICAN_FORMS.size(), draw);
        Address address = isMexican ? Address.mexican(Places.state(draw), draw) : Address.american(draw);
        Draw own = Draw.of(seed, COMPANY, number, 2);
        if (isOfGroup) {
            name = isMexican ? inGroup(distinctive, own) : distinctive + " " + own.one(AMERICAN_TRADES);
        }
        if (!isOfGroup || own.chance(0.5)) {
            address = isMexican ? Address.mexican(Places.state(own), own) : Address.american(own);
        }
        String phone = isMexican
                ? Places.STATES.get(Places.state(own)).calling() + (2 + own.below(8)) + own.digits(6)
                : own.one(Places.CITIES).calling() + (2 + own.below(8)) + own.digits(6);
        phone = phone.length() > 10 ? phone.substring(0, 10) : phone + own.digits(10 - phone.length());
        String tax = isMexican ? rfc(name, own) : own.digits(2) + "-" + own.digits(7);
        return new Company(isMexican, name, form, tax, phone, address, number);
    }

    private String distinctive(Draw draw) {
        double kind = draw.unit();
        if (kind < 0.35) {
            return coined(draw);
        }
        if (kind < 0.6) {
            return names.paternal().pick(draw);
        }
        return kind < 0.8
                ? coined(draw) + " " + coined(draw)
                : names.paternal().pick(draw) + " " + names.maternal().pick(draw);
    }

    private static String coined(Draw draw) {
        StringBuilder word = new StringBuilder();
        for (int syllables = 2 + draw.below(2); syllables > 0; syllables--) {
            word.append(draw.one(SYLLABLES));
        }
        return word.toString();
    }

    private static String mexicanName(String distinctive, Draw draw) {
        String trade = draw.one(TRADES);
        return switch (draw.below(4)) {
            case 0 -> trade + " " + distinctive;
            case 1 -> trade + " " + distinctive + " " + draw.one(LINES);
            case 2 -> distinctive + " " + draw.one(LINES);
            default -> trade + " " + draw.one(LINES) + " " + distinctive;
        };
    }

    private static String inGroup(String distinctive, Draw draw) {
        return switch (draw.below(3)) {
            case 0 -> draw.one(TRADES) + " " + distinctive + " " + draw.one(PLACES);
            case 1 -> draw.one(TRADES) + " " + distinctive + " " + (2 + draw.below(8));
            default -> draw.one(TRADES) + " " + distinctive + " " + draw.one(LINES);
        };
    }

    /// Half of all have the first, half of the rest the second.
    private static int skewed(int size, Draw draw) {
        int at = 0;
        while (at < size - 1 && draw.chance(0.5)) {
            at++;
        }
        return at;
    }

    private static String rfc(String name, Draw draw) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.split("[^A-ZÑ]+")) {
            if (!word.isEmpty() && letters.length() < 3) {
                letters.append(word.charAt(0));
            }
        }
        while (letters.length() < 3) {
            letters.append((char) ('A' + draw.below(26)));
        }
        int month = 1 + draw.below(12);
        int day = 1 + draw.below(28);
        String body = letters.toString()
                + String.valueOf(1_000_000 + (90 + draw.below(34)) % 100 * 10_000 + month * 100 + day)
                        .substring(1)
                + "123456789ABCDEFGHIJKLMNPQRSTUVWXYZ".charAt(draw.below(34))
                + "123456789ABCDEFGHIJKLMNPQRSTUVWXYZ".charAt(draw.below(34));
        return body + Rfc.checkCharacter(body);
    }

    private Labelled record(Company company, boolean mexicanHand, int number, int at, Draw draw) {
        String id = (mexicanHand ? "MX-" : "US-") + at;
        Sheet sheet = new Sheet(id);
        boolean isHome = mexicanHand == company.isMexican;
        sheet.put(Field.NAME, name(company, isHome, draw));
        Field taxField = company.isMexican ? Field.RFC : Field.OTHER_NUMBER;
        if (draw.chance(isHome ? 0.8 : 0.35)) {
            sheet.put(taxField, draw.chance(0.02) ? Spelling.damaged(company.taxNumber, draw) : company.taxNumber);
        }
        if (draw.chance(0.5)) {
            String phone = company.phone;
            sheet.put(
                    Field.TELEPHONE,
                    company.isMexican
                            ? MexicanWriting.Telephones.mexican(phone, draw)
                            : MexicanWriting.Telephones.american(phone, draw));
        }
        if (draw.chance(0.8)) {
            AddressWriting.write(sheet, company.address, draw);
        }
        return Labelled.of(id, sheet.facet(Kind.ORGANISATION), "O" + number);
    }

    private static String name(Company company, boolean isHome, Draw draw) {
        String name = company.name;
        if (draw.chance(0.15)) {
            for (String[] pair : SHORT) {
                name = name.replace(pair[0], pair[1]);
            }
        }
        String[] words = name.split(" ");
        for (int at = 0; at < words.length; at++) {
            if (words[at].length() > 4 && draw.chance(isHome ? 0.02 : 0.06)) {
                words[at] = Spelling.misspelt(words[at], draw);
            }
        }
        name = String.join(" ", words);
        if (!isHome) {
            name = name.replace('Ñ', 'N');
        }
        List<String> forms = (company.isMexican ? MEXICAN_FORMS : AMERICAN_FORMS).get(company.form);
        double how = draw.unit();
        String form = how < 0.55 ? forms.getFirst() : how < (isHome ? 0.95 : 0.8) ? draw.one(forms) : "";
        if (form.isEmpty()) {
            return name;
        }
        return company.isMexican && draw.chance(0.8) ? name + ", " + form : name + " " + form;
    }
}
