package org.entente.release;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.UnfitValueException;
import org.jspecify.annotations.Nullable;

/// One release that a challenge reaches. `told` is the word about it that this side sent, `arrived` when the other
/// side's came.
public record ChallengeReach(
        ReleaseId release,
        SortedSet<Integer> positions,
        @Nullable EnvelopeId told,
        @Nullable Instant arrived,
        @Nullable Answered answer) {

    /// How it ended for this release. `envelope` is the answer as this side sent it, `arrived` when the owner's came.
    public record Answered(
            ChallengeAnswer answer,
            @Nullable String officer,
            @Nullable EnvelopeId envelope,
            @Nullable Instant arrived) {
        /// As the table keeps it.
        public @Nullable String envelopeHex() {
            return hex(envelope);
        }
    }

    public ChallengeReach {
        positions = inOrder(positions);
    }

    /// As the table keeps it.
    public @Nullable String toldHex() {
        return hex(told);
    }

    public static @Nullable EnvelopeId envelope(@Nullable String hex) {
        return hex == null ? null : new EnvelopeId(hex);
    }

    private static @Nullable String hex(@Nullable EnvelopeId envelope) {
        return envelope == null ? null : envelope.hex();
    }

    /// None: the whole release.
    boolean isWhole() {
        return positions.isEmpty();
    }

    boolean covers(int position) {
        return isWhole() || positions.contains(position);
    }

    static SortedSet<Integer> inOrder(Collection<Integer> positions) {
        if (positions.stream().anyMatch(position -> position < 1 || position > Limits.ITEMS_MAX)) {
            throw new UnfitValueException(
                    "statements are counted from 1 to at most 500", "los datos se cuentan de 1 a 500 a lo sumo");
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(positions));
    }
}
