package org.entente.cli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.DemoParty.Person;
import org.entente.cli.demo.Story.World;
import tools.jackson.databind.JsonNode;

/// What the story left on each side: however often a node died on the way, there is one of each.
final class EndChapter implements Story.Chapter {
    @Override
    public void play(World world) {
        Map<String, Object> end = new LinkedHashMap<>();
        for (DemoParty party : List.of(world.us(), world.mx())) {
            Map<String, Map<String, Integer>> left = left(party);
            end.put(party.party().code(), left);
            world.narrator()
                    .say(
                            "story.end",
                            party.party(),
                            total(left, "requests"),
                            total(left, "releases"),
                            total(left, "operations"));
        }
        world.report().figure("end", end);
    }

    private static int total(Map<String, Map<String, Integer>> left, String kind) {
        return left.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind))
                .flatMap(entry -> entry.getValue().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static Map<String, Map<String, Integer>> left(DemoParty party) {
        NodeClient officer = party.as(Person.OFFICER);
        Map<String, Map<String, Integer>> left = new TreeMap<>();
        left.put("requestsSent", counted(officer, "/v1/requests?box=out", "type"));
        left.put("requestsReceived", counted(officer, "/v1/requests?box=received", "type"));
        left.put("releasesSent", counted(officer, "/v1/releases?box=out", "direction"));
        left.put("releasesReceived", counted(officer, "/v1/releases?box=in", "direction"));
        left.put("operations", counted(officer, "/v1/operations", "side"));
        return left;
    }

    /// How many there are of each kind in each state.
    private static Map<String, Integer> counted(NodeClient officer, String path, String kind) {
        Map<String, Integer> counted = new TreeMap<>();
        for (JsonNode item : officer.get(path).path("items")) {
            String word = item.path(kind).asString() + " " + item.path("state").asString();
            counted.merge(word, 1, Integer::sum);
        }
        return counted;
    }
}
