package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.agreement.pack.ShippedPack;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;
import org.entente.kernel.LegalBasis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who is held for the other side does not fall out of the file, and no word stops the clock of their liberty.
class UnsettledTest {
    private final TwoSides sides = new TwoSides();
    private final Side us = sides.us;
    private final Side mx = sides.mx;

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void noQuestionStopsTheSixtyDays() {
        RequestNumber number = sides.arrested();
        Instant due = TwoSides.deadline(sides.asked(number)).due();
        mx.casework.write(sides.mxOfficer, number, new LetterOrder(LetterKind.QUESTION, "More?"));
        sides.both();
        sides.clock.advance(Duration.ofDays(61));
        sides.sweep();
        for (RequestDetail detail : List.of(sides.asked(number), sides.asking(number))) {
            assertNull(detail.summary().stopped());
            assertTrue(detail.summary().isOverdue(sides.clock.instant()));
            assertEquals(3, count(detail, Event.ALARM));
            assertEquals(1, count(detail, Event.CLOCK_RAN_OUT));
        }
        us.casework.write(sides.usOfficer, number, new LetterOrder(LetterKind.SUPPLEMENT, "Here."));
        sides.both();
        assertEquals(due, TwoSides.deadline(sides.asked(number)).due());
        assertEquals(due, TwoSides.deadline(sides.asking(number)).due());
    }

    @Test
    void aReleaseIsToldWhileAnAnswerIsAwaited() {
        RequestNumber number = sides.arrested();
        mx.casework.write(sides.mxOfficer, number, new LetterOrder(LetterKind.QUESTION, "More?"));
        mx.casework.write(sides.mxOfficer, number, released());
        sides.both();
        assertEquals(State.CONCLUDED, TwoSides.state(sides.asked(number)));
        assertEquals(State.CONCLUDED, TwoSides.state(sides.asking(number)));
    }

    @Test
    void anArrestIsNeitherPutOffNorRefusedOnceThePersonIsHeld() {
        RequestNumber number = sides.arrested();
        String review =
                sides.clock.instant().plus(Duration.ofDays(70)).toString().substring(0, 10);
        assertCode(
                AskCode.ASK_UNSETTLED,
                () -> mx.casework.write(
                        sides.mxLawyer,
                        number,
                        new LetterOrder(LetterKind.POSTPONEMENT, "Later.", Map.of("review", review))));
        RefusalOrder order = new RefusalOrder("human-rights", null, new Bilingual("Reasons.", "Motivos."));
        EntenteException held =
                assertThrows(EntenteException.class, () -> mx.casework.refuse(sides.mxOfficer, number, order));
        assertEquals(AskCode.ASK_UNSETTLED, held.code());
        assertEquals(List.of(number.value(), "person-arrested"), held.facts());
        RefusalNote note = new RefusalNote(
                "human-rights",
                new LegalBasis("ICCPR-1966", "7"),
                new Bilingual("Reasons.", "Motivos."),
                sides.clock.instant());
        assertCode(
                AskCode.ASK_UNSETTLED,
                () -> sides.forged(mx, number, AskWire.REFUSAL, AskWire.encode(new AskWire.Refusal(number, note, ""))));
    }

    @Test
    void aWithdrawalLeavesTheFileOpenUntilTheReleaseIsTold() {
        RequestNumber number = sides.arrested();
        us.casework.withdraw(sides.usOfficer, number, "No more.");
        sides.both();
        assertEquals(State.WITHDRAWN, TwoSides.state(sides.asking(number)));
        assertEquals(State.IN_EXECUTION, TwoSides.state(sides.asked(number)));
        sides.clock.advance(Duration.ofDays(61));
        sides.sweep();
        assertEquals(1, count(sides.asked(number), Event.CLOCK_RAN_OUT));
        mx.casework.write(sides.mxOfficer, number, released());
        sides.both();
        assertEquals(State.CONCLUDED, TwoSides.state(sides.asked(number)));
        assertEquals(
                Event.CONCLUSION_ARRIVED,
                sides.asking(number).history().getLast().event());
    }

    @Test
    void nobodyIsSurrenderedDuringAStayAndAStayMayComeAgain() {
        RequestNumber number = sides.accepted(AskExamples.complete(
                "extradition",
                "mx-central-authority",
                ShippedPack.read().measure("extradition").bases().getFirst(),
                "prosecution"));
        closed(number, "extradition-granted", Map.of("grantedFor", "all"));
        told(number, "put-before-court", Map.of("court", "Invented court"));
        told(number, "proceeding-stayed", Map.of("stayCause", "amparo"));
        closed(number, "extradition-granted", Map.of("grantedFor", "all"));
        told(number, "stay-ended", Map.of());
        told(number, "proceeding-stayed", Map.of("stayCause", "a second amparo"));
        told(number, "stay-ended", Map.of());
        told(number, "extradition-granted", Map.of("grantedFor", "all"));
        told(number, "proceeding-stayed", Map.of("stayCause", "a third amparo"));
        closed(number, "person-surrendered", Map.of("surrender", "An invented bridge."));
        told(number, "stay-ended", Map.of());
        assertNotNull(sides.asked(number).filed().deadline());
        told(number, "surrender-deferred", Map.of("deferredUntil", "Until a sentence is served."));
        sides.both();
        assertNull(sides.asked(number).filed().deadline());
        assertNull(sides.asking(number).filed().deadline());
    }

    @Test
    void anArrestDoesNotHappenBeforeItsWarrant() {
        RequestNumber number = sides.accepted(AskExamples.arrest());
        sides.clock.advance(Duration.ofDays(2));
        told(number, "warrant-issued", Map.of("issuingCourt", "Invented court"));
        Map<String, String> early = new HashMap<>(AskExamples.arrestForm());
        early.put("happened", sides.clock.instant().minus(Duration.ofDays(1)).toString());
        assertCode(
                AskCode.ASK_FIELD_UNFIT,
                () -> mx.casework.write(sides.mxOfficer, number, TwoSides.milestone("person-arrested", early)));
    }

    private static LetterOrder released() {
        return TwoSides.milestone("person-released", Map.of("releaseReason", "other"));
    }

    private void told(RequestNumber number, String key, Map<String, String> form) {
        mx.casework.write(sides.mxOfficer, number, TwoSides.milestone(key, form));
    }

    private void closed(RequestNumber number, String key, Map<String, String> form) {
        assertCode(AskCode.ASK_MILESTONE_NOT_OPEN, () -> told(number, key, form));
    }

    private static long count(RequestDetail detail, Event event) {
        return detail.history().stream().filter(entry -> entry.event() == event).count();
    }

    private static void assertCode(Code code, Runnable step) {
        EntenteException refused = assertThrows(EntenteException.class, step::run);
        assertEquals(code, refused.code(), refused::toString);
    }
}
