package org.entente.match.name;

/// The distance of two words in half edits: what clerks mistake for each other by ear, by eye or by the finger costs
/// one
/// half, anything else two. Optimal string alignment (Boytsov, ACM Journal of Experimental Algorithmics 16, 2011),
/// given
/// up as soon as it must exceed what is asked for.
public final class Spelling {
    /// Longer words are cut: no name on the published lists has one of more than 34 letters.
    private static final int LETTERS_MAX = 40;

    private static final byte[] NEAR = new byte[128 * 128];

    static {
        String[] groups = {
            "BVW", "SZ", "SCZ", "IY", "GJ", "JX", "MN", "O0Q", "I1L", "B8", "S5", "Z2", "KQC", "UV", "EI", "OU", "G6",
            "G9", "A4", "E3", "T7", "DT", "PB", "RN", "FP"
        };
        for (String group : groups) {
            for (int one = 0; one < group.length(); one++) {
                for (int other = 0; other < group.length(); other++) {
                    NEAR[group.charAt(one) * 128 + group.charAt(other)] = 1;
                }
            }
        }
    }

    private Spelling() {}

    /// In half edits; `limit + 1` when it is more than `limit`. Only the band of cells that `limit` lets matter is
    /// worked
    /// out: some ten a letter.
    public static int distance(char[] one, char[] other, int limit) {
        int rows = Math.min(one.length, LETTERS_MAX);
        int columns = Math.min(other.length, LETTERS_MAX);
        // A letter more or less costs half an edit at least.
        if (Math.abs(rows - columns) > limit) {
            return limit + 1;
        }
        int far = limit + 1;
        int[] before = new int[columns + 2];
        int[] last = new int[columns + 2];
        int[] row = new int[columns + 2];
        last[0] = 0;
        for (int j = 1; j <= columns; j++) {
            last[j] = j > limit ? far : last[j - 1] + gap(other, j - 1);
        }
        last[columns + 1] = far;
        for (int i = 1; i <= rows; i++) {
            int from = Math.max(1, i - limit);
            int to = Math.min(columns, i + limit);
            row[from - 1] = from == 1 ? Math.min(far, last[0] + gap(one, i - 1)) : far;
            int least = row[from - 1];
            for (int j = from; j <= to; j++) {
                char a = one[i - 1];
                char b = other[j - 1];
                int cost = last[j - 1] + replace(a, b);
                cost = Math.min(cost, last[j] + gap(one, i - 1));
                cost = Math.min(cost, row[j - 1] + gap(other, j - 1));
                if (i > 1 && j > 1 && a == other[j - 2] && b == one[i - 2]) {
                    cost = Math.min(cost, before[j - 2] + 2);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            row[to + 1] = far;
            if (least > limit) {
                return far;
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return Math.min(last[columns], far);
    }

    private static int replace(char one, char other) {
        if (one == other) {
            return 0;
        }
        return one < 128 && other < 128 && NEAR[one * 128 + other] != 0 ? 1 : 2;
    }

    /// A letter doubled or an H is half an edit.
    private static int gap(char[] word, int at) {
        boolean doubled = at > 0 && word[at] == word[at - 1];
        return doubled || word[at] == 'H' ? 1 : 2;
    }
}
