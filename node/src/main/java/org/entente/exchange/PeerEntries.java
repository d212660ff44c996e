package org.entente.exchange;

import java.nio.charset.StandardCharsets;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.PeerParty;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;
import org.entente.ledger.LedgerException;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.prove.Leaf;

/// What each party shows the other of its log about one envelope: a proof bundle needs both sides' entries. `POST
/// /peer/v1/entries` with `{"direction":"r|s","envelope":"<id>"}`, direction as the asked party's log has it; 200
/// with `{"leaf":"<base64>","proof":"<tlog-proof>"}`, or 409 while the entry is not cosigned. Thread-safe.
public final class PeerEntries implements EntrySource {
    private static final int DONE = 200;
    private static final int CONFLICT = 409;

    private final PeerClient client;
    private final LeafEvidence evidence;

    public PeerEntries(PeerClient client, LeafEvidence evidence) {
        this.client = client;
        this.evidence = evidence;
    }

    /// The peer's answer. An entry is what the peer says: whoever builds a proof of it verifies it.
    public sealed interface Fetch {
        record Fetched(LeafEvidence.Shown entry) implements Fetch {}

        /// The peer has no such entry under a checkpoint that we cosigned, yet.
        record NotYet() implements Fetch {}

        record Away(String reason) implements Fetch {}
    }

    /// @throws EntenteException PEER_UNKNOWN, or COVER_REFUSED if the answer is not in its form
    @Override
    public Fetch fetch(AgreementId agreement, EnvelopeId envelope, Leaf.Direction asSeenFromPeer) {
        Bytes request = Json.members()
                .with("direction", letter(asSeenFromPeer))
                .with("envelope", envelope.hex())
                .build()
                .encode();
        return switch (client.post(agreement, "entries", request, Limits.ENTRY_BYTES)) {
            case PeerReply.Answered answered
            when answered.status() == DONE -> new Fetch.Fetched(parse(answered.body()));
            case PeerReply.Answered answered when answered.status() == CONFLICT -> new Fetch.NotYet();
            case PeerReply.Answered answered -> new Fetch.Away("HTTP " + answered.status());
            case PeerReply.Away away -> new Fetch.Away(away.reason());
        };
    }

    /// Serves one request of the peer.
    ///
    /// @throws EntenteException ENTRY_NOT_COSIGNED, or a JSON code for a broken request
    public Bytes serve(PeerParty peer, Bytes request) {
        MemberReader reader =
                Json.parseMembers(request.toArray(), Limits.ERROR_BYTES).reader();
        EnvelopeId envelope = envelope(reader.text("envelope"));
        Leaf.Direction direction = direction(reader.text("direction"));
        reader.end();
        LeafEvidence.Shown shown = evidence.cosigned(peer.agreement(), envelope, direction)
                .filter(entry -> isAbout(peer, entry))
                .orElseThrow(() -> new EntenteException(ExchangeCode.ENTRY_NOT_COSIGNED, envelope.hex()));
        return Json.members()
                .with("leaf", Seal.base64(shown.leaf()))
                .with("proof", new String(shown.proof().bytes(), StandardCharsets.UTF_8))
                .build()
                .encode();
    }

    /// Whether this peer sent or received the envelope.
    private static boolean isAbout(PeerParty peer, LeafEvidence.Shown entry) {
        return switch (org.entente.ledger.leaf.Leaf.parse(entry.leaf().toArray())) {
            case org.entente.ledger.leaf.Leaf.Exchange leaf ->
                leaf.peer().equals(peer.party().code());
            case org.entente.ledger.leaf.Leaf.Duty _ -> false;
        };
    }

    private static LeafEvidence.Shown parse(Bytes answer) {
        try {
            MemberReader reader =
                    Json.parseMembers(answer.toArray(), Limits.ENTRY_BYTES).reader();
            var shown = new LeafEvidence.Shown(
                    reader.base64("leaf"), TlogProof.parse(reader.text("proof").getBytes(StandardCharsets.UTF_8)));
            reader.end();
            return shown;
        } catch (LedgerException broken) {
            throw new EntenteException(ExchangeCode.COVER_REFUSED, broken, "entry");
        }
    }

    private static EnvelopeId envelope(String hex) {
        try {
            return new EnvelopeId(hex);
        } catch (IllegalArgumentException broken) {
            throw new EntenteException(ExchangeCode.ENVELOPE_MALFORMED, broken, "id");
        }
    }

    private static String letter(Leaf.Direction direction) {
        return switch (direction) {
            case SENT -> "s";
            case RECEIVED -> "r";
        };
    }

    private static Leaf.Direction direction(String letter) {
        return switch (letter) {
            case "s" -> Leaf.Direction.SENT;
            case "r" -> Leaf.Direction.RECEIVED;
            default -> throw new EntenteException(ExchangeCode.ENVELOPE_MALFORMED, "direction");
        };
    }
}
