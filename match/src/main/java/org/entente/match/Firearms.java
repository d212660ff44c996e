package org.entente.match;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a trace request says of a firearm beside its serial number, in one form each: maker, model, calibre (ATF form
/// 3312.1, items of block 5; its Spanish form names the same). Maker and importer are two facts: never compare one's
/// maker with the other's importer.
public final class Firearms {
    /// A maker's usual name first, then other writings, compact.
    private static final List<String> MAKER_ROWS = List.of(
            "SMITHANDWESSON SMITHWESSON SMITH&WESSON S&W SW SMITHYWESSON SMITH&WESSONINC SMITHANDWESSONINC",
            "COLT COLTS COLTSMFG COLTMANUFACTURING COLTSMANUFACTURING COLTPATENTFIREARMS COLTDEFENSE",
            "GLOCK GLOCKGMBH GLOCKINC GLOCKGESMBH",
            "RUGER STURMRUGER STURMRUGER&CO STURMRUGERCO STURMRUGERANDCO STURMRUGER&COINC",
            "BARRETT BARRETTFIREARMS BARRETTFIREARMSMFG BARRETTFIREARMSMANUFACTURING",
            "CENTURY CENTURYARMS CENTURYARMSINTERNATIONAL CENTURYARMSINC CAI",
            "FN FNHERSTAL FABRIQUENATIONALE FABRIQUENATIONALEHERSTAL FNH FNHUSA FNAMERICA FNMI",
            "BERETTA PIETROBERETTA BERETTAUSA FABBRICADARMIPIETROBERETTA",
            "ROMARM ROMARMCUGIR ROMARMSA CUGIR CNROMARM SNCROMARM",
            "ZASTAVA ZASTAVAARMS CRVENAZASTAVA",
            "TAURUS FORJASTAURUS TAURUSINTERNATIONAL TAURUSARMAS",
            "DPMS DPMSPANTHERARMS PANTHERARMS",
            "BUSHMASTER BUSHMASTERFIREARMS",
            "ANDERSON ANDERSONMANUFACTURING ANDERSONMFG",
            "HECKLERANDKOCH HECKLER&KOCH HECKLERKOCH HK H&K HECKLERYKOCH",
            "SIGSAUER SIG SIGARMS SIGSAUERINC",
            "SPRINGFIELD SPRINGFIELDARMORY SPRINGFIELDINC",
            "REMINGTON REMINGTONARMS REMINGTONARMSCO",
            "WINCHESTER WINCHESTERREPEATINGARMS",
            "MOSSBERG OFMOSSBERG OFMOSSBERG&SONS MOSSBERG&SONS",
            "BROWNING BROWNINGARMS BROWNINGARMSCO",
            "PIONEER PIONEERARMS",
            "NORINCO CHINANORTHINDUSTRIES",
            "IZHMASH KALASHNIKOV KALASHNIKOVCONCERN IZHEVSK",
            "MARLIN MARLINFIREARMS MARLINFIREARMSCO",
            "HIPOINT HIPOINTFIREARMS",
            "AEROPRECISION AERO",
            "PALMETTO PALMETTOSTATEARMORY PSA",
            "KELTEC KELTECCNC KELTECCNCINDUSTRIES",
            "LLAMA LLAMAGABILONDO GABILONDO",
            "MENDOZA PRODUCTOSMENDOZA",
            "SEDENA DIRECCIONGENERALDEINDUSTRIAMILITAR DGIM FABRICANACIONALDEARMAS");

    /// Names of one cartridge, compact, the first being the usual. Different cartridges that are merely like (.308 and
    /// 7.62x51, .223 and 5.56x45) stand in [#ALIKE].
    private static final List<String> CALIBRE_ROWS = List.of(
            "9X19 9MM 9MMLUGER 9LUGER 9MMPARABELLUM 9PARABELLUM 9MMPARA 9PARA 9MMNATO 9X19MM 9X19MMPARABELLUM 9MMX19 9",
            "9X17 380 380ACP 380AUTO 9MMKURZ 9MMCORTO 9MMSHORT 9X17MM 9MMBROWNINGSHORT",
            "9X18 9MMMAKAROV 9X18MM 9MAKAROV",
            "38SUPER 38SUPERAUTO 38SUPERAUTOMATIC 9X23SR",
            "38SPECIAL 38SPL 38ESPECIAL 38SPCL 38SP",
            "357MAGNUM 357 357MAG",
            "40SW 40 40S&W 40SMITHANDWESSON 40SMITH&WESSON 10X22",
            "45ACP 45 45AUTO 45AUTOMATIC 45ACP1143X23",
            "10MM 10MMAUTO 10X25",
            "44MAGNUM 44MAG 44REMINGTONMAGNUM",
            "25ACP 25 25AUTO 635BROWNING 635MM",
            "32ACP 32 32AUTO 765BROWNING 765MM",
            "22LR 22 22LONGRIFLE 22LRHV",
            "57X28 57X28MM 57X28FN 57MM 57 FN57X28",
            "223REM 223 223REMINGTON",
            "556X45 556 556MM 556NATO 556X45MM 556X45NATO 556X45MMNATO",
            "762X39 762X39MM 762SOVIET 762RUSSIAN 762X39RUSSIAN M43",
            "762X51 762NATO 762X51MM 762X51NATO 762X51MMNATO",
            "308WIN 308 308WINCHESTER",
            "762X54R 762X54 762X54MMR 762X54MM",
            "545X39 545X39MM 545",
            "3006 3006SPRINGFIELD 3006SPRG 3006SPR",
            "3030 3030WIN 3030WINCHESTER",
            "50BMG 50 50CAL 127X99 127X99MM 127X99NATO 50BROWNING 50BROWNINGMACHINEGUN",
            "300BLACKOUT 300BLK 300AAC 300AACBLACKOUT 762X35",
            "12GAUGE 12GA 12G 12 CALIBRE12 ESCOPETA12",
            "16GAUGE 16GA 16",
            "20GAUGE 20GA 20",
            "410GAUGE 410BORE 410 410GA");

    /// Chambers that take each other's cartridge, so that a clerk who looks at either may write the other.
    private static final List<Set<String>> ALIKE =
            List.of(Set.of("223REM", "556X45"), Set.of("308WIN", "762X51"), Set.of("38SPECIAL", "357MAGNUM"));

    private static final Map<String, String> MAKERS = byWriting(MAKER_ROWS);
    private static final Map<String, String> CALIBRES = byWriting(CALIBRE_ROWS);

    private Firearms() {}

    /// A maker's usual name, compact; an unknown maker as it was written.
    public static String maker(String text) {
        String compact = Identifiers.compact(text);
        return MAKERS.getOrDefault(compact, compact);
    }

    /// A model without its maker in front: "Glock 19" and "19" are one.
    public static String model(String maker, String text) {
        String compact = Identifiers.compact(text);
        for (String name : List.of(Identifiers.compact(maker), maker(maker))) {
            if (!name.isEmpty() && compact.length() > name.length() && compact.startsWith(name)) {
                return compact.substring(name.length());
            }
        }
        // "Mod. 92", "modelo 92".
        return compact.replaceFirst("^(MODELO|MODEL|MOD)(?=.*\\d)", "");
    }

    /// The usual name of a cartridge, compact; an unknown one as it was written, without "calibre" and the dot.
    public static String calibre(String text) {
        String plain = text.toUpperCase(Locale.ROOT)
                .replace('\u00D7', 'X')
                .replaceAll("(?<=\\d)\\s*\\*\\s*(?=\\d)", "X")
                .replaceAll("^\\s*(CALIBRE|CALIBER|CAL)\\b\\.?", "");
        String compact = Identifiers.compact(plain);
        return CALIBRES.getOrDefault(compact, compact);
    }

    public enum CalibreAgreement {
        SAME,
        /// Two cartridges that one chamber takes.
        ALIKE,
        DIFFERENT
    }

    public static CalibreAgreement compareCalibres(String left, String right) {
        String one = calibre(left);
        String other = calibre(right);
        if (one.equals(other)) {
            return CalibreAgreement.SAME;
        }
        boolean alike = ALIKE.stream().anyMatch(pair -> pair.contains(one) && pair.contains(other));
        return alike ? CalibreAgreement.ALIKE : CalibreAgreement.DIFFERENT;
    }

    private static Map<String, String> byWriting(List<String> rows) {
        return rows.stream()
                .map(row -> List.of(row.split(" ")))
                .flatMap(row -> row.stream().map(writing -> Map.entry(writing, row.getFirst())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Every writing in the tables, for tests.
    static Stream<String> writings() {
        return Stream.concat(MAKERS.keySet().stream(), CALIBRES.keySet().stream());
    }
}
