package org.entente.bench.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.match.score.Field;

/// An American authority's record of somebody, Mexican names as they come out there. What happens to surnames and
/// given names, and how often, are the counts over the 230 variants on the Treasury's list (matching.md 1a);
/// spelling and birthdays are the faults of discovery.md 5.
final class AmericanWriting {
    /// Of 230: what became of the two surnames. What is left, 5 of 100, is a married name or a joined one.
    private static final double BOTH_SAME = 0.35;

    private static final double MATERNAL_OTHER = 0.24;
    private static final double PATERNAL_OTHER = 0.16;
    private static final double MATERNAL_DROPPED = 0.10;
    private static final double ONE_MOVED = 0.05;
    private static final double MATERNAL_ONLY = 0.026;
    private static final double SWAPPED = 0.022;

    /// Of what is other, so much is another surname altogether and the rest misspelt.
    private static final double CHANGED = 0.08;

    /// Of 230: given names the same 88, nickname or different 70, subset 30, superset 22, overlap 20.
    private static final double GIVEN_SAME = 0.38;

    private static final double GIVEN_NICKNAME = 0.30;
    private static final double GIVEN_SUBSET = 0.13;
    private static final double GIVEN_SUPERSET = 0.10;
    private static final double GIVEN_DIFFERENT = 0.02;

    private static final double BY_EAR = 0.08;
    private static final double TYPO = 0.05;

    private final NameTables names;

    AmericanWriting(NameTables names) {
        this.names = names;
    }

    /// `style` decides what becomes of the surnames and repeats from record to record of one hand; `draw` the rest.
    /// Of who `isBooked` the numbers that hang on fingerprints are always written.
    void write(Sheet sheet, InventedPerson person, Papers papers, boolean isBooked, Draw style, Draw draw) {
        if (person.isMexican()) {
            names(sheet, mexicanSurnames(person, style), mexicanGiven(person, draw), draw);
        } else {
            String surname = draw.chance(0.04) ? Spelling.misspelt(person.paternal(), draw) : person.paternal();
            names(sheet, List.of("", surname), americanGiven(person, draw), draw);
        }
        sheet.put(Field.BIRTH_DATE, BirthDates.AMERICAN.written(person.born(), draw));
        sheet.put(Field.SEX, draw.chance(0.08) ? "" : draw.chance(0.995) == person.isFemale() ? "F" : "M");
        if (person.isMexican() && draw.chance(0.8)) {
            sheet.put(Field.BIRTH_PLACE, Places.STATES.get(person.state()).name() + ", MEXICO");
        }
        if (draw.chance(0.8)) {
            sheet.put(Field.NATIONALITY, person.isMexican() ? "MEXICO" : "UNITED STATES");
        }
        numbers(sheet, person, papers, isBooked, draw);
        if (draw.chance(0.7)) {
            AddressWriting.write(sheet, papers.american(), draw);
        } else if (person.isMexican() && draw.chance(0.5)) {
            AddressWriting.write(sheet, papers.mexican(), draw);
        }
    }

    private static void numbers(Sheet sheet, InventedPerson person, Papers papers, boolean isBooked, Draw draw) {
        if (person.isMexican() && draw.chance(0.22)) {
            String curp = draw.chance(0.75) ? papers.curp() : papers.otherCurp();
            sheet.put(Field.CURP, draw.chance(0.03) ? Spelling.damaged(curp, draw) : curp);
        }
        if (draw.chance(0.3)) {
            sheet.put(
                    Field.PASSPORT, draw.chance(0.02) ? Spelling.damaged(papers.passport(), draw) : papers.passport());
        }
        if (isBooked || draw.chance(0.3)) {
            sheet.put(Field.OTHER_NUMBER, papers.fbiNumber());
        }
        if (person.isMexican() && (isBooked || draw.chance(0.3))) {
            sheet.put(Field.OTHER_NUMBER, papers.alienNumber());
        } else if (draw.chance(0.3)) {
            sheet.put(Field.OTHER_NUMBER, papers.socialSecurity());
        }
        if (draw.chance(0.6)) {
            sheet.put(Field.TELEPHONE, MexicanWriting.Telephones.american(papers.americanPhone(), draw));
        }
        if (person.isMexican() && draw.chance(0.15)) {
            sheet.put(Field.TELEPHONE, MexicanWriting.Telephones.mexican(papers.mexicanPhone(), draw));
        }
    }

    /// `surnames` is what stands as a middle name (often nothing) and what stands as the surname.
    private static void names(Sheet sheet, List<String> surnames, String given, Draw draw) {
        String first = ascii(given + (surnames.getFirst().isEmpty() ? "" : " " + surnames.getFirst()));
        String last = ascii(surnames.getLast());
        if (draw.chance(0.5)) {
            first = Sheet.inTitleCase(first);
            last = draw.chance(0.3) ? last : Sheet.inTitleCase(last);
        }
        double form = draw.unit();
        if (form < 0.2) {
            sheet.put(Field.NAME, last.toUpperCase(Locale.ROOT) + ", " + first);
        } else if (form < 0.35) {
            sheet.put(Field.NAME, first + " " + last);
        } else {
            sheet.put(Field.GIVEN_NAME, first);
            sheet.put(Field.SURNAME, last);
        }
    }

    private static String ascii(String name) {
        return name.replace("Ñ", "N").replace("Ü", "U");
    }

    private List<String> mexicanSurnames(InventedPerson person, Draw style) {
        String paternal = withoutParticles(person.paternal(), style);
        String maternal = withoutParticles(person.maternal(), style);
        if (maternal.isEmpty()) {
            return List.of("", style.chance(TYPO + BY_EAR) ? Spelling.misspelt(paternal, style) : paternal);
        }
        double at = style.unit();
        if ((at -= BOTH_SAME) < 0) {
            return List.of("", joined(paternal, maternal, style));
        }
        if ((at -= MATERNAL_OTHER) < 0) {
            return List.of("", joined(paternal, other(maternal, names.maternal(), style), style));
        }
        if ((at -= PATERNAL_OTHER) < 0) {
            return List.of("", joined(other(paternal, names.paternal(), style), maternal, style));
        }
        if ((at -= MATERNAL_DROPPED) < 0) {
            return List.of("", style.chance(BY_EAR) ? Spelling.byEar(paternal, style) : paternal);
        }
        if ((at -= ONE_MOVED) < 0) {
            return List.of(paternal, maternal);
        }
        if ((at -= MATERNAL_ONLY) < 0) {
            return List.of("", maternal);
        }
        if (at - SWAPPED < 0) {
            return List.of("", joined(maternal, paternal, style));
        }
        return marriedOrJoined(person, paternal, maternal, style);
    }

    private List<String> marriedOrJoined(InventedPerson person, String paternal, String maternal, Draw style) {
        if (person.isFemale()) {
            String husband = names.paternal().pick(style);
            return style.chance(0.5) ? List.of("", paternal + " DE " + husband) : List.of(paternal, husband);
        }
        return List.of("", paternal + maternal);
    }

    private static String other(String surname, Frequencies all, Draw style) {
        return style.chance(CHANGED) ? all.pick(style) : Spelling.misspelt(surname, style);
    }

    private static String joined(String first, String second, Draw style) {
        return first + (style.chance(0.12) ? "-" : " ") + second;
    }

    /// `DE LA CRUZ` as `DELACRUZ` or `CRUZ`, one time in three.
    private static String withoutParticles(String surname, Draw style) {
        boolean hasParticle = surname.startsWith("DE ") || surname.startsWith("DEL ");
        if (!hasParticle || !style.chance(0.33)) {
            return surname;
        }
        return style.chance(0.5) ? surname.replace(" ", "") : surname.substring(surname.lastIndexOf(' ') + 1);
    }

    private String mexicanGiven(InventedPerson person, Draw draw) {
        List<String> parts = new ArrayList<>(List.of(person.given().split(" ")));
        parts.removeIf(part ->
                parts.size() > 1 && List.of("DE", "DEL", "LA", "LOS", "LAS").contains(part));
        double at = draw.unit();
        if ((at -= GIVEN_SAME) < 0) {
            return person.given();
        }
        if ((at -= GIVEN_NICKNAME) < 0) {
            nickname(parts, draw);
        } else if ((at -= GIVEN_SUBSET) < 0) {
            String kept = draw.chance(0.8) ? parts.getFirst() : parts.getLast();
            parts.clear();
            parts.add(kept);
        } else if ((at -= GIVEN_SUPERSET) < 0) {
            parts.add(first(names.mexicanGiven(person.isFemale()).pick(draw)));
        } else if (at - GIVEN_DIFFERENT < 0) {
            return names.mexicanGiven(person.isFemale()).pick(draw);
        } else if (parts.size() > 1) {
            parts.set(
                    1,
                    draw.chance(0.5)
                            ? parts.get(1).substring(0, 1)
                            : first(names.mexicanGiven(person.isFemale()).pick(draw)));
        }
        parts.replaceAll(part -> spelt(part, draw));
        return String.join(" ", parts);
    }

    /// A part by what it is called; by ear where the table has nothing, since 1a counts both as one.
    private static void nickname(List<String> parts, Draw draw) {
        for (int at = 0; at < parts.size(); at++) {
            List<String> called = SpanishNicknames.of(parts.get(at));
            if (!called.isEmpty()) {
                String nickname = draw.one(called);
                if (draw.chance(0.6)) {
                    parts.clear();
                    parts.add(nickname);
                } else {
                    parts.set(at, nickname);
                }
                return;
            }
        }
        parts.set(0, Spelling.byEar(parts.getFirst(), draw));
    }

    private String americanGiven(InventedPerson person, Draw draw) {
        List<String> parts = new ArrayList<>(List.of(person.given().split(" ")));
        List<String> called = names.englishNicknames().getOrDefault(parts.getFirst(), List.of());
        if (!called.isEmpty() && draw.chance(0.15)) {
            parts.set(0, draw.one(called));
        }
        if (parts.size() > 1 && draw.chance(0.5)) {
            parts.set(1, draw.chance(0.5) ? parts.get(1).substring(0, 1) : parts.getFirst());
            if (parts.get(1).equals(parts.getFirst())) {
                parts.removeLast();
            }
        }
        parts.replaceAll(part -> draw.chance(0.3) ? spelt(part, draw) : part);
        return String.join(" ", parts);
    }

    private static String spelt(String part, Draw draw) {
        if (part.length() < 3) {
            return part;
        }
        if (draw.chance(BY_EAR)) {
            return Spelling.byEar(part, draw);
        }
        return draw.chance(TYPO) ? Spelling.mistyped(part, draw) : part;
    }

    private static String first(String given) {
        int space = given.indexOf(' ');
        return space < 0 ? given : given.substring(0, space);
    }
}
