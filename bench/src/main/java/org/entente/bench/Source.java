package org.entente.bench;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.hold.invented.Population;
import org.jspecify.annotations.Nullable;

/// One import that a node takes: the party that holds it, the profile, its files and their encoding.
record Source(String party, String profile, Map<String, Path> parts, Charset charset) {
    /// The demonstration's own.
    private static final int INVENTED_SUBJECT_COUNT = 20_000;

    private static final long INVENTED_SEED = 20_250_903L;

    /// Real lists from `lists`, else from the data folder, else the invented population, written into `scratch`.
    static List<Source> find(@Nullable Path lists, Path scratch) throws IOException {
        Path folder = lists == null ? dataFolder().resolve("lists") : lists;
        if (Files.isDirectory(folder)) {
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
                            "MX", "mx-69b", Map.of("file", newest(folder, "mx_sat_69b")), StandardCharsets.ISO_8859_1),
                    new Source("MX", "un", Map.of("file", newest(folder, "un_consolidated")), StandardCharsets.UTF_8));
        }
        Path invented = scratch.resolve("population");
        Population.write(invented, INVENTED_SEED, INVENTED_SUBJECT_COUNT);
        return Stream.of("US", "MX")
                .map(party -> new Source(
                        party,
                        "casework",
                        Map.of("file", invented.resolve(party + ".casework.jsonl")),
                        StandardCharsets.UTF_8))
                .toList();
    }

    /// `us-sdn`, `mx-69b`, `un`; the invented ones `us-invented`, `mx-invented`.
    String name() {
        return profile.equals("casework") ? party.toLowerCase(Locale.ROOT) + "-invented" : profile;
    }

    private static Path dataFolder() {
        return Optional.ofNullable(System.getenv("ENTENTE_DATA"))
                .map(Path::of)
                .orElseGet(
                        () -> Path.of(System.getProperty("entente.root", ".")).resolve("../shared/data"));
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
