package org.entente.match.score;

import org.jspecify.annotations.Nullable;

/// A value with what its comparison asks of it. Terms and words are numbers given by the [Collection] it was prepared
/// in
/// and mean nothing outside it.
final class PreparedValue {
    final Value value;
    /// As it is compared and counted.
    final String canonical;
    final int term;
    final char[] letters;
    /// Ascending; of an e-mail address the local part alone.
    final int[] words;
    final int year;
    final int month;
    final int day;

    PreparedValue(Value value, String canonical, int term, char[] letters, int[] words, int @Nullable [] date) {
        this.value = value;
        this.canonical = canonical;
        this.term = term;
        this.letters = letters;
        this.words = words;
        this.year = date == null ? 0 : date[0];
        this.month = date == null ? 0 : date[1];
        this.day = date == null ? 0 : date[2];
    }

    /// Days in an even calendar of months of 31 days and years of 372, good enough for "about a month apart", with no
    /// date
    /// refused that a clerk wrote.
    int days() {
        return 372 * year + 31 * month + day;
    }

    boolean isPartialDate() {
        return day == 0;
    }
}
