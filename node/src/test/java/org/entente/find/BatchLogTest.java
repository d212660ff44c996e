package org.entente.find;

import static org.entente.find.TwoNodes.answered;
import static org.entente.find.TwoNodes.assertCode;
import static org.entente.find.TwoNodes.duties;
import static org.entente.find.TwoNodes.exchanges;
import static org.entente.find.TwoNodes.refused;
import static org.entente.find.TwoNodes.rfc;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.entente.agreement.Agreement;
import org.entente.agreement.pack.PackFiles;
import org.entente.agreement.pack.PackReader;
import org.entente.agreement.pack.ShippedPack;
import org.entente.blind.ElementBatch;
import org.entente.blind.Suite;
import org.entente.find.store.EvaluationStore;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Role;
import org.entente.prove.Leaf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a batch costs, what it leaves in the two logs, and what stands under its number afterwards.
class BatchLogTest {
    private static final int QUOTA = 50_000;

    @TempDir
    private Path folder;

    private TwoNodes nodes;

    BatchLogTest(@TempDir Path folder) {
        nodes = new TwoNodes(folder);
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void anAnswerLeavesOneLeafOnEachNode() {
        nodes.publish();
        answered(nodes.ask(rfc(1)));

        nodes.assertLogsAgree(1);
        assertOutcome("evaluated");
        assertEquals("rfc", exchanges(nodes.us).getLast().fields().get("key-type"));
    }

    @Test
    void aBatchBeyondTheQuotaLeavesOneLeafOnEachNode() {
        nodes.publish();
        use(QUOTA);

        refused(nodes.ask(rfc(1)));

        nodes.assertLogsAgree(1);
        assertOutcome("FIND_QUOTA_SPENT");
    }

    @Test
    void aBatchTheHoldersLawRefusesLeavesOneLeafOnEachNode() {
        nodes.close();
        nodes = new TwoNodes(folder, stricterLaw());
        nodes.publish();

        refused(nodes.ask(rfc(1)));

        nodes.assertLogsAgree(1);
        assertOutcome("FIND_NOT_PERMITTED");
    }

    @Test
    void aBatchFromAnotherTimeLeavesOneLeafOnEachNode() {
        nodes.publish();
        nodes.holdersClock.advance(Duration.ofMinutes(6));

        refused(nodes.ask(rfc(1)));

        nodes.assertLogsAgree(1);
        assertOutcome("FIND_OFF_TIME");
        assertEquals(0, nodes.usedCount());
    }

    @Test
    void aConflictHasALeafOfItsOwnOnEachNode() {
        nodes.publish();
        answered(nodes.ask(rfc(1)));
        // As after the restore of an old backup: the numbers begin again.
        nodes.us.database.run(tx -> {
            tx.dsl().execute("delete from find.hit");
            tx.dsl().execute("delete from find.query_value");
            tx.dsl().execute("delete from find.query");
            tx.dsl().execute("update find.peer_set set next_number = 1");
        });

        refused(nodes.ask(rfc(2)));

        nodes.assertLogsAgree(2);
        assertOutcome("FIND_BATCH_CONFLICT");
    }

    @Test
    void aBatchUnderADestroyedKeyLeavesOneLeafOnEachNode() {
        nodes.publish();
        nodes.mx.database.run(tx -> tx.dsl().execute("update find.own_set set destroyed = now()"));

        refused(nodes.ask(rfc(1)));

        nodes.assertLogsAgree(1);
        assertOutcome("FIND_KEY_UNKNOWN");
        assertNull(exchanges(nodes.us).getLast().fields().get("key-type"));
    }

    @Test
    void aRefusedBatchKeepsItsNumberAndItsAnswerForEver() {
        nodes.publish();
        use(QUOTA);
        refused(nodes.ask(rfc(1)));
        Bytes frame = nodes.lastFrame();
        EvaluationRequest refused = nodes.lastRequest();
        Bytes stored = nodes.call(frame);

        nodes.advance(Duration.ofDays(1));

        assertEquals(stored, nodes.call(frame), "the same bytes");
        assertEquals(0, nodes.usedCount());
        Bytes other = renumbered(nodes.clock.instant(), refused).sign(nodes.us.link);
        assertEquals("FIND_BATCH_CONFLICT", nodes.refusalOf(other), "other bytes under the number");
        assertEquals(0, nodes.usedCount());
        assertEquals(2, exchanges(nodes.mx).size());
        answered(nodes.ask(rfc(1)));
        assertEquals(8, nodes.usedCount());
    }

    @Test
    void oneElementBeyondTheQuotaIsRefused() {
        nodes.publish();
        use(QUOTA - 9);
        answered(nodes.ask(rfc(1)));
        assertEquals(QUOTA - 1, nodes.usedCount());

        refused(nodes.ask(rfc(1)));

        assertEquals(QUOTA - 1, nodes.usedCount());
        assertEquals(
                List.of("FIND_QUOTA_SPENT"),
                duties(nodes.mx, "find.batch-refused").stream()
                        .map(leaf -> leaf.fields().get("code"))
                        .toList());
    }

    @Test
    void aRefusalNamesKeyTypeAndPurposeAndWhatItCost() {
        nodes.publish();
        use(QUOTA);
        refused(nodes.ask(rfc(1)));
        Leaf.Duty spent = duties(nodes.mx, "find.batch-refused").getLast();
        assertEquals("rfc", spent.fields().get("key-type"));
        assertEquals(TestNode.PURPOSE.code(), spent.fields().get("purpose"));
        assertEquals("8", spent.fields().get("padded-count"));
        assertEquals("0", spent.fields().get("counted-count"));

        nodes.advance(Duration.ofDays(1));
        answered(nodes.ask(rfc(1)));
        EvaluationRequest good = nodes.lastRequest();
        ElementBatch identity = ElementBatch.of(Suite.RISTRETTO255_SHA512, new byte[32]);
        assertEquals("FIND_MESSAGE_MALFORMED", nodes.refusalOf(with(good, good.number() + 1, identity)));

        assertEquals(
                "1", duties(nodes.mx, "find.batch-refused").getLast().fields().get("counted-count"));
        assertEquals(9, nodes.usedCount());
    }

    @Test
    void aBatchReservedAndNotAnsweredCountsOnce() {
        nodes.publish();
        answered(nodes.ask(rfc(1)));
        EvaluationRequest good = nodes.lastRequest();
        Bytes frame = with(good, good.number() + 1, good.elements());
        nodes.mx.link.signing = _ -> {
            throw new IllegalStateException("killed");
        };
        assertThrows(IllegalStateException.class, () -> nodes.call(frame));
        assertEquals(16, nodes.usedCount(), "counted before it was computed");
        nodes.mx.link.signing = _ -> {};

        assertInstanceOf(EvaluationAnswer.Evaluated.class, nodes.read(frame, nodes.call(frame)));

        assertEquals(16, nodes.usedCount());
        assertEquals(2, exchanges(nodes.mx).size());
    }

    @Test
    void twoBatchesAtOnceNeverExceedTheQuota() throws Exception {
        nodes.publish();
        answered(nodes.ask(rfc(1)));
        EvaluationRequest good = nodes.lastRequest();
        for (int round = 0; round < 10; round++) {
            use(QUOTA - 15);
            long number = good.number() + 1 + 2L * round;
            List<Bytes> answers = atOnce(with(good, number, good.elements()), with(good, number + 1, good.elements()));

            assertEquals(QUOTA - 7, nodes.usedCount());
            assertEquals(round + 1, duties(nodes.mx, "find.batch-refused").size(), "one evaluated, one refused");
            assertNotEquals(answers.getFirst(), answers.getLast());
        }
    }

    @Test
    void theSameBatchTwiceAtOnceHasOneAnswerOneCountAndOneLeaf() throws Exception {
        nodes.publish();
        answered(nodes.ask(rfc(1)));
        EvaluationRequest good = nodes.lastRequest();
        Bytes frame = with(good, good.number() + 1, good.elements());

        List<Bytes> answers = atOnce(frame, frame);

        assertEquals(answers.getFirst(), answers.getLast());
        assertEquals(16, nodes.usedCount());
        assertEquals(2, exchanges(nodes.mx).size());
    }

    @Test
    void refusingTheSameBytesAgainFillsNoLog() {
        nodes.publish();
        answered(nodes.ask(rfc(1)));
        EvaluationRequest good = nodes.lastRequest();
        nodes.advance(Duration.ofSeconds(1));
        Bytes conflict = with(good, good.number(), good.elements());
        assertNotEquals(nodes.lastFrame(), conflict);
        nodes.refusalOf(conflict);
        int leafCount = nodes.mx.ledger.leaves().size();

        nodes.mx.restart(nodes.us);
        Bytes again = nodes.call(conflict);

        assertEquals(nodes.call(conflict), again);
        assertEquals(leafCount, nodes.mx.ledger.leaves().size());
    }

    @Test
    void onlySoManyRefusalsAreSignedOnADayAndPermittedBatchesGoOn() {
        nodes.publish();
        answered(nodes.ask(rfc(1)));
        EvaluationRequest good = nodes.lastRequest();
        nodes.mx.database.run(tx -> tx.dsl()
                .execute(
                        "insert into find.refusal_day values (?, ?, ?)",
                        TestNode.AGREEMENT.value(),
                        nodes.day(),
                        Limits.REFUSALS_PER_DAY - 1));
        nodes.advance(Duration.ofSeconds(1));
        assertEquals("FIND_BATCH_CONFLICT", nodes.refusalOf(with(good, good.number(), good.elements())));
        assertEquals(1, duties(nodes.mx, "find.refusals-spent").size());
        int leafCount = nodes.mx.ledger.leaves().size();
        ElementBatch other = ElementBatch.of(Suite.RISTRETTO255_SHA512, new byte[64]);

        assertCode(FindCode.FIND_REFUSALS_SPENT, () -> nodes.call(with(good, good.number(), other)));

        assertEquals(leafCount, nodes.mx.ledger.leaves().size());
        answered(nodes.ask(rfc(2)));
        nodes.advance(Duration.ofDays(1));
        assertEquals("FIND_BATCH_CONFLICT", nodes.refusalOf(with(good, good.number(), other)));
    }

    @Test
    void theHolderAsksItsOwnTableWhetherTheSetWasAccepted() {
        nodes.publish();
        answered(nodes.ask(rfc(1)));
        EvaluationRequest good = nodes.lastRequest();
        nodes.announce();
        Bytes unaccepted = nodes.mx.discovery.sets(nodes.mx.officer(Role.AUDITOR), TestNode.AGREEMENT).stream()
                .filter(one -> one.keyType().equals("rfc") && one.state() == PublishedSet.State.ANNOUNCED)
                .findFirst()
                .orElseThrow()
                .setId();
        EvaluationRequest early = new EvaluationRequest(
                good.agreement(),
                unaccepted,
                1,
                good.from(),
                good.purpose(),
                good.basis(),
                good.created(),
                good.elements());

        assertEquals("FIND_KEY_NOT_ACCEPTED", nodes.refusalOf(early.sign(nodes.us.link)));
        assertEquals(8, nodes.usedCount());
    }

    @Test
    void anInstitutionWithoutTheCompetenceIsNotAnswered() {
        nodes.publish();
        answered(nodes.ask(rfc(1)));
        EvaluationRequest good = nodes.lastRequest();
        EvaluationRequest incompetent = new EvaluationRequest(
                good.agreement(),
                good.setId(),
                good.number() + 1,
                new InstitutionId("us-state"),
                good.purpose(),
                good.basis(),
                good.created(),
                good.elements());

        assertEquals("FIND_NOT_PERMITTED", nodes.refusalOf(incompetent.sign(nodes.us.link)));
        assertEquals(8, nodes.usedCount());
    }

    @Test
    void aRequestSixMinutesOldOrAheadIsNotAnswered() {
        nodes.publish();
        answered(nodes.ask(rfc(1)));
        EvaluationRequest good = nodes.lastRequest();
        for (int minutes : new int[] {-6, 6}) {
            EvaluationRequest off = new EvaluationRequest(
                    good.agreement(),
                    good.setId(),
                    good.number() + 10 + minutes,
                    good.from(),
                    good.purpose(),
                    good.basis(),
                    good.created().plus(Duration.ofMinutes(minutes)),
                    good.elements());

            assertEquals("FIND_OFF_TIME", nodes.refusalOf(off.sign(nodes.us.link)), minutes + " minutes");
        }
        assertEquals(8, nodes.usedCount());
    }

    @Test
    void publicationAndAcceptanceAreInTheLogsBeforeTheFirstEvaluation() {
        nodes.publish();

        Leaf.Duty published = ofRfc(duties(nodes.mx, "find.published"));
        Leaf.Duty accepted = ofRfc(duties(nodes.us, "find.set-accepted"));
        for (String field : List.of("set", "public-key", "sha256", "epoch", "purpose", "padded-count")) {
            assertEquals(published.fields().get(field), accepted.fields().get(field), field);
            assertFalse(String.valueOf(published.fields().get(field)).isBlank(), field);
        }
        assertTrue(exchanges(nodes.mx).isEmpty());
    }

    private static Leaf.Duty ofRfc(List<Leaf.Duty> leaves) {
        return leaves.stream()
                .filter(leaf -> "rfc".equals(leaf.fields().get("key-type")))
                .findFirst()
                .orElseThrow();
    }

    private void assertOutcome(String outcome) {
        assertEquals(outcome, exchanges(nodes.us).getLast().fields().get("outcome"));
    }

    /// Leaves MX's counter of the day at `count`.
    private void use(int count) {
        nodes.mx.database.run(tx -> {
            tx.dsl().execute("delete from find.quota_day");
            assertTrue(new EvaluationStore()
                    .reserve(tx, TestNode.AGREEMENT, "rfc", TestNode.PURPOSE, nodes.day(), count, QUOTA));
        });
    }

    private Bytes with(EvaluationRequest good, long number, ElementBatch elements) {
        return new EvaluationRequest(
                        good.agreement(),
                        good.setId(),
                        number,
                        good.from(),
                        good.purpose(),
                        good.basis(),
                        nodes.clock.instant(),
                        elements)
                .sign(nodes.us.link);
    }

    private List<Bytes> atOnce(Bytes... frames) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(frames.length)) {
            List<Future<Bytes>> calls = IntStream.range(0, frames.length)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return nodes.call(frames[i]);
                    }))
                    .toList();
            start.countDown();
            List<Bytes> answers = new ArrayList<>();
            for (Future<Bytes> call : calls) {
                answers.add(call.get());
            }
            return answers;
        }
    }

    private static EvaluationRequest renumbered(Instant created, EvaluationRequest old) {
        return new EvaluationRequest(
                old.agreement(),
                old.setId(),
                old.number(),
                old.from(),
                old.purpose(),
                old.basis(),
                created,
                old.elements());
    }

    /// Blind queries on the Palermo Convention are no longer permitted.
    private static Agreement stricterLaw() {
        TreeMap<String, Bytes> files = new TreeMap<>(ShippedPack.files().files());
        files.computeIfPresent("rules.yaml", (_, file) -> {
            String text = new String(file.toArray(), StandardCharsets.UTF_8);
            int rule = text.indexOf("- id: P-05");
            int instrument = text.indexOf("UNTOC-2000, ", rule);
            String without = text.substring(0, instrument) + text.substring(instrument + "UNTOC-2000, ".length());
            return Bytes.of(without.getBytes(StandardCharsets.UTF_8));
        });
        return PackReader.read(new PackFiles(files));
    }
}
