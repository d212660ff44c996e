package org.entente.find;

import static org.entente.find.TwoNodes.answered;
import static org.entente.find.TwoNodes.duties;
import static org.entente.find.TwoNodes.refused;
import static org.entente.find.TwoNodes.rfc;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.access.Access;
import org.entente.access.Mandates;
import org.entente.hold.Holdings;
import org.entente.hold.ImportListener;
import org.entente.hold.ImportOrder;
import org.entente.hold.ImportReport;
import org.entente.kernel.Bytes;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.Role;
import org.entente.match.IdentifierType;
import org.entente.prove.Leaf;
import org.entente.prove.LedgerFake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A published set does not outlive a protection.
class StaleSetTest {
    @TempDir
    private Path folder;

    @Test
    void whoBecomesProtectedIsFoundNoMoreAndTheOldKeyIsGoneAtOnce() {
        try (TwoNodes nodes = new TwoNodes(folder)) {
            nodes.publish();
            assertEquals(1, answered(nodes.ask(rfc(1))).hits().size());
            EvaluationRequest old = nodes.lastRequest();
            nodes.mx.source.hidden.add("m1");
            nodes.advance(Limits.STALE_CHECK_PAUSE);

            assertEquals(1, nodes.mx.discovery.sweep(TestNode.TIMER));

            assertEquals(List.of(PublishedSet.State.DESTROYED), states(nodes, old.setId()));
            refused(nodes.ask(rfc(1)));
            deliver(nodes);
            assertTrue(answered(nodes.ask(rfc(1))).hits().isEmpty());
            assertEquals(1, answered(nodes.ask(rfc(2))).hits().size(), "everybody else is found as before");
            assertEquals(1, nodes.lastRequest().number() - 1, "a new set, a new count");
            assertNotEquals(old.setId(), nodes.lastRequest().setId());
        }
    }

    @Test
    void theLeavesAreThoseOfAnyNewEpoch() {
        try (TwoNodes nodes = new TwoNodes(folder)) {
            nodes.publish();
            nodes.publish();
            nodes.advance(Duration.ofDays(3));
            nodes.mx.discovery.sweep(TestNode.TIMER);
            SortedMap<String, String> ordinary = rfcLeaf(nodes, "find.key-destroyed");
            SortedMap<String, String> published = rfcLeaf(nodes, "find.published");
            int leafCount = nodes.mx.ledger.leaves().size();
            nodes.mx.source.hidden.add("m1");
            nodes.advance(Limits.STALE_CHECK_PAUSE);

            nodes.mx.discovery.sweep(TestNode.TIMER);

            assertEquals(leafCount + 2, nodes.mx.ledger.leaves().size());
            assertEquals(ordinary.keySet(), rfcLeaf(nodes, "find.key-destroyed").keySet());
            assertEquals(published.keySet(), rfcLeaf(nodes, "find.published").keySet());
            nodes.mx.ledger.leaves().forEach(leaf -> assertFalse(leaf.toString().contains("m1"), leaf.toString()));
        }
    }

    @Test
    void whoWasKilledBetweenTheNewSetAndTheOldKeyOnlyDestroysTheKey() {
        try (TwoNodes nodes = new TwoNodes(folder)) {
            nodes.publish();
            nodes.mx.source.hidden.add("m1");
            nodes.announce();
            int publishedCount = duties(nodes.mx, "find.published").size();
            nodes.mx.restart(nodes.us);

            assertEquals(1, nodes.mx.discovery.sweep(TestNode.TIMER));

            assertEquals(publishedCount, duties(nodes.mx, "find.published").size());
            assertEquals(1, duties(nodes.mx, "find.key-destroyed").size());
        }
    }

    @Test
    void hitsOfTheOldEpochCanBeAskedAboutForTwoDays() {
        try (TwoNodes nodes = new TwoNodes(folder)) {
            nodes.publish();
            answered(nodes.ask(rfc(1)));
            Bytes setId = nodes.lastRequest().setId();
            nodes.mx.source.hidden.add("m1");
            nodes.advance(Limits.STALE_CHECK_PAUSE);
            nodes.mx.discovery.sweep(TestNode.TIMER);
            deliver(nodes);

            nodes.advance(Duration.ofHours(47));
            nodes.mx.discovery.sweep(TestNode.TIMER);
            assertFalse(nodes.mx.source.forgotten.contains(setId));
            nodes.advance(Duration.ofHours(2));
            nodes.mx.discovery.sweep(TestNode.TIMER);
            assertTrue(nodes.mx.source.forgotten.contains(setId));
        }
    }

    @Test
    void nothingIsReplacedWhileNobodyIsProtected() {
        try (TwoNodes nodes = new TwoNodes(folder)) {
            nodes.publish();
            nodes.advance(Duration.ofDays(30));
            assertEquals(0, nodes.mx.discovery.sweep(TestNode.TIMER));
            assertEquals(1, answered(nodes.ask(rfc(1))).hits().size());
        }
    }

    @Test
    void overRealHoldingsAPersonWhoBecomesAWitnessIsFoundNoMore() {
        try (TwoNodes nodes = overHoldings()) {
            take(nodes, "suspect", "2031-06-30");
            nodes.publish();
            assertEquals(1, answered(nodes.ask(rfc(1))).hits().size());
            nodes.advance(Limits.STALE_CHECK_PAUSE);
            assertEquals(0, nodes.mx.discovery.sweep(TestNode.TIMER));
            take(nodes, "witness", "2031-06-30");
            nodes.advance(Limits.STALE_CHECK_PAUSE);

            assertEquals(1, nodes.mx.discovery.sweep(TestNode.TIMER));

            refused(nodes.ask(rfc(1)));
            deliver(nodes);
            assertTrue(answered(nodes.ask(rfc(1))).hits().isEmpty());
        }
    }

    @Test
    void overRealHoldingsAPersonPastRetentionIsFoundNoMore() {
        try (TwoNodes nodes = overHoldings()) {
            take(nodes, "suspect", "2026-12-31");
            nodes.publish();
            assertEquals(1, answered(nodes.ask(rfc(1))).hits().size());
            nodes.advance(Duration.ofDays(40));

            assertEquals(1, nodes.mx.discovery.sweep(TestNode.TIMER));

            deliver(nodes);
            assertTrue(answered(nodes.ask(rfc(1))).hits().isEmpty());
        }
    }

    private @Nullable Holdings holdings;

    private TwoNodes overHoldings() {
        return new TwoNodes(folder, TestNode.LAW, (database, clock) -> {
            Holdings real = new Holdings(
                    database, new Access(Mandates.none(), clock), new LedgerFake(), TestNode.AGREEMENT, clock);
            holdings = real;
            return DiscoverySource.of(real);
        });
    }

    private void take(TwoNodes nodes, String personClass, String retainUntil) {
        String lines = """
                {"format":"entente-casework","version":1,"party":"MX","asOf":"2026-11-01","invented":true}
                {"id":"P-1","kind":"person","class":"CLASS","status":"none","basis":{"instrument":"MX-CNPP",\
                "article":"131"},"handling":["H0"],"evaluation":"B2","retainUntil":"UNTIL","facets":[{"key":"main",\
                "kind":"primary","statements":[{"property":"name","value":"INVENTADA, Persona"},\
                {"property":"rfc","value":"RFC"}]}]}
                """.replace("CLASS", personClass)
                .replace("UNTIL", retainUntil)
                .replace("\"RFC\"", "\"" + rfc(1) + "\"");
        try {
            Path file = Files.writeString(folder.resolve(personClass + retainUntil + ".jsonl"), lines);
            ImportReport report = Objects.requireNonNull(holdings)
                    .importFiles(
                            nodes.mx.officer(Role.OPERATOR),
                            new ImportOrder("casework", Map.of("file", file), LocalDate.of(2026, 11, 1), false),
                            ImportListener.none());
            assertEquals(0, report.rejectedCount(), () -> "the row is taken: " + report + findings(nodes));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /// What the import said of the rows.
    private static String findings(TwoNodes nodes) {
        return nodes.mx.database.in(tx -> tx.dsl()
                .fetch("select column_name, value, reason from hold.finding")
                .toString());
    }

    private static void deliver(TwoNodes nodes) {
        assertTrue(nodes.mx.link.deliverAll().isEmpty());
        nodes.us.discovery.sweep(TestNode.TIMER);
        assertTrue(nodes.us.link.deliverAll().isEmpty());
    }

    private static List<PublishedSet.State> states(TwoNodes nodes, Bytes setId) {
        return nodes.mx.discovery.sets(nodes.mx.officer(Role.AUDITOR), TestNode.AGREEMENT).stream()
                .filter(one -> one.setId().equals(setId))
                .map(PublishedSet::state)
                .toList();
    }

    private static SortedMap<String, String> rfcLeaf(TwoNodes nodes, String type) {
        return new TreeMap<>(duties(nodes.mx, type).stream()
                .map(Leaf::fields)
                .filter(fields -> "rfc".equals(fields.get("key-type")))
                .toList()
                .getLast());
    }

    @Test
    void aSetThatCannotBeCarriedIsNotPublishedAndTheOthersAre() {
        try (TwoNodes nodes = new TwoNodes(folder);
                OwnKeys keys = new OwnKeys(nodes.mx.parts)) {
            nodes.mx.source.holds(IdentifierType.RFC, rfc(3), "m3", EvidentialStatus.LISTED);
            Publications narrow = new Publications(nodes.mx.parts, new Publisher(nodes.mx.parts, keys, 2));

            TwoNodes.assertCode(
                    FindCode.FIND_SET_TOO_LARGE,
                    () -> narrow.publish(nodes.mx.officer(Role.OPERATOR), TestNode.AGREEMENT, TestNode.PURPOSE));

            assertFalse(keyTypesPublished(nodes).contains("rfc"));
            assertTrue(keyTypesPublished(nodes).contains("curp"));
            Publication failed = narrow.all(TestNode.AGREEMENT).getFirst();
            assertEquals(Publication.State.FAILED, failed.state());
            assertEquals(failed.setTotal() - 1, failed.setDone());
            new Publications(nodes.mx.parts, new Publisher(nodes.mx.parts, keys, 4))
                    .publish(nodes.mx.officer(Role.OPERATOR), TestNode.AGREEMENT, TestNode.PURPOSE);
            assertTrue(keyTypesPublished(nodes).contains("rfc"), "three fit into four");
        }
    }

    private static List<String> keyTypesPublished(TwoNodes nodes) {
        return duties(nodes.mx, "find.published").stream()
                .map(leaf -> String.valueOf(leaf.fields().get("key-type")))
                .toList();
    }
}
