package org.entente.bench.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.match.Curp;
import org.entente.match.Rfc;

/// CURP, RFC and elector key of an invented person by the published rules (RENAPO, instructivo normativo, Diario
/// Oficial, 18 October 2021; SAT, procedimiento para obtener la clave del RFC). Written apart from the engine's own
/// derivation, so that the two check each other.
final class MexicanNumbers {
    private static final String VOWELS = "AEIOU";
    private static final Set<String> PARTICLES = Set.of(
            "DA", "DAS", "DE", "DEL", "DER", "DI", "DIE", "DD", "EL", "LA", "LOS", "LAS", "LE", "LES", "MAC", "MC",
            "VAN", "VON", "Y");
    private static final Set<String> SKIPPED_FIRST = Set.of("MARIA", "MA", "M", "JOSE", "J");
    private static final Set<String> RUDE = Set.of(
            ("BACA BAKA BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COGI COJA COJE COJI COJO COLA CULO FALO FETO "
                            + "GETA GUEI GUEY JETA JOTO KACA KACO KAGA KAGO KAKA KAKO KOGE KOGI KOJA KOJE KOJI KOJO KOLA "
                            + "KULO LILO LOCA LOCO LOKA LOKO MAME MAMO MEAR MEAS MEON MIAR MION MOCO MOKO MULA MULO NACA "
                            + "NACO PEDA PEDO PENE PIPI PITO POPO PUTA PUTO QULO RATA ROBA ROBE ROBO RUIN SENO TETA VACA "
                            + "VAGA VAGO VAKA VUEI VUEY WUEI WUEY")
                    .split(" "));

    /// Anexo of the SAT procedure: the symbol at each value of the homoclave.
    private static final String HOMOCLAVE = "123456789ABCDEFGHIJKLMNPQRSTUVWXYZ";

    private MexicanNumbers() {}

    /// `homonym` 0 to 9 tells people of like names, day and place apart.
    static String curp(InventedPerson person, int homonym) {
        String paternal = significant(person.paternal());
        String maternal = significant(person.maternal());
        String given = significantGiven(person.given());
        String letters =
                "" + plain(initial(paternal)) + innerVowel(paternal) + plain(initial(maternal)) + plain(initial(given));
        if (RUDE.contains(letters)) {
            letters = letters.charAt(0) + "X" + letters.substring(2);
        }
        char last = (char) (person.born().getYear() < 2000 ? '0' + homonym : 'A' + homonym);
        String body = letters
                + yymmdd(person)
                + sex(person)
                + Places.STATES.get(person.state()).code()
                + innerConsonant(paternal)
                + innerConsonant(maternal)
                + innerConsonant(given)
                + last;
        return body + Curp.checkDigit(body);
    }

    static String rfc(InventedPerson person) {
        String body = rfcLetters(person)
                + yymmdd(person)
                + homoclave((person.paternal() + " " + person.maternal() + " " + person.given()).replace("  ", " "));
        return body + Rfc.checkCharacter(body);
    }

    private static String rfcLetters(InventedPerson person) {
        String paternal = significant(person.paternal()).replace('Ñ', 'N');
        String maternal = significant(person.maternal()).replace('Ñ', 'N');
        String given = significantGiven(person.given()).replace('Ñ', 'N');
        String letters;
        if (maternal.isEmpty()) {
            letters = start(paternal, 2) + start(given, 2);
        } else if (paternal.length() < 3) {
            letters = start(paternal, 1) + start(maternal, 1) + start(given, 2);
        } else {
            letters = start(paternal, 1) + innerVowel(paternal) + start(maternal, 1) + start(given, 1);
        }
        return RUDE.contains(letters) ? letters.substring(0, 3) + "X" : letters;
    }

    private static String start(String word, int letters) {
        return word.length() >= letters ? word.substring(0, letters) : word + "X".repeat(letters - word.length());
    }

    /// Two symbols from the whole name: pairs of digits times the later one, the sum's last three digits over 34.
    static String homoclave(String name) {
        StringBuilder digits = new StringBuilder("0");
        for (int at = 0; at < name.length(); at++) {
            digits.append(twoDigits(name.charAt(at)));
        }
        int sum = 0;
        for (int at = 0; at + 1 < digits.length(); at++) {
            int first = digits.charAt(at) - '0';
            int second = digits.charAt(at + 1) - '0';
            sum += (first * 10 + second) * second;
        }
        int three = sum % 1000;
        return "" + HOMOCLAVE.charAt(three / 34) + HOMOCLAVE.charAt(three % 34);
    }

    private static String twoDigits(char letter) {
        if (letter >= '0' && letter <= '9') {
            return "0" + letter;
        }
        if (letter >= 'A' && letter <= 'I') {
            return String.valueOf(11 + letter - 'A');
        }
        if (letter >= 'J' && letter <= 'R') {
            return String.valueOf(21 + letter - 'J');
        }
        if (letter >= 'S' && letter <= 'Z') {
            return String.valueOf(32 + letter - 'S');
        }
        return letter == 'Ñ' ? "40" : letter == '&' ? "10" : "00";
    }

    /// Its check digit's rule is not public: `check` stands in its place. The homonym is 00, as on 27 of 36 listed
    /// keys.
    static String electorKey(InventedPerson person, int check) {
        StringBuilder key = new StringBuilder();
        for (String word : List.of(
                significant(person.paternal()), significant(person.maternal()), significantGiven(person.given()))) {
            key.append(plain(initial(word))).append(innerConsonant(word));
        }
        int state = person.state() == Places.ABROAD ? 87 : person.state() + 1;
        return key.append(yymmdd(person))
                .append(state < 10 ? "0" : "")
                .append(state)
                .append(sex(person))
                .append(check)
                .append("00")
                .toString();
    }

    private static char sex(InventedPerson person) {
        return person.isFemale() ? 'M' : 'H';
    }

    private static String yymmdd(InventedPerson person) {
        int number = person.born().getYear() % 100 * 10_000
                + person.born().getMonthValue() * 100
                + person.born().getDayOfMonth();
        String digits = String.valueOf(number);
        return "0".repeat(6 - digits.length()) + digits;
    }

    /// The first word that is no particle.
    private static String significant(String name) {
        return first(words(name));
    }

    private static String significantGiven(String name) {
        List<String> words = words(name);
        return words.size() > 1 && SKIPPED_FIRST.contains(words.getFirst())
                ? first(words.subList(1, words.size()))
                : first(words);
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>(
                List.of(name.replace('Ü', 'U').replaceAll("[^A-ZÑ -]", "").split("[ -]+")));
        if (words.stream().anyMatch(word -> !PARTICLES.contains(word))) {
            words.removeIf(PARTICLES::contains);
        }
        return words;
    }

    private static String first(List<String> words) {
        return words.isEmpty() ? "" : words.getFirst();
    }

    private static char initial(String word) {
        return word.isEmpty() ? 'X' : word.charAt(0);
    }

    private static char innerVowel(String word) {
        for (int at = 1; at < word.length(); at++) {
            if (VOWELS.indexOf(word.charAt(at)) >= 0) {
                return word.charAt(at);
            }
        }
        return 'X';
    }

    private static char innerConsonant(String word) {
        for (int at = 1; at < word.length(); at++) {
            if (VOWELS.indexOf(word.charAt(at)) < 0) {
                return plain(word.charAt(at));
            }
        }
        return 'X';
    }

    /// Ñ and whatever is no letter stand as X.
    private static char plain(char letter) {
        return letter >= 'A' && letter <= 'Z' ? letter : 'X';
    }
}
