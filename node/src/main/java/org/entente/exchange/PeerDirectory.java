package org.entente.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.access.Access;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.exchange.store.PinStore;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.prove.Leaf;
import org.entente.prove.Ledger;

/// Whom this node believes to be the other party: party files out, party files in. A file comes into force when one
/// operator proposes it and another confirms it, each typing the fingerprint they got over another channel; a new
/// file takes an old one's place in the same way. Thread-safe; reads cost no query.
public final class PeerDirectory {
    private final Transactions transactions;
    private final PinStore store = new PinStore();
    private final Access access;
    private final Ledger ledger;
    private final OwnNode own;
    private final Clock clock;
    private volatile Map<AgreementId, Peer> peers;

    public PeerDirectory(Transactions transactions, Access access, Ledger ledger, OwnNode own, Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.ledger = ledger;
        this.own = own;
        this.clock = clock;
        this.peers = load();
    }

    /// A proposal that waits for a second officer.
    public record Proposal(AgreementId agreement, String fingerprint, String proposedBy) {}

    /// This node's own party file, to be carried to the peer.
    public Bytes exportPartyFile(Officer officer, AgreementId agreement) {
        access.require(officer, ExchangeAction.EXPORT_PARTY_FILE, Marking.UNMARKED);
        Bytes file = own.partyFile(agreement).sign(own.envelopeSigner(agreement));
        transactions.run(
                tx -> record(tx, officer, agreement, "exchange.party-file-exported", PartyFile.fingerprint(file)));
        return file;
    }

    /// First officer. A new proposal displaces an unconfirmed one; the pin in force stays until the confirmation.
    ///
    /// @throws EntenteException PARTY_FILE_FINGERPRINT if `typed` is not the file's (case, spaces and hyphens
    ///     are free), PARTY_FILE_MALFORMED, PARTY_FILE_OWN, PARTY_FILE_PACK
    public Proposal propose(Officer officer, Bytes file, String typed) {
        access.require(officer, ExchangeAction.PIN, Marking.UNMARKED);
        String fingerprint = PartyFile.fingerprint(file);
        requireTyped(fingerprint, typed);
        PartyFile parsed = PartyFile.parse(file);
        if (parsed.party().equals(own.party())) {
            throw new EntenteException(
                    ExchangeCode.PARTY_FILE_OWN, parsed.party().code());
        }
        if (!own.packs(parsed.agreement()).contains(parsed.packHash())) {
            throw new EntenteException(
                    ExchangeCode.PARTY_FILE_PACK, parsed.packHash().hex());
        }
        requireCertificateFree(parsed);
        transactions.run(tx -> {
            store.propose(tx, new PinStore.Pin(parsed.agreement(), file, fingerprint, officer.id(), clock.instant()));
            record(tx, officer, parsed.agreement(), "exchange.pin-proposed", fingerprint);
        });
        return new Proposal(parsed.agreement(), fingerprint, officer.id().value());
    }

    /// Second officer.
    ///
    /// @throws EntenteException PIN_NOT_PROPOSED, PIN_SAME_OFFICER, PARTY_FILE_FINGERPRINT
    public Peer confirm(Officer officer, AgreementId agreement, String typed) {
        access.require(officer, ExchangeAction.PIN, Marking.UNMARKED);
        transactions.run(tx -> {
            PinStore.Pin proposed = store.proposed(tx, agreement)
                    .orElseThrow(() -> new EntenteException(ExchangeCode.PIN_NOT_PROPOSED, agreement.value()));
            if (proposed.proposedBy().equals(officer.id())) {
                throw new EntenteException(ExchangeCode.PIN_SAME_OFFICER);
            }
            requireTyped(proposed.fingerprint(), typed);
            store.confirm(tx, agreement, officer.id(), clock.instant());
            record(tx, officer, agreement, "exchange.pin-confirmed", proposed.fingerprint());
        });
        refresh();
        return require(agreement);
    }

    public Optional<Peer> peer(AgreementId agreement) {
        return Optional.ofNullable(peers.get(agreement));
    }

    /// @throws EntenteException PEER_UNKNOWN while no party file is in force
    public Peer require(AgreementId agreement) {
        return peer(agreement).orElseThrow(() -> new EntenteException(ExchangeCode.PEER_UNKNOWN, agreement.value()));
    }

    /// All peers in force, by agreement.
    public List<Peer> peers() {
        return List.copyOf(peers.values());
    }

    /// What waits for a second officer, by agreement.
    public List<Proposal> proposals(Officer officer) {
        access.require(officer, ExchangeAction.SEE_PEERS, Marking.UNMARKED);
        return transactions.in(store::proposed).stream()
                .map(pin -> new Proposal(
                        pin.agreement(), pin.fingerprint(), pin.proposedBy().value()))
                .toList();
    }

    /// The peer whose TLS certificate this is (DER).
    public Optional<Peer> byCertificate(byte[] certificate) {
        Bytes der = Bytes.of(certificate);
        return peers.values().stream()
                .filter(peer -> peer.file().certificate().equals(der))
                .findFirst();
    }

    /// The Ed25519 key (32 bytes) under which an institution of the peer consents.
    ///
    /// @throws EntenteException PEER_UNKNOWN, INSTITUTION_KEY_UNKNOWN, INSTITUTION_KEY_EXPIRED
    public Bytes signingKey(AgreementId agreement, InstitutionId institution) {
        return require(agreement).institutionKey(institution, clock.instant()).signingKey();
    }

    /// One at a time, so that an older reading never overwrites a newer one.
    private synchronized void refresh() {
        peers = load();
    }

    private Map<AgreementId, Peer> load() {
        Map<AgreementId, Peer> loaded = new LinkedHashMap<>();
        for (PinStore.Pin pin : transactions.in(store::inForce)) {
            loaded.put(pin.agreement(), new Peer(PartyFile.parse(pin.file()), pin.fingerprint(), pin.since()));
        }
        return Map.copyOf(loaded);
    }

    /// The certificate alone tells the peer door which agreement a call is under.
    private void requireCertificateFree(PartyFile file) {
        byCertificate(file.certificate().toArray())
                .filter(peer -> !peer.agreement().equals(file.agreement()))
                .ifPresent(peer -> {
                    throw new EntenteException(
                            ExchangeCode.PARTY_FILE_CERTIFICATE,
                            peer.agreement().value());
                });
    }

    private static void requireTyped(String fingerprint, String typed) {
        byte[] wanted = plain(fingerprint).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(wanted, plain(typed).getBytes(StandardCharsets.UTF_8))) {
            throw new EntenteException(ExchangeCode.PARTY_FILE_FINGERPRINT);
        }
    }

    private static String plain(String fingerprint) {
        return fingerprint.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private void record(Tx tx, Officer officer, AgreementId agreement, String type, String fingerprint) {
        var fields = new TreeMap<String, String>();
        fields.put("officer", officer.id().value());
        fields.put("fingerprint", fingerprint);
        ledger.request(tx, new Leaf.Duty(agreement, type, fields));
    }
}
