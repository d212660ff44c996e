package org.entente.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.entente.access.Access;
import org.entente.access.Mandates;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.keys.TestKeyring;
import org.entente.ledger.note.VerifierKey;
import org.entente.prove.Leaf;
import org.entente.prove.LeafRequest;
import org.entente.prove.LogKind;
import org.entente.prove.NodeLedger;
import org.entente.prove.PeerKeys;
import org.entente.prove.PeerWitness;
import org.entente.prove.WitnessTransport;
import org.entente.prove.store.JooqLeafRequests;
import org.entente.prove.store.JooqWitnessStore;
import org.jspecify.annotations.Nullable;

/// One node with its two logs at work on disk and in a database of its own; the other node is a call away.
public final class ProvingNode implements LeafEvidence, AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();

    public final TestParty party;
    public final Database database = TestDatabase.open();
    public final NodeLedger ledger;
    final PeerDirectory directory;
    public final Outbox outbox;
    public final Inbox inbox;
    final Proofs proofs;
    /// Where the peer's entries come from, for a test to put something else in its place.
    final AtomicReference<EntrySource> source = new AtomicReference<>();
    volatile boolean witnessAway;
    /// What the desk refuses envelopes with.
    volatile @Nullable EntenteException refusal;
    private @Nullable ProvingNode peer;
    private final PeerWitness witness;

    ProvingNode(String code, Path folder) {
        this(code, folder, node -> List.of(node.new TakingDesk()));
    }

    /// `desks` is given all of the node but its inbox, proofs and witness.
    public ProvingNode(String code, Path folder, Function<ProvingNode, List<Desk>> desks) {
        party = new TestParty(code);
        PeerKeys keys = new PinnedKeys();
        WitnessTransport transport = (under, request) -> {
            ProvingNode other = peer;
            if (other == null || witnessAway) {
                return new WitnessTransport.Reply.Away("test");
            }
            var reply = other.witness.addCheckpoint(party.asPeer(CLOCK).party(), request);
            return new WitnessTransport.Reply.Answered(reply.status(), reply.body());
        };
        ledger = new NodeLedger(
                TestParty.AGREEMENT,
                folder.resolve(code),
                Map.of(LogKind.EXCHANGE, party.exchangeLogKey, LogKind.DUTY, party.dutyLogKey),
                keys,
                database,
                new JooqLeafRequests(),
                transport,
                CLOCK);
        witness = new PeerWitness(party.witnessKey, keys, new JooqWitnessStore(database), CLOCK);
        Access access = new Access(Mandates.none(), CLOCK);
        directory = new PeerDirectory(database, access, ledger, party, CLOCK);
        outbox = new Outbox(database, directory, ledger, party, CLOCK, new Nudges());
        inbox = new Inbox(database, directory, ledger, party, CLOCK, desks.apply(this));
        proofs = new Proofs(
                TestParty.AGREEMENT,
                database,
                access,
                ledger,
                directory,
                party,
                (agreement, id, direction) -> source.get().fetch(agreement, id, direction));
        ledger.start();
    }

    public static void pair(ProvingNode one, ProvingNode other) {
        one.pin(other);
        other.pin(one);
    }

    private void pin(ProvingNode other) {
        peer = other;
        source.set((agreement, id, direction) -> other.cosigned(agreement, id, direction)
                .<PeerEntries.Fetch>map(PeerEntries.Fetch.Fetched::new)
                .orElseGet(PeerEntries.Fetch.NotYet::new));
        Bytes file = other.directory.exportPartyFile(other.party.operator(1), TestParty.AGREEMENT);
        directory.propose(party.operator(1), file, PartyFile.fingerprint(file));
        directory.confirm(party.operator(2), TestParty.AGREEMENT, PartyFile.fingerprint(file));
    }

    Officer officer(Role role) {
        String id = party.party().code().toLowerCase(Locale.ROOT) + "-"
                + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Officer(new OfficerId(id), party.party(), party.centralAuthority(), "O", Set.of(role));
    }

    /// Queues an envelope for the peer and carries everything across that waits.
    EnvelopeId send(String type, @Nullable EnvelopeId inReplyTo) throws InterruptedException {
        ProvingNode to = java.util.Objects.requireNonNull(peer);
        Dispatch dispatch = new Dispatch(
                TestParty.AGREEMENT,
                party.centralAuthority(),
                to.party.centralAuthority(),
                type,
                inReplyTo,
                "0123456789abcdef",
                new LegalBasis("UNTOC-2000", "27(1)(a)"),
                new Purpose("firearms-trafficking"),
                Set.of(HandlingCode.H1),
                CLOCK.instant().plus(Duration.ofDays(30)),
                Bytes.of(new byte[] {1, 2, 3}));
        EnvelopeId id = database.in(tx -> outbox.put(tx, dispatch));
        deliver();
        return id;
    }

    /// Carries everything across that waits, until each has its receipt.
    public void deliver() throws InterruptedException {
        ProvingNode to = java.util.Objects.requireNonNull(peer);
        EnvelopeTransport wire =
                (_, cover) -> switch (to.inbox.accept(party.asPeer(CLOCK).party(), cover.toArray())) {
                    case Inbox.Acceptance.Receipted(Bytes receipt) -> new EnvelopeTransport.Reply.Receipted(receipt);
                    case Inbox.Acceptance.Gap(long expected) -> new EnvelopeTransport.Reply.Gap(expected);
                };
        Sender sender = new Sender(
                TestParty.AGREEMENT, database, directory, this, wire, new Nudges(), CLOCK, new SplittableRandom(1));
        Instant deadline = CLOCK.instant().plusSeconds(20);
        Duration pause = sender.step();
        while (!pause.equals(Limits.SENDER_IDLE)) {
            if (CLOCK.instant().isAfter(deadline)) {
                throw new IllegalStateException("not all is delivered");
            }
            Thread.sleep(Math.min(10, pause.toMillis()));
            pause = sender.step();
        }
    }

    public Clock clock() {
        return CLOCK;
    }

    /// Its parcels in an empty folder, with a keyring of their own.
    public Parcels parcels(Path folder) {
        return new Parcels(database, TestKeyring.in(folder), folder.resolve("parcels"), CLOCK);
    }

    @Override
    public Optional<Shown> of(LeafRequest request) {
        return ledger.newest(request).map(proved -> new Shown(proved.leaf(), proved.proof()));
    }

    @Override
    public Optional<Shown> cosigned(AgreementId agreement, EnvelopeId id, Leaf.Direction direction) {
        return ledger.cosigned(Bytes.fromHex(id.hex()), direction)
                .map(proved -> new Shown(proved.leaf(), proved.proof()));
    }

    @Override
    public void close() {
        ledger.close();
        database.close();
    }

    private final class PinnedKeys implements PeerKeys {
        @Override
        public List<VerifierKey> logs(AgreementId agreement) {
            return directory
                    .peer(agreement)
                    .map(pinned ->
                            List.of(pinned.file().exchangeLog(), pinned.file().dutyLog()))
                    .orElse(List.of());
        }

        @Override
        public List<VerifierKey> witnesses(AgreementId agreement) {
            return directory
                    .peer(agreement)
                    .map(pinned -> List.of(pinned.file().witness()))
                    .orElse(List.of());
        }
    }

    private final class TakingDesk implements Desk {
        @Override
        public Set<String> types() {
            return Set.of("ask.request", "ask.answer", "ask.refusal", "release.sealed", "release.acknowledged");
        }

        @Override
        public void receive(Tx tx, Arrival arrival) {
            EntenteException refused = refusal;
            if (refused != null) {
                throw refused;
            }
        }
    }
}
