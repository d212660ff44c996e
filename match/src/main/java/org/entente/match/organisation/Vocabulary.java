package org.entente.match.organisation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How common a word is in names of organisations. The table `words.txt` counts over 17,249 names, those of the 9,979
/// companies on the article 69-B list of October 2024 and of the 7,270 entities on the Treasury list of 2 July 2024;
/// what the writings of one word mean in both languages is ours, compared with the symbols of opensanctions/rigour
/// (MIT).
final class Vocabulary {
    /// Names counted.
    static final int NAME_COUNT = 17_249;

    /// A word that stands in no more than two of the names counted is not in the table; it is taken to stand in one of
    /// 20,000, by length: short words collide.
    private static final double[] UNKNOWN = {2e-2, 2e-2, 3e-3, 1e-3, 1e-4};

    private static final double UNKNOWN_LONG = 5e-5;

    private static final String FILE = "words.txt";

    enum Kind {
        /// Carries a match.
        DISTINCTIVE,
        PLACE,
        ORDINARY,
        NUMBER
    }

    /// `meaning` is the first writing of the thing, equal for all its writings.
    record Entry(String meaning, Kind kind, double frequency) {}

    private static final Map<String, Entry> ENTRIES = read();

    private Vocabulary() {}

    static Entry entry(String word) {
        if (NumberWords.isNumber(word)) {
            return new Entry(word, Kind.NUMBER, NUMBER_FREQUENCY);
        }
        Entry known = ENTRIES.get(word);
        return known != null ? known : new Entry(word, Kind.DISTINCTIVE, unknown(word.length()));
    }

    /// Two names that both have a number have the same one this often (69-B, by chance).
    private static final double NUMBER_FREQUENCY = 0.03;

    static double unknown(int length) {
        return length < UNKNOWN.length ? UNKNOWN[length] : UNKNOWN_LONG;
    }

    private static Map<String, Entry> read() {
        Map<String, Entry> entries = new HashMap<>();
        for (String line : lines()) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split(" ");
            double frequency = (Double.parseDouble(cells[1]) + 1) / NAME_COUNT;
            Kind kind = switch (cells[0]) {
                case "P" -> Kind.PLACE;
                case "O" -> Kind.ORDINARY;
                default -> Kind.DISTINCTIVE;
            };
            for (int i = 2; i < cells.length; i++) {
                double least = kind == Kind.DISTINCTIVE ? unknown(cells[i].length()) : 0;
                entries.put(cells[i], new Entry(cells[2], kind, Math.max(frequency, least)));
            }
        }
        return entries;
    }

    /// The table without its comments, for the test that counts again.
    static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(FILE), FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
