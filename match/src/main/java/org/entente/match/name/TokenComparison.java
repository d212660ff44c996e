package org.entente.match.name;

/// The level at which two words agree. Pure; some ten nanoseconds where they are the same or clearly not, about two
/// hundred where letters must be counted.
final class TokenComparison {
    /// Below three letters an edit says nothing.
    private static final int NEAR_LETTERS_MIN = 4;

    private static final int FAR_LETTERS_MIN = 7;
    private static final int FAR_SHORTER_MIN = 5;
    private static final int PHONETIC_CODE_MIN = 3;

    private TokenComparison() {}

    /// @param given whether pet names may stand for names here
    static TokenLevel level(NameToken one, NameToken other, boolean given) {
        if (one.equals(other)) {
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
        boolean near = (shorter >= NEAR_LETTERS_MIN && distance <= 2) || (shorter >= 2 && distance <= 1);
        if (near) {
            return TokenLevel.NEAR;
        }
        boolean far = shorter >= FAR_SHORTER_MIN
                && ((longer >= FAR_LETTERS_MIN && distance <= 4) || (longer == FAR_LETTERS_MIN - 1 && distance <= 3));
        return far ? TokenLevel.FAR : beginning(one, other);
    }

    private static TokenLevel beginning(NameToken one, NameToken other) {
        int shorter = Math.min(one.letters.length, other.letters.length);
        int same = 0;
        while (same < shorter && one.letters[same] == other.letters[same]) {
            same++;
        }
        return same >= 3 && (same >= 4 || 2 * same >= shorter) ? TokenLevel.BEGINNING : TokenLevel.OTHER;
    }

    private static boolean soundsAlike(NameToken one, NameToken other) {
        boolean spanish = one.spanish.equals(other.spanish)
                && (one.spanish.length() >= PHONETIC_CODE_MIN
                        || (one.spanish.length() == 2
                                && Math.min(one.letters.length, other.letters.length) >= NEAR_LETTERS_MIN));
        return spanish || (one.english.length() >= PHONETIC_CODE_MIN && one.english.equals(other.english));
    }
}
