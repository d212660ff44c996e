package org.entente.hold.invented;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.entente.match.Clabe;
import org.entente.match.Curp;
import org.entente.match.Imei;
import org.entente.match.Rfc;
import org.entente.match.Vin;

/// Identifiers that keep every rule of their kind and say that they are invented: a CURP has ZZZ for its inner
/// consonants, an RFC the homoclave ZZ, a telephone is of the range 555-0100 to 555-0199 that is given to
/// nobody (ATIS 0300115), a CLABE is of a bank 999 that does not exist, an IMEI of the test range 00 (3GPP TS
/// 23.003), a VIN begins 9ZZ, a passport X99, a firearm's serial INV. Each is given once.
final class InventedIdentifiers {
    private static final List<String> STATES = Curp.STATES.stream().sorted().toList();

    private final RandomGenerator random;
    private final Set<String> given = new HashSet<>();

    InventedIdentifiers(RandomGenerator random) {
        this.random = random;
    }

    /// A person of 1955 to 2004 with names out of the tables.
    Person anyone() {
        boolean male = random.nextBoolean();
        return person(
                InventedNames.given(random, male),
                InventedNames.one(random, InventedNames.SURNAMES),
                InventedNames.one(random, InventedNames.SURNAMES),
                male,
                LocalDate.of(1955, 1, 1).plusDays(random.nextInt(18_000)));
    }

    Person person(String givenNames, String paternal, String maternal, boolean male, LocalDate born) {
        String letters = root(paternal, maternal, givenNames);
        String date = yymmdd(born);
        String curp = unique(() -> {
            char homonym =
                    born.getYear() < 2000 ? (char) ('0' + random.nextInt(10)) : (char) ('A' + random.nextInt(10));
            String body = letters + date + (male ? 'H' : 'M') + InventedNames.one(random, STATES) + "ZZZ" + homonym;
            return body + Curp.checkDigit(body);
        });
        return new Person(givenNames, paternal, maternal, male, born, curp, personRfc(letters, date));
    }

    /// One homoclave leaves few RFCs for two people of like names and one birthday: the next takes ZY, ZX and
    /// so on.
    private String personRfc(String letters, String date) {
        for (char second = 'Z'; second >= 'A'; second--) {
            String body = letters + date + 'Z' + second;
            String rfc = body + Rfc.checkCharacter(body);
            if (given.add(rfc)) {
                return rfc;
            }
        }
        throw new IllegalStateException("more than 26 invented people of one RFC root");
    }

    String companyRfc(String name) {
        String letters = plain(name).replaceAll("[^A-Z]", "");
        return unique(() -> {
            String body = letters.substring(0, 2)
                    + (char) ('A' + random.nextInt(26))
                    + yymmdd(LocalDate.of(1985, 1, 1).plusDays(random.nextInt(14_000)))
                    + "ZZ";
            return body + Rfc.checkCharacter(body);
        });
    }

    String phone() {
        return unique(() -> String.format(
                Locale.ROOT,
                "+1 %d%d%d 555 01%02d",
                2 + random.nextInt(8),
                random.nextInt(10),
                random.nextInt(10),
                random.nextInt(100)));
    }

    String passport() {
        return unique(() -> "X99" + digits(6));
    }

    String clabe() {
        return unique(() -> {
            String body = "999" + digits(14);
            return body + Clabe.checkDigit(body);
        });
    }

    String imei() {
        return unique(() -> {
            String body = "00" + digits(12);
            return body + Imei.checkDigit(body);
        });
    }

    String vin() {
        return unique(() -> {
            String raw = "9ZZ" + digits(14);
            return raw.substring(0, 8) + Vin.checkCharacter(raw) + raw.substring(9);
        });
    }

    String firearmSerial() {
        return unique(() -> "INV" + digits(6));
    }

    private String unique(Supplier<String> source) {
        for (int tries = 0; tries < 10_000; tries++) {
            String value = source.get();
            if (given.add(value)) {
                return value;
            }
        }
        throw new IllegalStateException("no invented identifier left");
    }

    private String digits(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(random.nextInt(10));
        }
        return text.toString();
    }

    private static String yymmdd(LocalDate date) {
        return String.format(
                Locale.ROOT, "%02d%02d%02d", date.getYear() % 100, date.getMonthValue(), date.getDayOfMonth());
    }

    /// The four letters: first letter and first inner vowel of the paternal surname, initials of the others.
    private static String root(String paternal, String maternal, String givenNames) {
        String first = plain(paternal);
        char vowel = 'X';
        for (int i = 1; i < first.length() && vowel == 'X'; i++) {
            if ("AEIOU".indexOf(first.charAt(i)) >= 0) {
                vowel = first.charAt(i);
            }
        }
        return "" + first.charAt(0) + vowel + plain(maternal).charAt(0)
                + plain(givenNames).charAt(0);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
    }
}
