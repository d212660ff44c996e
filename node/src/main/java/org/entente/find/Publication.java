package org.entente.find;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.entente.kernel.Bilingual;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// A new tag set for every key type that the agreement opens to a purpose, as far as it has come. An entry is a value
/// of one record; padding is not counted.
///
/// @param entryTotal counted at the start, near the truth but not exact; once it has ended, what was published
/// @param ratePerSecond zero until the first entries are in
/// @param left by the rate so far; zero without one, and unless it runs
public record Publication(
        UUID id,
        Purpose purpose,
        OfficerId officer,
        Instant started,
        @Nullable Instant ended,
        State state,
        @Nullable String failure,
        int setDone,
        int setTotal,
        long entryDone,
        long entryTotal,
        long ratePerSecond,
        Duration left) {
    /// Ordered again, an interrupted one goes on behind the last set that was announced; after any other a new one
    /// begins.
    public enum State {
        RUNNING,
        /// Begun by a process that is no more.
        INTERRUPTED,
        DONE,
        /// Some sets are missing; those that could be made were announced.
        FAILED
    }

    /// How it stands, in words: for one that failed, why and what to do.
    public Bilingual explained() {
        Texts texts = Texts.of("find");
        if (state != State.FAILED || failure == null) {
            return texts.bilingual("publication." + state.name().toLowerCase(Locale.ROOT));
        }
        return failure.equals(FindCode.FIND_SET_TOO_LARGE.name())
                ? texts.bilingual("publication.failed.too-large")
                : texts.bilingual("publication.failed.other", failure);
    }
}
