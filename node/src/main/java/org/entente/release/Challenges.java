package org.entente.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.Texts;
import org.entente.release.store.ChallengeStore;
import org.entente.release.store.ReceivedStore;
import org.entente.release.store.SentStore;

/// Challenges to released statements, by the person concerned, counsel or a data-protection authority: lodged on either
/// side, told to everybody who has the statements, answered by the owner. Thread-safe.
public final class Challenges {
    private final Surroundings around;
    private final ChallengeStore store = new ChallengeStore();
    private final SentStore sent = new SentStore();
    private final ReceivedStore received = new ReceivedStore();
    private final ChallengeLodging lodging;
    private final ChallengeEnder ender;
    private final LostChallenges losses;

    public Challenges(Surroundings around) {
        this.around = around;
        ChallengePost post = new ChallengePost(around, sent, store);
        this.lodging = new ChallengeLodging(around, sent, received, store, post);
        this.ender = new ChallengeEnder(around, sent, store, post, new Sealer(around, sent, store));
        this.losses = new LostChallenges(around, sent, received, store, post);
    }

    /// Lodges a challenge to a release given or received; the other side and every other receiver are told.
    ///
    /// @throws EntenteException RELEASE_UNKNOWN; RELEASE_NOT_POSSIBLE_NOW once content is gone or for an officer of
    ///     another institution; CHALLENGE_ORDER_INVALID; CHALLENGES_TOO_MANY
    public ChallengeFile lodge(Officer officer, ChallengeOrder order) {
        around.access().require(officer, ReleaseAction.CHALLENGE, Marking.UNMARKED);
        requireKnown(officer, order.release());
        return one(officer, lodging.lodge(officer, order));
    }

    /// Ends a challenge to what this party gave. What is corrected or deleted is destroyed at its receivers. It ends
    /// for the releases that the officer knows of and may speak for; for the others it stays open.
    ///
    /// @throws EntenteException CHALLENGE_UNKNOWN; CHALLENGE_NOT_OURS; CHALLENGE_NOT_IN_THIS_STATE;
    ///     CHALLENGE_SAME_OFFICER for who sealed one of the releases; CHALLENGE_ORDER_INVALID;
    ///     RELEASE_NOT_POSSIBLE_NOW for an officer of an institution that gave none of them
    public ChallengeAnswering answer(Officer officer, ChallengeId id, ChallengeAnswerOrder order) {
        around.access().require(officer, ReleaseAction.ANSWER_CHALLENGE, Marking.UNMARKED);
        ReleaseId correctedOn = one(officer, id).release();
        ChallengeEnder.Ending ending =
                new ChallengeEnder.Ending(officer, around.known(officer), id, order, correctedOn);
        SealRefusal refusal = ender.answer(ending);
        return refusal == null
                ? new ChallengeAnswering.Answered(one(officer, id))
                : new ChallengeAnswering.Refused(refusal, Texts.of("release").bilingual("seal." + refusal.name()));
    }

    /// Sends again what the other node refused: with a term of its own to the owner, as it is to a receiver. What was
    /// suspended meanwhile where it was lodged stays suspended.
    ///
    /// @throws EntenteException CHALLENGE_UNKNOWN; RELEASE_NOT_POSSIBLE_NOW for an officer of another institution
    public ChallengeSending sendAgain(Officer officer, ChallengeId id) {
        around.access().require(officer, ReleaseAction.CHALLENGE, Marking.UNMARKED);
        ChallengeSending.Reason refusal = losses.sendAgain(officer, one(officer, id));
        return refusal == null ? new ChallengeSending.Sent(one(officer, id)) : new ChallengeSending.Refused(refusal);
    }

    /// Open ones first, by time left, at most 500.
    public List<ChallengeFile> list(Officer officer) {
        around.access().require(officer, ReleaseAction.READ, Marking.UNMARKED);
        return known(officer, tx -> store.list(tx, Limits.LIST_MAX));
    }

    /// Those that reach a release given or received.
    public List<ChallengeFile> of(Officer officer, ReleaseId release) {
        around.access().require(officer, ReleaseAction.READ, Marking.UNMARKED);
        return known(officer, tx -> store.of(tx, release, Limits.LIST_MAX)).stream()
                .filter(file -> file.reaches().stream()
                        .anyMatch(reach -> reach.release().equals(release)))
                .toList();
    }

    /// @throws EntenteException CHALLENGE_UNKNOWN
    public ChallengeFile one(Officer officer, ChallengeId id) {
        around.access().require(officer, ReleaseAction.READ, Marking.UNMARKED);
        return known(officer, tx -> store.find(tx, id).stream().toList()).stream()
                .findFirst()
                .orElseThrow(() -> new EntenteException(ReleaseCode.CHALLENGE_UNKNOWN, id.hex()));
    }

    /// When the other node's signed receipt says that it took a word of ours; empty until then.
    public Optional<Instant> receipt(Officer officer, EnvelopeId word) {
        around.access().require(officer, ReleaseAction.READ, Marking.UNMARKED);
        return around.post().received(word);
    }

    /// Why a word of ours had no effect there: the other node refused it, or it ran out on the way.
    public Optional<WordLoss> loss(Officer officer, EnvelopeId word) {
        around.access().require(officer, ReleaseAction.READ, Marking.UNMARKED);
        return around.post().loss(word);
    }

    /// Where it stands now.
    public ChallengeState state(Officer officer, ChallengeFile file) {
        around.access().require(officer, ReleaseAction.READ, Marking.UNMARKED);
        return file.isOpen() && losses.concern(file) ? ChallengeState.NOT_DELIVERED : file.state(around.now());
    }

    /// Whether use of what it challenges is suspended now.
    public boolean isSuspended(Officer officer, ChallengeFile file) {
        around.access().require(officer, ReleaseAction.READ, Marking.UNMARKED);
        return file.isSuspended(around.now());
    }

    /// Files with the releases that the officer knows of; a file without one is none of theirs.
    private List<ChallengeFile> known(Officer officer, Function<Tx, List<ChallengeFile>> reading) {
        Predicate<Terms> known = around.known(officer);
        return around.transactions()
                .in(tx -> reading.apply(tx).stream()
                        .map(file -> file.reaching(file.reaches().stream()
                                .filter(reach ->
                                        terms(tx, reach.release()).filter(known).isPresent())
                                .toList()))
                        .filter(file -> !file.reaches().isEmpty())
                        .toList());
    }

    private void requireKnown(Officer officer, ReleaseId release) {
        Predicate<Terms> known = around.known(officer);
        if (around.transactions().in(tx -> terms(tx, release)).filter(known).isEmpty()) {
            throw Reader.unknown(release);
        }
    }

    private Optional<Terms> terms(Tx tx, ReleaseId release) {
        return received.find(tx, release)
                .map(ReceivedRelease::terms)
                .or(() -> sent.find(tx, release).map(SentRelease::terms));
    }
}
