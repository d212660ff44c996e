package org.entente.agreement.pack;

/// How large a pack may be. The shipped one has about 40 rules in 60 KiB; each limit leaves room for ten of it.
final class Limits {
    static final int FILE_SIZE_BYTES_MAX = 1 << 20;
    static final int DEPTH_MAX = 12;
    static final int ITEMS_MAX = 1_000;
    static final int TEXT_LENGTH_MAX = 2_000;
    static final int PROBLEMS_MAX = 100;
    static final int TABLE_LINES_MAX = 2_000;

    /// Characters of a text field of a form, and of a day, a number or an option's key.
    static final int FIELD_LENGTH_MAX = 4_000;

    static final int WORD_LENGTH_MAX = 60;

    /// Of a whole table: with the longest form beside it, in signs of four bytes, it fits a body of 128 KiB.
    static final int TABLE_LENGTH_MAX = 18_000;

    static final int TABLE_ROWS_MAX = 200;

    private Limits() {}
}
