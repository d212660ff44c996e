package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An officer has the requests of their own institution; the central authority and auditors have all of the party's.
class OwnInstitutionTest {
    private final TwoSides sides = new TwoSides();
    private final Side us = sides.us;
    private final Side mx = sides.mx;

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void whoseRequestItIsNotDoesNotLearnThatThereIsOne() {
        RequestNumber number = sides.accepted(AskExamples.arrest());
        Officer tax = mx.officer("mx-sat", Role.CASE_OFFICER, Role.ANALYST, Role.LAWYER);
        assertEquals(List.of(), mx.casework.inbox(tax));
        assertEquals(List.of(), mx.casework.received(tax));
        RequestNumber none = new RequestNumber("US-2026-999999");
        for (RequestNumber one : List.of(number, none)) {
            unknown(one, () -> mx.casework.request(tax, one));
            unknown(
                    one,
                    () -> mx.casework.write(
                            tax, one, TwoSides.milestone("warrant-issued", Map.of("issuingCourt", "Court"))));
            unknown(one, () -> mx.casework.checkBasis(tax, one, new BasisDecision(true, "", Map.of())));
            unknown(
                    one,
                    () -> mx.casework.refuse(
                            tax, one, new RefusalOrder("human-rights", null, new Bilingual("x", "x"))));
            unknown(
                    one,
                    () -> mx.casework.answer(
                            tax, one, sides.answer(AskExamples.arrest().purpose())));
        }
        Officer treasury = us.officer("us-treasury", Role.CASE_OFFICER);
        assertEquals(List.of(), us.casework.sent(treasury));
        unknown(number, () -> us.casework.withdraw(treasury, number, "Not ours."));
        unknown(number, () -> us.casework.revise(treasury, number, AskExamples.arrest()));
    }

    @Test
    void theInstitutionThatAskedAndTheOneThatIsAskedHaveIt() {
        RequestNumber number = sides.sent(AskExamples.police());
        Officer asked = mx.officer("mx-sat", Role.ANALYST);
        assertEquals(number, mx.casework.request(asked, number).filed().number());
        assertEquals(1, mx.casework.inbox(asked).size());
        assertEquals(1, mx.casework.received(asked).size());
    }

    @Test
    void anAuditorOfAnyInstitutionHasAll() {
        RequestNumber number = sides.sent(AskExamples.arrest());
        Officer auditor = mx.officer("mx-sat", Role.AUDITOR);
        assertEquals(number, mx.casework.received(auditor).getFirst().number());
    }

    @Test
    void aRewrittenRequestStaysItsInstitutionsAndWithinWhatThatMayAsk() {
        Officer treasury = us.officer("us-treasury", Role.CASE_OFFICER);
        RequestNumber number = ((Submission.Recorded) us.casework.submit(treasury, AskExamples.police())).number();
        us.casework.checkBasis(sides.usLawyer, number, new BasisDecision(false, "Mend it.", Map.of()));
        Submission.Incomplete beyond = assertInstanceOf(
                Submission.Incomplete.class, us.casework.revise(sides.usOfficer, number, AskExamples.arrest()));
        assertEquals("from", beyond.problems().getFirst().field());
        assertInstanceOf(Submission.Recorded.class, us.casework.revise(sides.usOfficer, number, AskExamples.police()));
        assertEquals(
                treasury.institution(),
                us.casework.request(treasury, number).filed().request().head().from());
    }

    @Test
    void whoeverRewroteARequestDoesNotCheckIt() {
        Officer both = us.officer("us-central-authority", Role.LAWYER, Role.CASE_OFFICER);
        Draft draft = AskExamples.assistance();
        RequestNumber number = ((Submission.Recorded) us.casework.submit(sides.usOfficer, draft)).number();
        us.casework.checkBasis(sides.usLawyer, number, new BasisDecision(false, "Mend it.", Map.of()));
        Officer second = new Officer(
                new OfficerId("us-central-second"), both.party(), both.institution(), both.name(), both.roles());
        us.casework.revise(second, number, AskExamples.withField(draft, "facts", "Another text."));
        EntenteException same = assertThrows(
                EntenteException.class,
                () -> us.casework.checkBasis(second, number, new BasisDecision(true, "", Map.of())));
        assertEquals(AskCode.ASK_SAME_OFFICER, same.code());
        assertTrue(us.casework
                .checkBasis(sides.usLawyer, number, new BasisDecision(true, "", Map.of()))
                .accepted());
    }

    @Test
    void aDecisionOnATextThatHasChangedSinceIsNotTaken() {
        Draft draft = AskExamples.assistance();
        RequestNumber number = ((Submission.Recorded) us.casework.submit(sides.usOfficer, draft)).number();
        int read = us.casework.request(sides.usLawyer, number).revision();
        us.casework.checkBasis(sides.usLawyer, number, new BasisDecision(false, "Mend it.", Map.of(), read));
        us.casework.revise(sides.usOfficer, number, AskExamples.withField(draft, "facts", "Another text."));
        EntenteException changed = assertThrows(
                EntenteException.class,
                () -> us.casework.checkBasis(sides.usLawyer, number, new BasisDecision(true, "", Map.of(), read)));
        assertEquals(AskCode.ASK_TEXT_CHANGED, changed.code());
        int now = us.casework.request(sides.usLawyer, number).revision();
        assertTrue(us.casework
                .checkBasis(sides.usLawyer, number, new BasisDecision(true, "", Map.of(), now))
                .accepted());
    }

    @Test
    void aNoteForTheFileHasALimit() {
        RequestNumber number =
                ((Submission.Recorded) us.casework.submit(sides.usOfficer, AskExamples.assistance())).number();
        EntenteException unfit = assertThrows(
                EntenteException.class,
                () -> us.casework.checkBasis(
                        sides.usLawyer, number, new BasisDecision(false, "x".repeat(2_001), Map.of())));
        assertEquals(List.of("note", "> 2000"), unfit.facts());
    }

    private static void unknown(RequestNumber number, Runnable step) {
        EntenteException none = assertThrows(EntenteException.class, step::run);
        assertEquals(AskCode.ASK_REQUEST_UNKNOWN, none.code());
        assertEquals(List.of(number.value()), none.facts());
    }
}
