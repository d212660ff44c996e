package org.entente.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.DemoParty.Person;
import org.entente.cli.demo.Story.World;
import tools.jackson.databind.JsonNode;

/// (e) Nothing is armed on a territory without its owner's consent: one proposal refused, a second consented under a
/// condition with two signatures, armed, revoked, disarmed.
final class OperationChapter implements Story.Chapter {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FIRST = "Demonstration: observation near the line";
    private static final String SECOND = "Demonstration: observation under the host's lead";

    @Override
    public void play(World world) {
        refusedProposal(world);
        List<String> life = new ArrayList<>();
        consentedProposal(world, life);
        world.report().figure("consentLife", life);
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
        world.narrator()
                .say(
                        "story.operation.notarmed",
                        arming.path("reason")
                                .path(world.narrator().language().locale().getLanguage())
                                .asString(""));
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

    private static void consentedProposal(World world, List<String> life) {
        NodeClient officer = world.us().as(Person.OFFICER);
        String path = proposed(world, SECOND, List.of("UNSURE"));
        life.add("proposed");
        NodeClient lawyer = world.mx().as(Person.LAWYER);
        String hostPath = atHost(lawyer, SECOND);
        String until = world.clock().instant().plus(Duration.ofDays(20)).toString();
        Map<String, Object> consent = Map.of(
                "condition",
                Map.of(
                        "en",
                        "Liaison only, unarmed, host lead present.",
                        "es",
                        "Solo enlace, sin armas, con mando anfitrión."),
                "until",
                until);
        if (Look.state(lawyer, hostPath).equals("proposed")) {
            lawyer.post(hostPath + "/consent", consent);
        }
        JsonNode afterOne = officer.post(path + "/arming", Map.of());
        world.report()
                .claim(
                        "e",
                        "one signature is no consent",
                        afterOne.path("outcome").asString().equals("refused"),
                        afterOne.path("reason").path("en").asString());
        NodeClient hostOfficer = world.mx().as(Person.OFFICER);
        if (Look.state(hostOfficer, hostPath).equals("consented-partially")) {
            hostOfficer.post(hostPath + "/consent", consent);
        }
        awaitState(officer, path, "consented");
        life.add("consented with a condition, two signatures");
        officer.post(path + "/condition-acceptance", Map.of());
        JsonNode armed = officer.post(path + "/arming", Map.of());
        world.report()
                .claim(
                        "e",
                        "armed once the consent is whole and its condition accepted",
                        armed.path("outcome").asString().equals("armed"),
                        armed.path("outcome").asString());
        life.add("armed");
        lawyer.post(
                hostPath + "/revocation",
                Map.of(
                        "reasons",
                        Map.of(
                                "en",
                                "Demonstration: the host changed its mind.",
                                "es",
                                "Demostración: el anfitrión cambió de parecer.")));
        awaitState(officer, path, "revoked");
        life.add("revoked");
        JsonNode after = officer.post(path + "/arming", Map.of());
        boolean disarmed = after.path("outcome").asString().equals("refused");
        life.add(disarmed ? "disarmed" : "still armed");
        world.report()
                .claim(
                        "e",
                        "a revoked consent disarms",
                        disarmed,
                        after.path("outcome").asString());
        world.narrator().say("story.operation.life", String.join(", ", life));
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
