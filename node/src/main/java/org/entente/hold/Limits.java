package org.entente.hold;

import java.time.Duration;

/// What one call of this room may cost.
final class Limits {
    /// Statements of one committed chunk, about a tenth of a second. The subject that reaches it is the chunk's last.
    static final int CHUNK_STATEMENT_COUNT = 5_000;

    /// Subjects of one committed chunk, however little is said of each.
    static final int CHUNK_SUBJECT_COUNT = 1_000;

    /// Records that are compared in one transaction, about half a second: a few tens of megabytes.
    static final int RESOLUTION_SUBJECT_COUNT = 5_000;

    /// What waits at once is somewhat more: the chunk that reaches the number is whole.
    static final int RESOLUTION_TAKEN_COUNT = RESOLUTION_SUBJECT_COUNT + CHUNK_SUBJECT_COUNT;

    /// Records that a key may be shared by and still be worth comparing; what more share is reported, not compared.
    static final int BLOCK_COUNT_MAX = 30;

    /// Records that machine joins may put together: a person known under more numbers than this is rare, a number that
    /// many wrote by mistake is not.
    static final int CLUSTER_COUNT_MAX = 40;

    static final int READ_BUFFER_BYTES = 65_536;

    /// Lines of a report kept; the counts go on beyond.
    static final int FINDING_COUNT_MAX = 200_000;

    static final int QUERY_LENGTH_MAX = 300;

    static final int RESULT_COUNT_MAX = 200;

    /// Rows looked at to order a list of results.
    static final int CANDIDATE_COUNT_MAX = 2_000;

    /// Identifiers of one export; the largest batch of FIND is smaller.
    static final int SELECTION_COUNT_MAX = 65_535;

    static final int STATEMENT_COUNT_MAX = 5_000;

    static final int IMPORT_LIST_COUNT_MAX = 200;

    /// A large file is hashed and its lines are counted before its import stands in the tables.
    static final Duration IMPORT_START = Duration.ofSeconds(60);

    /// Pairs that a dossier shows.
    static final int JUDGED_COUNT_MAX = 100;

    /// Pairs of one look at what awaits a person.
    static final int REVIEW_COUNT_MAX = 100;

    static final int REASON_LENGTH_MAX = 2_000;

    private Limits() {}
}
