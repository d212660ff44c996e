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
    /// A bit for each of 64 classes of characters that occur.
    private final long alphabet;

    final int year;
    final int month;
    final int day;

    PreparedValue(Value value, String canonical, int term, char[] letters, int[] words, int @Nullable [] date) {
        this.value = value;
        this.canonical = canonical;
        this.term = term;
        this.letters = letters;
        this.words = words;
        long bits = 0;
        for (char letter : letters) {
            bits |= 1L << (letter & 63);
        }
        this.alphabet = bits;
        this.year = date == null ? 0 : date[0];
        this.month = date == null ? 0 : date[1];
        this.day = date == null ? 0 : date[2];
    }

    /// False only where the spellings are more than `limit` half edits apart: an edit brings one character in and
    /// takes one
    /// out at most, and half an edit may too.
    boolean mayBeWithin(PreparedValue other, int limit) {
        return Math.abs(letters.length - other.letters.length) <= limit
                && Long.bitCount(alphabet ^ other.alphabet) <= 2 * limit;
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
