package org.entente.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.entente.kernel.Bilingual;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// What an import did. `rowCount`, `takenCount`, `unchangedCount`, `rejectedCount` and `orphanCount` count rows
/// of all its files, headers apart: every row is taken, rejected or an orphan, and the unchanged are some of
/// the taken. `notedCount` counts lines of the report. `withdrawnCount` counts subjects that left the list,
/// `awaitingCount` those that would if the order had confirmed it. `oversizedCount` counts keys of its records
/// that too many share to be compared by, `joinedCount` pairs of records that the machine joined, `reviewCount`
/// those that await a person; all three without protected persons. `committedCount` counts subjects: where an
/// interrupted import goes on.
public record ImportReport(
        UUID id,
        String profile,
        int profileVersion,
        LocalDate asOf,
        Map<String, LocalDate> partDates,
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
        long awaitingCount,
        long oversizedCount,
        long joinedCount,
        long reviewCount,
        long committedCount) {
    public ImportReport {
        partDates = Map.copyOf(partDates);
    }

    /// The same files begun again go on where an interrupted or failed import stopped.
    public enum State {
        RUNNING,
        /// Begun by a process that is no more; never stored.
        INTERRUPTED,
        DONE,
        FAILED;

        public static State of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    /// How it stands, in words: for one that failed, why and what to do; for one that is done, whether anything
    /// stays open.
    public Bilingual explained() {
        Texts texts = Texts.of("hold");
        if (state == State.DONE && failure != null) {
            return texts.bilingual("import.DONE." + failure);
        }
        if (state != State.FAILED || failure == null) {
            return texts.bilingual("import." + state.name());
        }
        for (HoldCode code : HoldCode.values()) {
            if (code.name().equals(failure)) {
                return texts.bilingual("import.FAILED." + reason(code), awaitingCount);
            }
        }
        return texts.bilingual("import.FAILED.OTHER", failure);
    }

    /// Codes with words of their own about an import; the facts of other codes are not kept.
    private static String reason(HoldCode code) {
        return switch (code) {
            case HOLD_DELISTING_UNCONFIRMED, HOLD_FILE_FORMAT, HOLD_FILE_UNREADABLE -> code.name();
            case HOLD_IMPORT_FAILED,
                    HOLD_PROFILE_UNKNOWN,
                    HOLD_PROFILE_BROKEN,
                    HOLD_PART_MISSING,
                    HOLD_IMPORT_RUNNING,
                    HOLD_IMPORT_UNKNOWN,
                    HOLD_QUERY_EMPTY,
                    HOLD_SELECTION_TOO_LARGE,
                    HOLD_ID_MALFORMED,
                    HOLD_DATE_MISSING,
                    HOLD_UPLOAD_FAILED,
                    HOLD_DATE_AHEAD,
                    HOLD_EDITION_OLDER,
                    HOLD_PAIR_UNKNOWN,
                    HOLD_REASON_MISSING,
                    HOLD_JOIN_CROSSES,
                    HOLD_JOIN_UNCONFIRMED -> "HOLD_IMPORT_FAILED";
        };
    }

    ImportReport interrupted() {
        return new ImportReport(
                id,
                profile,
                profileVersion,
                asOf,
                partDates,
                correctedRowsOnly,
                officer,
                started,
                ended,
                State.INTERRUPTED,
                failure,
                rowCount,
                takenCount,
                unchangedCount,
                rejectedCount,
                orphanCount,
                notedCount,
                withdrawnCount,
                awaitingCount,
                oversizedCount,
                joinedCount,
                reviewCount,
                committedCount);
    }
}
