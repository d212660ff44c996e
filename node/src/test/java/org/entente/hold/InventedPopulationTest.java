package org.entente.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.hold.invented.Population;
import org.entente.kernel.EvidentialStatus;
import org.entente.match.Identifier;
import org.entente.match.IdentifierType;
import org.entente.match.Identifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The demonstration's population, into the tables of both sides.
class InventedPopulationTest {
    /// More than one chunk, so that there is something to go on with.
    private static final int SUBJECT_COUNT = 5_000;

    @TempDir
    Path folder;

    @Test
    void anInterruptedImportGoesOnAndEndsAsIfItHadNotBeenInterrupted() throws IOException {
        Population.write(folder, 5, SUBJECT_COUNT);
        try (HoldWorld cut = new HoldWorld();
                HoldWorld whole = new HoldWorld()) {
            assertThrows(
                    PowerCut.class,
                    () -> cut.holdings.importFiles(cut.operator, order("US"), progress -> {
                        if (progress.rowDone() > 0) {
                            throw new PowerCut();
                        }
                    }));
            assertTrue(subjectCount(cut) <= Limits.CHUNK_SUBJECT_COUNT && subjectCount(cut) > 0, "one chunk");
            ImportReport.State left =
                    cut.holdings.imports(cut.operator).getFirst().state();
            assertEquals(ImportReport.State.INTERRUPTED, left);
            List<Long> done = new ArrayList<>();
            ImportReport resumed =
                    cut.holdings.importFiles(cut.operator, order("US"), progress -> done.add(progress.rowDone()));
            ImportReport unbroken = whole.holdings.importFiles(whole.operator, order("US"), ImportListener.none());
            assertEquals(ImportReport.State.DONE, resumed.state());
            assertEquals(1, cut.holdings.imports(cut.operator).size());
            assertEquals(SUBJECT_COUNT, resumed.takenCount());
            assertEquals(0, resumed.unchangedCount());
            assertEquals(done.stream().sorted().toList(), done);
            assertTrue(done.get(1) > done.get(0), "it goes on where it stood");
            assertEquals(resumed.rowCount(), done.getLast());
            assertEquals(unbroken.rejectedCount(), resumed.rejectedCount());
            assertEquals(said(whole), said(cut));
        }
    }

    @Test
    void bothSidesFindWhatIsCommonAndNoProtectedPersonOfTheOther() throws IOException {
        Population.write(folder, 6, SUBJECT_COUNT);
        JsonNode truth = new JsonMapper().readTree(Files.readString(folder.resolve("truth.json")));
        try (HoldWorld us = new HoldWorld();
                HoldWorld mx = new HoldWorld()) {
            assertEquals(0, take(us, "US").rejectedCount());
            assertEquals(0, take(mx, "MX").rejectedCount());
            Set<String> asked = us
                    .holdings
                    .identifiers(
                            us.analyst,
                            new IdentifierSelection(
                                    IdentifierType.RFC,
                                    "invented-casework",
                                    Set.of(Population.PROGRAMME),
                                    HoldWorld.PURPOSE))
                    .stream()
                    .map(IdentifierSelection.Selected::value)
                    .collect(Collectors.toSet());
            assertEquals(60, asked.size());
            Map<String, EvidentialStatus> offered = new HashMap<>();
            for (IdentifierType type : IdentifierType.values()) {
                mx.discoverable(type, true).forEach(value -> offered.put(value.value(), value.status()));
            }
            Set<String> hits = new HashSet<>(asked);
            hits.retainAll(offered.keySet());
            assertEquals(texts(truth.path("commonTaxpayers")), hits);
            assertEquals(
                    texts(truth.path("clearedTaxpayers")),
                    hits.stream()
                            .filter(rfc -> offered.getOrDefault(rfc, EvidentialStatus.NONE)
                                    .isCleared())
                            .collect(Collectors.toSet()));
            for (JsonNode person : truth.path("protected").path("MX")) {
                for (JsonNode identifier : person.path("identifiers")) {
                    String value = identifier.path("value").asString();
                    IdentifierType type = IdentifierType.ofKey(
                                    identifier.path("keyType").asString())
                            .orElseThrow();
                    Identifier.Parsed parsed = (Identifier.Parsed) Identifiers.parse(type, value);
                    assertTrue(!offered.containsKey(parsed.canonical()), value);
                    assertEquals(List.of(), mx.search(mx.analyst, value).items(), value);
                }
                String name = person.path("name").asString();
                assertEquals(List.of(), mx.search(mx.analyst, name).items(), name);
            }
            String name =
                    truth.path("protected").path("MX").path(0).path("name").asString();
            assertEquals(1, mx.search(mx.mandated, name).items().size());
            String serial = truth.path("firearm").path("serial").asString();
            SearchResult.Item firearm = us.search(us.analyst, serial).items().getFirst();
            assertEquals(SubjectKind.FIREARM, firearm.kind());
            assertTrue(firearm.source().invented());
        }
    }

    private ImportReport take(HoldWorld world, String party) {
        return world.holdings.importFiles(world.operator, order(party), ImportListener.none());
    }

    private ImportOrder order(String party) {
        return new ImportOrder(
                "casework", Map.of("file", folder.resolve(party + ".casework.jsonl")), Population.AS_OF, false);
    }

    private static long subjectCount(HoldWorld world) {
        return world.database.in(
                tx -> tx.dsl().fetchSingle("select count(*) from hold.subject").get(0, Long.class));
    }

    /// What is held, without the import's own number.
    private static String said(HoldWorld world) {
        return world.database.in(tx -> tx.dsl().fetch("""
                        select st.id, st.value, f.key, s.status, s.name, s.person_class from hold.statement st
                        join hold.facet f on f.id = st.facet join hold.subject s on s.id = st.subject order by st.id
                        """).formatCSV());
    }

    private static Set<String> texts(JsonNode items) {
        Set<String> texts = new HashSet<>();
        items.forEach(item -> texts.add(item.asString()));
        return texts;
    }
}
