package org.entente.ask;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.entente.agreement.Agreement;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Ruling;
import org.entente.db.Tx;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Schedule;

/// The asking side: write, revise, have the basis checked, send, withdraw.
final class Asking {
    private static final Schedule LAW = new Schedule("law");

    private final Surroundings around;
    private final Files files;
    private final Watching watching;
    private final Attaching attaching;
    private final NoSurprise forewarnings;

    Asking(Surroundings around, Files files, Watching watching, Attaching attaching, NoSurprise forewarnings) {
        this.around = around;
        this.files = files;
        this.watching = watching;
        this.attaching = attaching;
        this.forewarnings = forewarnings;
    }

    Preview preview(Officer officer, Draft draft) {
        Agreement agreement = around.agreements().current(draft.agreement());
        Drafting.Read read = Drafting.read(agreement, draft, officer.institution());
        Drafting.Checked checked = read.checked();
        if (checked == null) {
            return new Preview(read.problems(), null, List.of(), null);
        }
        Instant now = around.now();
        RequestNumber provisional =
                RequestNumber.of(officer.party(), now.atZone(ZoneOffset.UTC).getYear(), 0);
        Request request = checked.request(agreement, provisional, officer.institution(), now, draft.isQuiet());
        Ruling ruling = Questions.rule(agreement, request, Direction.OUT, Head.Declarations.NONE);
        return new Preview(
                List.of(),
                ruling,
                Reading.openFacts(agreement, ruling, FactTerm.AskedOf.REQUESTING),
                Documents.of(agreement, request));
    }

    Submission submit(Officer officer, Draft draft) {
        Agreement agreement = around.agreements().current(draft.agreement());
        Drafting.Read read = Drafting.read(agreement, draft, officer.institution());
        Drafting.Checked checked = read.checked();
        if (checked == null) {
            return new Submission.Incomplete(read.problems());
        }
        Instant now = around.now();
        SortedSet<OfficerId> knows = QuietLane.first(around, officer, draft.knows());
        return around.transactions().in(tx -> {
            int year = now.atZone(ZoneOffset.UTC).getYear();
            int count = knows.isEmpty() ? files.nextCount(tx, year) : files.quietCount(tx, officer.party(), year);
            RequestNumber number = RequestNumber.of(officer.party(), year, count);
            Request request = checked.request(agreement, number, officer.institution(), now, !knows.isEmpty());
            String pseudonym = around.post().pseudonym(draft.agreement(), draft.caseNumber());
            Filed filed = Filed.draft(request, draft.caseNumber(), pseudonym, officer.id(), now);
            files.open(tx, filed, AskWire.encode(request));
            knows.forEach(one -> QuietLane.name(around, files, tx, filed, one, officer));
            return processSubmission(tx, officer, agreement, number);
        });
    }

    /// The request stays that of the institution that began it.
    Submission revise(Officer officer, RequestNumber number, Draft draft) {
        Agreement agreement = around.agreements().current(draft.agreement());
        return around.transactions().in(tx -> {
            Filed filed = files.lock(tx, number);
            Drafting.Read read = Drafting.read(agreement, draft, filed.institution());
            Drafting.Checked checked = read.checked();
            if (checked == null) {
                return new Submission.Incomplete(read.problems());
            }
            files.revised(tx, filed, Event.REVISED, around.now(), officer.label());
            Request request = checked.request(
                            agreement,
                            number,
                            filed.institution(),
                            around.now(),
                            filed.request().head().quiet())
                    .with(filed.request().attachments());
            files.revise(
                    tx,
                    number,
                    AskWire.encode(request),
                    draft.caseNumber(),
                    around.post().pseudonym(draft.agreement(), draft.caseNumber()));
            return processSubmission(tx, officer, agreement, number);
        });
    }

    /// Rules a draft; what the law allows goes to the lawyer, what it does not stays where it is.
    private Submission processSubmission(Tx tx, Officer officer, Agreement agreement, RequestNumber number) {
        Filed filed = files.lock(tx, number);
        Ruling ruling = Questions.rule(agreement, filed.request(), Direction.OUT, filed.own());
        State state = ruling.allows()
                ? files.apply(tx, filed, Event.SUBMITTED, around.now(), officer.label(), "")
                : filed.state();
        around.duty(tx, agreement.id(), "ask.submitted", Surroundings.fields(officer.label(), number, ruling));
        return new Submission.Recorded(number, state, ruling);
    }

    /// The lawyer's check before sending; accepted, the request is in the outbox when this returns.
    BasisCheck check(Officer lawyer, RequestNumber number, BasisDecision decision) {
        String note = Drafting.note("note", decision.note());
        if (decision.accepted()) {
            around.transactions().in(tx -> returnSuperseded(tx, number)).ifPresent(refusal -> {
                throw refusal;
            });
        }
        return around.transactions().in(tx -> {
            Filed filed = files.lock(tx, number);
            History history = files.history(tx, number);
            decision.requireRevision(number, history);
            Set<String> writers = new HashSet<>(history.writers());
            if (filed.author() != null) {
                writers.add(Surroundings.label(filed.author()));
            }
            FourEyes.require(around, tx, lawyer, number, writers, AskCode.ASK_SAME_OFFICER);
            if (!decision.facts().isEmpty()) {
                throw new EntenteException(
                        AskCode.ASK_FIELD_UNFIT,
                        "facts",
                        decision.facts().keySet().toString());
            }
            Agreement agreement = around.agreement(filed.request());
            Ruling ruling = Questions.rule(agreement, filed.request(), Direction.OUT, filed.own());
            boolean accepted = decision.accepted() && ruling.allows();
            if (accepted) {
                Questions.requireChecked(filed.request(), ruling);
                requireFresh(filed.request().head());
            }
            Event event = accepted ? Event.BASIS_ACCEPTED : Event.BASIS_RETURNED;
            State state = files.apply(tx, filed, event, around.now(), lawyer.label(), note);
            if (accepted) {
                // At the latest with the measure: it stands before the request in the queue.
                forewarnings.depart(tx, number, lawyer.label());
                Bytes body = attaching.depart(tx, filed);
                files.sent(tx, filed, around.post().send(tx, filed.dispatch(AskWire.REQUEST, around.expiry(), body)));
            }
            around.duty(tx, agreement.id(), "ask." + event.word(), Surroundings.fields(lawyer.label(), number, ruling));
            return new BasisCheck(number, state, accepted, ruling);
        });
    }

    /// What was written under a version that is no longer in force does not leave: the author has it again, and revised
    /// it is ruled under the new one.
    private Optional<EntenteException> returnSuperseded(Tx tx, RequestNumber number) {
        Filed filed = files.lock(tx, number);
        Agreement written = around.agreement(filed.request());
        Agreement current = around.agreements().current(written.id());
        if (filed.state() != State.AWAITING_BASIS_CHECK || written.packHash().equals(current.packHash())) {
            return Optional.empty();
        }
        String by = LAW.label();
        files.apply(tx, filed, Event.LAW_CHANGED, around.now(), by, current.version());
        around.duty(
                tx,
                current.id(),
                "ask." + Event.LAW_CHANGED.word(),
                Map.of(
                        "by", by,
                        "request", number.value(),
                        "law", current.packHash().hex()));
        return Optional.of(
                new EntenteException(AskCode.ASK_LAW_SUPERSEDED, number.value(), written.version(), current.version()));
    }

    private void requireFresh(Head head) {
        if (head.created().plus(Limits.DRAFT_AGE_MAX).isBefore(around.now())) {
            throw new EntenteException(
                    AskCode.ASK_FIELD_UNFIT, "created", head.created().toString());
        }
    }

    /// Takes a request back. One that has left is followed by a withdrawal.
    State withdraw(Officer officer, RequestNumber number, String reason) {
        String clean = Drafting.note("reason", reason);
        return around.transactions().in(tx -> {
            Instant now = around.now();
            Filed filed = watching.upTo(tx, files.lock(tx, number), now, officer.label());
            State state = files.apply(tx, filed, Event.WITHDRAWN, now, officer.label(), clean);
            if (filed.envelope() != null) {
                Bytes body = AskWire.encode(new AskWire.Withdrawal(number, clean, now));
                files.send(tx, filed, Event.WITHDRAWN, AskWire.WITHDRAWAL, body);
            } else {
                attaching.forget(tx, filed);
                forewarnings.strand(tx, number, officer.label());
            }
            around.duty(
                    tx,
                    filed.request().head().agreement(),
                    "ask.withdrawn",
                    Map.of("by", officer.label(), "request", number.value()));
            return state;
        });
    }

    /// Marks own requests that can no longer be delivered, and lets the clock of those delivered be watched.
    ///
    /// @return how many will never arrive
    int sweep(String by) {
        return around.paged(files::underWay, filed -> filed.number().value(), filed -> sweep(filed, by));
    }

    private int sweep(Filed filed, String by) {
        // Asked outside a transaction: the outbox opens its own.
        return switch (around.post().progress(filed.crossed())) {
            case Post.Progress.OnTheWay _ -> 0;
            case Post.Progress.Delivered delivered ->
                around.step(filed.number(), (tx, number) -> {
                    Instant at = delivered.at().truncatedTo(ChronoUnit.SECONDS);
                    watching.received(tx, files.lock(tx, number), at);
                    return 0;
                });
            case Post.Progress.Failed failed ->
                around.step(filed.number(), (tx, number) -> lapse(tx, number, failed.code(), by));
        };
    }

    private int lapse(Tx tx, RequestNumber number, String code, String by) {
        Filed filed = files.lock(tx, number);
        if (filed.state() != State.SENT) {
            return 0;
        }
        files.apply(tx, filed, Event.NOT_DELIVERED, around.now(), by, code);
        around.duty(
                tx,
                filed.request().head().agreement(),
                "ask.not-delivered",
                Map.of("by", by, "request", number.value(), "code", code));
        return 1;
    }
}
