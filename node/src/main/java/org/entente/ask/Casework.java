package org.entente.ask;

import java.util.List;
import org.entente.exchange.Desk;
import org.entente.kernel.Actor;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.Schedule;
import org.entente.release.Sealing;

/// ASK: requests to the other party and from it. Thread-safe; each change is one transaction. An
/// officer has the requests of their own institution, those of a central authority and auditors all of
/// the party's.
public final class Casework {
    private final Surroundings around;
    private final Files files;
    private final Asking asking;
    private final Replying replying;
    private final Letters letters;
    private final Reading reading;
    private final Watching watching;
    private final Attaching attaching;
    private final Assisting assisting;
    private final NoSurprise forewarnings;

    public Casework(Surroundings around) {
        this.around = around;
        this.files = new Files(around);
        this.watching = new Watching(around, files);
        this.attaching = new Attaching(around, files);
        this.assisting = new Assisting(around, files);
        this.forewarnings = new NoSurprise(around);
        this.asking = new Asking(around, files, watching, attaching, forewarnings);
        this.replying = new Replying(around, files, watching);
        this.letters = new Letters(around, files, watching);
        this.reading = new Reading(around, files, attaching, assisting);
    }

    /// Where the exchange brings what arrives for this room. It asks access for the peer itself.
    public Desk desk() {
        return new RequestDesk(
                around, files, letters, watching, new Counting(around), attaching, assisting, forewarnings);
    }

    /// What a draft would become; nothing is kept.
    public Preview preview(Officer officer, Draft draft) {
        require(officer, AskAction.SUBMIT);
        return asking.preview(officer, draft);
    }

    /// Gives a draft its number and rules it. It leaves only after the lawyer's check.
    public Submission submit(Officer officer, Draft draft) {
        require(officer, AskAction.SUBMIT);
        return asking.submit(officer, draft);
    }

    /// Mends a draft under its number and rules it again.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_NOT_IN_THIS_STATE unless it is a draft
    public Submission revise(Officer officer, RequestNumber number, Draft draft) {
        require(officer, AskAction.SUBMIT, number);
        return asking.revise(officer, number, draft);
    }

    /// A lawyer's check of the basis, on either side. On the asking side an accepted request is in the outbox when this
    /// returns.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_NOT_IN_THIS_STATE; ASK_SAME_OFFICER for who wrote it;
    ///     ASK_TEXT_CHANGED if it is no longer what was read;
    ///     ASK_LAW_SUPERSEDED if a newer version of the law is in force: then it went back to its author;
    ///     ASK_FIELD_UNFIT for a fact that this side is not asked for; ASK_PROVISIONAL for what is no demonstration
    ///     while the ruling rests on articles that nobody has checked
    public BasisCheck checkBasis(Officer lawyer, RequestNumber number, BasisDecision decision) {
        return switch (require(lawyer, AskAction.CHECK_BASIS, number)) {
            case OUT -> asking.check(lawyer, number, decision);
            case IN -> replying.check(lawyer, number, decision);
        };
    }

    /// Refuses a received request.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_NOT_IN_THIS_STATE; ASK_UNSETTLED; ASK_GROUND_NOT_OPEN;
    ///     ASK_REASONS_MISSING; ASK_CONSULTATION_MISSING; ASK_FIELD_UNFIT for an article that is not the ground's
    public RefusalNote refuse(Officer officer, RequestNumber number, RefusalOrder order) {
        require(officer, AskAction.REFUSE, number);
        return replying.refuse(officer, number, order);
    }

    /// Answers a received request whose basis was checked, or says why the release may not be made.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_NOT_IN_THIS_STATE
    public Sealing answer(Officer officer, RequestNumber number, AnswerOrder order) {
        require(officer, AskAction.ANSWER, number);
        return replying.answer(officer, number, order);
    }

    /// Writes a letter about a request: its kind says which side may, who of it, and in which states. The clock of
    /// both sides moves with it.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_NOT_IN_THIS_STATE; ASK_FIELD_UNFIT for words or details
    ///     that do not fit, `text` where it must say something; ASK_GROUND_NOT_OPEN; ASK_MILESTONE_NOT_OPEN;
    ///     ASK_UNSETTLED for a postponement; ASK_SAME_CHECKER for an acceptance;
    ///     ASK_TERM_OVER for a late extension; AGREEMENT_CLOCK_EXHAUSTED where the law allows no longer term
    public State write(Officer officer, RequestNumber number, LetterOrder order) {
        require(officer, order.kind().action(), number);
        return letters.write(officer, number, order);
    }

    /// Takes an own request back, sent or not.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_NOT_IN_THIS_STATE once it has ended
    public State withdraw(Officer officer, RequestNumber number, String reason) {
        require(officer, AskAction.WITHDRAW, number);
        return asking.withdraw(officer, number, reason);
    }

    /// Open requests of the other party, the least time left first, at most 500.
    public List<RequestSummary> inbox(Officer officer) {
        require(officer, AskAction.READ);
        return reading.inbox(officer);
    }

    /// Every request of the other party, newest first, at most 500.
    public List<RequestSummary> received(Officer officer) {
        require(officer, AskAction.READ);
        return reading.received(officer);
    }

    /// Own requests: those under way by the time the other side has left, then the others, newest first; at most 500.
    public List<RequestSummary> sent(Officer officer) {
        require(officer, AskAction.READ);
        return reading.sent(officer);
    }

    /// Requests that pass a filter: the open ones by the time left, then the others, newest first; at most 500. It
    /// chooses among the officer's own and opens no others.
    public List<RequestSummary> filtered(Officer officer, RequestFilter filter) {
        require(officer, AskAction.READ);
        return reading.filtered(officer, filter);
    }

    /// The whole file of a request of either side. The look is in the DUTY log before this returns.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN
    public RequestDetail request(Officer officer, RequestNumber number) {
        require(officer, AskAction.READ, number);
        return reading.request(officer, number);
    }

    /// Marks own requests that can no longer be delivered, and tells what clocks have to say. Boot runs it every
    /// minute.
    ///
    /// @return how many events it noted
    public int sweep(Schedule schedule) {
        require(schedule, AskAction.SWEEP);
        return asking.sweep(schedule.label())
                + watching.sweepWords(schedule.label())
                + attaching.sweep(schedule.label())
                + forewarnings.sweep(schedule.label())
                + watching.sweep(schedule.label());
    }

    /// The role, and that the request is one of the officer's own: whose is none of theirs does not learn that there is
    /// one.
    ///
    /// @throws EntenteException ACCESS_DENIED; ASK_REQUEST_UNKNOWN
    private Direction require(Officer officer, AskAction action, RequestNumber number) {
        require(officer, action);
        Filed filed = around.transactions().in(tx -> files.read(tx, number));
        if (!around.concerns(officer, filed)) {
            throw new EntenteException(AskCode.ASK_REQUEST_UNKNOWN, number.value());
        }
        return filed.side();
    }

    private void require(Actor actor, AskAction action) {
        around.access().require(actor, action, Marking.UNMARKED);
    }
}
