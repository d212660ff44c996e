package org.entente.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.kernel.Party;
import org.entente.kernel.PeerParty;
import org.entente.ledger.Octets;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.leaf.Opening;
import org.entente.ledger.log.Addition;
import org.entente.ledger.log.LogCheck;
import org.entente.ledger.log.RequestId;
import org.entente.ledger.log.TransparencyLog;
import org.entente.ledger.note.Ed25519Key;
import org.entente.ledger.note.SignatureLine;
import org.entente.ledger.note.SignatureType;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;
import org.entente.ledger.witness.AddCheckpoint;
import org.entente.prove.store.JooqLeafRequests;
import org.entente.prove.store.JooqWitnessStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeLedgerTest {
    private static final Database DB = TestDatabase.open();
    private static final Database PEER_DB = TestDatabase.open();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Each test has an agreement of its own: its logs begin empty.
    private final AgreementId agreement = new AgreementId("t-" + Ids.random128().hex());
    private final Ed25519Key witnessKey = key("mx.test/entente/us-mx/witness", SignatureType.COSIGNATURE_V1);
    private final Map<LogKind, Signer> signers = signers();
    private boolean witnessAway;
    private Hostility hostile = (_, honest) -> honest;

    /// What the peer answers instead of what its witness said.
    private interface Hostility {
        WitnessTransport.Reply of(Bytes request, WitnessTransport.Reply honest);
    }

    @AfterAll
    static void close() {
        DB.close();
        PEER_DB.close();
    }

    @Test
    void aCommittedRequestBecomesALeafThatThePeerCosignsAndARolledBackOneDoesNot(@TempDir Path folder) {
        try (NodeLedger ledger = open(folder)) {
            ledger.start();
            assertThrows(
                    IllegalStateException.class,
                    () -> DB.run(tx -> {
                        ledger.request(tx, duty("hold.search", "rolled-back"));
                        throw new IllegalStateException("the officer's transaction failed");
                    }));
            LeafRequest kept = DB.in(tx -> ledger.request(tx, duty("hold.search", "kept")));
            assertInstanceOf(LeafState.class, ledger.awaitDurable(kept, PATIENCE));
            await(() -> ledger.state(kept) instanceof LeafState.Cosigned);
            List<NodeLedger.Entry> entries = ledger.entries(LogKind.DUTY, 0);
            assertEquals(1, entries.size());
            assertEquals("hold.search", entries.getFirst().type().orElseThrow());
            NodeLedger.LogView view = ledger.views().stream()
                    .filter(log -> log.kind() == LogKind.DUTY)
                    .findFirst()
                    .orElseThrow();
            assertEquals(1, view.cosigned().orElseThrow().checkpoint().size());
            assertTrue(view.cosignedAt().isPresent());
        }
    }

    @Test
    void aNewNodeDrainsWhatAnInstallerRecordedAndDrainsItOnce(@TempDir Path folder) {
        LeafRequest early = DB.in(tx -> new RecordingLedger(DB, new JooqLeafRequests(), Clock.systemUTC())
                .request(tx, duty("access.enrol", "early")));
        for (int start = 0; start < 2; start++) {
            try (NodeLedger ledger = open(folder)) {
                ledger.start();
                ledger.awaitDurable(early, PATIENCE);
                assertEquals(
                        1,
                        ledger.entries(LogKind.DUTY, 0).stream()
                                .filter(entry -> entry.request().equals(early))
                                .count());
            }
        }
    }

    /// What leans on the leaf, an envelope that shows it, would else wait for whatever is recorded next.
    @Test
    void aLeafPlacedBeforeACrashAndNotYetSignedIsSignedAfterTheRestart(@TempDir Path folder) {
        open(folder).close();
        Path duty = folder.resolve(agreement.value()).resolve("duty");
        try (TransparencyLog cut =
                TransparencyLog.open(duty, Objects.requireNonNull(signers.get(LogKind.DUTY)), List.of())) {
            cut.append(List.of(new Addition(new RequestId(0, 1), Octets.utf8("placed"))));
        }
        try (NodeLedger ledger = open(folder)) {
            ledger.start();
            await(() -> ledger.views().stream()
                    .filter(log -> log.kind() == LogKind.DUTY)
                    .flatMap(log -> log.cosigned().stream())
                    .anyMatch(cosigned -> cosigned.checkpoint().size() == 1));
        }
    }

    @Test
    void aLeafAppendedBeforeACrashLostItsPositionStandsOnceAfterTheRestart(@TempDir Path folder) {
        LeafRequest request;
        try (NodeLedger ledger = open(folder)) {
            ledger.start();
            request = DB.in(tx -> ledger.request(tx, duty("hold.open", "once")));
            ledger.awaitDurable(request, PATIENCE);
        }
        DB.run(tx -> tx.dsl().execute("update prove.leaf_request set position = null where id = ?", (Object)
                request.id().toArray()));
        try (NodeLedger ledger = open(folder)) {
            long before = ledger.views().stream()
                    .filter(log -> log.kind() == LogKind.DUTY)
                    .findFirst()
                    .orElseThrow()
                    .durableCount();
            ledger.start();
            ledger.awaitDurable(request, PATIENCE);
            assertInstanceOf(LeafState.class, ledger.state(request));
            long after = ledger.views().stream()
                    .filter(log -> log.kind() == LogKind.DUTY)
                    .findFirst()
                    .orElseThrow()
                    .durableCount();
            assertEquals(before, after);
        }
        assertEquals(List.of(), LogCheck.fsck(folder.resolve(agreement.value()).resolve("duty")));
    }

    @Test
    void workGoesOnWhileTheWitnessIsAwayAndIsCosignedWhenItIsBack(@TempDir Path folder) {
        witnessAway = true;
        try (NodeLedger ledger = open(folder)) {
            ledger.start();
            List<LeafRequest> requests = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String value = "while away " + i;
                requests.add(DB.in(tx -> ledger.request(tx, duty("hold.search", value))));
            }
            for (LeafRequest request : requests) {
                ledger.awaitDurable(request, PATIENCE);
            }
            assertInstanceOf(LeafState.Signed.class, settled(ledger, requests.getLast()));
            witnessAway = false;
            await(() -> ledger.state(requests.getLast()) instanceof LeafState.Cosigned);
        }
    }

    @Test
    void whateverAWitnessAnswersTheLogGoesOnAndIsCosignedOnceItAnswersRight(@TempDir Path folder) {
        var answers = new ConcurrentLinkedQueue<WitnessTransport.Reply>();
        byte[] garbage = "\u2014 nobody !!!\n".getBytes(StandardCharsets.UTF_8);
        answers.add(new WitnessTransport.Reply.Answered(200, Bytes.of(garbage)));
        for (String size : List.of("0", "1", "x".repeat(5_000))) {
            answers.add(new WitnessTransport.Reply.Answered(409, Bytes.of(size.getBytes(StandardCharsets.UTF_8))));
        }
        answers.add(new WitnessTransport.Reply.Answered(200, Bytes.of(new byte[0])));
        hostile = (request, honest) -> {
            WitnessTransport.Reply answer = answers.poll();
            return answer == null ? honest : answer;
        };
        try (NodeLedger ledger = open(folder)) {
            ledger.start();
            LeafRequest request = DB.in(tx -> ledger.request(tx, duty("hold.search", "hostile")));
            ledger.awaitDurable(request, PATIENCE);
            await(() -> ledger.state(request) instanceof LeafState.Cosigned);
            assertTrue(answers.isEmpty());
        }
    }

    @Test
    void aLogShorterThanTheDatabaseKnowsIsNotOpened(@TempDir Path folder, @TempDir Path empty) {
        try (NodeLedger ledger = open(folder)) {
            ledger.start();
            LeafRequest request = DB.in(tx -> ledger.request(tx, duty("hold.search", "kept")));
            ledger.awaitDurable(request, PATIENCE);
        }
        EntenteException refused = assertThrows(EntenteException.class, () -> open(empty));
        assertEquals(ProveCode.PROVE_LOG_BEHIND, refused.code());
        assertEquals(List.of("duty", "0", "1"), refused.facts());
        open(folder).close();
    }

    @Test
    void aWitnessThatSawMoreThanIsHereIsToldOf(@TempDir Path folder) {
        var answers = new ConcurrentLinkedQueue<WitnessTransport.Reply>();
        answers.add(new WitnessTransport.Reply.Answered(409, Bytes.of("414".getBytes(StandardCharsets.UTF_8))));
        hostile = (request, honest) -> {
            WitnessTransport.Reply answer = answers.poll();
            return answer == null ? honest : answer;
        };
        try (NodeLedger ledger = open(folder)) {
            ledger.start();
            LeafRequest request = DB.in(tx -> ledger.request(tx, duty("hold.search", "behind")));
            await(() -> ledger.views().stream().anyMatch(NodeLedger.LogView::contradicted));
            await(() -> ledger.state(request) instanceof LeafState.Cosigned);
            // The mark goes a moment after the cosignature stands.
            await(() -> ledger.views().stream().noneMatch(NodeLedger.LogView::contradicted));
        }
    }

    /// 31556889864403199 is the last second that an Instant holds.
    @Test
    void aTimeThatNoCalendarHoldsIsNoCosignature(@TempDir Path folder) throws IOException {
        var times = new ConcurrentLinkedQueue<>(List.of(Long.MAX_VALUE, 31_556_889_864_403_200L, 253_402_300_800L));
        hostile = (request, honest) -> {
            Long time = times.poll();
            return time == null
                    ? honest
                    : dated(time, AddCheckpoint.parse(request.toArray()).signed());
        };
        try (NodeLedger ledger = open(folder)) {
            ledger.start();
            LeafRequest request = DB.in(tx -> ledger.request(tx, duty("hold.search", "dated")));
            ledger.awaitDurable(request, PATIENCE);
            await(() -> ledger.state(request) instanceof LeafState.Cosigned);
            assertTrue(times.isEmpty());
        }
        // What an earlier version may have stored: read, and shown as not cosigned.
        Path stored = folder.resolve(agreement.value()).resolve("duty").resolve("cosigned");
        SignedCheckpoint cosigned = SignedCheckpoint.parse(Files.readAllBytes(stored));
        SignatureLine late =
                SignatureLine.parse(text(((WitnessTransport.Reply.Answered) dated(Long.MAX_VALUE, cosigned)).body())
                        .strip());
        Files.write(stored, cosigned.with(List.of(late)).bytes());
        try (NodeLedger ledger = open(folder)) {
            var duty = ledger.views().stream()
                    .filter(log -> log.kind() == LogKind.DUTY)
                    .findFirst()
                    .orElseThrow();
            assertTrue(duty.cosigned().isPresent());
            assertEquals(Optional.empty(), duty.cosignedAt());
        }
    }

    @Test
    void aLogWhoseDiskFailsIsNoLongerWell(@TempDir Path folder) throws IOException {
        try (NodeLedger ledger = open(folder)) {
            ledger.start();
            assertTrue(ledger.isWell());
            // Where files are written before they take their name.
            Files.delete(folder.resolve(agreement.value()).resolve("duty").resolve("tmp"));
            DB.run(tx -> ledger.request(tx, duty("hold.search", "unwritten")));
            await(() -> !ledger.isWell());
        }
    }

    private WitnessTransport.Reply dated(long seconds, SignedCheckpoint signed) {
        String message =
                "cosignature/v1\ntime " + seconds + "\n" + signed.note().text();
        byte[] signature = witnessKey.sign(message.getBytes(StandardCharsets.UTF_8));
        byte[] line = ByteBuffer.allocate(8 + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
        SignatureLine dated =
                new SignatureLine(witnessKey.key().name(), witnessKey.key().keyId(), Octets.of(line));
        return new WitnessTransport.Reply.Answered(
                200, Bytes.of((dated.text() + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.UTF_8);
    }

    @Test
    void aLeafHoldsNoValueAndItsOpeningOpensIt(@TempDir Path folder) {
        try (NodeLedger ledger = open(folder)) {
            ledger.start();
            TreeMap<String, String> fields = new TreeMap<>(Map.of("type", "ask.request", "case", "0123456789abcdef"));
            Leaf leaf = new Leaf.Exchange(
                    agreement, Leaf.Direction.SENT, Ids.random128(), new Party("MX"), 1, Ids.random256(), fields);
            LeafRequest request = DB.in(tx -> ledger.request(tx, leaf));
            await(() -> ledger.newest(request).isPresent());
            NodeLedger.Proved proved = ledger.newest(request).orElseThrow();
            String text = new String(proved.leaf().toArray(), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(!text.contains("ask.request") && !text.contains("0123456789abcdef"), text);
            Opening opening = proved.opening().orElseThrow();
            assertEquals(fields, opening.shown());
            assertEquals(
                    opening.commitment(),
                    org.entente.ledger.leaf.Leaf.parse(proved.leaf().toArray()).commitment());
        }
    }

    private NodeLedger open(Path folder) {
        PeerKeys peers = peers(signers.values().stream().map(Signer::key).toList(), List.of(witnessKey.key()));
        WitnessDesk desk = new PeerWitness(witnessKey, peers, new JooqWitnessStore(PEER_DB), Clock.systemUTC());
        WitnessTransport transport = (under, request) -> {
            if (witnessAway) {
                return new WitnessTransport.Reply.Away("test");
            }
            WitnessDesk.Reply reply = desk.addCheckpoint(new PeerParty(new Party("US"), under), request);
            return hostile.of(request, new WitnessTransport.Reply.Answered(reply.status(), reply.body()));
        };
        return new NodeLedger(
                agreement, folder, signers, peers, DB, new JooqLeafRequests(), transport, Clock.systemUTC());
    }

    private static LeafState settled(NodeLedger ledger, LeafRequest request) {
        await(() -> ledger.state(request) instanceof LeafState.Signed);
        return ledger.state(request);
    }

    private static PeerKeys peers(List<VerifierKey> logs, List<VerifierKey> witnesses) {
        return new PeerKeys() {
            @Override
            public List<VerifierKey> logs(AgreementId agreement) {
                return logs;
            }

            @Override
            public List<VerifierKey> witnesses(AgreementId agreement) {
                return witnesses;
            }
        };
    }

    /// Each test has logs of its own: origins that nothing was cosigned for.
    private static Map<LogKind, Signer> signers() {
        String host = "us-" + Ids.random128().hex() + ".test";
        Map<LogKind, Signer> signers = new EnumMap<>(LogKind.class);
        for (LogKind kind : LogKind.values()) {
            signers.put(kind, key(host + "/entente/us-mx/" + kind.word(), SignatureType.ED25519));
        }
        return signers;
    }

    private static Ed25519Key key(String name, SignatureType type) {
        return Ed25519Key.ofSeed(name, type, Ids.random256().toArray());
    }

    private Leaf duty(String type, String value) {
        return new Leaf.Duty(agreement, type, new TreeMap<>(Map.of("value", value)));
    }

    private static void await(BooleanSupplier condition) {
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadlineNanos, "not reached in " + PATIENCE);
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
