package org.entente.ledger.bundle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.entente.ledger.Hash;
import org.entente.ledger.Octets;
import org.entente.ledger.checkpoint.Policy;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.leaf.Commitment;
import org.entente.ledger.leaf.Json;
import org.entente.ledger.leaf.Leaf;
import org.entente.ledger.leaf.Opening;
import org.entente.ledger.log.Addition;
import org.entente.ledger.log.RequestId;
import org.entente.ledger.log.TransparencyLog;
import org.entente.ledger.note.Cosignature;
import org.entente.ledger.note.Ed25519Key;
import org.entente.ledger.note.Note;
import org.entente.ledger.note.SignatureType;

/// Two invented parties, their logs in real directories, and a request that is answered. Mexico asks, and makes the
/// bundle.
public final class Story implements AutoCloseable {
    public static final Instant BEGIN = Instant.ofEpochSecond(1_764_000_000);
    private static final String PATH = "/entente/us-mx/";
    private static final Set<String> SHOWN =
            Set.of("basis", "created", BundleCheck.ENVELOPE_KEY, "in-reply-to", "purpose", "type");

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Crossing> crossings = new ArrayList<>();
    private final BiPredicate<String, Leaf.Direction> opens;
    private int sequence;

    private record Node(String party, Ed25519Key log, Ed25519Key witness, Ed25519Key envelope, TransparencyLog store) {}

    /// `keys` tells sets of keys apart: other numbers, other keys under the same names.
    public Story(Path directory, int keys) {
        this(directory, keys, (party, _) -> party.equals("MX"));
    }

    /// `opens` says of which party's entries, sent or received, the bundle shows the opening.
    Story(Path directory, int keys, BiPredicate<String, Leaf.Direction> opens) {
        this.opens = opens;
        for (String party : List.of("MX", "US")) {
            String host = party.equals("MX") ? "gob.mx" : "us.gov";
            Ed25519Key log = org.entente.ledger.Keys.key(host + PATH + "exchange", SignatureType.ED25519, keys);
            Ed25519Key witness =
                    org.entente.ledger.Keys.key(host + PATH + "witness", SignatureType.COSIGNATURE_V1, keys);
            Ed25519Key envelope = org.entente.ledger.Keys.key(host + PATH + "envelope", SignatureType.ED25519, keys);
            String other = party.equals("MX") ? "us.gov" : "gob.mx";
            Ed25519Key peer = org.entente.ledger.Keys.key(other + PATH + "witness", SignatureType.COSIGNATURE_V1, keys);
            TransparencyLog store = TransparencyLog.open(directory.resolve(party + keys), log, List.of(peer.key()));
            nodes.put(party, new Node(party, log, witness, envelope, store));
            append(
                    party,
                    new Leaf.Exchange(Hash.sha256(), Leaf.Direction.SENT, Hash.sha256(), "00".repeat(16), "ZZ", 1, 1));
        }
    }

    public static Policy policy(int keys) {
        StringBuilder text = new StringBuilder();
        for (String host : List.of("gob.mx", "us.gov")) {
            text.append("log ")
                    .append(org.entente.ledger.Keys.key(host + PATH + "exchange", SignatureType.ED25519, keys)
                            .key()
                            .text())
                    .append('\n');
        }
        for (String host : List.of("gob.mx", "us.gov")) {
            text.append("witness ").append(host.equals("gob.mx") ? "MX " : "US ");
            text.append(org.entente.ledger.Keys.key(host + PATH + "witness", SignatureType.COSIGNATURE_V1, keys)
                            .key()
                            .text())
                    .append('\n');
        }
        text.append("group either 1 MX US\nquorum either\n");
        return Policy.parse(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The whole story, answered and its terms accepted.
    public static ProofBundle told(Path directory, int keys) {
        try (Story story = new Story(directory, keys)) {
            return story.tell(keys);
        }
    }

    static ProofBundle told(Path directory, BiPredicate<String, Leaf.Direction> opens) {
        try (Story story = new Story(directory, 0, opens)) {
            return story.tell(0);
        }
    }

    private ProofBundle tell(int keys) {
        String request = cross(Step.REQUEST, "MX", "US", "ask.request", Optional.empty());
        String answer = cross(Step.ANSWER, "US", "MX", "release.sealed", Optional.of(request));
        cross(Step.TERMS, "MX", "US", "release.acknowledged", Optional.of(answer));
        return bundle(keys);
    }

    /// Sends one envelope, logged on both sides and cosigned; gives its id.
    public String cross(Step step, String from, String to, String type, Optional<String> inReplyTo) {
        sequence++;
        String id = Octets.of(
                        Hash.sha256(Octets.utf8(type + sequence).toArray()).toArray())
                .slice(0, 16)
                .hex();
        Json.MembersBuilder header = Json.members()
                .with("agreement", "us-mx")
                .with("case", "c0ffee00c0ffee00")
                .with("from", Json.members().with("party", from).build())
                .with("id", id)
                .with("sequence", sequence)
                .with("to", Json.members().with("party", to).build())
                .with("type", type);
        inReplyTo.ifPresent(reply -> header.with("inReplyTo", reply));
        Json.Members whole = Json.members()
                .with("header", header.build())
                .with(
                        "seal",
                        Json.members()
                                .with("ciphertext", Hash.sha256().base64())
                                .build())
                .build();
        String text = new String(whole.encode().toArray(), StandardCharsets.UTF_8) + "\n";
        EnvelopeHeader sealed = EnvelopeHeader.parse(
                Octets.of(Note.sign(text, node(from).envelope).bytes()));
        Logged sent = log(from, to, sealed, Leaf.Direction.SENT);
        Logged received = log(to, from, sealed, Leaf.Direction.RECEIVED);
        crossings.add(new Crossing(step, sealed, node(from).envelope.key(), sent, received));
        return id;
    }

    public ProofBundle bundle(int keys) {
        return new ProofBundle(crossings, policy(keys));
    }

    private Logged log(String party, String peer, EnvelopeHeader header, Leaf.Direction direction) {
        Hash key = Hash.sha256(header.hash().toArray(), Octets.utf8(party).toArray());
        List<Commitment.Field> fields = fields(party, peer, header, direction);
        Opening opening = Commitment.disclose(key, fields, SHOWN);
        Leaf.Exchange leaf = new Leaf.Exchange(
                opening.commitment(),
                direction,
                header.hash(),
                header.id(),
                peer,
                header.sequence(),
                BEGIN.getEpochSecond() + sequence);
        long index = append(party, leaf);
        Node node = node(party);
        SignedCheckpoint signed = node.store.sign();
        Node witness = node(peer);
        node.store.attach(
                signed,
                List.of(Cosignature.sign(signed.note().text(), witness.witness, BEGIN.plusSeconds(sequence + 1L))));
        boolean shown = opens.test(party, direction);
        return new Logged(
                node.store.entry(index),
                node.store.proof(index).orElseThrow(),
                shown ? Optional.of(opening) : Optional.empty());
    }

    private List<Commitment.Field> fields(String party, String peer, EnvelopeHeader header, Leaf.Direction direction) {
        String sender = direction == Leaf.Direction.SENT ? party : peer;
        List<Commitment.Field> fields = new ArrayList<>();
        fields.add(field("basis", "invented-agreement/4"));
        fields.add(field("created", BEGIN.plusSeconds(sequence).toString()));
        fields.add(field(BundleCheck.ENVELOPE_KEY, node(sender).envelope.key().text()));
        header.inReplyTo().ifPresent(reply -> fields.add(field("in-reply-to", reply)));
        fields.add(field("officer", "invented"));
        fields.add(field("purpose", "investigation"));
        fields.add(field("type", header.type()));
        return fields;
    }

    private static Commitment.Field field(String name, String value) {
        return new Commitment.Field(name, Hash.sha256(Octets.utf8(name).toArray()), value);
    }

    private long append(String party, Leaf leaf) {
        Octets entry = leaf.bytes();
        byte[] id =
                Octets.of(Hash.sha256(entry.toArray()).toArray()).slice(0, 16).toArray();
        return node(party)
                .store
                .append(List.of(new Addition(RequestId.of(id), entry)))
                .getFirst()
                .index();
    }

    private Node node(String party) {
        return java.util.Objects.requireNonNull(nodes.get(party));
    }

    @Override
    public void close() {
        nodes.values().forEach(node -> node.store.close());
    }
}
