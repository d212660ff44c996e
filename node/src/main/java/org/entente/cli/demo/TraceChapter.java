package org.entente.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.DemoParty.Person;
import org.entente.cli.demo.Story.World;
import tools.jackson.databind.JsonNode;

/// (c) Mexico asks for the trace of a recovered weapon; the US checks the basis, releases chosen statements under a
/// handling code; Mexico acknowledges the terms and opens.
final class TraceChapter implements Story.Chapter {
    static final String CASE = "MX-2026-000001";

    @Override
    public void play(World world) {
        String number = sent(world);
        JsonNode arrived = arrived(world, number);
        basisChecked(world, arrived);
        answered(world, arrived.path("id").asString());
        opened(world);
    }

    private static String sent(World world) {
        NodeClient officer = world.mx().as(Person.OFFICER);
        Optional<JsonNode> already = Look.item(officer, "/v1/requests?box=out", "type", "firearm-trace");
        JsonNode request = already.orElseGet(() -> officer.post("/v1/requests", trace(world)));
        String number = request.path("id").asString();
        NodeClient lawyer = world.mx().as(Person.LAWYER);
        if (Look.state(lawyer, "/v1/requests/" + number).equals("awaiting-basis-check")) {
            lawyer.post("/v1/requests/" + number + "/basis-check", Map.of("accepted", true, "note", ""));
        }
        world.report().claim("c", "Mexico sends a firearm trace request", !number.isEmpty(), number);
        world.report().figure("traceRequest", number);
        world.narrator().say("story.trace.sent", number);
        return number;
    }

    private static JsonNode arrived(World world, String number) {
        NodeClient officer = world.us().as(Person.OFFICER);
        JsonNode item = Look.until(
                Duration.ofSeconds(30), () -> Look.item(officer, "/v1/requests?box=received", "type", "firearm-trace"));
        String clock = item.path("deadline").path("text").path("en").asString("");
        world.report()
                .claim("c", "the US sees it in its inbox with its clock", !clock.isEmpty(), number + ": " + clock);
        world.narrator()
                .say(
                        "story.trace.arrived",
                        number,
                        world.own(item.path("deadline").path("text")));
        return item;
    }

    private static void basisChecked(World world, JsonNode item) {
        NodeClient lawyer = world.us().as(Person.LAWYER);
        String path = "/v1/requests/" + item.path("id").asString();
        if (Look.state(lawyer, path).equals("received")) {
            lawyer.post(path + "/basis-check", Look.requestedFacts());
        }
        JsonNode checked = lawyer.get(path);
        world.report()
                .claim(
                        "c",
                        "the US lawyer checks the basis under the articles of the pack",
                        !checked.path("ruling").path("rules").isEmpty(),
                        checked.path("ruling").path("outcome").asString());
        world.narrator()
                .say("story.trace.basis", checked.path("ruling").path("rules").size());
    }

    private static void answered(World world, String number) {
        NodeClient officer = world.us().as(Person.OFFICER);
        String path = "/v1/requests/" + number;
        if (!Look.state(officer, path).equals("answered")) {
            List<String> statements = traceStatements(world, officer);
            Map<String, Object> terms = new LinkedHashMap<>();
            terms.put("purpose", "firearms-trafficking");
            terms.put("handling", List.of("H1", "H2"));
            terms.put("restriction", "");
            terms.put("onwardAllowed", false);
            terms.put(
                    "expires",
                    world.clock().instant().plus(Duration.ofDays(365)).toString());
            officer.post(path + "/answer", Map.of("statements", statements, "terms", terms));
        }
        world.report()
                .claim(
                        "c",
                        "the US officer releases chosen statements under a handling code",
                        Look.state(officer, path).equals("answered"),
                        "H1, H2");
        world.narrator().say("story.trace.released");
    }

    private static List<String> traceStatements(World world, NodeClient officer) {
        String serial = world.truth().path("firearm").path("serial").asString();
        JsonNode found = officer.get("/v1/holdings?purpose=firearms-trafficking&q=" + serial)
                .path("items")
                .path(0);
        JsonNode dossier = officer.get("/v1/holdings/" + found.path("subject").asString());
        List<String> chosen = new ArrayList<>();
        for (JsonNode facet : dossier.path("facets")) {
            for (JsonNode statement : facet.path("statements")) {
                chosen.add(statement.path("id").asString());
            }
        }
        return chosen;
    }

    private static void opened(World world) {
        NodeClient officer = world.mx().as(Person.OFFICER);
        JsonNode release = Look.until(Duration.ofSeconds(30), () -> Look.first(officer, "/v1/releases?box=in"));
        String path = "/v1/releases/" + release.path("id").asString();
        if (Look.state(officer, path).equals("arrived")) {
            JsonNode early = officer.post(path + "/opening", opening("firearms-trafficking"));
            world.report()
                    .claim(
                            "c",
                            "terms are acknowledged before anything opens",
                            early.path("outcome").asString().equals("refused"),
                            early.path("outcome").asString());
            officer.post(path + "/acknowledgement", Map.of());
        }
        JsonNode other = officer.post(path + "/opening", opening("missing-persons"));
        JsonNode open = officer.post(path + "/opening", opening("firearms-trafficking"));
        world.report()
                .claim(
                        "c",
                        "another purpose than the terms name is refused",
                        other.path("outcome").asString().equals("refused"),
                        other.path("outcome").asString());
        world.report()
                .claim(
                        "c",
                        "Mexico acknowledges the terms and opens",
                        !open.path("statements").isEmpty(),
                        open.path("statements").size() + " statements");
        world.narrator().say("story.trace.opened", open.path("statements").size());
    }

    private static Map<String, Object> opening(String purpose) {
        return Map.of("purpose", purpose, "case", CASE);
    }

    private static Map<String, Object> trace(World world) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("type", "firearm-trace");
        request.put("to", "us-atf");
        request.put("case", CASE);
        request.put("basis", Map.of("instrument", "UNTOC-2000", "article", "27"));
        request.put("purpose", "firearms-trafficking");
        request.put("urgency", "ordinary");
        request.put("handling", List.of("H1"));
        request.put("offence", "illicit-firearms");
        request.put("demonstration", true);
        request.put("fields", fields(world.truth().path("firearm")));
        request.put("facts", Map.of("use.court-evidence", "no"));
        return request;
    }

    /// What the recovering force wrote down; all of it invented.
    private static Map<String, String> fields(JsonNode firearm) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("serial", firearm.path("serial").asString());
        fields.put("manufacturer", firearm.path("make").asString());
        fields.put("model", firearm.path("model").asString());
        fields.put("calibre", firearm.path("calibre").asString());
        fields.put("firearmType", "shotgun");
        fields.put("countryOfOrigin", "US");
        fields.put("importer", "-");
        fields.put("recoveryDate", "2026-10-12");
        fields.put("recoveryPlace", "Invented place / Lugar inventado");
        fields.put(
                "facts",
                "Demonstration: recovered by an invented patrol. Demostración: asegurada por una patrulla inventada.");
        return fields;
    }
}
