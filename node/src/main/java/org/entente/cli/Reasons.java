package org.entente.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/// Reasons as the other party reads them: both languages, neither a translation of the other.
final class Reasons {
    @Option(
            names = "--reasons-en",
            required = true,
            paramLabel = "TEXT",
            description = {"The reasons in English.", "Las razones en inglés."})
    String english = "";

    @Option(
            names = "--reasons-es",
            required = true,
            paramLabel = "TEXT",
            description = {"The reasons in Spanish.", "Las razones en español."})
    String spanish = "";

    Map<String, String> both() {
        return Map.of("en", english, "es", spanish);
    }
}
