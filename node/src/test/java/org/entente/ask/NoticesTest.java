package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entente.kernel.Officer;
import org.entente.kernel.Role;
import org.entente.kernel.Schedule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who has a request hears of it; while nobody has it, its institution.
class NoticesTest {
    private final TwoSides sides = new TwoSides();
    private final Side us = sides.us;
    private final Side mx = sides.mx;

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void aNewRequestIsToldToItsInstitutionAndToNobodyElse() {
        Officer tax = mx.officer("mx-sat", Role.CASE_OFFICER);
        sides.sent(AskExamples.arrest());
        assertEquals(List.of("arrived"), told(mx, sides.mxOfficer));
        assertEquals(1, mx.notices.unread(sides.mxOfficer));
        assertEquals(List.of(), told(mx, tax));
        assertEquals(0, mx.notices.unread(tax));
    }

    @Test
    void whoHasTheRequestHearsOfItAndNotOfTheirOwnActs() {
        RequestNumber number = sides.sent(AskExamples.police());
        mx.assignments.assign(sides.mxLawyer, number, sides.mxOfficer.id());
        assertEquals(List.of("assigned", "arrived"), told(mx, sides.mxOfficer));
        assertEquals(List.of(), told(mx, sides.mxLawyer), "somebody has it");
        mx.casework.write(sides.mxOfficer, number, new LetterOrder(LetterKind.QUESTION, "Which?"));
        sides.both();
        assertEquals(List.of("question-arrived"), told(us, sides.usOfficer));
        us.casework.write(sides.usOfficer, number, new LetterOrder(LetterKind.SUPPLEMENT, "This one."));
        sides.both();
        assertEquals("supplement-arrived", told(mx, sides.mxOfficer).getFirst());
        assertEquals(2, told(mx, sides.mxOfficer).size() - 1, "no question of one's own");
    }

    @Test
    void aTextSentBackIsToldToThoseWhoMayMendIt() {
        RequestNumber number =
                ((Submission.Recorded) us.casework.submit(sides.usOfficer, AskExamples.police())).number();
        us.casework.checkBasis(sides.usLawyer, number, new BasisDecision(false, "Mend it.", Map.of()));
        assertEquals(List.of("basis-returned"), told(us, sides.usOfficer));
        assertEquals(List.of(), told(us, sides.usLawyer));
    }

    @Test
    void theDeputyHearsAndWithoutOneTheCentralAuthoritysLawyer() {
        RequestNumber number = sides.sent(AskExamples.police());
        Officer deputy = mx.colleague(sides.mxOfficer, "mx-deputy");
        mx.assignments.assign(sides.mxOfficer, number, sides.mxOfficer.id());
        mx.isAway(sides.mxOfficer, deputy);
        assertTrue(told(mx, deputy).contains("arrived"));
        assertEquals(List.of(), told(mx, sides.mxOfficer), "they are away");
        assertEquals(List.of(), told(mx, sides.mxLawyer));
        mx.isAway(deputy, null);
        assertTrue(told(mx, sides.mxLawyer).contains("arrived"));
        assertEquals(List.of(), told(mx, deputy));
    }

    @Test
    void whatWasReadStaysReadAndWhatIsOldIsForgotten() {
        sides.sent(AskExamples.arrest());
        Notice first = mx.notices.all(sides.mxOfficer).getFirst();
        assertTrue(first.unread());
        mx.notices.read(sides.mxOfficer, Long.MAX_VALUE);
        assertEquals(0, mx.notices.unread(sides.mxOfficer));
        sides.sent(AskExamples.arrest());
        assertEquals(1, mx.notices.unread(sides.mxOfficer), "nobody reads ahead");
        mx.notices.read(sides.mxOfficer, first.id());
        assertEquals(1, mx.notices.unread(sides.mxOfficer));
        assertEquals(2, mx.notices.unread(sides.mxLawyer), "each reads for themself");
        sides.clock.advance(Limits.NOTICE_LIFE.plus(Duration.ofDays(1)));
        assertEquals(2, mx.notices.sweep(new Schedule("notices")));
        assertEquals(List.of(), mx.notices.all(sides.mxOfficer));
    }

    @Test
    void anOfficerIsToldByMailOnceInAWhileAndOnlyOfWhatTheyMaySee() {
        Schedule schedule = new Schedule("mail");
        Duration apart = Duration.ofMinutes(15);
        Officer operator = mx.officer("mx-central-authority", Role.OPERATOR);
        Officer tax = mx.officer("mx-sat", Role.CASE_OFFICER);
        assertEquals(false, mx.notices.isMailDue(schedule, sides.mxOfficer, apart));
        sides.sent(AskExamples.arrest());
        assertTrue(mx.notices.isMailDue(schedule, sides.mxOfficer, apart));
        assertEquals(false, mx.notices.isMailDue(schedule, operator, apart), "an operator sees no request");
        assertEquals(false, mx.notices.isMailDue(schedule, tax, apart));
        mx.notices.mailed(schedule, sides.mxOfficer);
        sides.sent(AskExamples.arrest());
        assertEquals(false, mx.notices.isMailDue(schedule, sides.mxOfficer, apart), "once in a while");
        sides.clock.advance(apart);
        assertTrue(mx.notices.isMailDue(schedule, sides.mxOfficer, apart));
        mx.notices.read(sides.mxOfficer, Long.MAX_VALUE);
        assertEquals(false, mx.notices.isMailDue(schedule, sides.mxOfficer, apart), "they have read it");
    }

    private static List<String> told(Side side, Officer reader) {
        return side.notices.all(reader).stream().map(Notice::word).toList();
    }
}
