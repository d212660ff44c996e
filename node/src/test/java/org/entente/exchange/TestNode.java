package org.entente.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.entente.access.Access;
import org.entente.access.Mandates;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.kernel.Bytes;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.entente.keys.TestKeyring;

/// One node's exchange on a real database, with its keys, log and clock in memory.
public final class TestNode implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    public final TestParty party;
    public final Database database = TestDatabase.open();
    final TestClock clock;
    public final MemoryLedger ledger;
    public final PeerDirectory directory;
    public final Nudges nudges = new Nudges();
    public final Outbox outbox;
    final RecordingDesk desk;
    public final Inbox inbox;

    public TestNode(String code) {
        party = new TestParty(code);
        clock = new TestClock();
        ledger = new MemoryLedger(party.exchangeLogSigner(), clock);
        directory = new PeerDirectory(database, new Access(Mandates.none(), clock), ledger, party, clock);
        outbox = new Outbox(database, directory, ledger, party, clock, nudges);
        desk = new RecordingDesk();
        inbox = new Inbox(database, directory, ledger, party, clock, List.of(desk));
        desk.inbox = inbox;
    }

    public static void pair(TestNode one, TestNode other) {
        one.pin(other);
        other.pin(one);
    }

    public void pin(TestNode peer) {
        Bytes file = peer.directory.exportPartyFile(peer.party.operator(1), TestParty.AGREEMENT);
        directory.propose(party.operator(1), file, PartyFile.fingerprint(file));
        directory.confirm(party.operator(2), TestParty.AGREEMENT, PartyFile.fingerprint(file));
    }

    Sender sender(EnvelopeTransport transport, RandomGenerator random) {
        return new Sender(TestParty.AGREEMENT, database, directory, ledger, transport, nudges, clock, random);
    }

    Dispatch dispatch(TestNode to, String body) {
        return dispatch(to, body, clock.instant().plus(Duration.ofDays(30)));
    }

    Dispatch dispatch(TestNode to, String body, Instant expires) {
        return new Dispatch(
                TestParty.AGREEMENT,
                party.centralAuthority(),
                to.party.centralAuthority(),
                "ask.request",
                null,
                "0123456789abcdef",
                new LegalBasis("UNTOC-2000", "27(1)(a)"),
                new Purpose("criminal-investigation"),
                Set.of(HandlingCode.H1),
                expires,
                Bytes.of(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    public EnvelopeId put(TestNode to, String body) {
        return database.in(tx -> outbox.put(tx, dispatch(to, body)));
    }

    /// One step of a sender over real TLS.
    public Duration step(PeerClient client) {
        return sender(new HttpEnvelopeTransport(client), new java.util.SplittableRandom(1))
                .step();
    }

    public List<String> effects() {
        return RecordingDesk.effects(this);
    }

    /// The cover an envelope would travel under now.
    public Bytes cover(EnvelopeId id) {
        var row = database.in(tx -> new org.entente.exchange.store.QueueStore()
                .outgoing(tx, Bytes.fromHex(id.hex()))
                .orElseThrow());
        var shown = ledger.of(new org.entente.prove.LeafRequest(row.leaf())).orElseThrow();
        return new Cover(Envelope.of(row.note(), row.ciphertext()).bytes(), shown.leaf(), shown.proof()).encode();
    }

    /// Its parcels in a folder, with a keyring of their own.
    public Parcels parcels(Path folder) {
        Path keys = folder.resolve("parcel-keys");
        try {
            Files.createDirectories(keys);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return new Parcels(database, TestKeyring.in(keys), folder.resolve("parcels"), clock);
    }

    public Clock clock() {
        return clock;
    }

    /// Later, for who waits.
    public void advance(Duration by) {
        clock.advance(by);
    }

    @Override
    public void close() {
        database.close();
    }

    static final class TestClock extends Clock implements InstantSource {
        private volatile Instant now = START;

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
