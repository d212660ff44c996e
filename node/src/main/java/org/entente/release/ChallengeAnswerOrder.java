package org.entente.release;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.kernel.Statement;
import org.entente.kernel.UnfitValueException;

/// An answer as a lawyer of the owner writes it. `corrections` are the new values by position of the release that was
/// challenged; an empty one leaves the statement out, a statement not named stays as it is.
public record ChallengeAnswerOrder(ChallengeEnding ending, String reasons, SortedMap<Integer, String> corrections) {
    public ChallengeAnswerOrder {
        corrections = Collections.unmodifiableSortedMap(new TreeMap<>(corrections));
        if ((ending == ChallengeEnding.CORRECTED) == corrections.isEmpty()) {
            throw new UnfitValueException(
                    "a correction, and nothing else, names what it corrects",
                    "una corrección, y nada más, nombra lo que corrige");
        }
        if (corrections.values().stream().anyMatch(value -> value.length() > Statement.VALUE_LENGTH_MAX)) {
            throw new UnfitValueException(
                    "a corrected value has at most 4,000 characters",
                    "un valor corregido tiene a lo sumo 4000 caracteres");
        }
    }
}
