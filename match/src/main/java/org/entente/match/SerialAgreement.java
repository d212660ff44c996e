package org.entente.match;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How two serial numbers or plates agree when some characters may be misread or ground off. `read` counts the places
/// where both have a character and it is the same; `confused` those where the two are of one confusable pair; `covered`
/// those that a wildcard stands in for on either side. A serial number of few read places is little evidence, whatever
/// its level.
public record SerialAgreement(Level level, int read, int confused, int covered) {
    public enum Level {
        EXACT,
        /// Equal but for O and 0, I and 1, B and 8, S and 5, Z and 2, G and 6, D and 0, Q and 0, L and 1, U and V.
        CONFUSABLE,
        /// Nothing that can be read contradicts.
        COVERED,
        /// One character replaced, left out, put in, or two neighbours swapped.
        ONE_EDIT,
        DIFFERENT
    }

    /// Longer texts are no serial numbers; what follows is not read. With it an alignment costs at most some hundred
    /// thousand steps, and some dozen for texts without wildcards.
    private static final int LENGTH_MAX = 24;

    private static final String CONFUSABLE = "O0 I1 B8 S5 Z2 G6 D0 Q0 L1 UV OD OQ DQ IL";

    private static final char ONE = '?';
    private static final char ANY = '*';

    /// Compares two serial numbers as written. `?`, `.`, `_`, `#` and each `X` of a run of three or more stand for one
    /// ground-off character; `*` for any number of them, also none.
    public static SerialAgreement of(String left, String right) {
        String one = pattern(left);
        String other = pattern(right);
        if (one.isEmpty() || other.isEmpty()) {
            return new SerialAgreement(Level.DIFFERENT, 0, 0, 0);
        }
        Alignment aligned = align(one, other, 0, 0);
        if (aligned != null) {
            int confused = aligned.confused;
            Level level = aligned.covered > 0 ? Level.COVERED : confused > 0 ? Level.CONFUSABLE : Level.EXACT;
            return new SerialAgreement(level, aligned.read, confused, aligned.covered);
        }
        boolean whole =
                one.indexOf(ONE) < 0 && one.indexOf(ANY) < 0 && other.indexOf(ONE) < 0 && other.indexOf(ANY) < 0;
        return whole && isOneEdit(one, other)
                ? new SerialAgreement(Level.ONE_EDIT, Math.min(one.length(), other.length()) - 1, 0, 0)
                : new SerialAgreement(Level.DIFFERENT, 0, 0, 0);
    }

    /// Whether two characters are commonly read for each other, on worn metal as in a clerk's hand.
    public static boolean isConfusable(char one, char other) {
        for (int i = 0; i + 1 < CONFUSABLE.length(); i += 3) {
            char first = CONFUSABLE.charAt(i);
            char second = CONFUSABLE.charAt(i + 1);
            if ((one == first && other == second) || (one == second && other == first)) {
                return true;
            }
        }
        return false;
    }

    private record Alignment(int read, int confused, int covered) {
        Alignment plus(int moreRead, int moreConfused, int moreCovered) {
            return new Alignment(read + moreRead, confused + moreConfused, covered + moreCovered);
        }
    }

    /// The best alignment of the rests, or null; at most two `*` a text after [#pattern], so it branches little.
    @Nullable
    private static Alignment align(String one, String other, int i, int j) {
        if (i == one.length() && j == other.length()) {
            return new Alignment(0, 0, 0);
        }
        if (i < one.length() && one.charAt(i) == ANY) {
            return bestSkip(align(one, other, i + 1, j), j < other.length() ? align(one, other, i, j + 1) : null);
        }
        if (j < other.length() && other.charAt(j) == ANY) {
            return bestSkip(align(one, other, i, j + 1), i < one.length() ? align(one, other, i + 1, j) : null);
        }
        if (i == one.length() || j == other.length()) {
            return null;
        }
        char left = one.charAt(i);
        char right = other.charAt(j);
        boolean covered = left == ONE || right == ONE;
        boolean same = !covered && left == right;
        boolean confused = !covered && !same && isConfusable(left, right);
        if (!covered && !same && !confused) {
            return null;
        }
        Alignment rest = align(one, other, i + 1, j + 1);
        return rest == null ? null : rest.plus(same ? 1 : 0, confused ? 1 : 0, covered ? 1 : 0);
    }

    @Nullable
    private static Alignment bestSkip(@Nullable Alignment ended, @Nullable Alignment longer) {
        if (longer == null) {
            return ended == null ? null : ended.plus(0, 0, 1);
        }
        return ended == null || longer.read + 1 > ended.read ? longer.plus(0, 0, 1) : ended.plus(0, 0, 1);
    }

    /// Upper case, separators gone, one character for each covered place, at most two `*`.
    private static String pattern(String text) {
        String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder out = new StringBuilder();
        int stars = 0;
        for (int i = 0; i < upper.length() && out.length() < LENGTH_MAX; i++) {
            char letter = upper.charAt(i);
            if (letter == '*') {
                boolean repeats = !out.isEmpty() && out.charAt(out.length() - 1) == ANY;
                if (!repeats) {
                    out.append(++stars <= 2 ? ANY : ONE);
                }
            } else if (letter == '?' || letter == '.' || letter == '_' || letter == '#' || isCoveringX(upper, i)) {
                out.append(ONE);
            } else if (Shape.isDigit(letter) || Shape.isLetter(letter)) {
                out.append(letter);
            }
        }
        return out.toString();
    }

    private static boolean isCoveringX(String text, int at) {
        int from = at;
        int to = at;
        while (from >= 0 && text.charAt(from) == 'X') {
            from--;
        }
        while (to < text.length() && text.charAt(to) == 'X') {
            to++;
        }
        return to - from > 3;
    }

    private static boolean isOneEdit(String one, String other) {
        if (Math.min(one.length(), other.length()) < 4 || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        while (start < Math.min(one.length(), other.length()) && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        String left = one.substring(start);
        String right = other.substring(start);
        if (left.length() != right.length()) {
            String shorter = left.length() < right.length() ? left : right;
            String longer = left.length() < right.length() ? right : left;
            return longer.substring(1).equals(shorter);
        }
        boolean replaced = left.substring(1).equals(right.substring(1));
        boolean swapped = left.length() >= 2
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && left.substring(2).equals(right.substring(2));
        return replaced || swapped;
    }
}
