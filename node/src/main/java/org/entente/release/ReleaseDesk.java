package org.entente.release;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.db.Tx;
import org.entente.exchange.Arrival;
import org.entente.exchange.Desk;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.release.store.ReceivedStore;
import org.entente.release.store.SentStore;

/// What arrives about releases. Each body is held against the header it came under and, for messages about a release,
/// against the release: only the two institutions named in its terms may speak about it.
public final class ReleaseDesk implements Desk {
    private final Surroundings around;
    private final SentStore sentReleases = new SentStore();
    private final ReceivedStore receivedReleases = new ReceivedStore();
    private final ContentVault vault;
    private final ChallengeReading challenges;

    ReleaseDesk(Surroundings around, ContentVault vault, ChallengeReading challenges) {
        this.around = around;
        this.vault = vault;
        this.challenges = challenges;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                SealedRelease.TYPE,
                ReceiptWire.ACKNOWLEDGED,
                ReceiptWire.OPENED,
                ReceiptWire.RECALL,
                Destruction.Cause.EXPIRED.bodyType(),
                Destruction.Cause.RECALLED.bodyType(),
                ChallengeWire.CHALLENGE,
                ChallengeWire.ANSWERED);
    }

    @Override
    public void receive(Tx tx, Arrival arrival) {
        around.access().require(arrival.sender(), ReleaseAction.RECEIVE, Marking.UNMARKED);
        Bytes body = around.post().open(tx, arrival.id(), arrival.to());
        switch (arrival.type()) {
            case SealedRelease.TYPE -> sealed(tx, arrival, SealedRelease.parse(body));
            case ReceiptWire.ACKNOWLEDGED -> acknowledged(tx, arrival, ReceiptWire.parseAcknowledgement(body));
            case ReceiptWire.OPENED -> opened(tx, arrival, ReceiptWire.parseFirstOpening(body));
            case ReceiptWire.RECALL -> recall(tx, arrival, ReceiptWire.parseRecall(body));
            case "release.expired" ->
                destroyed(tx, arrival, ReceiptWire.parseDestruction(Destruction.Cause.EXPIRED, body));
            case "release.recalled" ->
                destroyed(tx, arrival, ReceiptWire.parseDestruction(Destruction.Cause.RECALLED, body));
            case ChallengeWire.CHALLENGE ->
                challenges.challenge(
                        tx,
                        arrival,
                        ChallengeWire.parseChallenge(arrival.sender().agreement(), body));
            case ChallengeWire.ANSWERED -> challenges.answered(tx, arrival, ChallengeWire.parseAnswer(body));
            default -> throw broken(arrival);
        }
    }

    private void sealed(Tx tx, Arrival arrival, SealedRelease sealed) {
        try (ContentKey key = sealed.key()) {
            Terms terms = sealed.terms();
            if (!isUnder(terms, arrival) || terms.areExpired(around.now())) {
                throw broken(arrival);
            }
            Bytes wrapped = vault.wrap(terms.release(), key);
            ReceivedRelease received = new ReceivedRelease(
                    terms.release(),
                    arrival.sender().agreement(),
                    terms,
                    terms.hash(),
                    ReleaseWire.sha256(sealed.content()),
                    arrival.casePseudonym(),
                    arrival.id(),
                    around.now(),
                    null,
                    null,
                    null,
                    ReceivedState.ARRIVED);
            if (!receivedReleases.insert(tx, received, new ReceivedStore.SealedContent(sealed.content(), wrapped))) {
                throw broken(arrival);
            }
        }
        // From here the content is only here: under a key that can be destroyed.
        around.post().destroyBody(tx, arrival.id(), arrival.to());
    }

    private static boolean isUnder(Terms terms, Arrival arrival) {
        return terms.from().equals(arrival.from())
                && terms.to().equals(arrival.to())
                && terms.basis().equals(arrival.basis())
                && terms.use().purpose().equals(arrival.purpose())
                && terms.use().handling().equals(arrival.handling())
                && Optional.ofNullable(terms.inReplyTo()).equals(Optional.ofNullable(arrival.inReplyTo()));
    }

    private void acknowledged(Tx tx, Arrival arrival, Acknowledgement acknowledgement) {
        SentRelease sent = ownSent(tx, arrival, acknowledgement.release());
        if (!sent.termsHash().equals(acknowledgement.termsHash())) {
            throw broken(arrival);
        }
        sentReleases.acknowledged(tx, sent.id(), acknowledgement.at());
    }

    private void opened(Tx tx, Arrival arrival, FirstOpening opening) {
        SentRelease sent = ownSent(tx, arrival, opening.release());
        if (!sent.termsHash().equals(opening.termsHash())) {
            throw broken(arrival);
        }
        sentReleases.opened(tx, sent.id(), opening.at(), opening.purpose());
    }

    private void destroyed(Tx tx, Arrival arrival, Destruction destruction) {
        SentRelease sent = ownSent(tx, arrival, destruction.release());
        if (!sent.contentHash().equals(destruction.contentHash()) || sent.end() != null) {
            throw broken(arrival);
        }
        SentState end = switch (destruction.cause()) {
            case EXPIRED -> SentState.EXPIRED;
            case RECALLED -> SentState.RECALLED;
        };
        sentReleases.destroyed(tx, sent.id(), end, destruction.at());
    }

    private void recall(Tx tx, Arrival arrival, Recall recall) {
        ReceivedRelease received = receivedReleases
                .findForUpdate(tx, recall.release())
                .filter(release -> release.terms().from().equals(arrival.from())
                        && release.agreement().equals(arrival.sender().agreement()))
                .orElseThrow(() -> broken(arrival));
        // Already expired: the receipt for that says all; the recall changes nothing.
        receivedReleases.destroy(tx, received.id(), ReceivedState.RECALLED, recall.reason(), around.now());
        around.duty(
                tx,
                received.agreement(),
                "release.recall-received",
                Map.of("release", received.id().hex(), "envelope", arrival.id().hex()));
    }

    private SentRelease ownSent(Tx tx, Arrival arrival, ReleaseId id) {
        return sentReleases
                .findForUpdate(tx, id)
                .filter(sent -> sent.terms().to().equals(arrival.from())
                        && sent.agreement().equals(arrival.sender().agreement()))
                .orElseThrow(() -> broken(arrival));
    }

    static EntenteException broken(Arrival arrival) {
        return new EntenteException(ReleaseCode.RELEASE_BODY_BROKEN, arrival.type());
    }
}
