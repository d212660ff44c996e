package org.entente.match;

/// A phonetic code for Spanish names as Mexican and US clerks write them: what sounds alike in either language
/// falls together. Vowels go, except that a first vowel leaves an A; B, V and W are B; soft C, S and Z are S;
/// hard C, K and QU are K; soft G, J and X are J (a last X is S); LL and consonant Y are Y; CH and SH are C; PH
/// is F; H is silent; N and M before B and P are N; doubled letters count once. At most eight characters.
/// Numbers are their own code.
public final class Phonetics {
    private static final int CODE_LENGTH_MAX = 8;

    private Phonetics() {}

    /// The code of one upper-case token ([Names#tokens]).
    public static String code(String token) {
        String text = Names.withoutEnye(token);
        if (!text.isEmpty() && Character.isDigit(text.charAt(0))) {
            return text;
        }
        StringBuilder code = new StringBuilder(CODE_LENGTH_MAX);
        for (int i = 0; i < text.length() && code.length() < CODE_LENGTH_MAX; i++) {
            char sound = sound(text, i);
            if (sound == 'A') {
                if (code.isEmpty()) {
                    code.append('A');
                }
            } else if (sound != ' ' && !repeats(text, i, code, sound)) {
                code.append(sound);
            }
        }
        return code.toString();
    }

    /// The same sound again with no vowel between: "RR", "SC" in "SANSCES".
    private static boolean repeats(String text, int at, StringBuilder code, char sound) {
        if (code.isEmpty() || code.charAt(code.length() - 1) != sound) {
            return false;
        }
        return !isVowel(text.charAt(at - 1));
    }

    /// One sound class, `A` for a vowel, a space for silence.
    private static char sound(String text, int at) {
        char letter = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        return switch (letter) {
            case 'A', 'E', 'I', 'O' -> 'A';
            // Silent in GUE, GUI, QUE, QUI.
            case 'U' -> (before == 'G' || before == 'Q') && isFront(next) ? ' ' : 'A';
            case 'H' -> ' ';
            case 'B', 'V', 'W' -> 'B';
            case 'C' -> next == 'H' ? 'C' : isFront(next) ? 'S' : 'K';
            case 'S' -> next == 'H' ? 'C' : 'S';
            case 'Z' -> 'S';
            case 'K', 'Q' -> 'K';
            case 'G' -> isFront(next) ? 'J' : 'G';
            case 'J' -> 'J';
            case 'X' -> next == ' ' ? 'S' : 'J';
            case 'L' -> next == 'L' ? 'Y' : before == 'L' ? ' ' : 'L';
            case 'Y' -> isVowel(next) ? 'Y' : 'A';
            case 'P' -> next == 'H' ? 'F' : 'P';
            case 'M' -> next == 'B' || next == 'P' || next == 'V' ? 'N' : 'M';
            default -> letter;
        };
    }

    private static boolean isFront(char letter) {
        return letter == 'E' || letter == 'I' || letter == 'Y';
    }

    private static boolean isVowel(char letter) {
        return "AEIOU".indexOf(letter) >= 0;
    }
}
