package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.agreement.clock.Deadline;
import org.entente.kernel.Bytes;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.Officer;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.Schedule;
import org.entente.kernel.StandingClock;
import org.entente.kernel.UseTerms;
import org.entente.release.AnswerField;

/// The United States ask and Mexico is asked, each through a case officer and a lawyer of its central authority.
final class TwoSides implements AutoCloseable {
    static final Schedule SCHEDULE = new Schedule("ask");

    final StandingClock clock = new StandingClock(AskExamples.NOW);
    final Side us = new Side("US", clock);
    final Side mx = new Side("MX", clock);
    final Officer usOfficer = us.officer("us-central-authority", Role.CASE_OFFICER);
    final Officer usLawyer = us.officer("us-central-authority", Role.LAWYER);
    final Officer mxOfficer = mx.officer("mx-central-authority", Role.CASE_OFFICER);
    final Officer mxLawyer = mx.officer("mx-central-authority", Role.LAWYER);

    @Override
    public void close() {
        us.close();
        mx.close();
    }

    /// All mail arrives.
    void both() {
        us.deliverTo(mx);
        mx.deliverTo(us);
    }

    int sweep() {
        return us.casework.sweep(SCHEDULE) + mx.casework.sweep(SCHEDULE);
    }

    /// A request that has arrived.
    RequestNumber sent(Draft draft) {
        Submission.Recorded recorded =
                assertInstanceOf(Submission.Recorded.class, us.casework.submit(usOfficer, draft));
        assertEquals(
                State.AWAITING_BASIS_CHECK,
                recorded.state(),
                () -> recorded.ruling().word());
        us.casework.checkBasis(usLawyer, recorded.number(), new BasisDecision(true, "", Map.of()));
        both();
        return recorded.number();
    }

    /// The asked side's check where nothing stands against the request but what is given here.
    BasisCheck check(RequestNumber number, Map<String, String> facts) {
        Map<String, String> stated = new HashMap<>(
                AskExamples.nothingStandsAgainst(asked(number).filed().request().type()));
        stated.putAll(facts);
        return mx.casework.checkBasis(mxLawyer, number, new BasisDecision(true, "", stated));
    }

    RequestNumber accepted(Draft draft) {
        RequestNumber number = sent(draft);
        assertEquals(State.BASIS_CHECKED, check(number, Map.of()).state());
        assertEquals(
                State.IN_EXECUTION,
                mx.casework.write(mxOfficer, number, new LetterOrder(LetterKind.ACCEPTANCE, "We begin.")));
        both();
        return number;
    }

    /// The person of an accepted arrest request is held.
    RequestNumber arrested() {
        RequestNumber number = accepted(AskExamples.arrest());
        mx.casework.write(mxOfficer, number, milestone("warrant-issued", Map.of("issuingCourt", "Invented court")));
        mx.casework.write(mxOfficer, number, milestone("person-arrested", AskExamples.arrestForm()));
        both();
        return number;
    }

    static LetterOrder milestone(String key, Map<String, String> form) {
        Map<String, String> details = new HashMap<>(form);
        details.put("milestone", key);
        return new LetterOrder(LetterKind.MILESTONE, "", details);
    }

    /// The other side's node sends a body that no program of ours writes.
    void forged(Side by, RequestNumber number, String type, Bytes body) {
        boolean asked = by == mx;
        Filed filed = (asked ? asked(number) : asking(number)).filed();
        by.database.run(tx ->
                by.mail.send(tx, filed.dispatch(type, clock.instant().plus(Duration.ofDays(60)), body)));
        by.deliverTo(asked ? us : mx);
    }

    /// An answer about nobody.
    AnswerOrder answer(Purpose purpose) {
        AnswerField field =
                new AnswerField("finding", "Invented answer.", PersonClass.NOT_A_PERSON, new EvaluationCode("B2"));
        UseTerms terms = new UseTerms(
                purpose, Set.of(HandlingCode.H1), "", false, clock.instant().plus(Duration.ofDays(365)));
        return new AnswerOrder(List.of(), List.of(field), terms);
    }

    RequestDetail asking(RequestNumber number) {
        return us.casework.request(usOfficer, number);
    }

    RequestDetail asked(RequestNumber number) {
        return mx.casework.request(mxOfficer, number);
    }

    static State state(RequestDetail detail) {
        return detail.filed().state();
    }

    static Deadline deadline(RequestDetail detail) {
        return Objects.requireNonNull(detail.summary().deadline());
    }
}
