package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.PeerParty;
import org.entente.prove.Leaf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private TestNode us = new TestNode("US");
    private TestNode mx = new TestNode("MX");

    @BeforeEach
    void pair() {
        TestNode.pair(us, mx);
    }

    @AfterEach
    void close() {
        us.close();
        mx.close();
    }

    @Test
    void anEnvelopeIsDeliveredReceiptedAndLoggedOnBothSides() {
        EnvelopeId id = us.put(mx, "one");
        assertInstanceOf(OutboxState.Queued.class, us.outbox.state(id));
        sender().step();

        var delivered = assertInstanceOf(OutboxState.Delivered.class, us.outbox.state(id));
        assertEquals(List.of("one"), RecordingDesk.effects(mx));
        assertEquals(
                delivered.receipt(),
                receiptOf(mx.inbox.receiving(TestParty.AGREEMENT, id).receipt()));
        Leaf.Exchange sent = lastExchangeLeaf(us);
        Leaf.Exchange received = lastExchangeLeaf(mx);
        assertEquals(Leaf.Direction.SENT, sent.direction());
        assertEquals(Leaf.Direction.RECEIVED, received.direction());
        assertEquals(sent.envelopeHash(), received.envelopeHash());
        assertEquals(sent.sequence(), received.sequence());
        assertEquals("accepted", received.fields().get("verdict"));
    }

    private Receipt receiptOf(Bytes note) {
        return Receipt.open(note, mx.party.envelopeKey.key());
    }

    @Test
    void nothingLeavesBeforeItsLeafIsUnderASignedCheckpoint() {
        us.ledger.pause(true);
        EnvelopeId id = us.put(mx, "one");
        Sender sender = sender();
        assertEquals(Limits.EVIDENCE_POLL, sender.step());
        assertInstanceOf(OutboxState.Queued.class, us.outbox.state(id));
        us.ledger.pause(false);
        sender.step();
        assertInstanceOf(OutboxState.Delivered.class, us.outbox.state(id));
    }

    @Test
    void aTransactionThatRollsBackLeavesNoEnvelopeAndNoGap() {
        assertThrows(
                IllegalStateException.class,
                () -> us.database.run(tx -> {
                    us.outbox.put(tx, us.dispatch(mx, "never"));
                    throw new IllegalStateException("rolled back");
                }));
        EnvelopeId id = us.put(mx, "one");
        sender().step();
        assertEquals(
                1,
                assertInstanceOf(OutboxState.Delivered.class, us.outbox.state(id))
                        .receipt()
                        .sequence());
        assertEquals(List.of("one"), RecordingDesk.effects(mx));
    }

    @Test
    void theSameEnvelopeAgainGetsTheSameReceiptAndNoSecondEffect() {
        EnvelopeId id = us.put(mx, "one");
        Bytes first = receipted(us.cover(id));
        us.put(mx, "other");
        assertEquals(first, receipted(us.cover(id)));
        assertEquals(List.of("one"), RecordingDesk.effects(mx));
    }

    private static boolean isConflict(Leaf leaf) {
        return leaf instanceof Leaf.Duty duty && duty.type().equals("exchange.conflict");
    }

    @Test
    void aReplayAfterAYearGetsTheOldReceiptAndHasNoEffect() {
        EnvelopeId id = us.put(mx, "one");
        Bytes cover = us.cover(id);
        Bytes first = receipted(cover);
        mx.clock.advance(Duration.ofDays(400));
        assertEquals(first, receipted(cover));
        assertEquals(List.of("one"), RecordingDesk.effects(mx));
    }

    @Test
    void aLaterNumberWaitsForTheEarlierOne() {
        us.put(mx, "one");
        EnvelopeId second = us.put(mx, "two");
        var gap = assertInstanceOf(Inbox.Acceptance.Gap.class, accept(us.cover(second)));
        assertEquals(1, gap.expectedSequence());
        assertEquals(List.of(), RecordingDesk.effects(mx));
    }

    @Test
    void twoEnvelopesUnderOneNumberAreAConflictAndLeaveALeaf() {
        receipted(us.cover(us.put(mx, "one")));
        us.database.run(tx -> tx.dsl()
                .execute("update exchange.link set next_sequence = 1 where direction = 'out';"
                        + " delete from exchange.outbox"));
        EnvelopeId other = us.put(mx, "other");
        assertRefused(ExchangeCode.ENVELOPE_CONFLICT, us.cover(other));
        assertRefused(ExchangeCode.ENVELOPE_CONFLICT, us.cover(other));
        assertEquals(
                1, mx.ledger.leaves().stream().filter(ExchangeTest::isConflict).count());
        assertTrue(mx.ledger.leaves().getLast() instanceof Leaf.Duty duty
                && duty.type().equals("exchange.conflict"));
        assertEquals(List.of("one"), RecordingDesk.effects(mx));
    }

    @Test
    void aConflictThatCouldNotBeRecordedIsRecordedWhenItComesAgain() {
        receipted(us.cover(us.put(mx, "one")));
        us.database.run(tx -> tx.dsl()
                .execute("update exchange.link set next_sequence = 1 where direction = 'out';"
                        + " delete from exchange.outbox"));
        EnvelopeId other = us.put(mx, "other");
        mx.ledger.breakDown(true);
        assertThrows(IllegalStateException.class, () -> accept(us.cover(other)));
        mx.ledger.breakDown(false);

        assertRefused(ExchangeCode.ENVELOPE_CONFLICT, us.cover(other));

        assertEquals(
                1, mx.ledger.leaves().stream().filter(ExchangeTest::isConflict).count());
    }

    @Test
    void anotherNodesEnvelopeOrReceiptIsRefused() {
        try (TestNode stranger = new TestNode("US")) {
            stranger.pin(mx);
            EnvelopeId id = stranger.put(mx, "forged");
            assertRefused(ExchangeCode.ENVELOPE_FORGED, stranger.cover(id));
        }
        EnvelopeId id = us.put(mx, "one");
        us.sender(
                        (peer, cover) -> {
                            Receipt real = receiptOf(receipted(cover));
                            return new EnvelopeTransport.Reply.Receipted(real.sign(us.party.envelopeKey));
                        },
                        random())
                .step();
        assertInstanceOf(OutboxState.Sent.class, us.outbox.state(id));
    }

    @Test
    void aReceiptForAnotherEnvelopeSettlesNothing() {
        EnvelopeId first = us.put(mx, "one");
        Bytes receipt = receipted(us.cover(first));
        sender().step();
        EnvelopeId second = us.put(mx, "two");
        us.sender((peer, cover) -> new EnvelopeTransport.Reply.Receipted(receipt), random())
                .step();
        assertInstanceOf(OutboxState.Sent.class, us.outbox.state(second));
    }

    @Test
    void anEnvelopeForAnotherPartyOrAgreementIsRefused() {
        try (TestNode ca = new TestNode("CA")) {
            ca.pin(us);
            EnvelopeId id = us.put(mx, "for mexico");
            EntenteException refused = assertThrows(
                    EntenteException.class,
                    () -> ca.inbox.accept(
                            new PeerParty(us.party.party(), TestParty.AGREEMENT),
                            us.cover(id).toArray()));
            assertEquals(ExchangeCode.ENVELOPE_AUDIENCE, refused.code());
        }
    }

    @Test
    void aCoverWithoutTheSendersLeafIsRefused() {
        EnvelopeId first = us.put(mx, "one");
        EnvelopeId second = us.put(mx, "two");
        Cover one = Cover.parse(us.cover(first).toArray());
        Cover two = Cover.parse(us.cover(second).toArray());
        assertRefused(ExchangeCode.COVER_REFUSED, new Cover(one.envelope(), two.leaf(), two.proof()).encode());
        assertRefused(ExchangeCode.COVER_REFUSED, new Cover(one.envelope(), one.leaf(), two.proof()).encode());
    }

    @Test
    void everyFlippedByteOfACoverIsRefused() {
        byte[] cover = us.cover(us.put(mx, "one")).toArray();
        RandomGenerator random = random();
        for (int i = 0; i < cover.length; i++) {
            byte[] mangled = cover.clone();
            mangled[i] ^= (byte) (1 << random.nextInt(8));
            int at = i;
            assertThrows(
                    EntenteException.class,
                    () -> mx.inbox.accept(us.party.asPeer(us.clock).party(), mangled),
                    () -> "byte " + at);
        }
        assertEquals(List.of(), RecordingDesk.effects(mx));
    }

    @Test
    void anExpiredEnvelopeIsRefusedByReceiptAndTheQueueMovesOn() {
        EnvelopeId late = us.database.in(tx ->
                us.outbox.put(tx, us.dispatch(mx, "late", us.clock.instant().plusSeconds(60))));
        EnvelopeId next = us.put(mx, "next");
        us.clock.advance(Duration.ofMinutes(2));
        mx.clock.advance(Duration.ofMinutes(2));
        assertInstanceOf(OutboxState.Expired.class, us.outbox.state(late));
        Sender sender = sender();
        sender.step();
        sender.step();
        assertEquals(
                "EXPIRED",
                assertInstanceOf(OutboxState.Refused.class, us.outbox.state(late))
                        .code());
        assertInstanceOf(OutboxState.Delivered.class, us.outbox.state(next));
        assertEquals(List.of("next"), RecordingDesk.effects(mx));
    }

    @Test
    void anExpiredInstitutionKeySendsNothingAndTakesNothing() {
        EnvelopeId sent = us.put(mx, "one");
        mx.party.institutionKeysExpire = mx.clock.instant();
        sender().step();
        assertEquals(
                "INSTITUTION_KEY_EXPIRED",
                assertInstanceOf(OutboxState.Refused.class, us.outbox.state(sent))
                        .code());
        us.pin(mx);
        EntenteException refused = assertThrows(EntenteException.class, () -> us.put(mx, "two"));
        assertEquals(ExchangeCode.INSTITUTION_KEY_EXPIRED, refused.code());
    }

    @Test
    void anEnvelopeForAnInstitutionThatIsGoneIsRefusedByReceipt() {
        Dispatch known = us.dispatch(mx, "one");
        Dispatch second = new Dispatch(
                known.agreement(),
                known.from(),
                mx.party.institution("second"),
                known.type(),
                null,
                known.casePseudonym(),
                known.basis(),
                known.purpose(),
                known.handling(),
                known.expires(),
                known.body());
        EnvelopeId id = us.database.in(tx -> us.outbox.put(tx, second));
        mx.party.sealing.remove(mx.party.institution("second"));
        assertRefusedByReceipt("INSTITUTION_UNKNOWN", id);
    }

    @Test
    void anEnvelopeSealedToAKeyThatIsGoneIsRefusedByReceipt() {
        EnvelopeId id = us.put(mx, "one");
        mx.party.sealing.put(mx.party.centralAuthority(), Sealing.hpke().generatePrivateKey());
        assertRefusedByReceipt("INSTITUTION_KEY_UNKNOWN", id);
    }

    @Test
    void anEnvelopeFromMoreThanFiveMinutesAheadIsRefusedByReceipt() {
        us.clock.advance(Limits.CLOCK_SKEW);
        EnvelopeId inTime = us.put(mx, "one");
        sender().step();
        assertInstanceOf(OutboxState.Delivered.class, us.outbox.state(inTime));
        us.clock.advance(Duration.ofSeconds(1));
        EnvelopeId ahead = us.put(mx, "two");
        sender().step();
        assertEquals(
                "CREATED_AHEAD",
                assertInstanceOf(OutboxState.Refused.class, us.outbox.state(ahead))
                        .code());
        assertEquals(List.of("one"), RecordingDesk.effects(mx));
    }

    private void assertRefusedByReceipt(String code, EnvelopeId id) {
        sender().step();
        assertEquals(
                code,
                assertInstanceOf(OutboxState.Refused.class, us.outbox.state(id)).code());
        assertEquals(List.of(), RecordingDesk.effects(mx));
    }

    @Test
    void aTypeWithoutADeskIsRefusedByReceipt() {
        Dispatch known = us.dispatch(mx, "one");
        Dispatch unknown = new Dispatch(
                known.agreement(),
                known.from(),
                known.to(),
                "ask.unheard-of",
                null,
                known.casePseudonym(),
                known.basis(),
                known.purpose(),
                known.handling(),
                known.expires(),
                known.body());
        EnvelopeId id = us.database.in(tx -> us.outbox.put(tx, unknown));
        sender().step();
        assertEquals(
                "TYPE_UNKNOWN",
                assertInstanceOf(OutboxState.Refused.class, us.outbox.state(id)).code());
    }

    @Test
    void aDeskThatRefusesUndoesItsEffectAndAnswersByReceipt() {
        mx.desk.failure = RecordingDesk.refusalOf("question");
        EnvelopeId id = us.put(mx, "one");
        sender().step();
        assertEquals(
                "JSON_MEMBER_WRONG",
                assertInstanceOf(OutboxState.Refused.class, us.outbox.state(id)).code());
        assertEquals(List.of(), RecordingDesk.effects(mx));
        assertEquals("JSON_MEMBER_WRONG", lastExchangeLeaf(mx).fields().get("verdict"));
    }

    @Test
    void aDeskThatBreaksLeavesNothingAndTheEnvelopeComesAgain() {
        mx.desk.failure = new IllegalStateException("broken");
        EnvelopeId id = us.put(mx, "one");
        assertThrows(IllegalStateException.class, () -> accept(us.cover(id)));
        assertEquals(List.of(), RecordingDesk.effects(mx));
        mx.desk.failure = null;
        sender().step();
        assertInstanceOf(OutboxState.Delivered.class, us.outbox.state(id));
        assertEquals(List.of("one"), RecordingDesk.effects(mx));
    }

    @Test
    void aDestroyedBodyLeavesHeaderAndReceipt() {
        EnvelopeId id = us.put(mx, "one");
        sender().step();
        var institution = mx.party.centralAuthority();
        mx.database.run(tx -> mx.inbox.destroyBody(tx, id, institution));
        EntenteException gone =
                assertThrows(EntenteException.class, () -> mx.database.in(tx -> mx.inbox.open(tx, id, institution)));
        assertEquals(ExchangeCode.BODY_DESTROYED, gone.code());
        Bytes header = mx.inbox.receiving(TestParty.AGREEMENT, id).header();
        assertEquals(
                lastExchangeLeaf(us).envelopeHash(),
                Envelope.withoutBody(header).hash());
    }

    @Test
    void anotherInstitutionMayNotOpen() {
        EnvelopeId id = us.put(mx, "one");
        sender().step();
        EntenteException refused = assertThrows(
                EntenteException.class,
                () -> mx.database.in(tx -> mx.inbox.open(tx, id, mx.party.institution("second"))));
        assertEquals(ExchangeCode.ENVELOPE_UNKNOWN, refused.code());
    }

    @Test
    void aPeerRestoredFromAnOldBackupGetsAgainWhatItLost() {
        EnvelopeId first = us.put(mx, "one");
        Sender sender = sender();
        sender.step();
        mx.database.run(tx -> tx.dsl()
                .execute("delete from exchange.inbox;"
                        + " update exchange.link set next_sequence = 1 where direction = 'in';"
                        + " delete from public.effect"));
        EnvelopeId second = us.put(mx, "two");
        for (int i = 0; i < 4; i++) {
            sender.step();
            us.clock.advance(Limits.BACKOFF_LAST);
        }
        assertInstanceOf(OutboxState.Delivered.class, us.outbox.state(first));
        assertInstanceOf(OutboxState.Delivered.class, us.outbox.state(second));
        assertEquals(List.of("one", "two"), RecordingDesk.effects(mx));
    }

    @Test
    void anAbsentPeerIsTriedLaterAndEverLaterAndAtOnceWhenSeen() {
        us.put(mx, "one");
        int[] tries = {0};
        Sender sender = us.sender(
                (peer, cover) -> {
                    tries[0]++;
                    return new EnvelopeTransport.Reply.NotTaken("away");
                },
                random());
        for (int i = 0; i < 20; i++) {
            Duration pause = sender.step();
            assertTrue(pause.compareTo(Limits.BACKOFF_LAST) <= 0);
            assertEquals(tries[0], i + 1);
            us.clock.advance(pause);
        }
        us.put(mx, "two");
        sender.step();
        int before = tries[0];
        us.put(mx, "three");
        sender.step();
        assertEquals(before, tries[0], "new work must not shorten a backoff");
        us.nudges.peerSeen(TestParty.AGREEMENT);
        sender.step();
        assertEquals(before + 1, tries[0]);
    }

    @Test
    void pseudonymsAreStableAndDifferByCaseAndParty() {
        var number = new org.entente.kernel.CaseNumber("US-2026-000123");
        String ours = new Pseudonyms(us.party).of(TestParty.AGREEMENT, number);
        assertTrue(ours.matches("[0-9a-f]{16}"));
        assertEquals(ours, new Pseudonyms(us.party).of(TestParty.AGREEMENT, number));
        assertNotEquals(ours, new Pseudonyms(mx.party).of(TestParty.AGREEMENT, number));
        assertNotEquals(
                ours,
                new Pseudonyms(us.party).of(TestParty.AGREEMENT, new org.entente.kernel.CaseNumber("US-2026-000124")));
    }

    private Sender sender() {
        return us.sender(FlakyWire.sound(us, mx), random());
    }

    private static RandomGenerator random() {
        return new java.util.SplittableRandom(1);
    }

    private Inbox.Acceptance accept(Bytes cover) {
        return mx.inbox.accept(us.party.asPeer(us.clock).party(), cover.toArray());
    }

    private Bytes receipted(Bytes cover) {
        return assertInstanceOf(Inbox.Acceptance.Receipted.class, accept(cover)).receipt();
    }

    private void assertRefused(ExchangeCode code, Bytes cover) {
        assertEquals(
                code, assertThrows(EntenteException.class, () -> accept(cover)).code());
    }

    private static Leaf.Exchange lastExchangeLeaf(TestNode node) {
        return node.ledger.leaves().stream()
                .filter(Leaf.Exchange.class::isInstance)
                .map(Leaf.Exchange.class::cast)
                .toList()
                .getLast();
    }
}
