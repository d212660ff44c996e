package org.entente.bench.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Innocent Mexicans out of the SEP frequencies, to see who is taken for whom: full names, and the groups by which
/// false
/// hits are counted.
final class InventedMexicans {
    private static final int NAMES = 51;

    /// Pairs of surnames, by how many of the invented have them.
    static final int COMMONEST_PAIRS = 100;

    /// Frequent surnames of Maya, Nahua, Zapotec, Mixtec, Otomi, Purepecha and Tzotzil origin in the SEP table.
    private static final Set<String> INDIGENOUS = Set.of(
            ("CHAN CANUL DZUL PECH UC MAY EK COB KU TUN POOT CANCHE CHI CHUC COUOH CAN NAH BALAM CAAMAL CAUICH CEN "
                            + "CETINA CIME COCOM CUTZ DZIB EUAN HUCHIM KANTUN KOH MAAS MEX MOO MUKUL NOH PAT PUC TEC TUZ TZAB UCAN UITZ "
                            + "XOOL YAM YUPIT TZUC BATUN CHE CHIMAL KEB MIS MUT OXTE TZEC UH XIU YAH "
                            + "XOCHITEMO TECUAPETLA COYOTL XICOTENCATL CUAUHTLE TLAPALE TLATELPA TEPALE COYOTZI CUATECONTZI "
                            + "XOLALPA TECPA TLAXCALA ZITLALPOPOCA CUAPIO NAVA TEOBA TZOMPANTZI "
                            + "CUXIM CHARIZ TZINTZUN HUIPE CUIRIZ")
                    .split(" "));

    private InventedMexicans() {}

    record Name(boolean isFemale, String given, String paternal, String maternal) {
        String full() {
            return given + " " + paternal + " " + maternal;
        }

        String withOneSurname() {
            return given + " " + paternal;
        }

        private String surnames() {
            return paternal + " " + maternal;
        }

        private boolean isCompound() {
            return paternal.indexOf(' ') >= 0 || maternal.indexOf(' ') >= 0;
        }

        private boolean isIndigenous() {
            return INDIGENOUS.contains(paternal) || INDIGENOUS.contains(maternal);
        }
    }

    /// Men and women as many as the payroll has: 387,000 and 579,000 would be a school's; here half each.
    static List<Name> of(NameTables tables, long seed, int count) {
        List<Name> names = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            Draw draw = Draw.of(seed, NAMES, number);
            boolean isFemale = draw.chance(0.5);
            names.add(new Name(
                    isFemale,
                    tables.mexicanGiven(isFemale).pick(draw),
                    tables.paternal().pick(draw),
                    tables.maternal().pick(draw)));
        }
        return names;
    }

    /// The groups that each name belongs to, in the order of `names`: surnames by frequency, sex, length, kind.
    static List<List<String>> groups(List<Name> names) {
        Set<String> common = commonestPairs(names);
        return names.stream()
                .map(name -> {
                    List<String> groups = new ArrayList<>();
                    groups.add(common.contains(name.surnames()) ? "surnames-commonest-100" : "surnames-other");
                    groups.add(name.isFemale() ? "women" : "men");
                    int words = name.full().split(" ").length;
                    groups.add(words <= 3 ? "length-3" : words == 4 ? "length-4" : "length-5-or-more");
                    if (name.isCompound()) {
                        groups.add("compound");
                    }
                    if (name.isIndigenous()) {
                        groups.add("indigenous");
                    }
                    return List.copyOf(groups);
                })
                .toList();
    }

    private static Set<String> commonestPairs(List<Name> names) {
        Map<String, Integer> counts = new HashMap<>();
        for (Name name : names) {
            counts.merge(name.surnames(), 1, Integer::sum);
        }
        return new HashSet<>(counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COMMONEST_PAIRS)
                .map(Map.Entry::getKey)
                .toList());
    }
}
