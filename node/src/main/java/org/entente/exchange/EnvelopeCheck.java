package org.entente.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.ledger.LedgerException;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.ledger.leaf.Leaf;
import org.entente.ledger.merkle.Merkle;
import org.entente.ledger.note.Opening;

/// From bytes to "this is the peer's, and meant for us". Reads nothing but keys and the clock.
final class EnvelopeCheck {
    private final OwnNode own;
    private final Clock clock;

    EnvelopeCheck(OwnNode own, Clock clock) {
        this.own = own;
        this.clock = clock;
    }

    /// Opens a cover: an envelope signed by the peer, addressed to us under its agreement, and recorded in its log.
    ///
    /// @throws EntenteException if any of that does not hold; nothing is then known to be the peer's word
    Envelope authentic(Peer peer, byte[] coverBytes) {
        Cover cover = Cover.parse(coverBytes);
        Envelope envelope = Envelope.parse(cover.envelope().toArray());
        if (!envelope.isSignedBy(peer.file().envelope())) {
            throw new EntenteException(ExchangeCode.ENVELOPE_FORGED);
        }
        ClearHeader header = envelope.header();
        requireAudience(header.agreement().equals(peer.agreement()), "agreement");
        requireAudience(header.from().party().equals(peer.file().party()), "from");
        requireAudience(header.to().party().equals(own.party()), "to");
        requireRecorded(peer, envelope, cover);
        return envelope;
    }

    /// Why an authentic envelope can have no effect here, as the code of its receipt; empty if it can.
    Optional<String> refusal(Envelope envelope) {
        ClearHeader header = envelope.header();
        Instant now = clock.instant();
        Optional<InstitutionKey> key = own.partyFile(header.agreement()).institution(header.to());
        if (!now.isBefore(header.expires())) {
            return Optional.of("EXPIRED");
        }
        if (header.created().isAfter(now.plus(Limits.CLOCK_SKEW))) {
            return Optional.of("CREATED_AHEAD");
        }
        if (key.isEmpty()) {
            return Optional.of("INSTITUTION_UNKNOWN");
        }
        if (!key.get().id().equals(envelope.seal().keyId())) {
            return Optional.of("INSTITUTION_KEY_UNKNOWN");
        }
        if (key.get().isExpired(now)) {
            return Optional.of("INSTITUTION_KEY_EXPIRED");
        }
        return Optional.empty();
    }

    private void requireRecorded(Peer peer, Envelope envelope, Cover cover) {
        try {
            TlogProof proof = cover.proof();
            requireCover(isByLog(peer, proof), "checkpoint");
            requireCover(isLeafOf(envelope, cover.leaf()), "leaf");
            requireCover(
                    proof.inclusion()
                            .proves(
                                    Merkle.leafHash(cover.leaf().toArray()),
                                    proof.signed().checkpoint().root()),
                    "inclusion");
        } catch (LedgerException broken) {
            throw new EntenteException(ExchangeCode.COVER_REFUSED, broken, "leaf");
        }
    }

    private static boolean isByLog(Peer peer, TlogProof proof) {
        var log = peer.file().exchangeLog();
        return proof.signed().checkpoint().origin().equals(log.name())
                && switch (proof.signed().note().open(java.util.List.of(log))) {
                    case Opening.Opened _ -> true;
                    case Opening.Forged _ -> false;
                    case Opening.Unsigned _ -> false;
                };
    }

    private boolean isLeafOf(Envelope envelope, Bytes leafBytes) {
        ClearHeader header = envelope.header();
        return switch (Leaf.parse(leafBytes.toArray())) {
            case Leaf.Exchange leaf ->
                leaf.direction() == Leaf.Direction.SENT
                        && Bytes.of(leaf.envelope().toArray()).equals(envelope.hash())
                        && leaf.messageId().equals(header.id().hex())
                        && leaf.peer().equals(own.party().code())
                        && leaf.sequence() == header.sequence();
            case Leaf.Duty _ -> false;
        };
    }

    private static void requireAudience(boolean ours, String what) {
        if (!ours) {
            throw new EntenteException(ExchangeCode.ENVELOPE_AUDIENCE, what);
        }
    }

    private static void requireCover(boolean holds, String what) {
        if (!holds) {
            throw new EntenteException(ExchangeCode.COVER_REFUSED, what);
        }
    }
}
