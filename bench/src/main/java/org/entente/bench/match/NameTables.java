package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How many people have which name: SEP's payroll by surname position for Mexico, the Census for the United States.
/// All in capitals, Ñ kept.
record NameTables(
        Frequencies paternal,
        Frequencies maternal,
        Frequencies mexicanMen,
        Frequencies mexicanWomen,
        Frequencies americanSurnames,
        Frequencies americanMen,
        Frequencies americanWomen,
        Map<String, List<String>> englishNicknames,
        String source) {
    NameTables {
        englishNicknames = Map.copyOf(englishNicknames);
    }

    static NameTables read(Path data) throws IOException {
        Path folder = data.resolve("matching").resolve("names");
        Path surnames = folder.resolve("mx_surnames.csv");
        Path men = folder.resolve("mx_given_male.csv");
        Path women = folder.resolve("mx_given_female.csv");
        Path american = folder.resolve("us_surnames.csv");
        Path americanMen = folder.resolve("us_given_male.csv");
        Path americanWomen = folder.resolve("us_given_female.csv");
        Path nicknames = folder.resolve("en_nicknames.csv");
        return new NameTables(
                table(surnames, "apellido", "frec_pri"),
                table(surnames, "apellido", "frec_seg"),
                table(men, "nombre", "frec"),
                table(women, "nombre", "frec"),
                table(american, "Name", "Count"),
                table(americanMen, "Name", "Count"),
                table(americanWomen, "Name", "Count"),
                nicknames(nicknames),
                FileHash.of(surnames, men, women, american, americanMen, americanWomen, nicknames));
    }

    /// Sorted by name, so that a draw does not depend on the file's order.
    private static Frequencies table(Path file, String name, String count) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        Rows.read(file, ',', row -> {
            String text = row.cell(name).toUpperCase(Locale.ROOT);
            if (isWhole(text)) {
                counts.merge(text, Long.valueOf(row.cell(count)), Long::sum);
            }
        });
        return new Frequencies(new LinkedHashMap<>(counts));
    }

    /// The payroll's own parsing left pieces: `DE LA`, `Y YAM`.
    private static boolean isWhole(String name) {
        return !name.isEmpty() && !name.matches("(Y|E) .*|.*\\b(DE|DEL|LA|LAS|LOS|Y)");
    }

    private static Map<String, List<String>> nicknames(Path file) throws IOException {
        Map<String, List<String>> nicknames = new TreeMap<>();
        Rows.read(
                file,
                ',',
                row -> nicknames
                        .computeIfAbsent(row.cell("name1").toUpperCase(Locale.ROOT), absent -> new ArrayList<>())
                        .add(row.cell("name2").toUpperCase(Locale.ROOT)));
        return nicknames;
    }

    Frequencies mexicanGiven(boolean isFemale) {
        return isFemale ? mexicanWomen : mexicanMen;
    }

    Frequencies americanGiven(boolean isFemale) {
        return isFemale ? americanWomen : americanMen;
    }
}
