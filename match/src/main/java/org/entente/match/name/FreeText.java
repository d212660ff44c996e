package org.entente.match.name;

import java.util.ArrayList;
import java.util.List;

/// Where the surnames begin in a name of which only the order is known: the given names come first, then one or two
/// surnames. Each word pulls by how much more common it is as a given name than as a surname.
final class FreeText {
    /// A second reading is kept when it is less than four times less likely.
    private static final double CLOSE_BITS = 2;

    /// What one word says at most.
    private static final double PULL_BITS_MAX = 6;

    /// Before a word is looked at: two given names and two surnames in Mexico, a middle name in the United States.
    private static final double[] SURNAMES_PRIOR_BITS = {-4, 0, 0, -3};

    /// A name of surnames alone.
    private static final double NO_GIVEN_BITS = -4;

    private FreeText() {}

    static List<Reading> readings(List<NameToken> words) {
        int count = Math.min(words.size(), PersonName.WORDS_MAX);
        if (count == 0) {
            return List.of(new Reading(List.of(), List.of(), false, true));
        }
        if (count == 1) {
            return List.of(split(words.subList(0, 1), pull(words.getFirst()) > 0 ? 1 : 0));
        }
        int best = 0;
        int second = -1;
        double bestBits = Double.NEGATIVE_INFINITY;
        double secondBits = Double.NEGATIVE_INFINITY;
        for (int surnames = 1; surnames <= Math.min(3, count); surnames++) {
            int givens = count - surnames;
            double bits = SURNAMES_PRIOR_BITS[surnames] + (givens == 0 ? NO_GIVEN_BITS : 0);
            for (int at = 0; at < count; at++) {
                bits += at < givens ? pull(words.get(at)) : -pull(words.get(at));
            }
            if (bits > bestBits) {
                second = best;
                secondBits = bestBits;
                best = givens;
                bestBits = bits;
            } else if (bits > secondBits) {
                second = givens;
                secondBits = bits;
            }
        }
        List<Reading> readings = new ArrayList<>();
        readings.add(split(words.subList(0, count), best));
        if (second >= 0 && bestBits - secondBits < CLOSE_BITS) {
            readings.add(split(words.subList(0, count), second));
        }
        return readings;
    }

    /// Bits for "given name", negative for "surname"; none for a word that no table has.
    private static double pull(NameToken word) {
        if (!word.isListed) {
            return 0;
        }
        double bits = Math.log(word.shares.given() / word.shares.surname()) / Math.log(2) / 2;
        return Math.clamp(bits, -PULL_BITS_MAX, PULL_BITS_MAX);
    }

    private static Reading split(List<NameToken> words, int givens) {
        List<Role> roles = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            roles.add(
                    at < givens
                            ? Role.GIVEN
                            : at == givens ? Role.PATERNAL : at == givens + 1 ? Role.MATERNAL : Role.MARRIED);
        }
        return new Reading(words, roles, false, true);
    }
}
