package org.entente.match.name;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of one reading beside those of another: the assignment worth most bits. Equal words in equal roles are
/// taken
/// first, then equal words, then two words that are one; what is left is tried out. Not thread-safe; one per thread and
/// reused, since a comparison is made a million times a second.
final class NameAlignment {
    /// Words left on a side beyond which the assignment is made one by one.
    private static final int TRIED_MAX = 5;

    /// About what a disagreement costs.
    private static final double CONFLICT_BITS = -4;

    private final double[][] worth = new double[PersonName.WORDS_MAX][PersonName.WORDS_MAX];
    private final TokenLevel[][] levels = new TokenLevel[PersonName.WORDS_MAX][PersonName.WORDS_MAX];
    private final int[] partner = new int[PersonName.WORDS_MAX];
    private final int[] otherPartner = new int[PersonName.WORDS_MAX];
    private final int[] tried = new int[PersonName.WORDS_MAX];
    private final int[] bestTried = new int[PersonName.WORDS_MAX];
    private double bestWorth;

    private @Nullable List<NamePart> parts;
    private double total;

    /// The bits of the comparison; with `into` its lines too.
    double compare(Reading one, Reading other, Commonness known, @Nullable List<NamePart> into) {
        parts = into;
        total = 0;
        for (int i = 0; i < one.count(); i++) {
            partner[i] = -1;
        }
        for (int j = 0; j < other.count(); j++) {
            otherPartner[j] = -1;
        }
        equalWords(one, other, known, true);
        equalWords(one, other, known, false);
        int left = free(one, partner);
        int right = free(other, otherPartner);
        if (left > 0 && right > 0) {
            if (left > 1) {
                joined(one, other, known, false);
            }
            if (right > 1) {
                joined(other, one, known, true);
            }
            rest(one, other, known);
        }
        unmatched(one, other);
        return total;
    }

    private void equalWords(Reading one, Reading other, Commonness known, boolean sameRole) {
        for (int i = 0; i < one.count(); i++) {
            for (int j = 0; j < other.count() && partner[i] < 0; j++) {
                if (otherPartner[j] < 0
                        && one.words[i].equals(other.words[j])
                        && !one.words[i].isInitial()
                        && (!sameRole || one.roles[i] == other.roles[j])) {
                    pair(one, i, other, j, TokenLevel.EXACT, known);
                }
            }
        }
    }

    private void pair(Reading one, int i, Reading other, int j, TokenLevel level, Commonness known) {
        partner[i] = j;
        otherPartner[j] = i;
        NameToken left = one.words[i];
        NameToken right = other.words[j];
        double bits = NameModel.bits(level, one, i, other, j, known);
        total += bits;
        if (parts != null) {
            double u = NameModel.u(level, one, i, other, j, known);
            parts.add(new NamePart(
                    left.text, one.roles[i], right.text, other.roles[j], level, NameModel.m(level), u, bits));
        }
    }

    private static int free(Reading reading, int[] partners) {
        int free = 0;
        for (int at = 0; at < reading.count(); at++) {
            free += partners[at] < 0 ? 1 : 0;
        }
        return free;
    }

    /// Two neighbours of `two` are one word of `single`.
    private void joined(Reading two, Reading single, Commonness known, boolean turned) {
        int[] free = turned ? otherPartner : partner;
        int[] singleFree = turned ? partner : otherPartner;
        for (int i = 0; i + 1 < two.count(); i++) {
            for (int j = 0; j < single.count() && free[i] < 0 && free[i + 1] < 0; j++) {
                if (singleFree[j] < 0 && isJoined(two.words[i], two.words[i + 1], single.words[j])) {
                    free[i] = j;
                    free[i + 1] = j;
                    singleFree[j] = i;
                    joined(two, i, single, j, known, turned);
                }
            }
        }
    }

    private void joined(Reading two, int i, Reading single, int j, Commonness known, boolean turned) {
        TokenLevel level = TokenLevel.JOINED;
        double bits = NameModel.bits(level, two, i, single, j, known);
        total += bits;
        if (parts != null) {
            String pair = two.words[i].text + " " + two.words[i + 1].text;
            String one = single.words[j].text;
            double u = NameModel.u(level, two, i, single, j, known);
            double m = NameModel.m(level);
            parts.add(
                    turned
                            ? new NamePart(one, single.roles[j], pair, two.roles[i], level, m, u, bits)
                            : new NamePart(pair, two.roles[i], one, single.roles[j], level, m, u, bits));
        }
    }

    private static boolean isJoined(NameToken first, NameToken second, NameToken whole) {
        int length = first.letters.length + second.letters.length;
        if (Math.abs(length - whole.letters.length) > 1 || whole.letters.length < 5) {
            return false;
        }
        if (length == whole.letters.length
                && whole.folded.startsWith(first.folded)
                && whole.folded.endsWith(second.folded)) {
            return true;
        }
        char[] both = (first.folded + second.folded).toCharArray();
        return Spelling.distance(both, whole.letters, 2) <= 2;
    }

    private void rest(Reading one, Reading other, Commonness known) {
        int left = free(one, partner);
        int right = free(other, otherPartner);
        if (left == 0 || right == 0 || !weigh(one, other, known)) {
            return;
        }
        if (left <= TRIED_MAX && right <= TRIED_MAX) {
            bestWorth = 0;
            Arrays.fill(bestTried, 0, one.count(), -1);
            attempt(one, other, 0, 0);
            for (int i = 0; i < one.count(); i++) {
                if (bestTried[i] >= 0) {
                    pair(one, i, other, bestTried[i], levels[i][bestTried[i]], known);
                }
            }
        } else {
            oneByOne(one, other, known);
        }
    }

    /// Whether any pair of words left is worth something.
    private boolean weigh(Reading one, Reading other, Commonness known) {
        boolean any = false;
        for (int i = 0; i < one.count(); i++) {
            for (int j = 0; j < other.count(); j++) {
                worth[i][j] = 0;
                if (partner[i] < 0 && otherPartner[j] < 0) {
                    boolean given = one.roles[i] == Role.GIVEN && other.roles[j] == Role.GIVEN;
                    TokenLevel level = TokenComparison.level(one.words[i], other.words[j], given);
                    levels[i][j] = level;
                    if (level != TokenLevel.OTHER) {
                        double bits = NameModel.bits(level, one, i, other, j, known);
                        // What agrees takes the place of a disagreement, unless that costs less.
                        worth[i][j] = Math.max(0, bits - CONFLICT_BITS);
                        any |= worth[i][j] > 0;
                    }
                }
            }
        }
        return any;
    }

    private void attempt(Reading one, Reading other, int i, double sum) {
        if (i == one.count()) {
            if (sum > bestWorth) {
                bestWorth = sum;
                System.arraycopy(tried, 0, bestTried, 0, i);
            }
            return;
        }
        tried[i] = -1;
        attempt(one, other, i + 1, sum);
        if (partner[i] >= 0) {
            return;
        }
        for (int j = 0; j < other.count(); j++) {
            if (otherPartner[j] < 0 && worth[i][j] > 0) {
                tried[i] = j;
                otherPartner[j] = i;
                attempt(one, other, i + 1, sum + worth[i][j]);
                otherPartner[j] = -1;
            }
        }
        tried[i] = -1;
    }

    private void oneByOne(Reading one, Reading other, Commonness known) {
        while (true) {
            double best = 0;
            int bestI = -1;
            int bestJ = -1;
            for (int i = 0; i < one.count(); i++) {
                for (int j = 0; j < other.count(); j++) {
                    if (partner[i] < 0 && otherPartner[j] < 0 && worth[i][j] > best) {
                        best = worth[i][j];
                        bestI = i;
                        bestJ = j;
                    }
                }
            }
            if (bestI < 0) {
                return;
            }
            pair(one, bestI, other, bestJ, levels[bestI][bestJ], known);
        }
    }

    /// What has no counterpart: first against what is left in the same role, then surname against surname, then alone.
    private void unmatched(Reading one, Reading other) {
        boolean anyGiven = false;
        for (int i = 0; i < one.count(); i++) {
            anyGiven |= partner[i] >= 0 && one.roles[i] == Role.GIVEN;
        }
        boolean first = !anyGiven;
        for (Role role : ROLES) {
            int i = next(one, partner, role);
            int j = next(other, otherPartner, role);
            while (i >= 0 && j >= 0) {
                conflict(one, i, other, j, NameModel.conflict(role, role != Role.GIVEN || !first));
                first &= role != Role.GIVEN;
                i = next(one, partner, role);
                j = next(other, otherPartner, role);
            }
        }
        for (int i = 0; i < one.count(); i++) {
            if (partner[i] < 0 && one.roles[i].isSurname()) {
                int j = nextSurname(other, otherPartner);
                if (j >= 0) {
                    conflict(one, i, other, j, NameModel.conflict(Role.MATERNAL, true));
                }
            }
        }
        for (int i = 0; i < one.count(); i++) {
            if (partner[i] < 0) {
                line(one.words[i].text, "", one.roles[i], missing(other, one.roles[i], !first));
                first &= one.roles[i] != Role.GIVEN;
            }
        }
        for (int j = 0; j < other.count(); j++) {
            if (otherPartner[j] < 0) {
                line("", other.words[j].text, other.roles[j], missing(one, other.roles[j], !first));
                first &= other.roles[j] != Role.GIVEN;
            }
        }
    }

    private static double missing(Reading side, Role role, boolean others) {
        return side.isFromColumns && !side.has(role) ? 0 : NameModel.missing(role, others);
    }

    private void conflict(Reading one, int i, Reading other, int j, double bits) {
        partner[i] = j;
        otherPartner[j] = i;
        line(one.words[i].text, other.words[j].text, one.roles[i], bits);
    }

    private static final Role[] ROLES = Role.values();

    private static int next(Reading reading, int[] partners, Role role) {
        for (int at = 0; at < reading.count(); at++) {
            if (partners[at] < 0 && reading.roles[at] == role) {
                return at;
            }
        }
        return -1;
    }

    private static int nextSurname(Reading reading, int[] partners) {
        for (int at = 0; at < reading.count(); at++) {
            if (partners[at] < 0 && reading.roles[at].isSurname()) {
                return at;
            }
        }
        return -1;
    }

    private void line(String left, String right, Role role, double bits) {
        total += bits;
        if (parts != null) {
            parts.add(new NamePart(left, role, right, role, TokenLevel.OTHER, 0, 0, bits));
        }
    }
}
