package org.entente.bench.match;

import java.util.List;

/// Where somebody lives, in parts; each side writes it in its own way. `unit` is 0 where there is none.
record Address(
        boolean isMexican,
        String street,
        int number,
        int unit,
        String quarter,
        String locality,
        String region,
        String postcode) {
    private static final List<String> KINDS = List.of("ST", "AVE", "RD", "DR", "BLVD", "LN", "CT");
    private static final List<String> LONG_KINDS =
            List.of("STREET", "AVENUE", "ROAD", "DRIVE", "BOULEVARD", "LANE", "COURT");

    static Address mexican(int stateIndex, Draw draw) {
        Places.State state = Places.STATES.get(stateIndex);
        return new Address(
                true,
                draw.one(Places.MEXICAN_STREETS),
                1 + draw.below(2_500),
                draw.chance(0.3) ? 1 + draw.below(40) : 0,
                draw.one(Places.QUARTERS),
                draw.one(state.towns()),
                state.name(),
                state.postcode() + draw.digits(3));
    }

    static Address american(Draw draw) {
        Places.City city = draw.one(Places.CITIES);
        return new Address(
                false,
                draw.one(Places.AMERICAN_STREETS) + " " + draw.one(KINDS),
                100 + draw.below(9_900),
                draw.chance(0.35) ? 1 + draw.below(300) : 0,
                "",
                city.name(),
                city.state(),
                city.postcode() + draw.digits(2));
    }

    /// The street line, as one of several hands would write it.
    String line(Draw draw) {
        return isMexican ? mexicanLine(draw) : americanLine(draw);
    }

    private String mexicanLine(Draw draw) {
        String inside = unit == 0 ? "" : draw.chance(0.5) ? " INT. " + unit : "-" + unit;
        String prefix = draw.one(List.of("", "", "CALLE ", "C. ", "AV. "));
        String hash = draw.one(List.of(" ", " ", " NO. ", " #", " NUM. "));
        String colonia = draw.chance(0.2) ? "" : draw.one(List.of(", COL. ", " COL ", ", COLONIA ", ", ")) + quarter;
        return prefix + street + hash + number + inside + colonia;
    }

    private String americanLine(Draw draw) {
        String way = street;
        if (draw.chance(0.35)) {
            int space = street.lastIndexOf(' ');
            way = street.substring(0, space + 1) + LONG_KINDS.get(KINDS.indexOf(street.substring(space + 1)));
        }
        String inside =
                unit == 0 || draw.chance(0.1) ? "" : draw.one(List.of(" APT ", " #", " UNIT ", ", APT. ")) + unit;
        return number + " " + way + inside;
    }
}
