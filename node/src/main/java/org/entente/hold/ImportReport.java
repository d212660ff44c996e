package org.entente.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.entente.kernel.OfficerId;
import org.jspecify.annotations.Nullable;

/// What an import did. Rows are those of all its files; `takenCount`, `unchangedCount` and `withdrawnCount`
/// count subjects ("withdrawn": no longer in the newest edition); the other counts are lines of the report.
public record ImportReport(
        UUID id,
        String profile,
        int profileVersion,
        LocalDate asOf,
        boolean correctedRowsOnly,
        OfficerId officer,
        Instant started,
        @Nullable Instant ended,
        State state,
        @Nullable String failure,
        long rowCount,
        long takenCount,
        long unchangedCount,
        long rejectedCount,
        long orphanCount,
        long notedCount,
        long withdrawnCount,
        long committedCount) {
    /// An interrupted import stays RUNNING in the tables; the same files begun again go on where it stopped.
    public enum State {
        RUNNING,
        DONE,
        FAILED;

        public static State of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }
}
