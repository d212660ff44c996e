package org.entente.match.name;

import java.util.concurrent.ConcurrentHashMap;
import org.entente.match.Names;

/// A word of a name with all that a comparison asks of it, worked out once. Equal words are the same object while the
/// [#KNOWN] words last, so that most comparisons end at `==`.
final class NameToken {
    /// Words kept; a country's names have some hundred thousand. Beyond it words are made anew each time.
    private static final int KNOWN_MAX = 400_000;

    private static final ConcurrentHashMap<String, NameToken> KNOWN = new ConcurrentHashMap<>();

    final String text;
    /// Ñ as N.
    final char[] letters;
    final String folded;
    final String spanish;
    final String english;
    final int[] nicknames;
    final Frequencies.Shares shares;
    final boolean isListed;
    final double surnameCode;
    final double givenCode;
    /// A bit a letter of the alphabet, one for all digits: two words within two edits differ in few.
    final int alphabet;

    private NameToken(String text) {
        this.text = text;
        this.folded = Names.withoutEnye(text);
        this.letters = folded.toCharArray();
        this.spanish = Sounds.spanish(text);
        this.english = Sounds.english(folded);
        this.nicknames = Nicknames.groups(text);
        this.shares = Frequencies.of(text);
        this.isListed = Frequencies.isListed(text);
        this.surnameCode = Frequencies.ofCode(true, spanish);
        this.givenCode = Frequencies.ofCode(false, spanish);
        int bits = 0;
        for (char letter : letters) {
            bits |= letter >= 'A' && letter <= 'Z' ? 1 << (letter - 'A') : 1 << 26;
        }
        this.alphabet = bits;
    }

    static NameToken of(String text) {
        NameToken known = KNOWN.get(text);
        if (known != null) {
            return known;
        }
        NameToken made = new NameToken(text);
        if (KNOWN.size() < KNOWN_MAX) {
            NameToken other = KNOWN.putIfAbsent(text, made);
            return other == null ? made : other;
        }
        return made;
    }

    boolean isInitial() {
        return letters.length == 1;
    }

    double share(Role role) {
        return switch (role) {
            case GIVEN -> shares.given();
            case PATERNAL -> shares.paternal();
            case MATERNAL -> shares.maternal();
            case MARRIED -> shares.surname();
        };
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof NameToken token && token.text.equals(text));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
