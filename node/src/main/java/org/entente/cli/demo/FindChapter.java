package org.entente.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.DemoParty.Person;
import org.entente.cli.demo.Story.World;
import tools.jackson.databind.JsonNode;

/// (a) one company looked up at the peer; (b) a batch of the taxpayers that the US designated, and the same batch
/// without a case, which is refused.
final class FindChapter implements Story.Chapter {
    static final Map<String, String> BASIS = Map.of("instrument", "UNTOC-2000", "article", "27");
    static final String PURPOSE = "illicit-finance";

    @Override
    public void play(World world) {
        NodeClient analyst = world.us().as(Person.ANALYST);
        List<String> designated = designatedTaxpayers(world, analyst);
        lookUp(world, analyst, company(expected(world)));
        batch(world, analyst, designated);
        batchWithoutCase(world, analyst, designated);
        whatThePeerLearned(world, designated);
    }

    private static List<String> designatedTaxpayers(World world, NodeClient analyst) {
        String selection = world.lists() == null
                ? "keyType=rfc&source=invented-casework&programme=INVENTED-NARCOTICS"
                : "keyType=rfc&source=us-treasury-sdn&programme=SDNTK,ILLICIT-DRUGS-EO14059";
        List<String> values = new ArrayList<>();
        for (JsonNode item :
                analyst.get("/v1/holdings/identifiers?" + selection).path("items")) {
            values.add(item.path("value").asString());
        }
        return List.copyOf(new TreeSet<>(values));
    }

    /// The first company: its taxpayer number is one letter shorter than a person's.
    private static String company(Set<String> taxpayers) {
        return taxpayers.stream().filter(rfc -> rfc.length() == 12).findFirst().orElseThrow();
    }

    private static void lookUp(World world, NodeClient analyst, String rfc) {
        JsonNode answer = analyst.post("/v1/queries", query(rfcQuery("US-2026-000001", List.of(rfc))));
        boolean known = answer.path("hits").size() == 1;
        world.report().claim("a", "one company's RFC is known at MX", known, outcome(answer));
        world.narrator().say("story.lookup", world.lists() == null ? rfc : "RFC", known);
    }

    private static void batch(World world, NodeClient analyst, List<String> designated) {
        JsonNode answer = analyst.post("/v1/queries", query(rfcQuery("US-2026-000001", designated)));
        TreeSet<String> found = new TreeSet<>();
        long cleared = 0;
        boolean clearedFirst = true;
        boolean sawUncleared = false;
        for (JsonNode hit : answer.path("hits")) {
            found.add(hit.path("value").asString());
            if (hit.path("cleared").asBoolean()) {
                cleared++;
                clearedFirst &= !sawUncleared;
            } else {
                sawUncleared = true;
            }
        }
        world.report().figure("designatedTaxpayersAsked", designated.size());
        world.report().figure("commonTaxpayers", found.size());
        world.report().figure("ofWhichCleared", cleared);
        world.report().figure("paddedCount", answer.path("paddedCount").asInt());
        world.report()
                .figure("peerSetPaddedCount", answer.path("peerSetPaddedCount").asInt());
        Set<String> expected = expected(world);
        boolean exact = !expected.isEmpty() && found.equals(expected);
        world.report().claim("b", "exactly the taxpayers on both lists come back", exact, found.size() + " hits");
        world.report()
                .claim(
                        "b",
                        "cleared taxpayers come first and say so",
                        clearedFirst && cleared > 0,
                        cleared + " cleared");
        world.narrator()
                .say(
                        "story.batch",
                        designated.size(),
                        answer.path("paddedCount").asInt(),
                        found.size(),
                        cleared,
                        answer.path("peerSetPaddedCount").asInt());
    }

    private static void batchWithoutCase(World world, NodeClient analyst, List<String> designated) {
        JsonNode answer = analyst.post("/v1/queries", query(rfcQuery("", designated)));
        boolean refused = answer.path("outcome").asString().equals("refused");
        world.report().claim("b", "a batch without a case is refused", refused, outcome(answer));
        world.narrator().say("story.batch.nocase", world.own(answer.path("reason")));
    }

    private static void whatThePeerLearned(World world, List<String> designated) {
        JsonNode served = world.mx().as(Person.AUDITOR).get("/v1/evaluations").path("items");
        boolean padded = false;
        boolean onlyCircumstances = true;
        String text = served.toString();
        for (JsonNode row : served) {
            padded |= row.path("paddedCount").asInt() >= designated.size();
        }
        for (String rfc : designated) {
            onlyCircumstances &= !text.contains(rfc);
        }
        world.report()
                .claim(
                        "b",
                        "MX learned time, padded number, key type, institution, purpose, basis; no input, no hit",
                        padded && onlyCircumstances,
                        served.size() + " evaluations served");
        world.narrator().say("story.learned", served.size());
    }

    private static Set<String> expected(World world) {
        if (world.lists() != null) {
            return Lists.taxpayersOnBoth(world.lists());
        }
        TreeSet<String> expected = new TreeSet<>();
        for (JsonNode rfc : world.truth().path("commonTaxpayers")) {
            expected.add(rfc.asString());
        }
        return expected;
    }

    private record RfcQuery(String caseNumber, List<String> values) {}

    private static RfcQuery rfcQuery(String caseNumber, List<String> values) {
        return new RfcQuery(caseNumber, values);
    }

    private static Map<String, Object> query(RfcQuery query) {
        return Map.of(
                "case",
                query.caseNumber(),
                "basis",
                BASIS,
                "purpose",
                PURPOSE,
                "keyType",
                "rfc",
                "values",
                query.values());
    }

    private static String outcome(JsonNode answer) {
        return answer.path("outcome").asString("") + ", " + answer.path("hits").size() + " hits";
    }
}
