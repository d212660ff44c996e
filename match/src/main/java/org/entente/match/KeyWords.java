package org.entente.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Words of a name as the rules for Mexican keys read them: upper case, without accents, Ñ kept, and the slash, hyphen
/// and dot kept, since they count as characters there.
final class KeyWords {
    /// What the rules of RENAPO (annex on compound names) and of the tax authority (rule 8) leave out in front.
    static final Set<String> PARTICLES = Set.of(
            "DA", "DAS", "DE", "DEL", "DER", "DI", "DIE", "DD", "EL", "LA", "LOS", "LAS", "LE", "LES", "MAC", "MC",
            "VAN", "VON", "Y");

    private static final Set<String> PASSED_OVER = Set.of("MARIA", "MA.", "MA", "JOSE", "J", "J.");

    private KeyWords() {}

    static List<String> of(String name) {
        String upper = Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < upper.length(); i++) {
            char letter = upper.charAt(i);
            if (letter == 'Ñ' || letter == '/' || letter == '-' || letter == '.') {
                word.append(letter);
            } else if (Character.isLetter(letter)) {
                word.append(Names.baseLetters(letter));
            } else if (Character.isWhitespace(letter) || letter == ',') {
                close(words, word);
            }
        }
        close(words, word);
        return words;
    }

    private static void close(List<String> words, StringBuilder word) {
        if (!word.isEmpty() && Character.isLetter(word.charAt(0))) {
            words.add(word.toString());
        }
        word.setLength(0);
    }

    /// How many particles stand before the first other word; never all words.
    static int leadingParticles(List<String> words) {
        int count = 0;
        while (count < words.size() - 1 && PARTICLES.contains(words.get(count))) {
            count++;
        }
        return count;
    }

    /// The word of a surname that counts: the first that is no particle. Empty when there is none.
    static String telling(String surname) {
        List<String> words = of(surname);
        return words.isEmpty() ? "" : words.get(leadingParticles(words));
    }

    /// The word of the given names that counts: María and José, written out or not, are passed over once when another
    /// name follows.
    static String tellingGiven(String given) {
        List<String> words = of(given);
        List<String> counted =
                words.size() > 1 && PASSED_OVER.contains(words.getFirst()) ? words.subList(1, words.size()) : words;
        return counted.isEmpty() ? "" : counted.get(leadingParticles(counted));
    }

    static boolean isVowel(char letter) {
        return "AEIOU".indexOf(letter) >= 0;
    }

    /// The first vowel after the first letter; X when there is none or a slash, hyphen or dot comes before it.
    static char innerVowel(String word) {
        return inner(word, true);
    }

    /// The first consonant after the first letter, Ñ as X; X when there is none or a mark comes before it.
    static char innerConsonant(String word) {
        return inner(word, false);
    }

    private static char inner(String word, boolean vowel) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (!Character.isLetter(letter)) {
                return 'X';
            }
            if (isVowel(letter) == vowel) {
                return letter == 'Ñ' ? 'X' : letter;
            }
        }
        return 'X';
    }

    static char initial(String word) {
        return word.isEmpty() || word.charAt(0) == 'Ñ' ? 'X' : word.charAt(0);
    }
}
