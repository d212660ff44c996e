package org.entente.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.blind.Evaluation;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.exchange.SignedFrame;
import org.entente.find.store.SetStore;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.PeerParty;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.match.IdentifierType;
import org.entente.prove.Leaf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
    private static final CaseNumber CASE = new CaseNumber("US-2026-000123");
    private static final LegalBasis BASIS = new LegalBasis("UNTOC-2000", "27(1)(b)");

    private static final Database US = TestDatabase.open();
    private static final Database MX = TestDatabase.open();

    private final TestClock clock = new TestClock();
    private final TestNode us;
    private final TestNode mx;

    DiscoveryTest(@TempDir Path folder) throws IOException {
        us = new TestNode("US", US, folder, clock);
        mx = new TestNode("MX", MX, folder, clock);
    }

    @BeforeEach
    void connect() {
        TestNode.connect(us, mx);
        mx.source
                .holds(IdentifierType.RFC, rfc(1), "m1", EvidentialStatus.LISTED_FINAL)
                .holds(IdentifierType.RFC, rfc(2), "m2", EvidentialStatus.CLEARED_BY_COURT);
    }

    @AfterEach
    void close() {
        us.close();
        mx.close();
    }

    @AfterAll
    static void closeDatabases() {
        US.close();
        MX.close();
    }

    @Test
    void askerFindsWhatBothKnowAndTheHolderLearnsOnlyTheFrame() {
        publish();

        Answer.Answered answer = answered(ask(rfc(1), rfc(2), rfc(3), rfc(4), "inv 000101 a-04", "not an RFC"));

        assertEquals(8, answer.paddedCount());
        assertEquals(1024, answer.peerSetPaddedCount());
        assertEquals(List.of("not an RFC"), answer.unreadable());
        assertEquals(2, answer.notKnownCount());
        assertEquals(
                List.of(rfc(2), rfc(1)), answer.hits().stream().map(Hit::value).toList());
        Hit cleared = answer.hits().getFirst();
        assertTrue(cleared.cleared());
        assertEquals(EvidentialStatus.CLEARED_BY_COURT, cleared.status());
        assertNull(cleared.handle(), "a cleared hit starts no request");
        Bytes handle = Objects.requireNonNull(answer.hits().getLast().handle());
        assertEquals("m1", mx.source.subjectByHandle.get(handle));
        assertEquals(EvidentialStatus.LISTED_FINAL, answer.hits().getLast().status());

        Served served = mx.discovery
                .evaluations(mx.officer(Role.AUDITOR), TestNode.AGREEMENT)
                .getFirst();
        assertEquals(
                new Served(
                        clock.instant(),
                        8,
                        "rfc",
                        TestNode.PURPOSE,
                        us.officer(Role.ANALYST).institution(),
                        BASIS),
                served);
    }

    @Test
    void bothLogsNameTheSameBatchAndOnlyTheAskersNamesTheCase() {
        publish();
        answered(ask(rfc(1)));

        Leaf.Exchange sent = exchange(us);
        Leaf.Exchange received = exchange(mx);
        assertEquals(Leaf.Direction.SENT, sent.direction());
        assertEquals(Leaf.Direction.RECEIVED, received.direction());
        assertEquals(sent.envelopeId(), received.envelopeId());
        assertEquals(sent.envelopeHash(), received.envelopeHash());
        assertEquals(sent.fields(), received.fields());
        assertFalse(sent.fields().toString().contains("hit"));
        Leaf.Duty asked = duty(us, "find.asked");
        assertEquals(CASE.value(), asked.fields().get("case"));
        assertEquals("us-analyst", asked.fields().get("officer"));
        assertEquals(
                64, Objects.requireNonNull(asked.fields().get("input-root")).length());
        assertEquals("1", duty(us, "find.settled").fields().get("hit-count"));
        for (Leaf leaf : mx.ledger.leaves()) {
            assertFalse(leaf.fields().containsValue(CASE.value()));
        }
        for (Leaf leaf : Stream.concat(us.ledger.leaves().stream(), mx.ledger.leaves().stream())
                .toList()) {
            assertFalse(leaf.toString().contains(rfc(1)), "no value in any leaf");
        }
    }

    @Test
    void withoutACaseNothingIsAskedAndTheArticleIsNamed() {
        publish();

        Answer.Refused refused = refused(us.discovery.ask(us.officer(Role.ANALYST), query(null, BASIS, rfc(1))));

        assertNotNull(refused.article());
        assertFalse(refused.reason().es().isBlank());
        assertTrue(served().isEmpty());
        assertEquals("", duty(us, "find.refused").fields().get("case"));
    }

    @Test
    void aPoliticalStatementIsNoBasis() {
        publish();
        LegalBasis statement = new LegalBasis("JS-2025", "principles");

        refused(us.discovery.ask(us.officer(Role.ANALYST), query(CASE, statement, rfc(1))));

        assertTrue(served().isEmpty());
    }

    @Test
    void anArticleThatDoesNotExistIsNoBasisOnEitherSide() {
        publish();
        LegalBasis invented = new LegalBasis("UNTOC-2000", "999");

        refused(us.discovery.ask(us.officer(Role.ANALYST), query(CASE, invented, rfc(1))));

        assertTrue(served().isEmpty());
    }

    @Test
    void purposeOrKeyTypeBeyondTheAgreementIsRefused() {
        publish();
        Officer analyst = us.officer(Role.ANALYST);
        Purpose other = new Purpose("missing-persons");

        refused(us.discovery.ask(analyst, new Query(TestNode.AGREEMENT, CASE, BASIS, other, "rfc", List.of(rfc(1)))));
        refused(us.discovery.ask(
                analyst, new Query(TestNode.AGREEMENT, CASE, BASIS, TestNode.PURPOSE, "blood", List.of("A"))));
    }

    @Test
    void aBatchWhoseAnswerWasLostIsAnsweredFromTheStoreAndCountedOnce() {
        publish();
        us.link.lostAnswers = 2;

        answered(ask(rfc(1)));

        assertEquals(1, served().size());
        assertEquals(1, exchanges(mx).size());
    }

    @Test
    void sameBytesGetTheSameAnswerAndOtherBytesUnderTheNumberAreRefusedAndLogged() {
        publish();
        answered(ask(rfc(1)));
        Bytes first = Objects.requireNonNull(us.link.lastRequest);
        Bytes again = call(first);
        assertEquals(again, call(first));
        EvaluationRequest old = EvaluationRequest.read(EvaluationRequest.open(mx.link, TestNode.AGREEMENT, first));
        answered(ask(rfc(2)));
        EvaluationRequest other = EvaluationRequest.read(
                EvaluationRequest.open(mx.link, TestNode.AGREEMENT, Objects.requireNonNull(us.link.lastRequest)));
        EvaluationRequest forged = new EvaluationRequest(
                old.agreement(),
                old.setId(),
                old.number(),
                old.from(),
                old.purpose(),
                old.basis(),
                old.created(),
                other.elements());
        Bytes frame = forged.sign(us.link);

        EvaluationAnswer answer =
                EvaluationAnswer.open(us.link, TestNode.AGREEMENT, SignedFrame.hash(frame), call(frame));

        assertEquals(
                "FIND_BATCH_CONFLICT",
                assertInstanceOf(EvaluationAnswer.Refused.class, answer).code());
        assertEquals(
                "FIND_BATCH_CONFLICT", duty(mx, "find.batch-refused").fields().get("code"));
        assertEquals(2, served().size());
    }

    @Test
    void nothingIsEvaluatedBeforeTheSetWasReceivedWholeAndAccepted() {
        mx.discovery.publish(mx.officer(Role.OPERATOR), TestNode.AGREEMENT, TestNode.PURPOSE);
        assertCode(FindCode.FIND_NOTHING_PUBLISHED, () -> ask(rfc(1)));
        mx.link.deliverAll();
        assertCode(FindCode.FIND_NOTHING_PUBLISHED, () -> ask(rfc(1)));
        us.discovery.sweep(TestNode.TIMER);
        assertCode(FindCode.FIND_NOTHING_PUBLISHED, () -> ask(rfc(1)));
        assertTrue(states(us).contains(PublishedSet.State.ACCEPTED));
        us.link.deliverAll();

        assertEquals(Set.of(PublishedSet.State.READY), Set.copyOf(states(us)));
        assertEquals(Set.of(PublishedSet.State.READY), Set.copyOf(states(mx)));
        answered(ask(rfc(1)));
    }

    @Test
    void aChangedSetIsRefusedForGood() {
        us.link.answer = bytes -> {
            byte[] changed = bytes.toArray();
            changed[changed.length - 1] ^= 1;
            return Bytes.of(changed);
        };
        publish();

        assertEquals(Set.of(PublishedSet.State.REFUSED), Set.copyOf(states(us)));
        assertTrue(us.ledger.dutyTypes().contains("find.set-refused"));
        assertCode(FindCode.FIND_NOTHING_PUBLISHED, () -> ask(rfc(1)));
        try (Stream<Path> files = Files.list(us.folder.resolve("find"))) {
            assertEquals(0, files.count());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aSetThatCannotBeFetchedIsAskedForLessAndLessOftenAndTakenInTheEnd() {
        publishAs(mx.officer(Role.OPERATOR));
        assertTrue(mx.link.deliverAll().isEmpty());
        us.link.away = true;
        for (int second = 0; second < 3600; second++) {
            us.discovery.sweep(TestNode.TIMER);
            clock.advance(Duration.ofSeconds(1));
        }
        long setCount = states(us).size();
        long callCount = us.link.calls.size() / setCount;
        assertTrue(callCount >= 12 && callCount <= 22, callCount + " calls in an hour");
        us.link.away = false;
        clock.advance(Limits.RETRY_PAUSE_LAST);

        us.discovery.sweep(TestNode.TIMER);

        assertEquals(Set.of(PublishedSet.State.ACCEPTED), Set.copyOf(states(us)));
    }

    @Test
    void aSetThatThePeerHasNoMoreIsRefusedForGood() {
        publishAs(mx.officer(Role.OPERATOR));
        assertTrue(mx.link.deliverAll().isEmpty());
        mx.database.run(tx -> tx.dsl().execute("update find.own_set set destroyed = now()"));

        us.discovery.sweep(TestNode.TIMER);

        assertEquals(Set.of(PublishedSet.State.REFUSED), Set.copyOf(states(us)));
    }

    @Test
    void anAnnouncedSetThatCannotBeCarriedIsRefused() {
        publishAs(mx.officer(Role.OPERATOR));
        mx.link.body = body -> Bytes.of(new String(body.toArray(), StandardCharsets.US_ASCII)
                .replace("\"entryCount\":1024", "\"entryCount\":" + 2 * Limits.ENTRY_COUNT_MAX)
                .getBytes(StandardCharsets.US_ASCII));

        var refusals = mx.link.deliverAll();

        assertFalse(refusals.isEmpty());
        refusals.values().forEach(refused -> assertEquals(FindCode.FIND_ANNOUNCEMENT_REFUSED, refused.code()));
    }

    @Test
    void anAnswerUnderAnotherEpochsKeyIsRefusedAndLogged() {
        publish();
        PublishedSet old = rfcSet(mx);
        publish();
        try (OwnKeys keys = new OwnKeys(mx.parts)) {
            us.link.answer = _ -> evaluatedUnder(keys, old.setId());

            assertCode(FindCode.FIND_ANSWER_REFUSED, () -> ask(rfc(1)));

            assertEquals(
                    "FIND_ANSWER_REFUSED", lastDuty(us, "find.settled").fields().get("outcome"));
            us.link.answer = _ -> evaluatedUnder(keys, rfcSet(mx).setId());
            answered(ask(rfc(1)));
        }
    }

    @Test
    void everyChangedByteOfAnAnswerIsRefused() {
        publish();
        answered(ask(rfc(1)));
        Bytes request = Objects.requireNonNull(us.link.lastRequest);
        byte[] answer = call(request).toArray();
        for (int i = 0; i < answer.length; i++) {
            byte[] changed = answer.clone();
            changed[i] ^= 0x01;
            assertThrows(
                    EntenteException.class,
                    () -> EvaluationAnswer.open(
                            us.link, TestNode.AGREEMENT, SignedFrame.hash(request), Bytes.of(changed)),
                    "byte " + i);
        }
    }

    @Test
    void everyChangedByteOfARequestIsRefused() {
        publish();
        answered(ask(rfc(1)));
        byte[] request = Objects.requireNonNull(us.link.lastRequest).toArray();
        for (int i = 0; i < request.length; i++) {
            byte[] changed = request.clone();
            changed[i] ^= 0x01;
            assertThrows(EntenteException.class, () -> call(Bytes.of(changed)), "byte " + i);
        }
        for (int length = 0; length < request.length; length += 7) {
            byte[] prefix = Arrays.copyOf(request, length);
            assertThrows(EntenteException.class, () -> call(Bytes.of(prefix)), "length " + length);
        }
    }

    @Test
    void aSecondKeyForOneEpochIsRefused() {
        publish();
        // A holder that forgets its table would take epoch 0 again.
        mx.database.run(tx -> tx.dsl().execute("truncate find.own_set cascade"));
        mx.discovery.publish(mx.officer(Role.OPERATOR), TestNode.AGREEMENT, TestNode.PURPOSE);

        var refusals = mx.link.deliverAll();

        assertFalse(refusals.isEmpty());
        refusals.values().forEach(refused -> assertEquals(FindCode.FIND_ANNOUNCEMENT_REFUSED, refused.code()));
    }

    @Test
    void aNewEpochHasANewKeyAndTheOldOneIsDestroyedAfterTwoDays() {
        publish();
        PublishedSet old = rfcSet(us);
        answered(ask(rfc(1)));
        Bytes oldRequest = Objects.requireNonNull(us.link.lastRequest);
        publish();
        PublishedSet fresh = rfcSet(us);
        assertEquals(1, fresh.epoch());
        assertNotEquals(old.publicKey(), fresh.publicKey());
        answered(ask(rfc(1)));
        assertTrue(states(mx).contains(PublishedSet.State.SUPERSEDED));
        assertTrue(states(us).contains(PublishedSet.State.SUPERSEDED), "the asker says so too");

        clock.advance(Duration.ofHours(49));
        assertTrue(mx.discovery.sweep(TestNode.TIMER) > 0);

        assertTrue(states(mx).contains(PublishedSet.State.DESTROYED));
        assertTrue(mx.ledger.dutyTypes().contains("find.key-destroyed"));
        assertTrue(mx.source.forgotten.contains(old.setId()));
        EvaluationRequest before =
                EvaluationRequest.read(EvaluationRequest.open(mx.link, TestNode.AGREEMENT, oldRequest));
        Bytes late = new EvaluationRequest(
                        before.agreement(),
                        before.setId(),
                        before.number() + 1,
                        before.from(),
                        before.purpose(),
                        before.basis(),
                        clock.instant(),
                        before.elements())
                .sign(us.link);
        EvaluationAnswer answer =
                EvaluationAnswer.open(us.link, TestNode.AGREEMENT, SignedFrame.hash(late), call(late));
        assertEquals(
                "FIND_KEY_UNKNOWN",
                assertInstanceOf(EvaluationAnswer.Refused.class, answer).code());
        answered(ask(rfc(1)));
    }

    @Test
    void ofFiveRecordsUnderOneValueFourAreFoundAndTheClearedOneIsNotAmongThem() {
        mx.source.holds(IdentifierType.RFC, rfc(9), "s0", EvidentialStatus.REBUTTED);
        IntStream.range(1, 5)
                .forEach(i -> mx.source.holds(IdentifierType.RFC, rfc(9), "s" + i, EvidentialStatus.LISTED));
        publish();

        Set<String> subjects = answered(ask(rfc(9))).hits().stream()
                .map(hit -> mx.source.subjectByHandle.get(Objects.requireNonNull(hit.handle())))
                .collect(Collectors.toSet());

        assertEquals(Set.of("s1", "s2", "s3", "s4"), subjects);
    }

    @Test
    void fourRecordsOfOneValueAreFourHitsAndTheFifthInTheOrderOfTheHoldingsIsNone() {
        IntStream.range(0, 4)
                .forEach(i -> mx.source.holds(IdentifierType.RFC, rfc(8), "f" + i, EvidentialStatus.LISTED));
        IntStream.range(0, 5)
                .forEach(i -> mx.source.holds(IdentifierType.RFC, rfc(9), "s" + i, EvidentialStatus.LISTED));
        for (int epoch = 0; epoch < 2; epoch++) {
            publish();

            Answer.Answered answer = answered(ask(rfc(8), rfc(9)));

            List<String> subjects = answer.hits().stream()
                    .map(hit -> String.valueOf(mx.source.subjectByHandle.get(Objects.requireNonNull(hit.handle()))))
                    .toList();
            assertEquals(List.of("f0", "f1", "f2", "f3", "s0", "s1", "s2", "s3"), subjects, "epoch " + epoch);
            assertEquals(8, answer.hits().stream().map(Hit::handle).distinct().count());
            assertEquals(0, answer.notKnownCount(), "the value is known all the same");
        }
    }

    @Test
    void queriesAreTheirOfficersAndTheAuditorsOnly() {
        publish();
        Answer.Answered answer = answered(ask(rfc(1)));
        Officer analyst = us.officer(Role.ANALYST);

        QueryEntry own = us.discovery.query(analyst, answer.id());
        assertEquals(answer.hits(), own.hits());
        assertEquals(1, us.discovery.queries(analyst, TestNode.AGREEMENT).size());
        Officer other = us.officer(Role.CASE_OFFICER);
        assertTrue(us.discovery.queries(other, TestNode.AGREEMENT).isEmpty());
        assertCode(FindCode.FIND_QUERY_UNKNOWN, () -> us.discovery.query(other, answer.id()));
        assertEquals(
                1,
                us.discovery
                        .queries(us.officer(Role.AUDITOR), TestNode.AGREEMENT)
                        .size());
        assertThrows(EntenteException.class, () -> us.discovery.ask(us.officer(Role.OPERATOR), query(CASE, BASIS)));
        assertThrows(EntenteException.class, () -> publishAs(us.officer(Role.ANALYST)));
    }

    @Test
    void paddedCountsArePowersOfTwoFromEight() {
        assertEquals(8, Asker.paddedCount(1));
        assertEquals(8, Asker.paddedCount(8));
        assertEquals(16, Asker.paddedCount(9));
        assertEquals(512, Asker.paddedCount(286));
        assertEquals(32_768, Asker.paddedCount(32_768));
        assertEquals(65_535, Asker.paddedCount(32_769));
        assertEquals(65_535, Asker.paddedCount(65_535));
    }

    @Test
    void labelCodesReadBackAndAreDistinct() {
        for (EvidentialStatus status : EvidentialStatus.values()) {
            assertEquals(status, LabelCodes.status(LabelCodes.code(status)).orElseThrow());
        }
        assertTrue(LabelCodes.status(200).isEmpty());
    }

    /// Publishes at MX and lets US fetch and accept.
    private void publish() {
        publishAs(mx.officer(Role.OPERATOR));
        assertTrue(mx.link.deliverAll().isEmpty());
        us.discovery.sweep(TestNode.TIMER);
        assertTrue(us.link.deliverAll().isEmpty());
    }

    private void publishAs(Officer actor) {
        mx.discovery.publish(actor, TestNode.AGREEMENT, TestNode.PURPOSE);
    }

    private Answer ask(String... values) {
        return us.discovery.ask(us.officer(Role.ANALYST), query(CASE, BASIS, values));
    }

    private static Query query(@Nullable CaseNumber caseNumber, LegalBasis basis, String... values) {
        return new Query(TestNode.AGREEMENT, caseNumber, basis, TestNode.PURPOSE, "rfc", List.of(values));
    }

    private Bytes call(Bytes frame) {
        return mx.discovery.door().serve(new PeerParty(us.party, TestNode.AGREEMENT), "evaluate", frame);
    }

    /// The newest request, evaluated and proved under the key of the set, whatever set it names.
    private Bytes evaluatedUnder(OwnKeys keys, Bytes setId) {
        Bytes frame = Objects.requireNonNull(us.link.lastRequest);
        EvaluationRequest request = EvaluationRequest.read(EvaluationRequest.open(mx.link, TestNode.AGREEMENT, frame));
        Announcement set = SetRows.announcement(mx.database
                .in(tx -> new SetStore().own(tx, setId))
                .orElseThrow()
                .set());
        Evaluation evaluation = keys.of(set).orElseThrow().blindEvaluate(request.elements());
        return EvaluationAnswer.sign(mx.link, TestNode.AGREEMENT, SignedFrame.hash(frame), evaluation);
    }

    private List<Served> served() {
        return mx.discovery.evaluations(mx.officer(Role.AUDITOR), TestNode.AGREEMENT);
    }

    private static List<PublishedSet.State> states(TestNode node) {
        return node.discovery.sets(node.officer(Role.AUDITOR), TestNode.AGREEMENT).stream()
                .map(PublishedSet::state)
                .toList();
    }

    private static PublishedSet rfcSet(TestNode node) {
        return node.discovery.sets(node.officer(Role.AUDITOR), TestNode.AGREEMENT).stream()
                .filter(one -> one.keyType().equals("rfc"))
                .max(Comparator.comparingInt(PublishedSet::epoch))
                .orElseThrow();
    }

    private static Leaf.Exchange exchange(TestNode node) {
        return exchanges(node).getFirst();
    }

    private static List<Leaf.Exchange> exchanges(TestNode node) {
        return node.ledger.leaves().stream()
                .filter(Leaf.Exchange.class::isInstance)
                .map(Leaf.Exchange.class::cast)
                .toList();
    }

    private static Leaf.Duty duty(TestNode node, String type) {
        return duties(node, type).getFirst();
    }

    private static Leaf.Duty lastDuty(TestNode node, String type) {
        return duties(node, type).getLast();
    }

    private static List<Leaf.Duty> duties(TestNode node, String type) {
        return node.ledger.leaves().stream()
                .filter(Leaf.Duty.class::isInstance)
                .map(Leaf.Duty.class::cast)
                .filter(leaf -> leaf.type().equals(type))
                .toList();
    }

    private static Answer.Answered answered(Answer answer) {
        return assertInstanceOf(Answer.Answered.class, answer, () -> answer.toString());
    }

    private static Answer.Refused refused(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer);
    }

    private static void assertCode(FindCode code, Runnable action) {
        assertEquals(code, assertThrows(EntenteException.class, action::run).code());
    }

    /// Well-formed, and nobody's: the date is the first of January 2000.
    private static String rfc(int number) {
        return "INV000101A%02d".formatted(number);
    }

    private static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-11-24T15:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
