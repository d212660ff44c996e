package org.entente.bench.match;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.entente.match.score.Field;

/// A Mexican authority's record: both surnames in their fields, Ñ kept, Mexican numbers; few faults.
final class MexicanWriting {
    private static final double TYPO = 0.015;
    private static final double NO_MATERNAL = 0.015;
    private static final double OFFICIAL_ORDER = 0.15;
    private static final Map<String, String> SHORT = Map.of(
            "MARIA",
            "MA.",
            "JOSE",
            "J.",
            "FRANCISCO",
            "FCO.",
            "GUADALUPE",
            "GPE.",
            "HERNANDEZ",
            "HDZ.",
            "GUTIERREZ",
            "GTZ.",
            "MARTINEZ",
            "MTZ.",
            "RODRIGUEZ",
            "RDZ.",
            "GONZALEZ",
            "GLZ.");
    private static final Map<String, String> ACCENTED = Map.of(
            "JOSE",
            "JOSÉ",
            "MARIA",
            "MARÍA",
            "JESUS",
            "JESÚS",
            "GARCIA",
            "GARCÍA",
            "HERNANDEZ",
            "HERNÁNDEZ",
            "MARTINEZ",
            "MARTÍNEZ",
            "LOPEZ",
            "LÓPEZ",
            "GONZALEZ",
            "GONZÁLEZ",
            "RODRIGUEZ",
            "RODRÍGUEZ",
            "PEREZ",
            "PÉREZ");

    private MexicanWriting() {}

    static void write(Sheet sheet, InventedPerson person, Papers papers, Draw draw) {
        boolean accents = draw.chance(0.3);
        boolean titleCase = draw.chance(0.15);
        String given = name(person.given(), accents, titleCase, draw);
        String paternal = name(person.paternal(), accents, titleCase, draw);
        String maternal = draw.chance(NO_MATERNAL) ? "" : name(person.maternal(), accents, titleCase, draw);
        if (draw.chance(OFFICIAL_ORDER)) {
            sheet.put(Field.NAME, (paternal + " " + maternal + " " + given).replace("  ", " "));
        } else {
            sheet.put(Field.GIVEN_NAME, given);
            sheet.put(Field.PATERNAL_SURNAME, paternal);
            sheet.put(Field.MATERNAL_SURNAME, maternal);
        }
        sheet.put(Field.BIRTH_DATE, BirthDates.MEXICAN.written(person.born(), draw));
        sheet.put(Field.SEX, draw.chance(0.05) ? "" : draw.chance(0.998) == person.isFemale() ? "F" : "M");
        if (person.isMexican() && draw.chance(0.92)) {
            sheet.put(Field.BIRTH_PLACE, Places.STATES.get(person.state()).name());
        }
        if (draw.chance(0.7)) {
            sheet.put(Field.NATIONALITY, person.isMexican() ? "MEX" : "USA");
        }
        numbers(sheet, person, papers, draw);
        Address home = person.isMexican() ? papers.mexican() : papers.american();
        if (draw.chance(0.75)) {
            AddressWriting.write(sheet, home, draw);
        }
    }

    private static void numbers(Sheet sheet, InventedPerson person, Papers papers, Draw draw) {
        if (person.isMexican()) {
            if (draw.chance(0.62)) {
                String curp = draw.chance(0.75) ? papers.curp() : papers.otherCurp();
                sheet.put(Field.CURP, draw.chance(0.015) ? Spelling.damaged(curp, draw) : curp);
            }
            if (draw.chance(0.25)) {
                sheet.put(Field.RFC, draw.chance(0.01) ? Spelling.damaged(papers.rfc(), draw) : papers.rfc());
            }
            if (draw.chance(0.3) && person.born().isBefore(LocalDate.of(2006, 1, 1))) {
                sheet.put(Field.OTHER_NUMBER, papers.electorKey());
            }
        }
        if (draw.chance(0.25)) {
            sheet.put(
                    Field.PASSPORT, draw.chance(0.01) ? Spelling.damaged(papers.passport(), draw) : papers.passport());
        }
        if (draw.chance(0.08)) {
            sheet.put(Field.OTHER_NUMBER, papers.alienNumber());
        }
        if (draw.chance(0.45)) {
            sheet.put(Field.TELEPHONE, Telephones.mexican(papers.mexicanPhone(), draw));
        }
        if (draw.chance(0.12)) {
            sheet.put(Field.TELEPHONE, Telephones.american(papers.americanPhone(), draw));
        }
    }

    private static String name(String truth, boolean accents, boolean titleCase, Draw draw) {
        StringBuilder text = new StringBuilder();
        for (String part : truth.split(" ")) {
            String written = part;
            if (draw.chance(0.04) && SHORT.containsKey(part)) {
                written = SHORT.getOrDefault(part, part);
            } else if (part.length() > 3 && draw.chance(TYPO)) {
                written = Spelling.misspelt(part, draw);
            } else if (accents) {
                written = ACCENTED.getOrDefault(part, part);
            }
            text.append(text.isEmpty() ? "" : " ").append(written);
        }
        return titleCase ? Sheet.inTitleCase(text.toString()) : text.toString();
    }

    /// The ten digits in the forms that are in use, the withdrawn mobile prefix included.
    static final class Telephones {
        private Telephones() {}

        static String mexican(String ten, Draw draw) {
            return draw.one(List.of("", "", "+52 ", "+52 1 ", "52", "044 ", "01 ")) + spaced(ten, draw);
        }

        static String american(String ten, Draw draw) {
            return draw.one(List.of("", "", "+1 ", "1-", "+1")) + spaced(ten, draw);
        }

        private static String spaced(String ten, Draw draw) {
            return switch (draw.below(4)) {
                case 0 -> ten;
                case 1 -> "(" + ten.substring(0, 3) + ") " + ten.substring(3, 6) + "-" + ten.substring(6);
                case 2 -> ten.substring(0, 3) + "-" + ten.substring(3, 6) + "-" + ten.substring(6);
                default -> ten.substring(0, 3) + " " + ten.substring(3, 6) + " " + ten.substring(6);
            };
        }
    }
}
