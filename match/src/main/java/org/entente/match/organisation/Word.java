package org.entente.match.organisation;

import org.entente.match.Phonetics;

/// A word of a parsed name, with the bits of every level at which another name's word can agree with it.
final class Word {
    /// How two words agree, best first. `m` is how often two names of one organisation have their corresponding word
    /// at that level: set by hand, in round figures, on the 48 variant aliases of Mexican entities on the Treasury
    /// list and the 97 labelled pairs of nomenklatura's development set. `spread` is how many times a word's own
    /// frequency two names of different organisations reach the level by chance.
    enum Level {
        EXACT(0, "exact", 0.70, 1),
        /// Another writing of the same thing: abbreviation, plural, the other language.
        SAME_MEANING(1, "same meaning", 0.20, 1),
        JOINED(2, "joined", 0.10, 1),
        ACRONYM(3, "acronym", 0.15, 1),
        STEM(4, "stem", 0.08, 2.5),
        PHONETIC(5, "phonetic", 0.08, 1.5),
        EDIT(6, "edit", 0.08, 3);

        private final int index;
        private final String word;
        private final double m;
        private final double spread;

        Level(int index, String word, double m, double spread) {
            this.index = index;
            this.word = word;
            this.m = m;
            this.spread = spread;
        }

        String word() {
            return word;
        }

        double m() {
            return m;
        }
    }

    /// Two words begin with the same letter this often (the sum of squared frequencies of initials on both lists).
    private static final double INITIAL_FREQUENCY = 1.0 / 12;

    final String text;
    final Vocabulary.Entry entry;
    final String code;

    /// Which letters stand in the word, a bit each; all other characters share one.
    final int letters;

    private final int edits;
    private final int head;
    private final int codeHash;
    private final int textHash;
    private final int meaningHash;
    private final double[] u = new double[Level.values().length];
    private final double[] bits = new double[Level.values().length];

    Word(String text) {
        this.text = text;
        this.entry = Vocabulary.entry(text);
        this.code = Phonetics.code(text);
        this.letters = letters(text);
        int length = text.length();
        this.edits = length >= 11 ? 3 : length >= 8 ? 2 : length >= 5 ? 1 : 0;
        this.head = text.substring(0, Math.min(3, length)).hashCode();
        this.codeHash = code.hashCode();
        this.textHash = text.hashCode();
        this.meaningHash = entry.meaning().hashCode();
        // Ordinary words come in company: the root of the rarity is what one adds to the others.
        double frequency = isDistinctive() || isNumber() ? entry.frequency() : Math.sqrt(entry.frequency());
        for (Level level : Level.values()) {
            double chance = level == Level.ACRONYM
                    ? StrictMath.pow(INITIAL_FREQUENCY, text.length())
                    : Math.min(0.9, frequency * level.spread * crowding(level));
            u[level.index] = chance;
            bits[level.index] = Bits.of(level.m, chance);
        }
    }

    /// Short words and short codes have more neighbours.
    private double crowding(Level level) {
        return switch (level) {
            case PHONETIC -> code.length() >= 4 ? 1 : code.length() == 3 ? 1.5 : 2;
            case EDIT -> text.length() >= 8 ? 1 : text.length() >= 6 ? 2 : 5;
            case EXACT, SAME_MEANING, JOINED, ACRONYM, STEM -> 1;
        };
    }

    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            letters |= letter >= 'A' && letter <= 'Z' ? 1 << (letter - 'A') : 1 << 26;
        }
        return letters;
    }

    boolean isSameText(Word other) {
        return textHash == other.textHash && text.equals(other.text);
    }

    boolean isSameMeaning(Word other) {
        return meaningHash == other.meaningHash && entry.meaning().equals(other.entry.meaning());
    }

    /// Whether a closer look at the spelling can find anything; wrong only on the safe side.
    boolean mayBeSimilar(Word other) {
        if (head == other.head || codeHash == other.codeHash) {
            return true;
        }
        int most = Math.min(edits, other.edits);
        int length = text.length() - other.text.length();
        // An edit changes at most two letters of the set.
        return length <= most && length >= -most && Integer.bitCount(letters ^ other.letters) <= 2 * most;
    }

    /// How many edits a word of this length bears: none under five letters, one under eight, two under eleven, three.
    int edits() {
        return edits;
    }

    boolean isDistinctive() {
        return entry.kind() == Vocabulary.Kind.DISTINCTIVE;
    }

    boolean isNumber() {
        return entry.kind() == Vocabulary.Kind.NUMBER;
    }

    double u(Level level) {
        return u[level.index];
    }

    double bits(Level level) {
        return bits[level.index];
    }

    @Override
    public String toString() {
        return text;
    }
}
