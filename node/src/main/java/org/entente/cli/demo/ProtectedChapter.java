package org.entente.cli.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.DemoParty.Person;
import org.entente.cli.demo.Story.World;
import tools.jackson.databind.JsonNode;

/// (f) Every protected person is looked up by the peer, and searched by name and identifiers by an officer without
/// mandate: none is found. One person who is not protected is asked about and searched in the same way and is found,
/// so that an empty set or a broken search cannot pass for protection.
final class ProtectedChapter implements Story.Chapter {
    private static final String CASE = "US-2026-000004";

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
        JsonNode control = world.truth().path("personOfInterest");
        byType.forEach((keyType, values) -> {
            String known = control.path(keyType).asString("");
            List<String> asked = new ArrayList<>(values);
            if (!known.isEmpty()) {
                asked.add(known);
            }
            Set<String> hits = hits(world, keyType, asked);
            world.report()
                    .claim(
                            "f",
                            "the peer asked for all of them by " + keyType + ", and the one that may be found was",
                            known.isEmpty() || hits.contains(known),
                            asked.size() + " asked, " + hits.size() + " hits");
            hits.stream().filter(values::contains).forEach(found::add);
        });
    }

    /// From the query of this case if it was settled earlier: each one costs quota.
    private static Set<String> hits(World world, String keyType, List<String> values) {
        NodeClient analyst = world.us().as(Person.ANALYST);
        Set<String> hits = new LinkedHashSet<>();
        JsonNode answer = earlier(analyst, keyType)
                .orElseGet(() -> analyst.post(
                        "/v1/queries",
                        Map.of(
                                "case",
                                CASE,
                                "basis",
                                FindChapter.BASIS,
                                "purpose",
                                FindChapter.PURPOSE,
                                "keyType",
                                keyType,
                                "values",
                                values)));
        for (JsonNode hit : answer.path("hits")) {
            hits.add(hit.path("value").asString());
        }
        return hits;
    }

    private static Optional<JsonNode> earlier(NodeClient analyst, String keyType) {
        for (JsonNode query : analyst.get("/v1/queries").path("items")) {
            boolean same = query.path("case").asString().equals(CASE)
                    && query.path("keyType").asString().equals(keyType);
            boolean answered =
                    !query.path("settled").isNull() && query.path("refusal").isNull();
            if (same && answered) {
                return Optional.of(analyst.get("/v1/queries/" + query.path("id").asString()));
            }
        }
        return Optional.empty();
    }

    private static void searchedWithoutMandate(World world, JsonNode persons, Set<String> found) {
        NodeClient officer = world.mx().as(Person.OFFICER);
        Progress progress = world.narrator().progress("story.protected.progress", persons.size());
        for (JsonNode person : persons) {
            List<String> texts = new ArrayList<>(List.of(person.path("name").asString()));
            person.path("identifiers")
                    .forEach(identifier -> texts.add(identifier.path("value").asString()));
            texts.stream().filter(text -> isFound(officer, text)).forEach(found::add);
            progress.more(1);
        }
        progress.end();
        String known = world.truth().path("personOfInterest").path("curp").asString();
        world.report().claim("f", "a search finds the one that may be found", isFound(officer, known), "1 searched");
    }

    private static boolean isFound(NodeClient officer, String text) {
        String query =
                "/v1/holdings?purpose=criminal-investigation&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return !officer.get(query).path("items").isEmpty();
    }
}
