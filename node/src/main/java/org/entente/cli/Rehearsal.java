package org.entente.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.hold.invented.InventedLists;
import org.entente.hold.invented.Population;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Secret;
import tools.jackson.databind.JsonNode;

/// What the people of a node do all day, once, on invented rows and a node made for it: the virtual machine that runs
/// the node meanwhile remembers which classes it needed and which methods it called often. A node started with that
/// memory takes its first list in less time: `./entente bench import`.
final class Rehearsal {
    /// With 2,000 rows the lists of MX then came in at 4,190 a second, with 8,000 at 4,470 (two cores, JDK 25.0.3).
    private static final int ROW_COUNT = 8_000;

    private static final int SEARCH_COUNT = 10;
    private static final long SEED = 20_250_903;

    private final NodeClient node;

    /// @param node signed in as an operator
    Rehearsal(NodeClient node) {
        this.node = node;
    }

    /// @param folder exists; the invented files stay there
    /// @param analyst who searches and reads
    void play(Path folder, String party, String analyst) {
        try {
            Map<String, Map<String, Path>> files = new HashMap<>(InventedLists.write(folder, SEED, ROW_COUNT));
            Population.write(folder, SEED, Population.SUBJECT_COUNT_MIN);
            files.put("casework", Map.of("file", folder.resolve(party + ".casework.jsonl")));
            files.forEach(this::load);
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, folder.toString());
        }
        JsonNode link = node.post("/v1/sign-in-links", Map.of("officer", analyst));
        NodeClient reader = node.signIn(new Secret(link.path("code").asString()));
        for (int i = 0; i < SEARCH_COUNT; i++) {
            for (JsonNode found :
                    reader.get("/v1/holdings?q=garcia%20lopez&limit=5").path("items")) {
                reader.get("/v1/holdings/" + found.path("subject").asString());
            }
        }
        List.of("/v1/requests", "/v1/releases", "/v1/operations", "/v1/me").forEach(reader::get);
    }

    private void load(String profile, Map<String, Path> parts) {
        LocalDate asOf = Population.AS_OF;
        JsonNode state = node.upload("/v1/imports?profile=" + profile + "&asOf=" + asOf, parts);
        String path = "/v1/imports/" + state.path("id").asString();
        while (state.path("state").asString().equals("running")) {
            Waiting.pause();
            state = node.get(path);
        }
        if (!state.path("state").asString().equals("done")) {
            throw new EntenteException(CliCode.CLI_ANSWER_BROKEN, profile);
        }
    }
}
