package org.entente.kernel;

import java.time.Instant;
import java.util.Set;

/// The owner's terms for released statements. Every release also says "not for use of force": that is not optional and
/// therefore no field.
public record UseTerms(
        Purpose purpose, Set<HandlingCode> handling, String restriction, boolean onwardAllowed, Instant expires) {
    public UseTerms {
        handling = Set.copyOf(handling);
        if (restriction.length() > 2_000) {
            throw new UnfitValueException(
                    "a restriction is at most 2,000 characters", "una restricción tiene 2000 caracteres a lo sumo");
        }
        if (handling.contains(HandlingCode.H3) && restriction.isBlank()) {
            throw new UnfitValueException("H3 needs its restriction in words", "H3 exige su restricción en palabras");
        }
    }
}
