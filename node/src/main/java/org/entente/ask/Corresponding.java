package org.entente.ask;

import java.time.Instant;
import java.util.Map;
import org.entente.agreement.Agreement;
import org.entente.agreement.clock.Deadline;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;

/// More information: the asked side puts a question and its clock stands; the asking side answers it and the clock runs
/// on. The moments stand in the letters, so both sides move the deadline by the same.
final class Corresponding {
    private final Surroundings around;
    private final Files files;

    Corresponding(Surroundings around, Files files) {
        this.around = around;
        this.files = files;
    }

    State question(Officer officer, RequestNumber number, String text) {
        String clean = text(text);
        return around.transactions().in(tx -> {
            Filed filed = files.lock(tx, number);
            Instant now = around.now();
            State state = apply(tx, officer, filed, Event.QUESTION_PUT, clean, now);
            Deadline deadline = filed.deadline();
            stop(tx, filed, deadline, now);
            Instant started = deadline == null ? null : deadline.start();
            Bytes body = AskWire.encode(new AskWire.Question(number, clean, started, now));
            around.post().send(tx, dispatch(filed, AskWire.QUESTION, body));
            return state;
        });
    }

    State supplement(Officer officer, RequestNumber number, String text) {
        String clean = text(text);
        return around.transactions().in(tx -> {
            Filed filed = files.lock(tx, number);
            Instant now = around.now();
            State state = apply(tx, officer, filed, Event.SUPPLEMENTED, clean, now);
            resume(tx, filed, now);
            Bytes body = AskWire.encode(new AskWire.Supplement(number, clean, now));
            around.post().send(tx, dispatch(filed, AskWire.SUPPLEMENT, body));
            return state;
        });
    }

    private State apply(Tx tx, Officer officer, Filed filed, Event event, String text, Instant now) {
        State state = files.apply(tx, filed, event, now, officer.label(), text);
        around.duty(
                tx,
                filed.request().head().agreement(),
                "ask." + event.word(),
                Map.of("by", officer.label(), "request", filed.number().value()));
        return state;
    }

    private static String text(String text) {
        String clean = Drafting.clean(text);
        if (clean.isEmpty() || clean.length() > Limits.REASON_LENGTH_MAX) {
            throw new EntenteException(AskCode.ASK_FIELD_UNFIT, "text", "1 - " + Limits.REASON_LENGTH_MAX);
        }
        return clean;
    }

    /// What the other side's question says of its clock: kept from the first question on.
    void stopped(Tx tx, Filed filed, AskWire.Question question) {
        Instant started = question.started();
        Deadline kept = filed.deadline();
        Deadline theirs = kept != null || started == null
                ? kept
                : Reading.clock(around.agreement(filed.request()), filed.request(), started);
        stop(tx, filed, theirs, question.at());
    }

    private void stop(Tx tx, Filed filed, @Nullable Deadline deadline, Instant at) {
        if (deadline != null) {
            files.stop(tx, filed.number(), deadline, at);
        }
    }

    void resume(Tx tx, Filed filed, Instant at) {
        Deadline deadline = filed.deadline();
        Instant stopped = filed.stopped();
        if (deadline != null && stopped != null) {
            Head head = filed.request().head();
            Agreement agreement = around.agreement(filed.request());
            // A clock that is a few seconds ahead here never moves a deadline back.
            Instant resumed = at.isBefore(stopped) ? stopped : at;
            files.resume(
                    tx,
                    filed.number(),
                    agreement.resume(
                            deadline,
                            stopped,
                            resumed,
                            head.from().party(),
                            head.to().party()));
        }
    }

    private Dispatch dispatch(Filed filed, String type, Bytes body) {
        Head head = filed.request().head();
        boolean asked = filed.side() == Direction.IN;
        InstitutionId own = asked ? head.to() : head.from();
        InstitutionId other = asked ? head.from() : head.to();
        return new Dispatch(
                head.agreement(),
                own,
                other,
                type,
                filed.crossed(),
                filed.casePseudonym(),
                head.basis(),
                head.purpose(),
                head.handling(),
                around.now().plus(Limits.ENVELOPE_LIFE),
                body);
    }
}
