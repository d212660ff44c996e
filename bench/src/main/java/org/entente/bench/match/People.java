package org.entente.bench.match;

import java.time.LocalDate;

/// The people of one seed, each made from its number alone. Four numbers in a row are a family (55 of 100: parents
/// and two children, who share surnames and mostly a house) or four strangers.
final class People {
    /// Persons in a row that may be a family.
    static final int FAMILY_SEATS = 4;

    private static final int FATHER = 0;
    private static final int MOTHER = 1;
    private static final double FAMILY = 0.55;
    private static final double TWINS = 0.02;
    private static final double NAMED_AFTER_PARENT = 0.10;
    private static final double ONE_SURNAME = 0.015;
    private static final double MIDDLE_NAME = 0.75;

    /// Of those with a false identity, who keep the given name: 32 of 98 on the Treasury's list.
    private static final double KEEPS_GIVEN_NAME = 0.33;

    private static final int PERSON = 1;
    private static final int HOUSE = 2;
    private static final int FALSE_IDENTITY = 3;

    /// Numbers of false identities do not meet those of people.
    private static final long FALSE_NUMBERS = 1L << 40;

    private final NameTables names;
    private final long seed;

    People(NameTables names, long seed) {
        this.names = names;
        this.seed = seed;
    }

    InventedPerson person(long number, boolean isMexican) {
        long family = number / FAMILY_SEATS;
        int seat = (int) (number % FAMILY_SEATS);
        Draw house = Draw.of(seed, HOUSE, family);
        Draw draw = Draw.of(seed, PERSON, number);
        if (!house.chance(FAMILY)) {
            boolean isFemale = draw.chance(0.4);
            return alone(number, isMexican, isFemale, anyBirthday(draw), number, draw);
        }
        long parents = family * FAMILY_SEATS;
        return switch (seat) {
            case FATHER -> alone(number, isMexican, false, parentBirthday(draw), parents, draw);
            case MOTHER -> alone(number, isMexican, true, parentBirthday(draw), parents, draw);
            default -> child(number, person(parents, isMexican), person(parents + MOTHER, isMexican), draw);
        };
    }

    private InventedPerson alone(
            long number, boolean isMexican, boolean isFemale, LocalDate born, long household, Draw draw) {
        String paternal = (isMexican ? names.paternal() : names.americanSurnames()).pick(draw);
        boolean hasMaternal = isMexican && !draw.chance(ONE_SURNAME);
        String maternal = hasMaternal ? names.maternal().pick(draw) : "";
        int state = isMexican ? Places.state(draw) : Places.ABROAD;
        return new InventedPerson(
                number,
                isMexican,
                isFemale,
                given(isMexican, isFemale, draw),
                paternal,
                maternal,
                born,
                state,
                household);
    }

    private InventedPerson child(long number, InventedPerson father, InventedPerson mother, Draw draw) {
        boolean isMexican = father.isMexican();
        boolean isTwin = number % FAMILY_SEATS == FAMILY_SEATS - 1
                && Draw.of(seed, HOUSE, number / FAMILY_SEATS, 1).chance(TWINS);
        boolean isFemale = draw.chance(0.45);
        LocalDate born = mother.born().plusDays(18 * 365L + draw.below(12 * 365));
        if (isTwin) {
            born = person(number - 1, isMexican).born();
        }
        InventedPerson likeParent = isFemale ? mother : father;
        boolean isNamesake = draw.chance(NAMED_AFTER_PARENT);
        String given = isNamesake ? likeParent.given() : given(isMexican, isFemale, draw);
        long household = draw.chance(0.6) ? father.household() : number;
        int state = isMexican && draw.chance(0.8) ? mother.state() : isMexican ? Places.state(draw) : Places.ABROAD;
        return new InventedPerson(
                number,
                isMexican,
                isFemale,
                given,
                father.paternal(),
                isMexican ? mother.paternal() : "",
                born,
                state,
                household);
    }

    /// Who this person pretends to be: other surnames and papers, an age that the face allows.
    InventedPerson falseIdentity(InventedPerson person) {
        Draw draw = Draw.of(seed, FALSE_IDENTITY, person.number());
        String given =
                draw.chance(KEEPS_GIVEN_NAME) ? person.given() : given(person.isMexican(), person.isFemale(), draw);
        LocalDate born = person.born().plusDays(draw.below(6 * 365) - 3L * 365);
        long number = FALSE_NUMBERS + person.number();
        return new InventedPerson(
                number,
                person.isMexican(),
                person.isFemale(),
                given,
                (person.isMexican() ? names.paternal() : names.americanSurnames()).pick(draw),
                person.isMexican() ? names.maternal().pick(draw) : "",
                born,
                person.isMexican() ? Places.state(draw) : Places.ABROAD,
                draw.chance(0.3) ? person.household() : number);
    }

    private String given(boolean isMexican, boolean isFemale, Draw draw) {
        if (isMexican) {
            return names.mexicanGiven(isFemale).pick(draw);
        }
        String first = names.americanGiven(isFemale).pick(draw);
        return draw.chance(MIDDLE_NAME)
                ? first + " " + names.americanGiven(isFemale).pick(draw)
                : first;
    }

    /// 1945 to 2008, most around 1980.
    private static LocalDate anyBirthday(Draw draw) {
        int span = 63 * 365;
        return LocalDate.of(1945, 1, 1).plusDays((draw.below(span) + draw.below(span)) / 2);
    }

    private static LocalDate parentBirthday(Draw draw) {
        return LocalDate.of(1940, 1, 1).plusDays(draw.below(37 * 365));
    }
}
