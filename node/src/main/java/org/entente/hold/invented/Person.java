package org.entente.hold.invented;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// An invented person before any file has them. `name` is "PATERNAL MATERNAL, Given".
record Person(String given, String paternal, String maternal, boolean male, LocalDate born, String curp, String rfc) {
    String name() {
        return paternal.toUpperCase(Locale.ROOT) + " " + maternal.toUpperCase(Locale.ROOT) + ", " + given;
    }

    /// The name as another office may have it: one or two of the damages seen between real lists, never none.
    String damagedName(RandomGenerator random) {
        String first = paternal;
        String second = maternal;
        String givenName = given;
        boolean surnameFirst = random.nextBoolean();
        switch (random.nextInt(6)) {
            case 0 -> second = "";
            case 1 -> first = misheard(first, random);
            case 2 -> second = misheard(second, random);
            case 3 -> {
                first = first + "-" + second;
                second = "";
            }
            case 4 ->
                givenName =
                        givenName.contains(" ") ? givenName.substring(0, givenName.indexOf(' ')) : givenName + " N.";
            default -> givenName = typed(givenName, random);
        }
        String plain = surnameFirst
                ? (first + " " + second).strip() + ", " + givenName
                : givenName + " " + (first + " " + second).strip();
        String unaccented = Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String damaged = random.nextInt(4) == 0 ? plain : unaccented.toUpperCase(Locale.ROOT);
        return damaged.equals(name()) ? unaccented.toLowerCase(Locale.ROOT) : damaged;
    }

    private static String misheard(String surname, RandomGenerator random) {
        String[][] pairs = {{"z", "s"}, {"v", "b"}, {"ll", "y"}, {"j", "g"}, {"c", "s"}, {"rr", "r"}, {"m", "n"}};
        int start = random.nextInt(pairs.length);
        for (int i = 0; i < pairs.length; i++) {
            String[] pair = pairs[(start + i) % pairs.length];
            if (surname.toLowerCase(Locale.ROOT).indexOf(pair[0]) > 0) {
                return surname.substring(0, 1) + surname.substring(1).replaceFirst(pair[0], pair[1]);
            }
        }
        return typed(surname, random);
    }

    /// Two neighbouring letters change places.
    private static String typed(String word, RandomGenerator random) {
        if (word.length() < 4) {
            return word + word.charAt(word.length() - 1);
        }
        int at = 1 + random.nextInt(word.length() - 2);
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }
}
