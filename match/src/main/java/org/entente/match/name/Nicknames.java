package org.entente.match.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What bearers of a given name are called, and its form in the other language. A word may stand in several groups:
/// Beto is Alberto, Roberto, Gilberto. Two names are not joined by a pet name they share.
final class Nicknames {
    private static final String TABLE = "nicknames.txt";
    private static final int[] NONE = {};

    private Nicknames() {}

    /// The groups of the word, ascending; the first word of a group is the name itself.
    static int[] groups(String word) {
        return Table.GROUPS.getOrDefault(word, NONE);
    }

    /// Whether one is called by the other, or both are what bearers of one name are called.
    static boolean share(int[] one, int[] other) {
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                return true;
            }
            if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    private static final class Table {
        static final Map<String, int[]> GROUPS = read();

        private static Map<String, int[]> read() {
            Map<String, List<Integer>> groups = new HashMap<>();
            try (InputStream in = Nicknames.class.getResourceAsStream(TABLE)) {
                if (in == null) {
                    throw new IllegalStateException(TABLE + " is not on the class path");
                }
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                int group = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.startsWith("#") && !line.isBlank()) {
                        for (String word : line.split(" ")) {
                            List<Integer> of = groups.computeIfAbsent(word, _ -> new ArrayList<>());
                            if (of.isEmpty() || of.getLast() != group) {
                                of.add(group);
                            }
                        }
                        group++;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Map<String, int[]> packed = new HashMap<>();
            groups.forEach((word, of) ->
                    packed.put(word, of.stream().mapToInt(Integer::intValue).toArray()));
            return packed;
        }
    }
}
