package org.entente.bench.match;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.bench.Figure;
import org.entente.bench.Figure.Better;
import org.entente.match.Check;
import org.entente.match.Identifier;
import org.entente.match.IdentifierType;
import org.entente.match.Identifiers;

/// The published CURPs and RFCs read and checked; each that fails, under its reason.
record IdentifiersRow(Path data) implements MatchRow {
    private static final Pattern CURP = Pattern.compile("C\\.U\\.R\\.P\\. (?:# )?([^ ;.]+)");

    @Override
    public String name() {
        return "identifiers";
    }

    @Override
    public boolean isOfMatchers() {
        return false;
    }

    @Override
    public void measure(org.entente.bench.match.Matcher matcher, Consumer<Figure> figures) throws IOException {
        Path list = data.resolve("lists").resolve(TreasuryNames.LIST);
        Path taxpayers = data.resolve("lists").resolve("mx_sat_69b_2024-10.csv");
        Map<String, Integer> curps = new TreeMap<>();
        Matcher found = CURP.matcher(Files.readString(list, StandardCharsets.ISO_8859_1));
        while (found.find()) {
            count(curps, IdentifierType.CURP, found.group(1));
        }
        tell(Report.ofLibrary(figures, name(), FileHash.of(list)), "curp", curps);
        Map<String, Integer> rfcs = new TreeMap<>();
        try (Csv csv = Csv.open(taxpayers, ',', StandardCharsets.ISO_8859_1)) {
            csv.next();
            for (var row = csv.next(); row != null; row = csv.next()) {
                if (row.size() > 2) {
                    count(rfcs, IdentifierType.RFC, row.get(1));
                }
            }
        }
        tell(Report.ofLibrary(figures, name(), FileHash.of(taxpayers)), "rfc", rfcs);
    }

    private static void tell(Report report, String kind, Map<String, Integer> counts) {
        counts.forEach((verdict, count) -> report.figure(
                kind + "-" + verdict, count, "numbers", verdict.equals("valid") ? Better.HIGHER : Better.LOWER));
    }

    private static void count(Map<String, Integer> counts, IdentifierType type, String text) {
        counts.merge(verdict(Identifiers.parse(type, text)), 1, Integer::sum);
    }

    private static String verdict(Identifier identifier) {
        return switch (identifier) {
            case Identifier.Masked masked -> "masked";
            case Identifier.Placeholder placeholder -> "placeholder";
            case Identifier.Unreadable unreadable -> "unreadable";
            case Identifier.Parsed parsed ->
                parsed.checks().stream()
                        .filter(check -> !check.passed())
                        .map(Check::rule)
                        .findFirst()
                        .map(rule -> rule == Check.Rule.CHECK_DIGIT && parsed.type() == IdentifierType.RFC
                                ? "failing"
                                : "failing-"
                                        + rule.name()
                                                .toLowerCase(java.util.Locale.ROOT)
                                                .replace('_', '-'))
                        .orElse("valid");
        };
    }
}
