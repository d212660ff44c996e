package org.entente.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.DemoParty.Person;
import org.entente.cli.demo.Story.World;
import tools.jackson.databind.JsonNode;

/// (e) Nothing is armed on a territory without its owner's consent: one proposal refused, a second consented under a
/// condition with two signatures, armed, revoked, disarmed.
final class OperationChapter implements Story.Chapter {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> AFTER_CONSENT = Set.of("consented", "armed", "disarmed", "revoked");
    private static final String FIRST = "Demonstration: observation near the line";
    private static final String SECOND = "Demonstration: observation under the host's lead";

    @Override
    public void play(World world) {
        refusedProposal(world);
        consentedProposal(world);
    }

    private static void refusedProposal(World world) {
        NodeClient officer = world.us().as(Person.OFFICER);
        String path = proposed(world, FIRST, List.of("MX"));
        JsonNode arming = officer.post(path + "/arming", Map.of());
        world.report()
                .claim(
                        "e",
                        "the proposer's own node refuses to arm without the host's consent",
                        arming.path("outcome").asString().equals("refused"),
                        arming.path("reason").path("en").asString());
        world.narrator().say("story.operation.notarmed", world.own(arming.path("reason")));
        NodeClient lawyer = world.mx().as(Person.LAWYER);
        String hostPath = atHost(lawyer, FIRST);
        if (Look.state(lawyer, hostPath).equals("proposed")) {
            lawyer.post(
                    hostPath + "/refusal",
                    Map.of(
                            "ground",
                            "sovereignty",
                            "reasons",
                            Map.of(
                                    "en",
                                    "Demonstration: no host lead is named.",
                                    "es",
                                    "Demostración: no se designa mando anfitrión.")));
        }
        JsonNode refused = awaitState(officer, path, "refused");
        world.report()
                .claim(
                        "e",
                        "Mexico refuses the first proposal with a ground",
                        !refused.path("operation")
                                .path("refusal")
                                .path("ground")
                                .asString("")
                                .isEmpty(),
                        refused.path("operation").path("refusal").path("ground").asString(""));
        world.narrator().say("story.operation.refused");
    }

    private static void consentedProposal(World world) {
        NodeClient officer = world.us().as(Person.OFFICER);
        String path = proposed(world, SECOND, List.of("UNSURE"));
        String hostPath = atHost(world.mx().as(Person.LAWYER), SECOND);
        consentedByTwo(world, path, hostPath);
        armed(world, path);
        revoked(world, path, hostPath);
        List<String> life = life(officer.get(path));
        world.report().figure("consentLife", life);
        world.narrator().say("story.operation.life", String.join(", ", life));
    }

    private static void consentedByTwo(World world, String path, String hostPath) {
        NodeClient lawyer = world.mx().as(Person.LAWYER);
        if (Look.state(lawyer, hostPath).equals("proposed")) {
            lawyer.post(
                    hostPath + "/consent",
                    Map.of(
                            "condition",
                            Map.of(
                                    "en",
                                    "Liaison only, unarmed, host lead present.",
                                    "es",
                                    "Solo enlace, sin armas, con mando anfitrión."),
                            "until",
                            world.clock().instant().plus(Duration.ofDays(20)).toString()));
        }
        NodeClient hostOfficer = world.mx().as(Person.OFFICER);
        if (Look.state(hostOfficer, hostPath).equals("consented-partially")) {
            JsonNode afterOne = world.us().as(Person.OFFICER).post(path + "/arming", Map.of());
            world.report()
                    .claim(
                            "e",
                            "one signature is no consent",
                            afterOne.path("outcome").asString().equals("refused"),
                            afterOne.path("reason").path("en").asString());
            // Under the words of the first signature.
            hostOfficer.post(hostPath + "/consent", Map.of());
        }
    }

    private static void armed(World world, String path) {
        NodeClient officer = world.us().as(Person.OFFICER);
        JsonNode standing = Look.until(
                PATIENCE,
                () -> Optional.of(officer.get(path))
                        .filter(seen ->
                                AFTER_CONSENT.contains(seen.path("state").asString())));
        if (standing.path("state").asString().equals("consented")) {
            officer.post(path + "/condition-acceptance", Map.of());
            officer.post(path + "/arming", Map.of());
        }
        world.report()
                .claim(
                        "e",
                        "armed once the consent is whole and its condition accepted",
                        life(officer.get(path)).contains("armed"),
                        Look.state(officer, path));
    }

    private static void revoked(World world, String path, String hostPath) {
        NodeClient lawyer = world.mx().as(Person.LAWYER);
        if (!Look.state(lawyer, hostPath).equals("revoked")) {
            lawyer.post(
                    hostPath + "/revocation",
                    Map.of(
                            "reasons",
                            Map.of(
                                    "en",
                                    "Demonstration: the host changed its mind.",
                                    "es",
                                    "Demostración: el anfitrión cambió de parecer.")));
        }
        NodeClient officer = world.us().as(Person.OFFICER);
        JsonNode revoked = awaitState(officer, path, "revoked");
        JsonNode after = officer.post(path + "/arming", Map.of());
        world.report()
                .claim(
                        "e",
                        "a revoked consent disarms",
                        life(revoked).contains("disarmed")
                                && after.path("outcome").asString().equals("refused"),
                        after.path("reason").path("en").asString());
    }

    /// The states it went through at the proposer, from the node's own record of its steps.
    private static List<String> life(JsonNode operation) {
        List<String> life = new ArrayList<>();
        for (JsonNode step : operation.path("history")) {
            String state = step.path("state").asString();
            JsonNode consent = operation.path("operation").path("consent");
            boolean conditioned =
                    state.equals("consented") && !consent.path("condition").isNull();
            life.add(
                    conditioned
                            ? "consented with a condition, "
                                    + consent.path("signatureCount").asInt() + " signatures"
                            : state);
        }
        return life;
    }

    private static String proposed(World world, String title, List<String> territories) {
        NodeClient officer = world.us().as(Person.OFFICER);
        JsonNode operation = Look.item(officer, "/v1/operations", "title", title)
                .orElseGet(() -> officer.post("/v1/operations", draft(world, title, territories)));
        String path = "/v1/operations/" + operation.path("id").asString();
        if (Look.state(officer, path).equals("draft")) {
            officer.post(path + "/proposal", Map.of());
        }
        return path;
    }

    private static String atHost(NodeClient host, String title) {
        return "/v1/operations/"
                + Look.until(PATIENCE, () -> Look.item(host, "/v1/operations", "title", title))
                        .path("id")
                        .asString();
    }

    private static JsonNode awaitState(NodeClient client, String path, String state) {
        return Look.until(
                PATIENCE,
                () -> Optional.of(client.get(path))
                        .filter(seen -> seen.path("state").asString().equals(state)));
    }

    private static Map<String, Object> draft(World world, String title, List<String> territories) {
        Instant start = world.clock().instant().plus(Duration.ofDays(2));
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("to", "mx-sspc");
        draft.put("title", title);
        draft.put("territories", territories);
        draft.put("place", "Invented place / Lugar inventado");
        draft.put("start", start.toString());
        draft.put("end", start.plus(Duration.ofDays(3)).toString());
        draft.put("measures", List.of("observation"));
        draft.put("officersCount", 2);
        draft.put("case", "US-2026-000003");
        draft.put("basis", Map.of("instrument", "UNTOC-2000", "article", "19"));
        draft.put("purpose", "criminal-investigation");
        draft.put("accredited", true);
        draft.put("hostLeadWanted", true);
        return draft;
    }
}
