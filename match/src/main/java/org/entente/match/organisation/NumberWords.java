package org.entente.match.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers in names, written in digits, in words of both languages, as ordinals, or in Roman figures from II on.
final class NumberWords {
    private static final List<String> UNITS = List.of(
            "1 ONE UNO FIRST 1ST PRIMER PRIMERA PRIMERO",
            "2 TWO SECOND 2ND SEGUNDA SEGUNDO II",
            "3 THREE TRES THIRD 3RD TERCER TERCERA TERCERO III",
            "4 FOUR CUATRO FOURTH 4TH CUARTA CUARTO IV",
            "5 FIVE CINCO FIFTH 5TH QUINTA QUINTO",
            "6 SIX SEIS SIXTH 6TH SEXTA SEXTO VI",
            "7 SEVEN SIETE SEVENTH 7TH SEPTIMA SEPTIMO VII",
            "8 EIGHT OCHO EIGHTH 8TH OCTAVA OCTAVO VIII",
            "9 NINE NUEVE NINTH 9TH NOVENA NOVENO IX",
            "10 TEN DIEZ TENTH 10TH DECIMA DECIMO",
            "11 ELEVEN ONCE XI",
            "12 TWELVE DOCE XII",
            "13 THIRTEEN TRECE XIII",
            "14 FOURTEEN CATORCE XIV",
            "15 FIFTEEN QUINCE XV",
            "16 SIXTEEN XVI",
            "17 SEVENTEEN XVII",
            "18 EIGHTEEN XVIII",
            "19 NINETEEN XIX",
            "20 TWENTY VEINTE XX",
            "30 THIRTY TREINTA",
            "40 FORTY FOURTY CUARENTA",
            "50 FIFTY CINCUENTA",
            "60 SIXTY SESENTA",
            "70 SEVENTY SETENTA",
            "80 EIGHTY OCHENTA",
            "90 NINETY NOVENTA",
            "100 HUNDRED CIEN",
            "21 XXI");

    private static final Map<String, Integer> VALUES = new HashMap<>();

    static {
        for (String row : UNITS) {
            String[] words = row.split(" ");
            for (int i = 1; i < words.length; i++) {
                VALUES.put(words[i], Integer.valueOf(words[0]));
            }
        }
    }

    private static final int DIGITS_MAX = 9;

    private NumberWords() {}

    /// Replaces number words by digits: "FORTY FOUR" and "FORTY 4" become 44. Digits lose leading zeros.
    static List<String> inDigits(List<String> words) {
        List<String> out = new ArrayList<>(words.size());
        int tens = 0;
        for (String word : words) {
            int value = value(word);
            if (value > 0 && value < 10 && tens > 0) {
                out.set(out.size() - 1, Integer.toString(tens + value));
                tens = 0;
            } else {
                out.add(value < 0 ? word : Integer.toString(value));
                // Only a word of tens takes a unit: "20 4" in digits are two numbers.
                tens = value >= 20 && value % 10 == 0 && value < 100 && Character.isLetter(word.charAt(0)) ? value : 0;
            }
        }
        return out;
    }

    /// -1 when it is no number.
    private static int value(String word) {
        Integer known = VALUES.get(word);
        if (known != null) {
            return known;
        }
        return isNumber(word) ? Integer.parseInt(word) : -1;
    }

    static boolean isNumber(String word) {
        return !word.isEmpty()
                && word.length() <= DIGITS_MAX
                && word.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
