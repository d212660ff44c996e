package org.entente.match.organisation;

/// Distance of two spellings.
final class Spelling {
    private static final int LENGTH_MAX = 64;

    private Spelling() {}

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); `most + 1` as soon as
    /// it cannot be `most` or less. Allocates three rows.
    static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most
                || one.length() > LENGTH_MAX
                || other.length() > LENGTH_MAX) {
            return most + 1;
        }
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                char left = one.charAt(i - 1);
                char right = other.charAt(j - 1);
                int cost = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (left == right ? 0 : 1));
                if (i > 1 && j > 1 && left == other.charAt(j - 2) && one.charAt(i - 2) == right) {
                    cost = Math.min(cost, before[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return Math.min(last[other.length()], most + 1);
    }

    static int commonPrefix(String one, String other) {
        int end = Math.min(one.length(), other.length());
        int at = 0;
        while (at < end && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
