package org.entente.hold.imports;

/// What an import may cost. Real lists stay an order of magnitude below.
final class Limits {
    /// A field of a list; the longest remark on the Treasury list has 3,000 characters.
    static final int FIELD_LENGTH_MAX = 65_536;

    static final int COLUMN_COUNT_MAX = 200;

    /// A line of a casework file.
    static final int LINE_LENGTH_MAX = 1_048_576;

    /// Rows of one part.
    static final int ROW_COUNT_MAX = 20_000_000;

    /// Facets of one subject and statements of one facet.
    static final int FACET_COUNT_MAX = 500;

    static final int STATEMENT_COUNT_MAX = 2_000;

    private Limits() {}
}
