package org.entente.match.organisation;

import java.util.ArrayList;
import java.util.List;
import org.entente.match.organisation.Word.Level;
import org.entente.match.score.Part;
import org.jspecify.annotations.Nullable;

/// Aligns the words of two names, best level first, and adds up what agrees, what is left over and the legal forms.
/// One use for one pair; without parts it allocates nothing but itself, unless words are close in spelling.
final class Alignment {
    /// Neither name may have more content words than a mask has bits.
    private static final long ALL = -1L;

    private final OrganisationName left;
    private final OrganisationName right;
    private final @Nullable List<Part> parts;
    private double sum;
    private boolean distinctive;
    private int agreeing;

    /// Words of each side that have their counterpart.
    private long leftUsed;

    private long rightUsed;

    private Alignment(OrganisationName left, OrganisationName right, @Nullable List<Part> parts) {
        this.left = left;
        this.right = right;
        this.parts = parts;
    }

    static double bits(OrganisationName left, OrganisationName right) {
        Alignment alignment = new Alignment(left, right, null);
        alignment.run();
        return alignment.sum;
    }

    static OrganisationMatch explained(OrganisationName left, OrganisationName right) {
        List<Part> parts = new ArrayList<>();
        Alignment alignment = new Alignment(left, right, parts);
        alignment.run();
        return new OrganisationMatch(alignment.sum, alignment.distinctive, parts);
    }

    private void run() {
        equalWords();
        joinedWords(left, right, false);
        joinedWords(right, left, true);
        acronyms(left, right, false);
        acronyms(right, left, true);
        similarWords();
        if (!distinctive && left.words.size() + right.words.size() > 2) {
            wholeNames();
        }
        Leftovers.weigh(this);
        forms();
    }

    private void equalWords() {
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < left.words.size(); i++) {
                if (isUsed(leftUsed, i)) {
                    continue;
                }
                Word one = left.words.get(i);
                for (int j = 0; j < right.words.size(); j++) {
                    Word other = right.words.get(j);
                    if (isUsed(rightUsed, j)) {
                        continue;
                    }
                    boolean agrees = pass == 0 ? one.isSameText(other) : one.isSameMeaning(other);
                    if (agrees) {
                        pair(i, j, pass == 0 ? Level.EXACT : Level.SAME_MEANING);
                        break;
                    }
                }
            }
        }
    }

    /// One word here, two or three neighbours there: AEROCONTINENTE, AERO CONTINENTE.
    private void joinedWords(OrganisationName single, OrganisationName several, boolean swapped) {
        for (int i = 0; i < single.words.size(); i++) {
            Word whole = single.words.get(i);
            if (isUsed(swapped ? rightUsed : leftUsed, i) || whole.text.length() < 4) {
                continue;
            }
            for (int j = 0; j + 1 < several.words.size(); j++) {
                int count = joinedCount(whole.text, several, j, swapped ? leftUsed : rightUsed);
                if (count > 0) {
                    take(whole, i, several, j, count, swapped, Level.JOINED);
                    break;
                }
            }
        }
    }

    private static int joinedCount(String whole, OrganisationName several, int from, long used) {
        int at = 0;
        for (int j = from; j < several.words.size() && j < from + 3; j++) {
            String part = several.words.get(j).text;
            if (isUsed(used, j) || !whole.startsWith(part, at)) {
                return 0;
            }
            at += part.length();
            if (at == whole.length()) {
                return j - from + 1;
            }
        }
        return 0;
    }

    /// CJNG, Cartel de Jalisco Nueva Generación; also inside a name: Laredo DTO.
    private void acronyms(OrganisationName single, OrganisationName several, boolean swapped) {
        if (several.words.size() < 3) {
            return;
        }
        for (int i = 0; i < single.words.size(); i++) {
            Word word = single.words.get(i);
            int length = word.text.length();
            if (length < 3 || length > 7 || !word.isDistinctive() || isUsed(swapped ? rightUsed : leftUsed, i)) {
                continue;
            }
            long used = swapped ? leftUsed : rightUsed;
            int at = several.initials.indexOf(word.text);
            if (at >= 0 && (used & mask(at, length)) == 0) {
                take(word, i, several, at, length, swapped, Level.ACRONYM);
            } else if (used == 0 && several.initialsWithParticles.equals(word.text)) {
                take(word, i, several, 0, several.words.size(), swapped, Level.ACRONYM);
            }
        }
    }

    private void similarWords() {
        if (!maySimilarWordsBe()) {
            return;
        }
        for (Level level : SIMILAR) {
            for (int i = 0; i < left.words.size(); i++) {
                for (int j = 0; j < right.words.size() && !isUsed(leftUsed, i); j++) {
                    if (!isUsed(rightUsed, j) && isSimilar(left.words.get(i), right.words.get(j), level)) {
                        pair(i, j, level);
                    }
                }
            }
        }
    }

    private boolean maySimilarWordsBe() {
        for (int i = 0; i < left.words.size(); i++) {
            if (isUsed(leftUsed, i)) {
                continue;
            }
            Word one = left.words.get(i);
            for (int j = 0; j < right.words.size(); j++) {
                if (!isUsed(rightUsed, j) && one.mayBeSimilar(right.words.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static final Level[] SIMILAR = {Level.STEM, Level.PHONETIC, Level.EDIT};

    private static boolean isSimilar(Word one, Word other, Level level) {
        if (!one.mayBeSimilar(other)) {
            return false;
        }
        int shorter = Math.min(one.text.length(), other.text.length());
        int longer = Math.max(one.text.length(), other.text.length());
        if (shorter < 5 || one.isNumber() || other.isNumber()) {
            // Of a short word only an S more or less counts, at the end.
            return level == Level.STEM && shorter >= 3 && isPlural(one.text, other.text) && !one.isNumber();
        }
        return switch (level) {
            case STEM -> isStem(one, other, shorter, longer);
            case PHONETIC ->
                one.code.length() >= 2
                        && one.code.equals(other.code)
                        && Spelling.distance(one.text, other.text, 3) * 3 <= longer;
            case EDIT -> {
                int most = Math.min(one.edits(), other.edits());
                yield Spelling.distance(one.text, other.text, most) <= most;
            }
            case EXACT, SAME_MEANING, JOINED, ACRONYM -> false;
        };
    }

    /// Ordinary words by their common beginning, AGRICOLA and AGRICULTURA; others only where one is the other's
    /// beginning, MUROM and MUROMSKIJ, or a long one changes its last letter.
    private static boolean isStem(Word one, Word other, int shorter, int longer) {
        int common = Spelling.commonPrefix(one.text, other.text);
        if (!one.isDistinctive() && !other.isDistinctive()) {
            return common >= 5 && common * 10 >= shorter * 6 && longer - common <= 6;
        }
        boolean beginning = common == shorter && longer - shorter <= 4;
        boolean ending = common >= 6 && common >= shorter - 1 && longer - common <= 2;
        return beginning || ending;
    }

    private static boolean isPlural(String one, String other) {
        String longer = one.length() > other.length() ? one : other;
        String shorter = one.length() > other.length() ? other : one;
        return longer.length() == shorter.length() + 1 && longer.endsWith("S") && longer.startsWith(shorter);
    }

    /// All words of both sides without their spaces, where no distinctive word agrees by itself.
    private void wholeNames() {
        int shorter = Math.min(left.joined.length(), right.joined.length());
        if (shorter < 8 || (leftUsed != 0 && rightUsed != 0) || left.words.size() == right.words.size()) {
            return;
        }
        int most = shorter >= 12 ? 2 : 1;
        if (Spelling.distance(left.joined, right.joined, most) <= most) {
            leftUsed = ALL;
            rightUsed = ALL;
            distinctive = true;
            double u = Vocabulary.unknown(shorter) * 4;
            add("name", left.joined, right.joined, "joined and edit", 0.05, u, Bits.of(0.05, u));
        }
    }

    private void pair(int i, int j, Level level) {
        Word one = left.words.get(i);
        Word other = right.words.get(j);
        // The commoner of two spellings is the one that a chance agreement would have.
        Word telling = one.u(level) >= other.u(level) ? one : other;
        leftUsed |= 1L << i;
        rightUsed |= 1L << j;
        agreeing++;
        distinctive |= one.isDistinctive() && other.isDistinctive();
        add(what(telling), one.text, other.text, level.word(), level.m(), telling.u(level), telling.bits(level));
    }

    private void take(Word word, int at, OrganisationName several, int from, int count, boolean swapped, Level level) {
        if (swapped) {
            rightUsed |= 1L << at;
            leftUsed |= mask(from, count);
        } else {
            leftUsed |= 1L << at;
            rightUsed |= mask(from, count);
        }
        agreeing++;
        distinctive |= word.isDistinctive();
        if (parts == null) {
            sum += word.bits(level);
            return;
        }
        String text = String.join(" ", several.words().subList(from, from + count));
        add(
                what(word),
                swapped ? text : word.text,
                swapped ? word.text : text,
                level.word(),
                level.m(),
                word.u(level),
                word.bits(level));
    }

    private static String what(Word word) {
        return switch (word.entry.kind()) {
            case DISTINCTIVE -> "distinctive word";
            case PLACE -> "place";
            case ORDINARY -> "ordinary word";
            case NUMBER -> "number";
        };
    }

    private void forms() {
        LegalForm one = left.form();
        LegalForm other = right.form();
        if (one == null && other == null) {
            return;
        }
        Weight weight;
        if (one == null || other == null) {
            weight = Weight.FORM_ONE_SIDED;
        } else {
            weight = switch (one.compare(other)) {
                case SAME -> Weight.FORM_SAME;
                case EQUIVALENT -> Weight.FORM_EQUIVALENT;
                case DIFFERENT -> Weight.FORM_DIFFERENT;
            };
        }
        add(weight, one == null ? "" : one.name(), other == null ? "" : other.name());
    }

    void add(Weight weight, String one, String other) {
        add(weight.what(), one, other, weight.level(), weight.m(), weight.u(), weight.bits());
    }

    private void add(String what, String one, String other, String level, double m, double u, double bits) {
        sum += bits;
        if (parts != null) {
            parts.add(new Part(what, one, other, level, m, u, bits));
        }
    }

    private static long mask(int from, int count) {
        return (count >= Long.SIZE ? ALL : (1L << count) - 1) << from;
    }

    private static boolean isUsed(long used, int at) {
        return (used >> at & 1) != 0;
    }

    OrganisationName left() {
        return left;
    }

    OrganisationName right() {
        return right;
    }

    boolean isLeftUsed(int at) {
        return isUsed(leftUsed, at);
    }

    boolean isRightUsed(int at) {
        return isUsed(rightUsed, at);
    }

    boolean isDistinctive() {
        return distinctive;
    }

    boolean isAgreeing() {
        return agreeing > 0;
    }
}
