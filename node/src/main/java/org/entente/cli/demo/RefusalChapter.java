package org.entente.cli.demo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.DemoParty.Person;
import org.entente.cli.demo.Story.World;
import tools.jackson.databind.JsonNode;

/// (d) The US asks for police information; Mexico refuses with a ground and its article, in both languages.
final class RefusalChapter implements Story.Chapter {
    static final String GROUND = "torture-or-ill-treatment";

    @Override
    public void play(World world) {
        NodeClient officer = world.us().as(Person.OFFICER);
        Optional<JsonNode> already = Look.item(officer, "/v1/requests?box=out", "type", "police-information");
        JsonNode request = already.orElseGet(() -> officer.post("/v1/requests", question(world)));
        String path = "/v1/requests/" + request.path("id").asString();
        NodeClient lawyer = world.us().as(Person.LAWYER);
        if (Look.state(lawyer, path).equals("awaiting-basis-check")) {
            lawyer.post(path + "/basis-check", Map.of("accepted", true, "note", ""));
        }
        world.narrator().say("story.refusal.asked", request.path("id").asString());
        refuse(world);
        JsonNode refused = Look.until(
                Duration.ofSeconds(30),
                () -> Optional.of(officer.get(path))
                        .filter(seen -> seen.path("state").asString().equals("refused")));
        JsonNode refusal = refused.path("refusal");
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("ground", refusal.path("ground").asString());
        figure.put("article", refusal.path("article").asString());
        figure.put("en", refusal.path("reasons").path("en").asString());
        figure.put("es", refusal.path("reasons").path("es").asString());
        world.report().figure("refusal", figure);
        world.report()
                .claim(
                        "d",
                        "the refusal names its ground and article in both languages",
                        figure.values().stream()
                                        .noneMatch(value -> value.toString().isBlank())
                                && !figure.get("en").equals(figure.get("es")),
                        figure.get("ground") + ", " + figure.get("article"));
        world.narrator().say("story.refusal.refused", figure.get("ground"), figure.get("article"));
        world.narrator().say("story.both", figure.get("en"), figure.get("es"));
    }

    private static void refuse(World world) {
        NodeClient lawyer = world.mx().as(Person.LAWYER);
        String received = "/v1/requests?box=received";
        JsonNode item =
                Look.until(Duration.ofSeconds(30), () -> Look.item(lawyer, received, "type", "police-information"));
        String path = "/v1/requests/" + item.path("id").asString();
        if (!Look.state(lawyer, path).equals("refused")) {
            lawyer.post(
                    path + "/refusal",
                    Map.of(
                            "ground",
                            GROUND,
                            "reasons",
                            Map.of(
                                    "en", "Demonstration: the assurances that were asked for did not come.",
                                    "es", "Demostración: no llegaron las garantías solicitadas.")));
        }
    }

    private static Map<String, Object> question(World world) {
        JsonNode person = world.truth().path("personOfInterest");
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("type", "police-information");
        request.put("to", "mx-fgr-aic");
        request.put("case", "US-2026-000002");
        request.put("basis", Map.of("instrument", "UNTOC-2000", "article", "27"));
        request.put("purpose", "criminal-investigation");
        request.put("urgency", "ordinary");
        request.put("handling", List.of("H2"));
        request.put("offence", "participation-in-an-organised-criminal-group");
        request.put("demonstration", true);
        request.put("fields", fields(person));
        request.put(
                "facts",
                Map.of(
                        "use.court-evidence", "no",
                        "migration.status-check", "no",
                        "person.only-smuggled", "no",
                        "person.fled-here", "no"));
        return request;
    }

    private static Map<String, String> fields(JsonNode person) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", person.path("name").asString());
        fields.put("rfc", person.path("rfc").asString());
        fields.put(
                "question",
                "Demonstration: companies this invented person directs. / Demostración: empresas que dirige.");
        fields.put("reasonHeld", "Demonstration: an invented hit. / Demostración: un acierto inventado.");
        fields.put(
                "link",
                "Demonstration: named in an invented file. / Demostración: nombrada en un expediente inventado.");
        fields.put("facts", "Demonstration: nothing here happened. / Demostración: nada de esto ocurrió.");
        return fields;
    }
}
