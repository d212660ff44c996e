package org.entente.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.entente.cli.CliCode;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.DemoParty.Person;
import org.entente.kernel.EntenteException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What comes before the story: pairing by two officers a side, loading the holdings, publishing the discovery sets.
final class DemoSetup {
    /// Purposes the story asks under; a set exists per key type and purpose.
    private static final List<String> PURPOSES = List.of(FindChapter.PURPOSE);

    private static final String PUBLICATIONS = "/v1/discovery/publications";

    private static final Duration SETS_LIMIT = Duration.ofMinutes(5);

    private final Path data;
    private final DemoSetting setting;
    private final DemoParty us;
    private final DemoParty mx;
    private final Narrator narrator;

    DemoSetup(Path data, DemoSetting setting, DemoParty us, DemoParty mx, Narrator narrator) {
        this.data = data;
        this.setting = setting;
        this.us = us;
        this.mx = mx;
        this.narrator = narrator;
    }

    /// @return what the generator of the invented population knows
    JsonNode prepare(StoryReport report) {
        pin(us, mx);
        pin(mx, us);
        JsonNode truth = load(report);
        publish(report);
        for (DemoParty party : List.of(us, mx)) {
            awaitPeerSets(party);
        }
        return truth;
    }

    private void pin(DemoParty at, DemoParty other) {
        NodeClient first = at.as(Person.OPERATOR_1);
        if (Look.item(first, "/v1/peers", "state", "pinned").isPresent()) {
            return;
        }
        JsonNode file = other.as(Person.OPERATOR_1).get("/v1/party-file");
        // The fingerprint is read out by telephone in service; here the other side's operator gives it.
        String fingerprint = file.path("fingerprint").asString();
        String id = Look.item(first, "/v1/peers", "state", "awaiting-second-officer")
                .orElseGet(() -> first.post(
                        "/v1/peers",
                        Map.of("partyFile", file.path("partyFile").asString(), "fingerprint", fingerprint)))
                .path("id")
                .asString();
        at.as(Person.OPERATOR_2).post("/v1/peers/" + id + "/confirmation", Map.of("fingerprint", fingerprint));
        narrator.say("demo.paired", at.party(), other.party(), fingerprint.substring(0, 16));
    }

    private JsonNode load(StoryReport report) {
        Path folder = data.resolve("population");
        Path truthFile = folder.resolve("truth.json");
        if (!Files.exists(truthFile)) {
            narrator.say("demo.population", setting.subjects(), setting.seed());
            try {
                org.entente.hold.invented.Population.write(folder, setting.seed(), setting.subjects());
            } catch (IOException e) {
                throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, folder.toString());
            }
        }
        Map<String, Object> imports = new LinkedHashMap<>();
        Path lists = setting.lists();
        if (lists != null) {
            imports.put("us-sdn", load(us, "us-sdn", Lists.sdn(lists)));
            imports.put("mx-69b", load(mx, "mx-69b", Map.of("file", Lists.named(lists, "mx_sat_69b"))));
            imports.put("un", load(mx, "un", Map.of("file", Lists.named(lists, "un_consolidated"))));
        }
        imports.put("us-invented", load(us, "casework", Map.of("file", folder.resolve("US.casework.jsonl"))));
        imports.put("mx-invented", load(mx, "casework", Map.of("file", folder.resolve("MX.casework.jsonl"))));
        report.figure("imports", imports);
        report.figure("seed", setting.seed());
        try {
            return JsonMapper.builder().build().readTree(Files.readAllBytes(truthFile));
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, truthFile.toString());
        }
    }

    private Map<String, Object> load(DemoParty party, String profile, Map<String, Path> files) {
        NodeClient operator = party.as(Person.OPERATOR_1);
        String id = Look.item(operator, "/v1/imports", "profile", profile)
                .filter(earlier -> earlier.path("state").asString().equals("done"))
                .orElseGet(() -> operator.upload("/v1/imports?profile=" + profile + Lists.asOf(files), files))
                .path("id")
                .asString();
        JsonNode state = operator.get("/v1/imports/" + id);
        while (state.path("state").asString().equals("running")) {
            if (state.path("total").asLong() > 0) {
                narrator.progress(
                        "demo.import.progress",
                        profile,
                        state.path("done").asLong(),
                        state.path("total").asLong(),
                        state.path("ratePerSecond").asLong(),
                        state.path("secondsLeft").asLong());
            }
            pause();
            state = operator.get("/v1/imports/" + id);
        }
        narrator.endProgress();
        narrator.say(
                "demo.imported",
                party.party(),
                profile,
                state.path("rowsRead").asLong(),
                state.path("rowsTaken").asLong(),
                state.path("rowsRejected").asLong(),
                state.path("ratePerSecond").asLong());
        Map<String, Object> figures = new LinkedHashMap<>();
        for (String name : List.of("rowsRead", "rowsTaken", "rowsRejected", "ratePerSecond")) {
            figures.put(name, state.path(name).asLong());
        }
        return figures;
    }

    /// Both at once: each node has a processor of its own.
    private void publish(StoryReport report) {
        List<DemoParty> parties = List.of(us, mx).stream()
                .filter(party -> !report.holds("setup", publishedClaim(party)))
                .toList();
        parties.forEach(party -> PURPOSES.forEach(purpose -> publication(party, purpose)));
        for (DemoParty party : parties) {
            int count = 0;
            boolean done = true;
            for (String purpose : PURPOSES) {
                JsonNode state = awaitPublication(party, purpose);
                count += state.path("setsDone").asInt();
                done &= state.path("state").asString().equals("done");
            }
            report.claim("setup", publishedClaim(party), done && count > 0, count + " key types");
            narrator.say("demo.published", party.party());
        }
    }

    private static String publishedClaim(DemoParty party) {
        return "the discovery sets of " + party.party() + " are published";
    }

    /// One that a killed storyteller left stands; one that a killed node left is ordered again, and goes on.
    private static JsonNode publication(DemoParty party, String purpose) {
        NodeClient operator = party.as(Person.OPERATOR_1);
        return Look.item(operator, PUBLICATIONS, "purpose", purpose)
                .filter(earlier -> !List.of("interrupted", "failed")
                        .contains(earlier.path("state").asString()))
                .orElseGet(() -> operator.post(PUBLICATIONS, Map.of("purpose", purpose)));
    }

    private JsonNode awaitPublication(DemoParty party, String purpose) {
        JsonNode state = publication(party, purpose);
        while (state.path("state").asString().equals("running")) {
            if (state.path("ratePerSecond").asLong() > 0) {
                narrator.progress(
                        "demo.publish.progress",
                        party.party(),
                        state.path("done").asLong(),
                        state.path("total").asLong(),
                        state.path("ratePerSecond").asLong(),
                        state.path("secondsLeft").asLong());
            }
            pause();
            state = publication(party, purpose);
        }
        narrator.endProgress();
        return state;
    }

    /// A set can be asked about once its key was announced, the set fetched whole, and the key accepted.
    private void awaitPeerSets(DemoParty party) {
        NodeClient operator = party.as(Person.OPERATOR_1);
        Progress progress = narrator.progress("demo.sets.progress", 0);
        Look.until(SETS_LIMIT, () -> {
            Set<String> ready = new HashSet<>();
            int readyCount = 0;
            int count = 0;
            for (JsonNode set : operator.get("/v1/discovery/sets").path("items")) {
                String state = set.path("state").asString();
                if (state.equals("ready")) {
                    ready.add(set.path("direction").asString());
                    readyCount++;
                }
                count += state.equals("announced") || state.equals("accepted") || state.equals("ready") ? 1 : 0;
            }
            progress.at(readyCount, count);
            return readyCount == count && ready.size() == 2 ? Optional.of(operator.get("/v1/me")) : Optional.empty();
        });
        progress.end();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(Duration.ofMillis(250).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EntenteException(CliCode.CLI_INTERRUPTED, e);
        }
    }
}
