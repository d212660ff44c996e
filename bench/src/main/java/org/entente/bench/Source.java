package org.entente.bench;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.hold.invented.Population;

/// One import that a node takes: the party that holds it, the profile, its files and their encoding.
record Source(String party, String profile, Map<String, Path> parts, Charset charset) {
    /// The demonstration's own.
    private static final long INVENTED_SEED = 20_250_903L;

    /// What a node of each party takes in; an invented population is written into `scratch`.
    static List<Source> of(Lists lists, Path scratch) throws IOException {
        return switch (lists) {
            case Lists.Published(Path folder) -> published(folder);
            case Lists.Invented(int subjectCount) -> invented(scratch.resolve("population"), subjectCount);
        };
    }

    private static List<Source> published(Path folder) throws IOException {
            return List.of(
                    new Source(
                            "US",
                            "us-sdn",
                            Map.of(
                                    "sdn", newest(folder, "ofac_sdn"),
                                    "add", newest(folder, "ofac_add"),
                                    "alt", newest(folder, "ofac_alt")),
                            StandardCharsets.UTF_8),
                    new Source(
                            "MX", "mx-69b", Map.of("file", newest(folder, "mx_sat_69b")), StandardCharsets.ISO_8859_1));
    }

    private static List<Source> invented(Path folder, int subjectCount) throws IOException {
        Population.write(folder, INVENTED_SEED, subjectCount);
        return Stream.of("US", "MX")
                .map(party -> new Source(
                        party,
                        "casework",
                        Map.of("file", folder.resolve(party + ".casework.jsonl")),
                        StandardCharsets.UTF_8))
                .toList();
    }

    /// `us-sdn`, `mx-69b`; the invented ones `us-invented`, `mx-invented`.
    String name() {
        return profile.equals("casework") ? party.toLowerCase(Locale.ROOT) + "-invented" : profile;
    }

    /// The last by name: names end in their date.
    private static Path newest(Path folder, String beginning) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IOException("no " + beginning + "* in " + folder));
        }
    }
}
