package org.entente.match.name;

/// The level at which two words agree. Pure; some ten nanoseconds where they are the same or clearly not, about two
/// hundred where letters must be counted.
final class TokenComparison {
    /// Below three letters an edit says nothing.
    private static final int NEAR_LETTERS_MIN = 4;

    private static final int FAR_LETTERS_MIN = 7;
    private static final int PHONETIC_CODE_MIN = 3;

    private TokenComparison() {}

    /// @param given whether pet names may stand for names here
    static TokenLevel level(NameToken one, NameToken other, boolean given) {
        if (one == other || one.text.equals(other.text)) {
            return TokenLevel.EXACT;
        }
        if (one.isInitial() || other.isInitial()) {
            return one.letters.length > 0 && other.letters.length > 0 && one.letters[0] == other.letters[0]
                    ? TokenLevel.INITIAL
                    : TokenLevel.OTHER;
        }
        if (one.folded.equals(other.folded)) {
            return TokenLevel.FOLDED;
        }
        if (given && Nicknames.share(one.nicknames, other.nicknames)) {
            return TokenLevel.NICKNAME;
        }
        return spelling(one, other);
    }

    private static TokenLevel spelling(NameToken one, NameToken other) {
        int longer = Math.max(one.letters.length, other.letters.length);
        int shorter = Math.min(one.letters.length, other.letters.length);
        boolean alike = soundsAlike(one, other);
        if (!alike && Integer.bitCount(one.alphabet ^ other.alphabet) > 4) {
            return beginning(one, other);
        }
        int limit = longer >= FAR_LETTERS_MIN ? 4 : 3;
        int distance = Spelling.distance(one.letters, other.letters, limit);
        if (alike && distance <= limit) {
            return TokenLevel.PHONETIC;
        }
        if (shorter >= NEAR_LETTERS_MIN && distance <= 2 || shorter >= 2 && distance <= 1) {
            return TokenLevel.NEAR;
        }
        boolean far = longer >= FAR_LETTERS_MIN && shorter >= 5 && distance <= 4
                || longer >= 6 && shorter >= 5 && distance <= 3;
        return far ? TokenLevel.FAR : beginning(one, other);
    }

    private static TokenLevel beginning(NameToken one, NameToken other) {
        int shorter = Math.min(one.letters.length, other.letters.length);
        int same = 0;
        while (same < shorter && one.letters[same] == other.letters[same]) {
            same++;
        }
        return same >= 3 && 2 * same >= shorter ? TokenLevel.BEGINNING : TokenLevel.OTHER;
    }

    private static boolean soundsAlike(NameToken one, NameToken other) {
        return one.spanish.length() >= PHONETIC_CODE_MIN && one.spanish.equals(other.spanish)
                || !one.english.isEmpty()
                        && one.english.length() >= PHONETIC_CODE_MIN
                        && one.english.equals(other.english)
                || one.spanish.length() == 2
                        && one.spanish.equals(other.spanish)
                        && Math.min(one.letters.length, other.letters.length) >= 4;
    }
}
