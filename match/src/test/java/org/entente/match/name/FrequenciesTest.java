package org.entente.match.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.entente.match.Names;
import org.entente.match.SharedData;
import org.junit.jupiter.api.Test;

class FrequenciesTest {
    /// People counted by the US Census of 2010.
    private static final double AMERICANS = 294_979_229;

    private static final Set<String> PARTICLES = Set.of("DE", "DEL", "LA", "LAS", "LOS", "Y", "E");

    /// The classes of the shipped table are those that the published counts give: half bits of the share.
    @Test
    void everyClassIsThatOfThePublishedCounts() throws IOException {
        Map<String, double[]> shares = new TreeMap<>();
        List<String[]> surnames = rows("mx_surnames.csv");
        double paternal = sum(surnames, 1);
        double maternal = sum(surnames, 2);
        for (String[] row : surnames) {
            add(shares, row[0], 0, Double.parseDouble(row[1]) / paternal);
            add(shares, row[0], 1, Double.parseDouble(row[2]) / maternal);
        }
        given(shares, 2, List.of("mx_given_female.csv", "mx_given_male.csv"));
        for (String[] row : rows("us_surnames.csv")) {
            add(shares, row[0], 3, Double.parseDouble(row[1]) / AMERICANS);
        }
        given(shares, 4, List.of("us_given_female.csv", "us_given_male.csv"));
        Map<String, String> shipped = shipped();
        int compared = 0;
        for (Map.Entry<String, double[]> word : shares.entrySet()) {
            if (word.getKey().length() >= 2) {
                assertEquals(classes(word.getValue()), shipped.get(word.getKey()), word.getKey());
                compared++;
            }
        }
        assertEquals(shipped.size(), compared);
    }

    private static String classes(double[] shares) {
        StringBuilder text = new StringBuilder();
        for (double share : shares) {
            text.append('\t').append(share == 0 ? "" : String.valueOf(Math.round(-2 * Math.log(share) / Math.log(2))));
        }
        return text.toString();
    }

    private static void given(Map<String, double[]> shares, int column, List<String> files) throws IOException {
        double people = 0;
        for (String file : files) {
            people += sum(rows(file), 1);
        }
        for (String file : files) {
            for (String[] row : rows(file)) {
                add(shares, row[0], column, Double.parseDouble(row[1]) / people);
            }
        }
    }

    private static void add(Map<String, double[]> shares, String name, int column, double share) {
        for (String word : new HashSet<>(words(name))) {
            if (!PARTICLES.contains(word)) {
                shares.computeIfAbsent(word, _ -> new double[5])[column] += share;
            }
        }
    }

    /// As they stand: the abbreviations of [Names] are not written out in a count.
    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name.toUpperCase(Locale.ROOT).replace('Ñ', '\u0001'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('\u0001', 'Ñ');
        return Arrays.stream(plain.split("[^A-ZÑ]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static double sum(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).sum();
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(SharedData.file("matching/names/" + file)).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",\\s*"))
                .toList();
    }

    private static Map<String, String> shipped() throws IOException {
        Map<String, String> shipped = new HashMap<>();
        for (String line : resource("frequencies.tsv")) {
            shipped.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t')));
        }
        return shipped;
    }

    private static List<String> resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(FrequenciesTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void noLineOfTheNicknamesIsAloneOrSaysAWordTwice() throws IOException {
        for (String line : resource("nicknames.txt")) {
            if (!line.startsWith("#")) {
                String[] words = line.split(" ");
                assertTrue(words.length > 1, line);
                assertEquals(words.length, Set.of(line.split(" ")).size(), line);
                for (String word : words) {
                    assertEquals(List.of(word), Names.tokens(word), "in normal form: " + line);
                }
            }
        }
    }

    @Test
    void aSyllableOfMandarinIsCommonAndAnUnknownLongWordIsNot() {
        assertTrue(Frequencies.of("ZHONG").given() > 0.01);
        assertEquals(Frequencies.FLOOR, Frequencies.of("QWERTYUIOP").surname());
    }
}
