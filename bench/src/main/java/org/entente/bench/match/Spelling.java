package org.entente.bench.match;

import java.util.List;

/// How a name in capitals comes out wrong: written by ear in the other language, mistyped, or misread by a machine.
final class Spelling {
    /// Sounds that one ear writes as the other.
    private static final List<String[]> BY_EAR = List.of(
            new String[] {"V", "B"},
            new String[] {"B", "V"},
            new String[] {"Z", "S"},
            new String[] {"S", "Z"},
            new String[] {"CE", "SE"},
            new String[] {"CI", "SI"},
            new String[] {"LL", "Y"},
            new String[] {"Y", "LL"},
            new String[] {"GE", "JE"},
            new String[] {"GI", "JI"},
            new String[] {"J", "H"},
            new String[] {"QUE", "KE"},
            new String[] {"QUI", "KI"},
            new String[] {"C", "K"},
            new String[] {"X", "J"},
            new String[] {"GUA", "HUA"},
            new String[] {"HUE", "WE"},
            new String[] {"MB", "NB"},
            new String[] {"PH", "F"},
            new String[] {"Y", "I"},
            new String[] {"I", "Y"},
            new String[] {"EE", "I"},
            new String[] {"OO", "U"},
            new String[] {"RR", "R"},
            new String[] {"Ñ", "NI"},
            new String[] {"Ñ", "NY"},
            new String[] {"T", "TT"},
            new String[] {"L", "LL"},
            new String[] {"N", "NN"},
            new String[] {"SS", "S"},
            new String[] {"ES", "EZ"},
            new String[] {"CK", "K"},
            new String[] {"IE", "Y"},
            new String[] {"AE", "E"});

    /// What an eye or a scanner takes for another.
    private static final List<String[]> BY_SIGHT = List.of(
            new String[] {"O", "0"},
            new String[] {"I", "1"},
            new String[] {"I", "L"},
            new String[] {"B", "8"},
            new String[] {"S", "5"},
            new String[] {"Z", "2"},
            new String[] {"M", "RN"},
            new String[] {"N", "M"},
            new String[] {"U", "V"},
            new String[] {"E", "F"},
            new String[] {"C", "G"},
            new String[] {"Q", "O"});

    /// Neighbours on the keyboard, by letter from A.
    private static final List<String> NEIGHBOURS = List.of(
            "SQ", "VN", "XV", "SF", "WR", "DG", "FH", "GJ", "UO", "HK", "JL", "K", "N", "BM", "IP", "O", "WA", "ET",
            "AD", "RY", "YI", "CB", "QE", "ZC", "TU", "XA");

    private Spelling() {}

    /// Wrong in some way, three times of five by ear; never the same.
    static String misspelt(String name, Draw draw) {
        return draw.chance(0.6) ? byEar(name, draw) : draw.chance(0.25) ? bySight(name, draw) : mistyped(name, draw);
    }

    /// As an ear of the other language would write it.
    static String byEar(String name, Draw draw) {
        int start = draw.below(BY_EAR.size());
        if (name.startsWith("H") && draw.chance(0.3)) {
            return name.substring(1);
        }
        return replaced(name, BY_EAR, start, draw);
    }

    static String bySight(String name, Draw draw) {
        return replaced(name, BY_SIGHT, draw.below(BY_SIGHT.size()), draw);
    }

    /// The first pair from `start` on that applies; a slip of the finger where none does.
    private static String replaced(String name, List<String[]> pairs, int start, Draw draw) {
        for (int tried = 0; tried < pairs.size(); tried++) {
            String[] pair = pairs.get((start + tried) % pairs.size());
            int at = name.indexOf(pair[0]);
            if (at >= 0) {
                return name.substring(0, at) + pair[1] + name.substring(at + pair[0].length());
            }
        }
        return mistyped(name, draw);
    }

    /// One letter too few, too many, exchanged or of the next key.
    static String mistyped(String name, Draw draw) {
        if (name.length() < 3) {
            return name + name.charAt(name.length() - 1);
        }
        int at = 1 + draw.below(name.length() - 1);
        char letter = name.charAt(at);
        return switch (draw.below(4)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + letter + name.substring(at);
            case 2 -> exchanged(name, at);
            default -> name.substring(0, at) + nextKey(letter, draw) + name.substring(at + 1);
        };
    }

    private static String exchanged(String name, int at) {
        char before = name.charAt(at - 1);
        return before == name.charAt(at)
                ? name.substring(0, at) + name.substring(at + 1)
                : name.substring(0, at - 1) + name.charAt(at) + before + name.substring(at + 1);
    }

    private static char nextKey(char letter, Draw draw) {
        if (letter < 'A' || letter > 'Z') {
            return 'N';
        }
        String keys = NEIGHBOURS.get(letter - 'A');
        return keys.charAt(draw.below(keys.length()));
    }

    /// One character of a number wrong: misread where it can be, another digit else.
    static String damaged(String number, Draw draw) {
        int at = draw.below(number.length());
        char right = number.charAt(at);
        int confusable = "0O1I8B5S2Z".indexOf(right);
        char wrong = confusable >= 0 && draw.chance(0.6)
                ? "0O1I8B5S2Z".charAt(confusable ^ 1)
                : right >= '0' && right <= '9' ? otherDigit(right, draw) : nextKey(right, draw);
        return number.substring(0, at) + wrong + number.substring(at + 1);
    }

    private static char otherDigit(char digit, Draw draw) {
        return (char) ('0' + (digit - '0' + 1 + draw.below(9)) % 10);
    }
}
