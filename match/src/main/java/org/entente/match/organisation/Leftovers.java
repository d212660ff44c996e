package org.entente.match.organisation;

import org.entente.match.organisation.Vocabulary.Kind;
import org.jspecify.annotations.Nullable;

/// What the words without a counterpart say: paired off against each other they contradict, alone they are left out by
/// the other name.
final class Leftovers {
    private final Alignment alignment;
    private boolean first = true;

    private Leftovers(Alignment alignment) {
        this.alignment = alignment;
    }

    static void weigh(Alignment alignment) {
        new Leftovers(alignment).weigh();
    }

    private void weigh() {
        boolean numbers = numbers();
        int lefts = count(true);
        int rights = count(false);
        int pairs = Math.min(lefts, rights);
        for (int k = 0; k < pairs; k++) {
            differing(word(true, k), word(false, k));
        }
        for (int k = pairs; k < lefts; k++) {
            oneSided(word(true, k), true);
        }
        for (int k = pairs; k < rights; k++) {
            oneSided(word(false, k), false);
        }
        boolean leftOver = lefts + rights > 0 || numbers;
        if (!alignment.isDistinctive() && alignment.isAgreeing() && leftOver && !onlyPlaces(lefts, rights)) {
            alignment.add(Weight.NOTHING_DISTINCTIVE, "", "");
        }
    }

    /// Whether numbers are left over.
    private boolean numbers() {
        Word one = number(true);
        Word other = number(false);
        if (one != null && other != null) {
            alignment.add(Weight.NUMBERS_DIFFER, one.text, other.text);
        } else if (one != null) {
            alignment.add(Weight.NUMBER_ONE_SIDED, one.text, "");
        } else if (other != null) {
            alignment.add(Weight.NUMBER_ONE_SIDED, "", other.text);
        }
        return one != null || other != null;
    }

    private @Nullable Word number(boolean left) {
        OrganisationName name = left ? alignment.left() : alignment.right();
        for (int i = 0; i < name.words.size(); i++) {
            if (isFree(left, i) && name.words.get(i).isNumber()) {
                return name.words.get(i);
            }
        }
        return null;
    }

    private void differing(Word one, Word other) {
        boolean ordinary = one.entry.kind() == Kind.ORDINARY && other.entry.kind() == Kind.ORDINARY;
        Weight weight =
                !first ? Weight.MORE_WORDS_DIFFER : ordinary ? Weight.ORDINARY_WORDS_DIFFER : Weight.WORDS_DIFFER;
        first = false;
        alignment.add(weight, one.text, other.text);
    }

    private void oneSided(Word word, boolean left) {
        Weight weight;
        boolean whole = alignment.left().form() != null && alignment.right().form() != null;
        if (!first) {
            weight = Weight.MORE_ONE_SIDED;
        } else if (word.entry.kind() == Kind.PLACE) {
            weight = Weight.PLACE_ONE_SIDED;
        } else if (whole) {
            weight = Weight.ONE_SIDED_OF_WHOLE_NAMES;
        } else {
            weight = word.isDistinctive() ? Weight.DISTINCTIVE_ONE_SIDED : Weight.ORDINARY_ONE_SIDED;
        }
        first = false;
        alignment.add(weight, left ? word.text : "", left ? "" : word.text);
    }

    /// One side whole, the other with a place more: "Deutsche Bank (Schweiz)".
    private boolean onlyPlaces(int lefts, int rights) {
        if (lefts > 0 && rights > 0) {
            return false;
        }
        boolean left = lefts > 0;
        for (int k = 0; k < lefts + rights; k++) {
            if (word(left, k).entry.kind() != Kind.PLACE) {
                return false;
            }
        }
        return lefts + rights > 0;
    }

    /// Numbers rank last, so the words left over are the first of those free by rank.
    private int count(boolean left) {
        OrganisationName name = left ? alignment.left() : alignment.right();
        int count = 0;
        for (int i = 0; i < name.words.size(); i++) {
            count += isFree(left, i) && !name.words.get(i).isNumber() ? 1 : 0;
        }
        return count;
    }

    /// The k-th word left over, distinctive ones first, then places, then ordinary ones.
    private Word word(boolean left, int k) {
        OrganisationName name = left ? alignment.left() : alignment.right();
        int seen = 0;
        for (int rank = 0; rank < name.words.size(); rank++) {
            if (isFree(left, name.rankedAt(rank)) && seen++ == k) {
                return name.ranked(rank);
            }
        }
        throw new IllegalStateException("fewer words left over than counted");
    }

    private boolean isFree(boolean left, int at) {
        return left ? !alignment.isLeftUsed(at) : !alignment.isRightUsed(at);
    }
}
