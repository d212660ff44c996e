package org.entente.bench.match;

/// Numbers, telephones and houses that belong to one identity. Whether a record has them is the record's affair. An
/// `otherCurp` is a second registration of the same person with another birthday or state (5.5 of 100 on the
/// Treasury's list have one); else it equals the first. No social security number is of a range in use.
record Papers(
        String curp,
        String otherCurp,
        String rfc,
        String electorKey,
        String passport,
        String fbiNumber,
        String alienNumber,
        String socialSecurity,
        String mexicanPhone,
        String americanPhone,
        Address mexican,
        Address american) {
    private static final int PAPERS = 11;
    private static final int HOUSE = 12;
    private static final double TWO_CURPS = 0.055;
    private static final double LANDLINE = 0.35;

    static Papers of(long seed, InventedPerson person) {
        Draw draw = Draw.of(seed, PAPERS, person.number());
        Draw house = Draw.of(seed, HOUSE, person.household());
        int residence = person.state() == Places.ABROAD ? Places.state(house) : person.state();
        Address mexican = Address.mexican(house.chance(0.8) ? residence : Places.state(house), house);
        Address american = Address.american(house);
        String landline = mexicanPhone(residence, house);
        int homonym = draw.below(10);
        String curp = MexicanNumbers.curp(person, homonym);
        String other = draw.chance(TWO_CURPS) ? MexicanNumbers.curp(registeredAgain(person, draw), homonym) : curp;
        String passport = person.isMexican() ? "G" + draw.digits(8) : draw.digits(9);
        return new Papers(
                curp,
                other,
                MexicanNumbers.rfc(person),
                MexicanNumbers.electorKey(person, draw.below(10)),
                passport,
                draw.digits(6) + (char) ('A' + draw.below(8)) + (char) ('A' + draw.below(8)) + draw.digits(1),
                "A2" + draw.digits(8),
                "000" + draw.digits(6),
                draw.chance(LANDLINE) ? landline : mexicanPhone(residence, draw),
                americanPhone(draw),
                mexican,
                american);
    }

    private static InventedPerson registeredAgain(InventedPerson person, Draw draw) {
        boolean elsewhere = draw.chance(0.5);
        return new InventedPerson(
                person.number(),
                person.isMexican(),
                person.isFemale(),
                person.given(),
                person.paternal(),
                person.maternal(),
                elsewhere ? person.born() : person.born().plusDays(1 + draw.below(700)),
                elsewhere ? Places.state(draw) : person.state(),
                person.household());
    }

    private static String mexicanPhone(int stateIndex, Draw draw) {
        String area = Places.STATES.get(stateIndex).calling();
        return area + (2 + draw.below(8)) + draw.digits(9 - area.length());
    }

    private static String americanPhone(Draw draw) {
        return draw.one(Places.CITIES).calling() + (2 + draw.below(8)) + draw.digits(6);
    }
}
