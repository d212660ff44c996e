package org.entente.match.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How common the words of names are, as shares of people, by the place they stand in.
///
/// The shipped table holds classes of half a bit, `round(-2 log2(share))`, of 20,886 words: Mexican paternal and
/// maternal
/// surnames and given names counted over the public education payroll (SEP, 1.19 million people), surnames of the US
/// Census of 2010 (those of 5,000 people or more) and US given names. Loaded once, 320 kB; then a look-up is one hash.
final class Frequencies {
    /// A word that no table has is taken to be as rare as the rarest that the Mexican one lists: 5 of 1.19 million.
    static final double FLOOR = 4e-6;

    private static final String TABLE = "frequencies.tsv";

    private Frequencies() {}

    /// Shares of people; [#FLOOR] where the table says nothing.
    record Shares(double paternal, double maternal, double given) {
        static final Shares UNKNOWN = new Shares(FLOOR, FLOOR, FLOOR);

        Shares atLeast(double share) {
            return new Shares(Math.max(share, paternal), Math.max(share, maternal), Math.max(share, given));
        }

        double surname() {
            return Math.max(paternal, maternal);
        }
    }

    /// A syllable of Mandarin as Hanyu Pinyin writes it (ISO 7098). There are some 400, most names are made of the
    /// hundred
    /// commonest, and a name written in Chinese becomes such syllables when it is transliterated.
    private static final Pattern MANDARIN = Pattern.compile("(?:[BPMFDTNLGKHJQXRZCSYW]|ZH|CH|SH)?"
            + "(?:A|O|E|AI|EI|AO|OU|AN|EN|ANG|ENG|ONG|I|IA|IE|IAO|IU|IAN|IN|IANG|ING|IONG"
            + "|U|UA|UO|UAI|UI|UAN|UN|UANG|UE)");

    /// Two syllables of a hundred in a given name.
    private static final double SYLLABLE = 0.015;

    /// A short word that no table has is no rare one. A share for none to five letters.
    private static final double[] SHORT = {0.05, 0.05, 0.005, 0.003, 0.001, 0.0002};

    static Shares of(String word) {
        Shares shares = Table.SHARES.get(word);
        if (word.length() <= 6 && MANDARIN.matcher(word).matches()) {
            return shares == null ? Table.SYLLABLE : shares.atLeast(SYLLABLE);
        }
        if (shares != null) {
            return shares;
        }
        return word.length() < SHORT.length ? Table.SHORT_SHARES[word.length()] : Shares.UNKNOWN;
    }

    static boolean isListed(String word) {
        return Table.SHARES.containsKey(word);
    }

    /// Share of people with a name in this role that sounds so.
    static double ofCode(boolean surname, String code) {
        Double share = (surname ? Table.SURNAME_CODES : Table.GIVEN_CODES).get(code);
        return share == null ? FLOOR : share;
    }

    private static final class Table {
        static final Map<String, Shares> SHARES = read();
        static final Shares SYLLABLE = Shares.UNKNOWN.atLeast(Frequencies.SYLLABLE);
        static final Shares[] SHORT_SHARES = Arrays.stream(SHORT)
                .mapToObj(share -> new Shares(share, share, share))
                .toArray(Shares[]::new);
        static final Map<String, Double> SURNAME_CODES = codes(true);
        static final Map<String, Double> GIVEN_CODES = codes(false);

        private static Map<String, Shares> read() {
            Map<String, Shares> shares = HashMap.newHashMap(22_000);
            try (InputStream in = Frequencies.class.getResourceAsStream(TABLE)) {
                if (in == null) {
                    throw new IllegalStateException(TABLE + " is not on the class path");
                }
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] columns = line.split("\t", -1);
                    double american = share(columns[4]);
                    shares.put(
                            columns[0],
                            new Shares(
                                    Math.max(share(columns[1]), american),
                                    Math.max(share(columns[2]), american),
                                    Math.max(share(columns[3]), share(columns[5]))));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return shares;
        }

        private static double share(@Nullable String halfBits) {
            return halfBits == null || halfBits.isEmpty()
                    ? FLOOR
                    : Math.max(FLOOR, Math.pow(2, -0.5 * Integer.parseInt(halfBits)));
        }

        private static Map<String, Double> codes(boolean surname) {
            Map<String, Double> codes = new HashMap<>();
            SHARES.forEach((word, shares) -> {
                double share = surname ? shares.surname() : shares.given();
                if (share > FLOOR) {
                    codes.merge(Sounds.spanish(word), share, Double::sum);
                }
            });
            return codes;
        }
    }
}
