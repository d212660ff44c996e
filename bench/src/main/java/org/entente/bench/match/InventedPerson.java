package org.entente.bench.match;

import java.time.LocalDate;

/// Somebody who does not exist, as they truly are: names in capitals with Ñ, `maternal` empty where there is none.
/// `household` is the same for those who live together. `state` is an index into [Places#STATES].
record InventedPerson(
        long number,
        boolean isMexican,
        boolean isFemale,
        String given,
        String paternal,
        String maternal,
        LocalDate born,
        int state,
        long household) {}
