package org.entente.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.DemoParty.Person;
import org.entente.cli.demo.Story.World;
import tools.jackson.databind.JsonNode;

/// (f) Every protected person is looked up by the peer and searched by an officer without mandate: none is found.
final class ProtectedChapter implements Story.Chapter {
    @Override
    public void play(World world) {
        Set<String> found = new LinkedHashSet<>();
        JsonNode persons = world.truth().path("protected").path("MX");
        lookedUpByThePeer(world, persons, found);
        searchedWithoutMandate(world, persons, found);
        world.report().figure("protectedFound", found.size());
        world.report().figure("protectedPersons", persons.size());
        world.report()
                .claim(
                        "f",
                        "no protected person is found by the peer or by an officer without mandate",
                        found.isEmpty() && persons.size() == 200,
                        found.size() + " of " + persons.size());
        world.narrator().say("story.protected", persons.size(), found.size());
    }

    private static void lookedUpByThePeer(World world, JsonNode persons, Set<String> found) {
        Map<String, List<String>> byType = new LinkedHashMap<>();
        for (JsonNode person : persons) {
            for (JsonNode identifier : person.path("identifiers")) {
                byType.computeIfAbsent(identifier.path("keyType").asString(), _ -> new ArrayList<>())
                        .add(identifier.path("value").asString());
            }
        }
        NodeClient analyst = world.us().as(Person.ANALYST);
        byType.forEach((keyType, values) -> {
            JsonNode answer = analyst.post(
                    "/v1/queries",
                    Map.of(
                            "case",
                            "US-2026-000004",
                            "basis",
                            FindChapter.BASIS,
                            "purpose",
                            FindChapter.PURPOSE,
                            "keyType",
                            keyType,
                            "values",
                            values));
            world.report()
                    .claim(
                            "f",
                            "the peer asked for all of them by " + keyType,
                            answer.path("outcome").asString().equals("answered"),
                            values.size() + " asked");
            for (JsonNode hit : answer.path("hits")) {
                found.add(hit.path("value").asString());
            }
        });
    }

    private static void searchedWithoutMandate(World world, JsonNode persons, Set<String> found) {
        NodeClient officer = world.mx().as(Person.OFFICER);
        for (JsonNode person : persons) {
            for (JsonNode identifier : person.path("identifiers")) {
                String value = identifier.path("value").asString();
                JsonNode answer = officer.get("/v1/holdings?purpose=criminal-investigation&q="
                        + java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8));
                if (!answer.path("items").isEmpty()) {
                    found.add(value);
                }
            }
        }
    }
}
