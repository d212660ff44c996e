package org.entente.release;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.entente.db.Tx;
import org.entente.exchange.Desk;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.PeerParty;
import org.entente.kernel.Schedule;
import org.entente.keys.Keyring;
import org.entente.release.store.ChallengeStore;
import org.entente.release.store.ReceivedStore;
import org.entente.release.store.SentStore;

/// RELEASE: give chosen statements to a named institution on terms; acknowledge and open what the other party gave;
/// recall and expire. Thread-safe.
public final class Releases {
    private final Surroundings around;
    private final SentStore sentReleases = new SentStore();
    private final ReceivedStore receivedReleases = new ReceivedStore();
    private final ContentVault vault;
    private final Sealer sealer;
    private final Reader reader;
    private final Destroyer destroyer;
    private final ChallengeStore challengeStore = new ChallengeStore();
    private final ChallengePost challengePost;
    private final ChallengeClock challengeClock;

    public Releases(Surroundings around, Keyring keyring) {
        this(around, new KeyringVault(keyring));
    }

    Releases(Surroundings around, ContentVault vault) {
        this.around = around;
        this.vault = vault;
        this.sealer = new Sealer(around, sentReleases, challengeStore);
        this.reader = new Reader(around, receivedReleases, vault, challengeStore);
        this.destroyer = new Destroyer(around, receivedReleases, vault, reader);
        this.challengePost = new ChallengePost(around, sentReleases, challengeStore);
        this.challengeClock = new ChallengeClock(
                around,
                challengeStore,
                challengePost,
                new LostChallenges(around, sentReleases, receivedReleases, challengeStore, challengePost));
    }

    /// Where the exchange brings what arrives for this room. It authenticates no one: it asks access for the peer.
    public Desk desk() {
        return new ReleaseDesk(
                around,
                vault,
                new ChallengeReading(around, sentReleases, receivedReleases, challengeStore, challengePost));
    }

    /// Seals and puts in the outbox, or refuses by a rule; either is in the DUTY log.
    public Sealing seal(Officer officer, SealOrder order) {
        around.access().require(officer, ReleaseAction.SEAL, Marking.UNMARKED);
        return sealer.seal(officer, order, (_, _) -> {});
    }

    /// As [#seal], with a further effect in the transaction that seals: both happen or neither. It is not called after
    /// a
    /// refusal.
    public Sealing seal(Officer officer, SealOrder order, BiConsumer<Tx, Sealing.Sealed> within) {
        around.access().require(officer, ReleaseAction.SEAL, Marking.UNMARKED);
        return sealer.seal(officer, order, within);
    }

    /// Whether a release of that party has arrived in reply to that envelope; for the room that asked.
    public boolean hasArrived(Tx tx, PeerParty from, ReleaseId id, EnvelopeId inReplyTo) {
        return reader.hasArrived(tx, from, id, inReplyTo);
    }

    /// Own releases, newest first, at most 500.
    public List<SentRelease> sent(Officer officer) {
        around.access().require(officer, ReleaseAction.READ, Marking.UNMARKED);
        Predicate<Terms> known = around.known(officer);
        return around.transactions().in(tx -> sentReleases.list(tx, Limits.LIST_MAX)).stream()
                .filter(one -> known.test(one.terms()))
                .toList();
    }

    /// @throws EntenteException RELEASE_UNKNOWN
    public SentRelease sent(Officer officer, ReleaseId id) {
        around.access().require(officer, ReleaseAction.READ, Marking.UNMARKED);
        Predicate<Terms> known = around.known(officer);
        return around.transactions()
                .in(tx -> sentReleases.find(tx, id))
                .filter(one -> known.test(one.terms()))
                .orElseThrow(() -> Reader.unknown(id));
    }

    /// What an own release was made of, in its order.
    public List<SentItem> items(Officer officer, ReleaseId id) {
        around.access().require(officer, ReleaseAction.READ, Marking.UNMARKED);
        SentRelease sent = sent(officer, id);
        return around.transactions().in(tx -> sentReleases.items(tx, sent.id()));
    }

    /// The state the owner sees now: the outbox's word and the receiver's.
    public SentState state(Officer officer, SentRelease sent) {
        around.access().require(officer, ReleaseAction.READ, Marking.UNMARKED);
        return sent.state(around.post().progress(sent.envelope()));
    }

    /// Releases of the other party, newest first, at most 500: terms only.
    public List<ReceivedRelease> received(Officer officer) {
        around.access().require(officer, ReleaseAction.READ, Marking.UNMARKED);
        Predicate<Terms> known = around.known(officer);
        return around.transactions().in(tx -> receivedReleases.list(tx, Limits.LIST_MAX)).stream()
                .filter(one -> known.test(one.terms()))
                .toList();
    }

    /// @throws EntenteException RELEASE_UNKNOWN
    public ReceivedRelease received(Officer officer, ReleaseId id) {
        around.access().require(officer, ReleaseAction.READ, Marking.UNMARKED);
        Predicate<Terms> known = around.known(officer);
        return around.transactions()
                .in(tx -> receivedReleases.find(tx, id))
                .filter(one -> known.test(one.terms()))
                .orElseThrow(() -> Reader.unknown(id));
    }

    /// The officer has read the terms with this hash and accepts them; the owner is told. Twice is once.
    ///
    /// @throws EntenteException RELEASE_UNKNOWN; RELEASE_TERMS_DIFFER for another hash; RELEASE_NOT_POSSIBLE_NOW
    ///     after the end or for an officer of another institution
    public ReceivedRelease acknowledge(Officer officer, ReleaseId id, Bytes termsHash) {
        around.access().require(officer, ReleaseAction.ACKNOWLEDGE, Marking.UNMARKED);
        return reader.acknowledge(officer, received(officer, id).id(), termsHash);
    }

    /// Opens for a purpose and a case. The attempt, granted or refused, is committed to the log before this returns.
    ///
    /// @throws EntenteException RELEASE_UNKNOWN; RELEASE_CONTENT_BROKEN when the owner sealed something else
    public Opening open(Officer officer, ReleaseId id, Use use) {
        around.access().require(officer, ReleaseAction.OPEN, Marking.UNMARKED);
        if (use.forAccused()) {
            around.access().require(officer, ReleaseAction.OPEN_FOR_ACCUSED, Marking.UNMARKED);
        }
        return reader.open(officer, received(officer, id).id(), use);
    }

    private boolean isAnswerLost(ReleaseId id) {
        return around.transactions().in(tx -> challengeStore.answerWords(tx, id)).stream()
                .anyMatch(word -> around.post().progress(new EnvelopeId(word)) == SentRelease.Progress.NOT_DELIVERED);
    }

    /// Takes an own release back: the receiver's node destroys it on arrival and answers with a receipt.
    ///
    /// @throws EntenteException RELEASE_UNKNOWN; RELEASE_NOT_POSSIBLE_NOW if destroyed, or recalled already and not
    ///     by an answer to a challenge whose word was refused or ran out on its way;
    ///     RELEASE_ORDER_INVALID without a reason
    public SentRelease recall(Officer officer, ReleaseId id, String reason) {
        around.access().require(officer, ReleaseAction.RECALL, Marking.UNMARKED);
        Predicate<Terms> known = around.known(officer);
        boolean isAnswerLost = isAnswerLost(id);
        return around.transactions().in(tx -> {
            SentRelease sent = sentReleases
                    .findForUpdate(tx, id)
                    .filter(one -> known.test(one.terms()))
                    .orElseThrow(() -> Reader.unknown(id));
            if ((sent.recallOrdered() != null && !isAnswerLost) || sent.end() != null) {
                throw new EntenteException(ReleaseCode.RELEASE_NOT_POSSIBLE_NOW, id.hex());
            }
            Recall recall = recall(id, reason);
            Terms terms = sent.terms();
            around.post()
                    .send(
                            tx,
                            new Dispatch(
                                    sent.agreement(),
                                    terms.from(),
                                    terms.to(),
                                    ReceiptWire.RECALL,
                                    sent.envelope(),
                                    sent.casePseudonym(),
                                    terms.basis(),
                                    terms.use().purpose(),
                                    terms.use().handling(),
                                    around.now().plus(Limits.NOTICE_LIFE),
                                    ReceiptWire.encode(recall)));
            sentReleases.recallOrdered(tx, id, recall.reason(), recall.at());
            around.duty(
                    tx, sent.agreement(), "release.recall", Map.of("officer", officer.label(), "release", id.hex()));
            return sentReleases.find(tx, id).orElseThrow(() -> Reader.unknown(id));
        });
    }

    /// Tells what is due of open challenges; destroys what has expired or was recalled, and attests it to the
    /// owners. Boot runs it every second.
    ///
    /// @return how many destructions were attested
    public int sweep(Schedule schedule) {
        around.access().require(schedule, ReleaseAction.EXPIRE, Marking.UNMARKED);
        challengeClock.sweep();
        return destroyer.sweep();
    }

    private Recall recall(ReleaseId id, String reason) {
        try {
            return new Recall(id, reason, around.now());
        } catch (IllegalArgumentException e) {
            throw new EntenteException(ReleaseCode.RELEASE_ORDER_INVALID, e, "reason");
        }
    }
}
