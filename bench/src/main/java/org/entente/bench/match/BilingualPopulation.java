package org.entente.bench.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.entente.match.score.Facet;
import org.entente.match.score.Kind;
import org.jspecify.annotations.Nullable;

/// Two holdings of people, one written in Mexico and one in the United States, with the truth about both. Of N
/// subjects a side a quarter are on both; 6 of 100 stand twice on their side. Of those on both sides a fifth have a
/// false identity: stated by a record as a second facet (69 of 100), on a record of its own with the same
/// fingerprint number (6), or on a record that shares nothing (25), which no evidence connects and which counts as
/// another subject.
///
/// Each record is made from the seed and its position alone: nothing is kept, and both sides stream.
final class BilingualPopulation {
    enum Side {
        US(0),
        MX(1);

        /// Its step on the path of a draw.
        private final int step;

        Side(int step) {
            this.step = step;
        }
    }

    /// Per thousand subjects a side. `both` are counted in `mexicans` and `americans`, which stand on `MX` and `US`.
    private record Cohort(boolean isMexican, long first, int onMx, int onUs, int onBoth, Shuffle shuffle) {
        /// The person who stands at `member` of a side.
        long person(Side side, int member) {
            int kind = side == Side.MX ? member : (int) shuffle.size() - onUs + member;
            return first + shuffle.at(kind);
        }

        int on(Side side) {
            return side == Side.MX ? onMx : onUs;
        }

        boolean isOnBoth(Side side, int member) {
            return side == Side.MX ? member >= onMx - onBoth : member < onBoth;
        }

        /// The member of `side` that is the `at`th of those on both.
        int bothMember(Side side, int at) {
            return side == Side.MX ? onMx - onBoth + at : at;
        }
    }

    private enum FalseIdentity {
        NONE,
        STATED,
        BOOKED,
        UNCONNECTED
    }

    private static final double DUPLICATES = 0.06;
    private static final double FALSE_IDENTITIES = 0.20;
    private static final double OF_THEM_STATED = 0.69;
    private static final double OF_THEM_BOOKED = 0.06;
    /// Records of one side by another hand than the first.
    private static final double ANOTHER_HAND = 0.3;

    private static final int COHORT = 21;
    private static final int ORDER = 22;
    private static final int TWICE = 23;
    private static final int WRITING = 24;
    private static final int HAND = 25;
    private static final int FALSE = 26;

    /// A subject that no evidence connects with the one who hides behind it.
    private static final String UNCONNECTED = "F";

    private final long seed;
    private final People people;
    private final AmericanWriting american;
    private final List<Cohort> cohorts;

    BilingualPopulation(NameTables names, long seed, int subjectCount) {
        if (subjectCount < 100) {
            throw new IllegalArgumentException("100 subjects a side at least, not " + subjectCount);
        }
        this.seed = seed;
        people = new People(names, seed);
        american = new AmericanWriting(names);
        Cohort mexicans = cohort(true, 0, subjectCount * 0.97, subjectCount * 0.55, subjectCount * 0.22);
        long next = (mexicans.shuffle.size() / People.FAMILY_SEATS + 1) * People.FAMILY_SEATS;
        cohorts = List.of(mexicans, cohort(false, next, subjectCount * 0.03, subjectCount * 0.45, subjectCount * 0.03));
    }

    private Cohort cohort(boolean isMexican, long first, double onMx, double onUs, double onBoth) {
        int both = (int) Math.round(onBoth);
        int mx = (int) Math.round(onMx);
        int us = (int) Math.round(onUs);
        Shuffle shuffle = Shuffle.of((long) mx + us - both, Draw.of(seed, COHORT, isMexican ? 1 : 0));
        return new Cohort(isMexican, first, mx, us, both, shuffle);
    }

    /// Hands over every record of a side, in an order that tells nothing.
    void forEach(Side side, Consumer<Labelled> to) {
        int slots = 0;
        for (Cohort cohort : cohorts) {
            slots += cohort.on(side) + duplicates(cohort, side) + cohort.onBoth;
        }
        Shuffle order = Shuffle.of(slots, Draw.of(seed, ORDER, side.step));
        for (int position = 0; position < slots; position++) {
            Labelled record = record(side, (int) order.at(position), side + "-" + position);
            if (record != null) {
                to.accept(record);
            }
        }
    }

    /// All of both sides in memory: for sizes at which that is no matter.
    List<Labelled> records() {
        List<Labelled> records = new ArrayList<>();
        for (Side side : Side.values()) {
            forEach(side, records::add);
        }
        return records;
    }

    private static int duplicates(Cohort cohort, Side side) {
        return (int) (cohort.on(side) * DUPLICATES);
    }

    /// Null for the place of a false identity that has no record of its own on this side.
    private @Nullable Labelled record(Side side, int slot, String id) {
        int rest = slot;
        for (Cohort cohort : cohorts) {
            int members = cohort.on(side);
            if (rest < members) {
                return original(side, cohort, rest, id);
            }
            rest -= members;
            int duplicates = duplicates(cohort, side);
            if (rest < duplicates) {
                Shuffle twice = Shuffle.of(members, Draw.of(seed, TWICE, side.step, cohort.first));
                return duplicate(side, cohort, (int) twice.at(rest), id);
            }
            rest -= duplicates;
            if (rest < cohort.onBoth) {
                return falseRecord(side, cohort, cohort.bothMember(side, rest), id);
            }
            rest -= cohort.onBoth;
        }
        throw new IllegalStateException("slot " + slot);
    }

    private Labelled original(Side side, Cohort cohort, int member, String id) {
        InventedPerson person = people.person(cohort.person(side, member), cohort.isMexican);
        FalseIdentity hidden = cohort.isOnBoth(side, member) ? falseIdentity(person) : FalseIdentity.NONE;
        boolean isBooked = hidden == FalseIdentity.BOOKED;
        Facet facet = facet(side, person, Papers.of(seed, person), isBooked, hand(side, person, 0), id);
        if (hidden != FalseIdentity.STATED || falseSide(person) != side) {
            return Labelled.of(id, facet, entity(person));
        }
        InventedPerson pretended = people.falseIdentity(person);
        Papers papers = Papers.of(seed, pretended);
        Facet second = facet(side, pretended, papers, false, hand(side, pretended, 0), id);
        boolean pretendedFirst = Draw.of(seed, FALSE, person.number(), 1).chance(0.5);
        List<Facet> facets = pretendedFirst ? List.of(second, facet) : List.of(facet, second);
        return new Labelled(id, facets, entity(person));
    }

    private Labelled duplicate(Side side, Cohort cohort, int member, String id) {
        InventedPerson person = people.person(cohort.person(side, member), cohort.isMexican);
        int hand = Draw.of(seed, HAND, side.step, person.number()).chance(ANOTHER_HAND) ? 1 : 0;
        Facet facet = facet(side, person, Papers.of(seed, person), false, hand(side, person, hand), id);
        return Labelled.of(id, facet, entity(person));
    }

    private @Nullable Labelled falseRecord(Side side, Cohort cohort, int member, String id) {
        InventedPerson person = people.person(cohort.person(side, member), cohort.isMexican);
        FalseIdentity hidden = falseIdentity(person);
        InventedPerson pretended = people.falseIdentity(person);
        Papers papers = Papers.of(seed, pretended);
        return switch (hidden) {
            case NONE, STATED -> null;
            case BOOKED ->
                side == Side.US
                        ? Labelled.of(
                                id,
                                facet(side, pretended, booked(papers, person), true, hand(side, pretended, 0), id),
                                entity(person))
                        : null;
            case UNCONNECTED ->
                side == falseSide(person)
                        ? Labelled.of(
                                id,
                                facet(side, pretended, papers, false, hand(side, pretended, 0), id),
                                UNCONNECTED + person.number())
                        : null;
        };
    }

    /// Fingerprints gave the true person's FBI number to the false name, and half the time the immigration number.
    private Papers booked(Papers pretended, InventedPerson person) {
        Papers own = Papers.of(seed, person);
        boolean bothNumbers = Draw.of(seed, FALSE, person.number(), 2).chance(0.5);
        return new Papers(
                pretended.curp(),
                pretended.otherCurp(),
                pretended.rfc(),
                pretended.electorKey(),
                pretended.passport(),
                own.fbiNumber(),
                bothNumbers ? own.alienNumber() : pretended.alienNumber(),
                bothNumbers ? own.socialSecurity() : pretended.socialSecurity(),
                pretended.mexicanPhone(),
                pretended.americanPhone(),
                pretended.mexican(),
                pretended.american());
    }

    private Facet facet(Side side, InventedPerson person, Papers papers, boolean isBooked, Draw hand, String id) {
        Sheet sheet = new Sheet(id);
        Draw draw = Draw.of(seed, WRITING, side.step, Integer.parseInt(id.substring(3)), person.number());
        switch (side) {
            case MX -> MexicanWriting.write(sheet, person, papers, draw);
            case US -> american.write(sheet, person, papers, isBooked, hand, draw);
        }
        return sheet.facet(Kind.PERSON);
    }

    private Draw hand(Side side, InventedPerson person, int number) {
        return Draw.of(seed, HAND, side.step, person.number(), number);
    }

    private FalseIdentity falseIdentity(InventedPerson person) {
        Draw draw = Draw.of(seed, FALSE, person.number());
        if (!draw.chance(FALSE_IDENTITIES)) {
            return FalseIdentity.NONE;
        }
        double kind = draw.unit();
        return kind < OF_THEM_STATED
                ? FalseIdentity.STATED
                : kind < OF_THEM_STATED + OF_THEM_BOOKED ? FalseIdentity.BOOKED : FalseIdentity.UNCONNECTED;
    }

    private Side falseSide(InventedPerson person) {
        return Draw.of(seed, FALSE, person.number(), 3).chance(0.5) ? Side.US : Side.MX;
    }

    private static String entity(InventedPerson person) {
        return "P" + person.number();
    }
}
