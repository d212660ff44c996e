package org.entente.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The Mandarin reading of each ideograph, without tone: what ICU's Han-Latin and Latin-ASCII make of it, as a table.
/// ICU parses a rule text of 360,000 characters for it, which takes a third of a second and 30 MB in a process that
/// meets its first Chinese name; the table takes about ten milliseconds and 0.4 MB. A test compares the two.
///
/// The readings are Unihan's `kMandarin` (Unicode Standard Annex 38) as CLDR groups them.
final class HanReadings {
    private static final String FILE = "han-readings.txt";

    /// The ideographs with a reading lie from U+3007 (zero) to plane 3, in Unicode 17.
    private static final int FIRST = 0x3007;

    private static final int BEYOND = 0x34000;

    /// In these words the first character is read otherwise than alone (CLDR, Han-Latin).
    private static final Map<String, String> WORDS = Map.of("藏文", "zang", "重庆", "chong", "秘鲁", "bi");

    private static final int ITERATION_MARK = 0x3005;

    private HanReadings() {}

    /// Loaded with the first ideograph.
    private static final class Table {
        static final List<String> SYLLABLES = new ArrayList<>();
        static final short[] NUMBERS = new short[BEYOND];

        static {
            SYLLABLES.add("");
            try (InputStream file = Objects.requireNonNull(HanReadings.class.getResourceAsStream(FILE), FILE);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.startsWith("#")) {
                        read(line);
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(FILE, unreadable);
            }
        }

        private static void read(String line) {
            int space = line.indexOf(' ');
            String syllable = line.substring(0, space);
            if (!SYLLABLES.getLast().equals(syllable)) {
                SYLLABLES.add(syllable);
            }
            short number = (short) (SYLLABLES.size() - 1);
            int point;
            for (int at = space + 1; at < line.length(); at += Character.charCount(point)) {
                point = line.codePointAt(at);
                NUMBERS[point] = number;
            }
        }
    }

    /// Empty where none is known.
    static String of(int point) {
        return point < FIRST || point >= BEYOND ? "" : Table.SYLLABLES.get(Table.NUMBERS[point]);
    }

    /// The text with a reading for every ideograph that has one, each a word of its own. Everything else stays.
    static String read(String text) {
        StringBuilder read = new StringBuilder(2 * text.length());
        String before = "";
        int point;
        for (int at = 0; at < text.length(); at += Character.charCount(point)) {
            point = text.codePointAt(at);
            // 々 says the one before once more.
            String syllable = point == ITERATION_MARK ? before : of(point);
            if (!syllable.isEmpty() && at + 2 <= text.length()) {
                syllable = WORDS.getOrDefault(text.substring(at, at + 2), syllable);
            }
            if (syllable.isEmpty()) {
                if (!before.isEmpty() && Character.isLetterOrDigit(point)) {
                    read.append(' ');
                }
                read.appendCodePoint(point);
            } else {
                if (!read.isEmpty() && Character.isLetterOrDigit(read.codePointBefore(read.length()))) {
                    read.append(' ');
                }
                read.append(syllable);
            }
            before = syllable;
        }
        return read.toString();
    }
}
