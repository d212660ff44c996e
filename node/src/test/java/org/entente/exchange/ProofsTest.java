package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.access.AccessCode;
import org.entente.exchange.PeerEntries.Fetch;
import org.entente.exchange.Proofs.Delay;
import org.entente.exchange.Proofs.Export;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.kernel.Officer;
import org.entente.kernel.Role;
import org.entente.ledger.bundle.BundleCheck;
import org.entente.ledger.bundle.Crossing;
import org.entente.ledger.bundle.Logged;
import org.entente.ledger.bundle.ProofBundle;
import org.entente.ledger.bundle.Verdict;
import org.entente.ledger.checkpoint.Policy;
import org.entente.ledger.verify.Verify;
import org.entente.prove.Leaf.Direction;
import org.entente.prove.LogKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two nodes with a database and two logs each, cosigning each other's. Mexico asks.
class ProofsTest {
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    @TempDir
    static Path folder;

    private static ProvingNode us;
    private static ProvingNode mx;
    /// Asked, released and acknowledged, with both bundles.
    private static EnvelopeId request;

    private static Bytes askersBundle;

    @BeforeAll
    static void start() throws InterruptedException {
        us = new ProvingNode("US", folder);
        mx = new ProvingNode("MX", folder);
        ProvingNode.pair(us, mx);
        request = story(mx, us);
        askersBundle = bundle(mx, request);
    }

    @AfterAll
    static void stop() {
        us.close();
        mx.close();
    }

    @AfterEach
    void reset() {
        us.witnessAway = false;
        mx.witnessAway = false;
        us.refusal = null;
        mx.refusal = null;
    }

    @Test
    void aRealStoryVerifiesForWhoeverTrustsThePolicyOfThePair() throws IOException {
        Verdict.Verified verified =
                assertInstanceOf(Verdict.Verified.class, BundleCheck.check(askersBundle.toArray(), policy(mx)));
        assertEquals(3, verified.bundle().crossings().size());
        Set<String> origins = Set.of(
                us.party.exchangeLogKey.key().name(),
                mx.party.exchangeLogKey.key().name());
        verified.witnessings().forEach(seen -> assertTrue(origins.contains(seen.origin())));
        Path file = Files.write(folder.resolve("proof.zip"), askersBundle.toArray());
        Path policy = Files.writeString(
                folder.resolve("policy.txt"), mx.proofs.policy(mx.officer(Role.LAWYER)), StandardCharsets.UTF_8);
        var said = new ByteArrayOutputStream();
        int exit = Verify.run(
                new PrintStream(said, true, StandardCharsets.UTF_8), file.toString(), "--policy", policy.toString());
        assertEquals(0, exit, said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void bothSidesTellTheSameStoryUnderTheSamePolicy() throws InterruptedException {
        Bytes answerers = bundle(us, request);
        Verdict.Verified one =
                assertInstanceOf(Verdict.Verified.class, BundleCheck.check(answerers.toArray(), policy(mx)));
        Verdict.Verified other =
                assertInstanceOf(Verdict.Verified.class, BundleCheck.check(askersBundle.toArray(), policy(us)));
        assertEquals(headers(one.bundle()), headers(other.bundle()));
        assertEquals(us.proofs.policy(us.officer(Role.AUDITOR)), mx.proofs.policy(mx.officer(Role.AUDITOR)));
    }

    @Test
    void onlyTheMakersOwnLeavesAreOpenedAndNoInstitutionIsNamed() {
        ProofBundle bundle = ProofBundle.parse(askersBundle.toArray());
        for (Crossing crossing : bundle.crossings()) {
            boolean sentByUs = crossing.header().from().equals("MX");
            Logged own = sentByUs ? crossing.sent() : crossing.received();
            Logged peers = sentByUs ? crossing.received() : crossing.sent();
            assertTrue(peers.opening().isEmpty());
            var shown = own.opening().orElseThrow().shown();
            boolean isReply = crossing.header().inReplyTo().isPresent();
            Set<String> expected = isReply
                    ? Set.of("basis", "created", "envelope.key", "in-reply-to", "purpose", "type")
                    : Set.of("basis", "created", "envelope.key", "purpose", "type");
            assertEquals(expected, shown.keySet());
            assertEquals(crossing.key().text(), shown.get("envelope.key"));
            assertTrue(own.opening().orElseThrow().withheldCount() >= 5);
        }
    }

    @Test
    void everySeventhByteFlippedIsNotVerified() {
        byte[] bytes = askersBundle.toArray();
        Optional<Policy> policy = policy(mx);
        for (int i = 0; i < bytes.length; i += 7) {
            bytes[i] ^= 1;
            int at = i;
            assertInstanceOf(
                    Verdict.NotVerified.class, BundleCheck.check(bytes, policy), () -> "byte " + at + " flipped");
            bytes[i] ^= 1;
        }
    }

    @Test
    void theSameStoryUnderOtherKeysIsNotVerified() throws InterruptedException {
        Path elsewhere = folder.resolve("elsewhere");
        try (ProvingNode otherUs = new ProvingNode("US", elsewhere);
                ProvingNode otherMx = new ProvingNode("MX", elsewhere)) {
            ProvingNode.pair(otherUs, otherMx);
            Bytes remade = bundle(otherMx, story(otherMx, otherUs));
            assertInstanceOf(Verdict.Verified.class, BundleCheck.check(remade.toArray(), policy(otherMx)));
            Verdict.NotVerified refused =
                    assertInstanceOf(Verdict.NotVerified.class, BundleCheck.check(remade.toArray(), policy(mx)));
            assertEquals(Verdict.Reason.LOG_NOT_TRUSTED, refused.reason());
        }
    }

    @Test
    void anUnansweredRequestHasNoProofYet() throws InterruptedException {
        EnvelopeId asked = mx.send("ask.request", null);
        assertEquals(Delay.UNANSWERED, delay(mx, asked));
        assertEquals(Delay.UNANSWERED, delay(us, asked));
        mx.refusal = RecordingDesk.refusalOf("body");
        us.send("ask.refusal", asked);
        assertEquals(Delay.UNANSWERED, delay(mx, asked), "an answer that was refused by receipt is none");
        assertEquals(Delay.UNANSWERED, delay(us, asked));
        mx.refusal = null;
        us.send("ask.refusal", asked);
        assertInstanceOf(
                Verdict.Verified.class, BundleCheck.check(bundle(mx, asked).toArray(), policy(mx)));
    }

    @Test
    void beforeEitherSideIsCosignedThereIsNoProofYet() throws InterruptedException {
        mx.witnessAway = true;
        us.witnessAway = true;
        EnvelopeId asked = mx.send("ask.request", null);
        us.send("ask.answer", asked);
        assertEquals(Delay.OWN_NOT_COSIGNED, delay(mx, asked));
        mx.witnessAway = false;
        until(mx, asked, Delay.PEER_NOT_COSIGNED);
        us.witnessAway = false;
        assertInstanceOf(
                Verdict.Verified.class, BundleCheck.check(bundle(mx, asked).toArray(), policy(mx)));
    }

    @Test
    void aPeerThatIsAwayIsToldAndWhatItShowedOnceIsNotAskedAgain() throws InterruptedException {
        EntrySource real = mx.source.get();
        try {
            EnvelopeId asked = mx.send("ask.request", null);
            us.send("ask.refusal", asked);
            mx.source.set((_, _, _) -> new Fetch.Away("test"));
            until(mx, asked, Delay.PEER_AWAY);
            AtomicInteger asks = new AtomicInteger();
            mx.source.set((agreement, id, direction) -> {
                asks.incrementAndGet();
                return real.fetch(agreement, id, direction);
            });
            Bytes first = bundle(mx, asked);
            assertTrue(asks.get() >= 2);
            mx.source.set((_, _, _) -> new Fetch.Away("test"));
            assertEquals(
                    headers(ProofBundle.parse(first.toArray())),
                    headers(ProofBundle.parse(bundle(mx, asked).toArray())));
        } finally {
            mx.source.set(real);
        }
    }

    @Test
    void whatThePeerShowsIsNotBelievedUnverified() throws InterruptedException {
        EntrySource real = mx.source.get();
        EnvelopeId asked = mx.send("ask.request", null);
        EnvelopeId answer = us.send("ask.refusal", asked);
        until(mx, asked, us, answer);
        List<Fetch> lies = new ArrayList<>();
        // An entry about another envelope, our own entry, a leaf that stands elsewhere, something that is no leaf.
        lies.add(real.fetch(TestParty.AGREEMENT, request, Direction.RECEIVED));
        lies.add(new Fetch.Fetched(
                mx.cosigned(TestParty.AGREEMENT, asked, Direction.SENT).orElseThrow()));
        LeafEvidence.Shown right =
                us.cosigned(TestParty.AGREEMENT, asked, Direction.RECEIVED).orElseThrow();
        LeafEvidence.Shown wrong =
                us.cosigned(TestParty.AGREEMENT, answer, Direction.SENT).orElseThrow();
        lies.add(new Fetch.Fetched(new LeafEvidence.Shown(right.leaf(), wrong.proof())));
        lies.add(new Fetch.Fetched(new LeafEvidence.Shown(Bytes.of(new byte[] {1}), right.proof())));
        try {
            for (Fetch lie : lies) {
                mx.source.set((_, _, _) -> lie);
                EntenteException refused =
                        assertThrows(EntenteException.class, () -> mx.proofs.bundle(mx.officer(Role.LAWYER), asked));
                assertEquals(ExchangeCode.PEER_ENTRY_REFUSED, refused.code());
            }
        } finally {
            mx.source.set(real);
        }
        assertInstanceOf(
                Verdict.Verified.class, BundleCheck.check(bundle(mx, asked).toArray(), policy(mx)));
    }

    @Test
    void anEntryThatWasSpoiledInTheTableIsFetchedAgain() throws InterruptedException {
        mx.database.run(tx ->
                tx.dsl().execute("update exchange.peer_entry set leaf = (select max(leaf) from exchange.peer_entry)"));
        assertInstanceOf(
                Verdict.Verified.class, BundleCheck.check(bundle(mx, request).toArray(), policy(mx)));
    }

    @Test
    void anUnknownEnvelopeIsRefused() {
        EnvelopeId unknown = new EnvelopeId(Ids.random128().hex());
        EntenteException refused =
                assertThrows(EntenteException.class, () -> mx.proofs.bundle(mx.officer(Role.LAWYER), unknown));
        assertEquals(ExchangeCode.ENVELOPE_UNKNOWN, refused.code());
    }

    @Test
    void theLogsAreShownAsTheyStand() throws InterruptedException {
        Officer auditor = mx.officer(Role.AUDITOR);
        bundle(mx, request);
        List<Proofs.LogView> logs = mx.proofs.logs(auditor);
        assertEquals(2, logs.size());
        Proofs.LogView exchange = logs.stream()
                .filter(log -> log.kind() == LogKind.EXCHANGE)
                .findFirst()
                .orElseThrow();
        assertEquals(mx.party.exchangeLogKey.key().name(), exchange.origin());
        assertTrue(exchange.durableCount() >= 3);
        Proofs.Cosigning cosigned = exchange.cosigned().orElseThrow();
        assertEquals(us.party.witnessKey.key().name(), cosigned.by());
        assertTrue(cosigned.checkpoint().text().startsWith(exchange.origin() + "\n"));
        assertTrue(cosigned.checkpoint()
                .text()
                .contains("\n" + cosigned.checkpoint().root() + "\n"));
        assertTrue(mx.proofs.checkpoint(auditor, LogKind.EXCHANGE).orElseThrow().startsWith(exchange.origin() + "\n"));
        var entries = mx.proofs.entries(auditor, LogKind.EXCHANGE, 1);
        assertEquals(1, entries.getFirst().index());
        assertEquals("release.sealed", entries.getFirst().type().orElseThrow());
        assertTrue(mx.proofs.entries(auditor, LogKind.DUTY, 0).stream()
                .anyMatch(entry -> entry.type().equals(Optional.of("exchange.proof-exported"))));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void accessIsAskedFirst(Role role) {
        Officer officer = mx.officer(role);
        boolean seesLogs = Set.of(Role.CASE_OFFICER, Role.LAWYER, Role.AUDITOR, Role.OPERATOR)
                .contains(role);
        assertAllowed(seesLogs, () -> mx.proofs.logs(officer));
        assertAllowed(seesLogs, () -> mx.proofs.entries(officer, LogKind.DUTY, 0));
        assertAllowed(seesLogs, () -> mx.proofs.checkpoint(officer, LogKind.DUTY));
        assertAllowed(seesLogs, () -> mx.proofs.policy(officer));
        boolean exports = Set.of(Role.CASE_OFFICER, Role.LAWYER, Role.AUDITOR).contains(role);
        assertAllowed(exports, () -> mx.proofs.bundle(officer, request));
    }

    private static void assertAllowed(boolean allowed, Runnable call) {
        if (allowed) {
            call.run();
        } else {
            EntenteException denied = assertThrows(EntenteException.class, call::run);
            assertEquals(AccessCode.ACCESS_DENIED, denied.code());
        }
    }

    @Test
    void everyDelayHasAReasonInBothLanguages() {
        for (Delay delay : Delay.values()) {
            var reason = new Export.NotYet(delay).reason();
            assertFalse(reason.en().isBlank() || reason.es().isBlank());
            assertNotEquals(reason.en(), reason.es());
        }
    }

    private static EnvelopeId story(ProvingNode asker, ProvingNode answerer) throws InterruptedException {
        EnvelopeId asked = asker.send("ask.request", null);
        EnvelopeId release = answerer.send("release.sealed", asked);
        answerer.send("ask.answer", asked);
        asker.send("release.acknowledged", release);
        return asked;
    }

    private static Optional<Policy> policy(ProvingNode node) {
        String text = node.proofs.policy(node.officer(Role.LAWYER));
        return Optional.of(Policy.parse(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static List<Bytes> headers(ProofBundle bundle) {
        return bundle.crossings().stream()
                .map(crossing -> Bytes.of(crossing.header().bytes().toArray()))
                .toList();
    }

    private static Delay delay(ProvingNode node, EnvelopeId asked) {
        return assertInstanceOf(Export.NotYet.class, node.proofs.bundle(node.officer(Role.LAWYER), asked))
                .delay();
    }

    /// Waits until the witnesses have done their work.
    private static Bytes bundle(ProvingNode node, EnvelopeId asked) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            switch (node.proofs.bundle(node.officer(Role.LAWYER), asked)) {
                case Export.Bundle(Bytes bytes) -> {
                    return bytes;
                }
                case Export.NotYet(Delay delay) -> {
                    assertTrue(System.nanoTime() < deadline, () -> "still " + delay);
                    Thread.sleep(50);
                }
            }
        }
    }

    private static void until(ProvingNode node, EnvelopeId asked, Delay wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (delay(node, asked) != wanted) {
            assertTrue(System.nanoTime() < deadline, () -> "never " + wanted);
            Thread.sleep(50);
        }
    }

    /// Waits until each side has both entries cosigned.
    private static void until(ProvingNode asker, EnvelopeId asked, ProvingNode answerer, EnvelopeId answer)
            throws InterruptedException {
        var sent = Direction.SENT;
        var received = Direction.RECEIVED;
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (asker.cosigned(TestParty.AGREEMENT, asked, sent).isEmpty()
                || asker.cosigned(TestParty.AGREEMENT, answer, received).isEmpty()
                || answerer.cosigned(TestParty.AGREEMENT, asked, received).isEmpty()
                || answerer.cosigned(TestParty.AGREEMENT, answer, sent).isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "never cosigned");
            Thread.sleep(50);
        }
    }
}
