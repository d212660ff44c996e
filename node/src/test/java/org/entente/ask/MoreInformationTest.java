package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.agreement.clock.Deadline;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.Role;
import org.entente.kernel.StandingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A question of the asked side stops its clock; the supplement of the asking side lets it run on.
class MoreInformationTest {
    private final StandingClock clock = new StandingClock(AskExamples.NOW);
    private final Side us = new Side("US", clock);
    private final Side mx = new Side("MX", clock);
    private final Officer mxOfficer = mx.officer("mx-fgr-aic", Role.CASE_OFFICER);
    private final Officer mxLawyer = mx.officer("mx-central-authority", Role.LAWYER);
    private final Officer usOfficer = us.officer("us-atf", Role.CASE_OFFICER);
    private final Officer usLawyer = us.officer("us-central-authority", Role.LAWYER);

    @AfterEach
    void close() {
        us.close();
        mx.close();
    }

    @Test
    void theClockStandsFromTheQuestionToTheSupplementAndIsTheSameOnBothSides() {
        RequestNumber number = received();
        Instant due = deadline(us, usOfficer, number).due();
        clock.advance(Duration.ofDays(1));

        assertEquals(
                State.INFORMATION_AWAITED,
                us.casework.write(usOfficer, number, new LetterOrder(LetterKind.QUESTION, " Which lot? ")));
        us.deliverTo(mx);

        RequestDetail wanted = mx.casework.request(mxOfficer, number);
        assertEquals(State.INFORMATION_WANTED, wanted.filed().state());
        assertEquals("Which lot?", wanted.history().getLast().note());
        assertEquals(clock.instant(), wanted.summary().stopped());
        assertEquals(clock.instant(), summary(us, usOfficer, number).stopped());
        clock.advance(Duration.ofDays(40));
        assertFalse(summary(us, usOfficer, number).isOverdue(clock.instant()), "a clock that stands is never late");
        assertFalse(wanted.summary().isOverdue(clock.instant()));

        assertEquals(
                State.SENT, mx.casework.write(mxOfficer, number, new LetterOrder(LetterKind.SUPPLEMENT, "Lot 7.")));
        mx.deliverTo(us);

        RequestDetail added = us.casework.request(usOfficer, number);
        assertEquals(State.RECEIVED, added.filed().state());
        assertEquals("Lot 7.", added.history().getLast().note());
        assertNull(added.summary().stopped());
        Deadline theirs = deadline(us, usOfficer, number);
        assertTrue(theirs.due().isAfter(due.plus(Duration.ofDays(35))), theirs.toString());
        assertEquals(theirs, deadline(mx, mxOfficer, number));
        assertTrue(
                accept(us, usLawyer, number, Map.of("risk.human-rights", "no")).accepted(), "and it goes on");
    }

    @Test
    void aSecondQuestionMovesTheClockOnceMore() {
        RequestNumber number = received();
        for (int round = 0; round < 3; round++) {
            clock.advance(Duration.ofHours(5));
            us.casework.write(usLawyer, number, new LetterOrder(LetterKind.QUESTION, "More?"));
            us.deliverTo(mx);
            clock.advance(Duration.ofDays(7));
            mx.casework.write(mxLawyer, number, new LetterOrder(LetterKind.SUPPLEMENT, "More."));
            mx.deliverTo(us);
            assertEquals(deadline(us, usOfficer, number), deadline(mx, mxOfficer, number));
        }
        assertEquals(
                3,
                us.casework.request(usOfficer, number).history().stream()
                        .filter(entry -> entry.event() == Event.SUPPLEMENT_ARRIVED)
                        .count());
    }

    @Test
    void aClockThatStandsIsBehindThoseThatRun() {
        RequestNumber first = received();
        clock.advance(Duration.ofHours(1));
        RequestNumber second = received();
        us.casework.write(usOfficer, first, new LetterOrder(LetterKind.QUESTION, "Which lot?"));
        assertEquals(
                List.of(second, first),
                us.casework.inbox(usOfficer).stream()
                        .map(RequestSummary::number)
                        .toList());
    }

    @Test
    void whileInformationIsAwaitedItIsRefusedOrWithdrawnButNotAnswered() {
        RequestNumber refused = received();
        us.casework.write(usOfficer, refused, new LetterOrder(LetterKind.QUESTION, "Which lot?"));
        assertThrows(EntenteException.class, () -> accept(us, usLawyer, refused, Map.of("risk.human-rights", "no")));
        assertThrows(
                EntenteException.class,
                () -> us.casework.write(usOfficer, refused, new LetterOrder(LetterKind.QUESTION, "And?")));
        us.casework.refuse(
                usOfficer, refused, new RefusalOrder("human-rights", null, new Bilingual("Reasons.", "Motivos.")));
        us.deliverTo(mx);
        assertEquals(
                State.REFUSED, mx.casework.request(mxOfficer, refused).filed().state());
        assertThrows(
                EntenteException.class,
                () -> mx.casework.write(mxOfficer, refused, new LetterOrder(LetterKind.SUPPLEMENT, "Lot 7.")));

        RequestNumber withdrawn = received();
        us.casework.write(usOfficer, withdrawn, new LetterOrder(LetterKind.QUESTION, "Which lot?"));
        us.deliverTo(mx);
        assertEquals(State.WITHDRAWN, mx.casework.withdraw(mxOfficer, withdrawn, "No longer needed."));
        mx.deliverTo(us);
        assertEquals(
                State.WITHDRAWN,
                us.casework.request(usOfficer, withdrawn).filed().state());
    }

    @Test
    void wordsThatCrossOnTheWayAreKeptAndChangeNothing() {
        RequestNumber number = received();
        us.casework.write(usOfficer, number, new LetterOrder(LetterKind.QUESTION, "Which lot?"));
        mx.casework.withdraw(mxOfficer, number, "No longer needed.");
        us.deliverTo(mx);
        mx.deliverTo(us);
        assertEquals(
                State.WITHDRAWN, mx.casework.request(mxOfficer, number).filed().state());
        assertEquals(
                State.WITHDRAWN, us.casework.request(usOfficer, number).filed().state());

        RequestNumber other = received();
        us.casework.write(usOfficer, other, new LetterOrder(LetterKind.QUESTION, "Which lot?"));
        us.deliverTo(mx);
        mx.casework.write(mxOfficer, other, new LetterOrder(LetterKind.SUPPLEMENT, "Lot 7."));
        us.casework.refuse(
                usOfficer, other, new RefusalOrder("human-rights", null, new Bilingual("Reasons.", "Motivos.")));
        mx.deliverTo(us);
        us.deliverTo(mx);
        assertEquals(
                State.REFUSED, us.casework.request(usOfficer, other).filed().state());
        assertEquals(
                State.REFUSED, mx.casework.request(mxOfficer, other).filed().state());
        assertEquals(
                Event.SUPPLEMENT_ARRIVED,
                us.casework.request(usOfficer, other).history().getLast().event());
    }

    @Test
    void aLetterWithoutWordsOrFromTheWrongSideIsNotSent() {
        RequestNumber number = received();
        for (String text : List.of("", "  ", "x".repeat(4_001))) {
            assertThrows(
                    EntenteException.class,
                    () -> us.casework.write(usOfficer, number, new LetterOrder(LetterKind.QUESTION, text)));
        }
        assertThrows(
                EntenteException.class,
                () -> mx.casework.write(mxOfficer, number, new LetterOrder(LetterKind.QUESTION, "Which lot?")));
        assertThrows(
                EntenteException.class,
                () -> us.casework.write(usOfficer, number, new LetterOrder(LetterKind.SUPPLEMENT, "Lot 7.")));
        assertThrows(
                EntenteException.class,
                () -> us.casework.write(
                        us.officer("us-treasury", Role.AUDITOR),
                        number,
                        new LetterOrder(LetterKind.QUESTION, "Which lot?")));
        assertEquals(0, us.mail.waitingCount());
        assertEquals(0, mx.mail.waitingCount());
        assertTrue(us.leaves.duties("ask.question-put").isEmpty());
    }

    @Test
    void letterStepsAreInBothLogsWithoutTheirWords() {
        RequestNumber number = received();
        us.casework.write(usOfficer, number, new LetterOrder(LetterKind.QUESTION, "Which lot?"));
        us.deliverTo(mx);
        mx.casework.write(mxOfficer, number, new LetterOrder(LetterKind.SUPPLEMENT, "Lot 7."));
        mx.deliverTo(us);
        String all = us.leaves.duties("ask.question-put").toString()
                + mx.leaves.duties("ask.question-received")
                + mx.leaves.duties("ask.supplemented")
                + us.leaves.duties("ask.supplement-received");
        assertEquals(4, all.split("us-mx", -1).length - 1, all);
        assertFalse(all.contains("lot") || all.contains("Lot"), all);
    }

    private static Deadline deadline(Side side, Officer officer, RequestNumber number) {
        return Objects.requireNonNull(summary(side, officer, number).deadline());
    }

    private static RequestSummary summary(Side side, Officer officer, RequestNumber number) {
        return side.casework.request(officer, number).summary();
    }

    private static BasisCheck accept(Side side, Officer lawyer, RequestNumber number, Map<String, String> facts) {
        return side.casework.checkBasis(lawyer, number, new BasisDecision(true, "", facts));
    }

    private RequestNumber received() {
        RequestNumber number = assertInstanceOf(
                        Submission.Recorded.class, mx.casework.submit(mxOfficer, AskExamples.trace()))
                .number();
        accept(mx, mxLawyer, number, Map.of());
        mx.deliverTo(us);
        return number;
    }
}
