package org.entente.match;

import java.util.ArrayList;
import java.util.List;
import org.entente.match.Finding.CharacterClass;

/// The shapes a number may have, as masks: `A` letter, `9` digit, `N` either, `T` taxpayer's letter, `S` sex, `V`
/// vehicle character. Says where a text departs from the nearest mask of its own length.
final class Shape {
    private final List<String> masks;

    Shape(String... masks) {
        this.masks = List.of(masks);
    }

    boolean fits(String text) {
        return masks.stream().anyMatch(mask -> departures(mask, text) == 0);
    }

    /// Empty when the text fits a mask.
    List<Finding> findings(String text) {
        List<String> sameLength =
                masks.stream().filter(mask -> mask.length() == text.length()).toList();
        if (sameLength.isEmpty()) {
            List<Integer> lengths =
                    masks.stream().map(String::length).distinct().sorted().toList();
            return List.of(new Finding.WrongLength(lengths, text.length()));
        }
        String nearest = sameLength.getFirst();
        for (String mask : sameLength) {
            if (departures(mask, text) < departures(nearest, text)) {
                nearest = mask;
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (!fits(nearest.charAt(i), text.charAt(i))) {
                findings.add(new Finding.WrongCharacter(i, named(nearest.charAt(i)), text.charAt(i)));
            }
        }
        return findings;
    }

    /// One more than any text has places when the lengths differ.
    private static int departures(String mask, String text) {
        if (mask.length() != text.length()) {
            return Integer.MAX_VALUE;
        }
        int departures = 0;
        for (int i = 0; i < text.length(); i++) {
            departures += fits(mask.charAt(i), text.charAt(i)) ? 0 : 1;
        }
        return departures;
    }

    private static boolean fits(char mask, char found) {
        return switch (mask) {
            case 'A' -> isLetter(found);
            case '9' -> isDigit(found);
            case 'N' -> isLetter(found) || isDigit(found);
            case 'T' -> isLetter(found) || found == 'Ñ' || found == '&';
            case 'S' -> found == 'H' || found == 'M' || found == 'X';
            case 'V' -> isDigit(found) || (isLetter(found) && found != 'I' && found != 'O' && found != 'Q');
            default -> found == mask;
        };
    }

    private static CharacterClass named(char mask) {
        return switch (mask) {
            case 'A' -> CharacterClass.LETTER;
            case '9' -> CharacterClass.DIGIT;
            case 'T' -> CharacterClass.TAXPAYER_LETTER;
            case 'S' -> CharacterClass.SEX;
            case 'V' -> CharacterClass.VEHICLE_CHARACTER;
            default -> CharacterClass.LETTER_OR_DIGIT;
        };
    }

    static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    static boolean isLetter(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(letter -> isDigit((char) letter));
    }
}
