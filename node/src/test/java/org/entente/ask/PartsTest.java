package org.entente.ask;

import static org.entente.ask.TwoSides.deadline;
import static org.entente.ask.TwoSides.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.Role;
import org.entente.release.ReleaseId;
import org.entente.release.Sealing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Answers and refusals of a part, and a request that goes to another institution.
final class PartsTest {
    private static final Bilingual REASONS = new Bilingual("Reasons.", "Motivos.");

    private final TwoSides sides = new TwoSides();
    private final Side us = sides.us;
    private final Side mx = sides.mx;

    @AfterEach
    void close() {
        sides.close();
    }

    private AnswerOrder answer(String rest) {
        AnswerOrder whole = sides.answer(AskExamples.police().purpose());
        return new AnswerOrder(whole.statementIds(), whole.fields(), whole.terms(), rest);
    }

    private static RefusalOrder refusal(String part) {
        return new RefusalOrder("human-rights", null, REASONS, "", part);
    }

    private RequestNumber checked() {
        RequestNumber number = sides.sent(AskExamples.police());
        assertEquals(State.BASIS_CHECKED, sides.check(number, Map.of()).state());
        return number;
    }

    private Code code(Runnable step) {
        return assertThrows(EntenteException.class, step::run).code();
    }

    @Test
    void anAnswerToAPartLeavesTheRestOpenAndItsClockRunning() {
        RequestNumber number = checked();
        Sealing.Sealed first = assertInstanceOf(
                Sealing.Sealed.class,
                mx.casework.answer(sides.mxOfficer, number, answer(" The accounts follow on Monday. ")));
        sides.both();

        RequestDetail asking = sides.asking(number);
        assertEquals(State.SENT, state(asking));
        assertEquals(State.BASIS_CHECKED, state(sides.asked(number)));
        assertNull(asking.filed().release());
        Part.Answered part =
                assertInstanceOf(Part.Answered.class, asking.parts().getFirst());
        assertEquals(first.id(), part.release());
        assertEquals("The accounts follow on Monday.", part.rest());
        assertEquals(asking.parts(), sides.asked(number).parts());
        assertEquals(
                "The accounts follow on Monday.", asking.history().getLast().note());
        assertEquals(deadline(sides.asked(number)), deadline(asking));
        sides.clock.advance(Duration.ofDays(30));
        assertTrue(sides.sweep() > 0, "the clock of the rest is told");

        mx.casework.answer(sides.mxOfficer, number, answer(""));
        sides.both();
        assertEquals(State.ANSWERED, state(sides.asking(number)));
        assertEquals(1, sides.asking(number).parts().size());
        assertTrue(sides.asking(number).filed().release() != null);
    }

    @Test
    void aReleaseAnswersOneThingOnly() {
        RequestNumber number = checked();
        mx.casework.answer(sides.mxOfficer, number, answer("More follows."));
        sides.both();
        ReleaseId release = sides.asking(number).releases().iterator().next();
        Bytes again = AskWire.encode(new AskWire.Answer(number, release, "", sides.clock.instant()));
        assertEquals(AskCode.ASK_BODY_BROKEN, code(() -> sides.forged(mx, number, AskWire.ANSWER, again)));
        assertEquals(State.SENT, state(sides.asking(number)));
    }

    @Test
    void aHundredPartsAreEnough() {
        RequestNumber number = sides.sent(AskExamples.police());
        for (int i = 0; i < Limits.WORDS_OF_A_KIND_MAX; i++) {
            mx.casework.refuse(sides.mxOfficer, number, refusal("Part " + i));
        }
        assertEquals(
                AskCode.ASK_WORDS_SPENT, code(() -> mx.casework.refuse(sides.mxOfficer, number, refusal("One more"))));
        mx.casework.refuse(sides.mxOfficer, number, refusal(""));
        sides.both();
        assertEquals(State.REFUSED, state(sides.asking(number)));
    }

    @Test
    void aPartIsRefusedUnderItsArticleAndTheRestAnswered() {
        RequestNumber number = sides.sent(AskExamples.police());
        RefusalNote note = mx.casework.refuse(sides.mxOfficer, number, refusal("The medical file."));
        sides.both();
        RequestDetail asking = sides.asking(number);
        assertEquals(State.SENT, state(asking));
        assertEquals(State.RECEIVED, state(sides.asked(number)));
        assertEquals(List.of(new Part.Refused("The medical file.", note)), asking.parts());
        assertNull(asking.filed().refusal());
        HistoryEntry last = asking.history().getLast();
        assertEquals(Event.PART_REFUSAL_ARRIVED, last.event());
        assertTrue(last.lines().stream().anyMatch(line -> line.value().equals(REASONS)), last.toString());

        sides.check(number, Map.of());
        mx.casework.answer(sides.mxOfficer, number, answer(""));
        sides.both();
        assertEquals(State.ANSWERED, state(sides.asking(number)));
    }

    @Test
    void aRefusalOfAPartIsAsBoundByTheLawAsOneOfTheWhole() {
        RequestNumber number = sides.sent(AskExamples.police());
        assertEquals(
                AskCode.ASK_GROUND_NOT_OPEN,
                code(() -> mx.casework.refuse(
                        sides.mxOfficer, number, new RefusalOrder("no-such-ground", null, REASONS, "", "A part"))));
        assertEquals(
                AskCode.ASK_FIELD_UNFIT,
                code(() -> mx.casework.refuse(sides.mxOfficer, number, refusal("x".repeat(2_001)))));
        mx.casework.refuse(sides.mxOfficer, number, refusal(""));
        assertEquals(
                AskCode.ASK_NOT_IN_THIS_STATE,
                code(() -> mx.casework.refuse(sides.mxOfficer, number, refusal("A part after the whole"))));
    }

    @Test
    void aPartIsNotAnsweredBeforeTheBasisIsChecked() {
        RequestNumber number = sides.sent(AskExamples.police());
        assertEquals(
                AskCode.ASK_NOT_IN_THIS_STATE,
                code(() -> mx.casework.answer(sides.mxOfficer, number, answer("More follows."))));
    }

    @Test
    void wordOfAPartThatCrossesAWithdrawalIsKept() {
        RequestNumber number = checked();
        mx.casework.answer(sides.mxOfficer, number, answer("More follows."));
        us.casework.withdraw(sides.usOfficer, number, "No longer needed.");
        sides.both();
        assertEquals(State.WITHDRAWN, state(sides.asking(number)));
        assertEquals(1, sides.asking(number).parts().size());
        assertEquals(State.WITHDRAWN, state(sides.asked(number)));
    }

    private static LetterOrder disclosure(String release, String day) {
        return new LetterOrder(
                LetterKind.DISCLOSURE,
                "To the defence, in invented proceedings.",
                Map.of(LetterOrder.RELEASE, release, LetterOrder.DAY, day));
    }

    @Test
    void noConditionForbidsToDiscloseWhatHelpsAnAccusedAndItsOwnerIsTold() {
        RequestNumber number = checked();
        mx.casework.answer(sides.mxOfficer, number, answer("More follows."));
        sides.both();
        String first = sides.asking(number).releases().iterator().next().hex();
        assertEquals(State.SENT, us.casework.write(sides.usLawyer, number, disclosure(first, "2026-12-03")));
        mx.casework.answer(sides.mxOfficer, number, answer(""));
        sides.both();
        assertEquals(2, sides.asking(number).releases().size());
        for (var release : sides.asking(number).releases()) {
            assertEquals(
                    State.ANSWERED, us.casework.write(sides.usLawyer, number, disclosure(release.hex(), "2026-11-01")));
        }
        sides.both();
        List<HistoryEntry> told = sides.asked(number).history().stream()
                .filter(entry -> entry.event() == Event.DISCLOSURE_ARRIVED)
                .toList();
        assertEquals(3, told.size());
        assertEquals(
                "3 de diciembre de 2026",
                told.getFirst().lines().getLast().value().es());
        assertEquals(State.ANSWERED, state(sides.asked(number)));
    }

    @Test
    void nothingIsDisclosedThatWasNotReleasedOrOnADayThatCannotBe() {
        RequestNumber number = checked();
        String none = "0".repeat(32);
        assertEquals(
                AskCode.ASK_FIELD_UNFIT,
                code(() -> us.casework.write(sides.usOfficer, number, disclosure(none, "2026-12-03"))));
        mx.casework.answer(sides.mxOfficer, number, answer(""));
        sides.both();
        String release = sides.asking(number).releases().iterator().next().hex();
        for (String day : List.of("", "tomorrow", "2026-02-30", "1971-01-01", "+999999999-12-31")) {
            assertEquals(
                    AskCode.ASK_FIELD_UNFIT,
                    code(() -> us.casework.write(sides.usOfficer, number, disclosure(release, day))),
                    day);
        }
        assertEquals(
                AskCode.ASK_NOT_IN_THIS_STATE,
                code(() -> mx.casework.write(sides.mxOfficer, number, disclosure(release, "2026-12-03"))));
    }

    @Test
    void aLongerTermOfWhoDoesNotYetKnowOfAWithdrawalIsTaken() {
        RequestNumber number = sides.sent(AskExamples.assistance());
        sides.check(number, Map.of());
        us.casework.withdraw(sides.usOfficer, number, "No longer needed.");
        mx.casework.write(sides.mxOfficer, number, new LetterOrder(LetterKind.ACCEPTANCE, ""));
        sides.clock.advance(Duration.ofDays(40));
        mx.casework.write(sides.mxOfficer, number, new LetterOrder(LetterKind.EXTENSION, "A judge decides."));
        mx.deliverTo(us);
        assertEquals(
                Event.EXTENSION_ARRIVED,
                sides.asking(number).history().getLast().event());
        assertEquals(State.WITHDRAWN, state(sides.asking(number)));
    }

    @Test
    void theInstitutionItIsForHasItFromTheTransferOn() {
        RequestNumber number = checked();
        InstitutionId before = sides.asked(number).filed().authority();
        Officer old = mx.officer(before.value(), Role.CASE_OFFICER);
        InstitutionId next = sides.asked(number).authorities().stream()
                .filter(one -> !one.central())
                .findFirst()
                .orElseThrow()
                .id();
        Officer taker = mx.officer(next.value(), Role.CASE_OFFICER, Role.LAWYER);
        assertEquals(AskCode.ASK_REQUEST_UNKNOWN, code(() -> mx.casework.request(taker, number)));

        LetterOrder order =
                new LetterOrder(LetterKind.TRANSFER, "It is theirs.", Map.of(LetterOrder.AUTHORITY, next.value()));
        assertEquals(State.RECEIVED, mx.casework.write(old, number, order));
        assertEquals(AskCode.ASK_REQUEST_UNKNOWN, code(() -> mx.casework.request(old, number)));
        assertEquals(State.RECEIVED, state(mx.casework.request(taker, number)));
        sides.both();
        assertEquals(next, sides.asking(number).filed().authority());
        assertEquals(next, sides.asking(number).summary().authority());
        assertEquals(deadline(sides.asked(number)), deadline(sides.asking(number)));

        mx.casework.write(taker, number, new LetterOrder(LetterKind.QUESTION, "Which of the two?"));
        sides.both();
        us.casework.write(sides.usOfficer, number, new LetterOrder(LetterKind.SUPPLEMENT, "The first."));
        sides.both();
        assertEquals(State.RECEIVED, state(mx.casework.request(taker, number)));
        Officer late = mx.officer(before.value(), Role.LAWYER);
        BasisDecision refused = new BasisDecision(false, "Late.", Map.of());
        assertEquals(AskCode.ASK_REQUEST_UNKNOWN, code(() -> mx.casework.checkBasis(late, number, refused)));
        Map<String, String> facts =
                AskExamples.nothingStandsAgainst(AskExamples.police().type());
        assertTrue(mx.casework
                .checkBasis(taker, number, new BasisDecision(true, "", facts))
                .accepted());
        mx.casework.answer(taker, number, answer(""));
        sides.both();
        assertEquals(State.ANSWERED, state(sides.asking(number)));
        assertEquals(
                next.value(),
                mx.leaves.duties("ask.transferred").getFirst().fields().get("authority"));
    }

    @Test
    void aWordToWhoHadItBeforeStillArrives() {
        RequestNumber number = sides.sent(AskExamples.police());
        InstitutionId next = sides.asked(number).authorities().getFirst().id();
        mx.casework.write(
                sides.mxOfficer,
                number,
                new LetterOrder(LetterKind.TRANSFER, "It is theirs.", Map.of(LetterOrder.AUTHORITY, next.value())));
        us.casework.withdraw(sides.usOfficer, number, "No longer needed.");
        sides.both();
        assertEquals(State.WITHDRAWN, state(sides.asked(number)));
        assertEquals(State.WITHDRAWN, state(sides.asking(number)));
    }

    @Test
    void itGoesToNobodyWhoMayNotAnswerIt() {
        RequestNumber number = sides.sent(AskExamples.police());
        String own = sides.asked(number).filed().authority().value();
        for (String to : Set.of("us-atf", "mx-nobody", own, "", "MX", "x".repeat(3_000))) {
            assertEquals(
                    AskCode.ASK_NOT_COMPETENT,
                    code(() -> mx.casework.write(
                            sides.mxOfficer,
                            number,
                            new LetterOrder(LetterKind.TRANSFER, "No.", Map.of(LetterOrder.AUTHORITY, to)))),
                    to);
        }
        assertEquals(
                AskCode.ASK_NOT_IN_THIS_STATE,
                code(() -> us.casework.write(
                        sides.usOfficer,
                        number,
                        new LetterOrder(LetterKind.TRANSFER, "No.", Map.of(LetterOrder.AUTHORITY, "mx-fgr")))));
    }
}
