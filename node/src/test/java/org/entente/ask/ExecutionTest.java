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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.AgreementCode;
import org.entente.agreement.clock.Deadline;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.StandingClock;
import org.entente.release.Sealing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// After an acceptance: milestones, the clocks they start and stop, alarms, longer terms, postponement. The United
/// States ask; Mexico is asked.
class ExecutionTest {
    private final TwoSides sides = new TwoSides();
    private final StandingClock clock = sides.clock;
    private final Side us = sides.us;
    private final Side mx = sides.mx;
    private final Officer usOfficer = sides.usOfficer;
    private final Officer mxOfficer = sides.mxOfficer;
    private final Officer mxLawyer = sides.mxLawyer;

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void sixtyDaysRunFromTheArrestUntilTheExecutiveHasThePackage() {
        RequestNumber number = sides.accepted(AskExamples.arrest());
        assertNull(sides.asked(number).summary().deadline(), "the decision is taken, nobody is arrested yet");
        assertNull(sides.asking(number).summary().deadline());
        warrant(number);
        clock.advance(Duration.ofDays(9));
        Instant arrest = clock.instant().minus(Duration.ofHours(3));
        arrested(number, arrest);
        sides.both();

        Deadline sixty = TwoSides.deadline(sides.asked(number));
        assertEquals("arrest-sixty-days", sixty.clock());
        assertEquals(arrest, sixty.start());
        assertEquals(
                arrest.atZone(sixty.zone()).toLocalDate().plusDays(60),
                sixty.due().atZone(sixty.zone()).toLocalDate());
        assertEquals(sixty, TwoSides.deadline(sides.asking(number)), "both count alike");

        clock.advance(Duration.ofDays(50));
        us.casework.write(
                usOfficer, number, milestone("package-delivered", Map.of("deliveredTo", "Secretaría inventada")));
        sides.both();
        assertEquals(sixty, TwoSides.deadline(sides.asked(number)), "the hand-over stops nothing, the receipt does");
        assertEquals(
                State.CONCLUDED,
                mx.casework.write(
                        mxOfficer, number, milestone("package-received", Map.of("receivedBy", "Mesa inventada"))));
        sides.both();
        assertEquals(State.CONCLUDED, TwoSides.state(sides.asking(number)));
        assertEquals(0, sides.sweep(), "an ended request is silent");
    }

    @Test
    void theAlarmsOfTheThirtiethFortyFifthAndFiftyFifthDayAndTheEndAreToldOnceOnBothSides() {
        RequestNumber number = sides.accepted(AskExamples.arrest());
        warrant(number);
        arrested(number, clock.instant());
        sides.both();
        assertEquals(0, sides.sweep());
        for (int day = 1; day <= 70; day++) {
            clock.advance(Duration.ofDays(1));
            sides.sweep();
        }
        for (Side side : List.of(us, mx)) {
            Officer officer = side == us ? usOfficer : mxOfficer;
            assertEquals(
                    List.of(
                            "arrest-sixty-days 30",
                            "arrest-sixty-days 45",
                            "arrest-sixty-days 55",
                            "arrest-sixty-days"),
                    told(side, officer, number, Set.of(Event.ALARM, Event.CLOCK_RAN_OUT)));
            assertEquals(3, side.leaves.duties("ask.alarm").size() - decided(side));
            assertEquals(1, side.leaves.duties("ask.clock-ran-out").size());
            assertTrue(
                    summary(side, officer, number).isOverdue(clock.instant()), "it stays overdue, it does not lapse");
            assertEquals(State.IN_EXECUTION, TwoSides.state(side.casework.request(officer, number)));
        }
        assertEquals(
                State.CONCLUDED,
                mx.casework.write(
                        mxOfficer, number, milestone("person-released", Map.of("releaseReason", "term-ran-out"))));
    }

    /// The decision's own alarms, which rang before the acceptance.
    private static int decided(Side side) {
        return (int) side.leaves.duties("ask.alarm").stream()
                .filter(leaf -> leaf.toString().contains("arrest-decision"))
                .count();
    }

    @Test
    void aNodeThatSleptTellsEveryAlarmItMissed() {
        RequestNumber number = sides.accepted(AskExamples.arrest());
        warrant(number);
        arrested(number, clock.instant());
        sides.both();
        clock.advance(Duration.ofDays(50));
        assertEquals(4, sides.sweep(), "thirty and forty-five, on both sides");
        assertEquals(0, sides.sweep());
        assertEquals(
                List.of("arrest-sixty-days 30", "arrest-sixty-days 45"),
                told(mx, mxOfficer, number, Set.of(Event.ALARM)));
    }

    @Test
    void aDecisionThatIsLateIsToldOnBothSidesAlsoWhereNoLetterCameYet() {
        RequestNumber number = sides.sent(AskExamples.arrest());
        sides.sweep();
        clock.advance(Duration.ofDays(5));
        sides.sweep();
        List<String> expected = List.of("arrest-decision 1", "arrest-decision 2", "arrest-decision");
        assertEquals(expected, told(mx, mxOfficer, number, Set.of(Event.ALARM, Event.CLOCK_RAN_OUT)));
        assertEquals(expected, told(us, usOfficer, number, Set.of(Event.ALARM, Event.CLOCK_RAN_OUT)));
    }

    @Test
    void aRequestWhoseClockTheLawNoLongerKnowsSilencesNoOther() {
        RequestNumber lost = sides.sent(AskExamples.arrest());
        RequestNumber other = sides.sent(AskExamples.assistance());
        mx.database.run(tx ->
                tx.dsl().execute("update ask.request set clock = 'of-another-pack' where number = '" + lost + "'"));
        clock.advance(Duration.ofDays(40));
        mx.casework.sweep(TwoSides.SCHEDULE);
        assertEquals(1, told(mx, mxOfficer, other, Set.of(Event.CLOCK_RAN_OUT)).size());
    }

    @Test
    void aMilestoneIsToldOnceInItsOrderByItsSideWithItsFormInThePast() {
        RequestNumber number = sides.accepted(AskExamples.arrest());
        Map<String, String> arrest = AskExamples.arrestForm();
        refusedMilestone(AskCode.ASK_MILESTONE_NOT_OPEN, mx, mxOfficer, number, milestone("person-arrested", arrest));
        refusedMilestone(AskCode.ASK_MILESTONE_NOT_OPEN, us, usOfficer, number, milestone("warrant-issued", court()));
        refusedMilestone(AskCode.ASK_FIELD_UNFIT, mx, mxOfficer, number, milestone("moon-landed", Map.of()));
        warrant(number);
        refusedMilestone(AskCode.ASK_MILESTONE_NOT_OPEN, mx, mxOfficer, number, milestone("warrant-issued", court()));
        for (Map<String, String> unfit : List.of(
                Map.<String, String>of(),
                with(arrest, "rightsRead", "perhaps"),
                with(arrest, "colour", "red"),
                with(arrest, "arrestPlace", "x".repeat(301)),
                with(arrest, "happened", clock.instant().plusSeconds(60).toString()),
                with(arrest, "happened", "2020-01-01T00:00:00Z"),
                with(arrest, "happened", "yesterday"))) {
            refusedMilestone(AskCode.ASK_FIELD_UNFIT, mx, mxOfficer, number, milestone("person-arrested", unfit));
        }
        arrested(number, clock.instant());
        refusedMilestone(
                AskCode.ASK_MILESTONE_NOT_OPEN,
                mx,
                mxOfficer,
                number,
                milestone("search-ended", Map.of("searchResult", "Nothing.")));
        assertEquals(
                List.of("package-received", "person-released"),
                sides.asked(number).milestones().stream().map(one -> one.key()).toList());
    }

    @Test
    void theHistoryTellsAMilestoneInTheWordsOfThePackInBothLanguages() {
        RequestNumber number = sides.accepted(AskExamples.arrest());
        warrant(number);
        arrested(number, clock.instant());
        sides.both();
        HistoryEntry last = sides.asking(number).history().getLast();
        assertEquals(Event.MILESTONE_ARRIVED, last.event());
        List<Bilingual> said =
                last.lines().stream().map(RequestDocument.Line::value).toList();
        assertTrue(said.contains(new Bilingual("Person arrested", "Persona detenida")), said.toString());
        assertTrue(said.contains(new Bilingual("Yes", "Sí")), said.toString());
        String log = mx.leaves.duties("ask.milestone-told").toString();
        assertTrue(log.contains("person-arrested"), log);
        assertFalse(log.contains("inventada"), "no words in the log");
    }

    @Test
    void anArrestIsNeverAnsweredWithARelease() {
        RequestNumber number = sides.accepted(AskExamples.arrest());
        EntenteException refused = assertThrows(
                EntenteException.class,
                () -> mx.casework.answer(mxOfficer, number, sides.answer(new Purpose("prosecution"))));
        assertEquals(AskCode.ASK_NOT_IN_THIS_STATE, refused.code());
        assertTrue(mx.orders.isEmpty());
    }

    @Test
    void assistanceIsAcceptedCarriedOutAndAnsweredUnderTheClockOfItsExecution() {
        RequestNumber number = sides.accepted(AskExamples.assistance());
        Deadline ninety = TwoSides.deadline(sides.asked(number));
        assertEquals("mla-execution", ninety.clock());
        assertEquals(ninety, TwoSides.deadline(sides.asking(number)));
        mx.casework.write(
                mxOfficer, number, milestone("order-obtained", Map.of("authorisingCourt", "Juzgado inventado")));
        sides.both();
        assertEquals(ninety, TwoSides.deadline(sides.asking(number)), "a milestone no clock waits for moves none");
        assertInstanceOf(
                Sealing.Sealed.class, mx.casework.answer(mxOfficer, number, sides.answer(new Purpose("prosecution"))));
        sides.both();
        assertEquals(State.ANSWERED, TwoSides.state(sides.asking(number)));
    }

    @Test
    void aLongerTermIsTakenWithAReasonAsOftenAsTheLawAllows() {
        RequestNumber number = sides.sent(AskExamples.assistance());
        Instant due = TwoSides.deadline(sides.asked(number)).due();
        for (int taken = 1; taken <= 2; taken++) {
            mx.casework.write(mxOfficer, number, new LetterOrder(LetterKind.EXTENSION, "A judge has to authorise it."));
            sides.both();
            Deadline longer = TwoSides.deadline(sides.asked(number));
            assertEquals(taken, longer.extensions());
            assertEquals(longer, TwoSides.deadline(sides.asking(number)));
            assertTrue(longer.due().isAfter(due.plus(Duration.ofDays(29L * taken))));
        }
        EntenteException exhausted = assertThrows(
                EntenteException.class,
                () -> mx.casework.write(mxOfficer, number, new LetterOrder(LetterKind.EXTENSION, "Again.")));
        assertEquals(AgreementCode.AGREEMENT_CLOCK_EXHAUSTED, exhausted.code());
        assertEquals(2, TwoSides.deadline(sides.asked(number)).extensions(), "nothing half-written");
        assertThrows(
                EntenteException.class,
                () -> mx.casework.write(mxOfficer, number, new LetterOrder(LetterKind.EXTENSION, " ")));
    }

    @Test
    void aPostponementStandsUntilItsReviewAndTheClockRunsOnAfterIt() {
        for (boolean accepted : List.of(false, true)) {
            RequestNumber number =
                    accepted ? sides.accepted(AskExamples.assistance()) : sides.sent(AskExamples.assistance());
            Deadline before = TwoSides.deadline(sides.asked(number));
            String review = clock.instant().plus(Duration.ofDays(20)).toString().substring(0, 10);
            mx.casework.write(
                    mxLawyer,
                    number,
                    new LetterOrder(LetterKind.POSTPONEMENT, "It would disturb a case.", Map.of("review", review)));
            sides.both();
            assertEquals(State.POSTPONED, TwoSides.state(sides.asking(number)));
            clock.advance(Duration.ofDays(21));
            sides.sweep();
            sides.sweep();
            assertEquals(
                    1, told(mx, mxOfficer, number, Set.of(Event.REVIEW_DUE)).size());
            assertEquals(
                    1, told(us, usOfficer, number, Set.of(Event.REVIEW_DUE)).size());
            assertFalse(sides.asking(number).summary().isOverdue(clock.instant()));
            mx.casework.write(mxOfficer, number, new LetterOrder(LetterKind.RESUMPTION, ""));
            sides.both();
            assertEquals(accepted ? State.IN_EXECUTION : State.RECEIVED, TwoSides.state(sides.asked(number)));
            assertEquals(accepted ? State.IN_EXECUTION : State.SENT, TwoSides.state(sides.asking(number)));
            Deadline after = TwoSides.deadline(sides.asked(number));
            assertTrue(after.due().isAfter(before.due().plus(Duration.ofDays(19))), after.toString());
            assertEquals(after, TwoSides.deadline(sides.asking(number)));
        }
    }

    @Test
    void aPostponementNamesADayToCome() {
        RequestNumber number = sides.sent(AskExamples.assistance());
        for (String review : List.of("", "2026-11-24", "2020-01-01", "soon", "2099-01-01")) {
            EntenteException unfit = assertThrows(
                    EntenteException.class,
                    () -> mx.casework.write(
                            mxLawyer,
                            number,
                            new LetterOrder(LetterKind.POSTPONEMENT, "Why.", Map.of("review", review))));
            assertEquals(AskCode.ASK_FIELD_UNFIT, unfit.code());
        }
    }

    @Test
    void whatIsNotCarriedOutInStepsIsNotAccepted() {
        RequestNumber number = sides.sent(AskExamples.police());
        assertTrue(sides.check(number, Map.of()).accepted());
        EntenteException refused = assertThrows(
                EntenteException.class,
                () -> mx.casework.write(mxOfficer, number, new LetterOrder(LetterKind.ACCEPTANCE, "")));
        assertEquals(AskCode.ASK_NOT_IN_THIS_STATE, refused.code());
    }

    @Test
    void onlyALawyerPostponesAndWhoCheckedTheBasisDoesNotAccept() {
        RequestNumber number = sides.sent(AskExamples.arrest());
        assertTrue(sides.check(number, Map.of()).accepted());
        assertThrows(
                EntenteException.class,
                () -> mx.casework.write(mxOfficer, number, new LetterOrder(LetterKind.POSTPONEMENT, "Words.")));
        EntenteException alone = assertThrows(
                EntenteException.class,
                () -> mx.casework.write(mxLawyer, number, new LetterOrder(LetterKind.ACCEPTANCE, "Words.")));
        assertEquals(AskCode.ASK_SAME_CHECKER, alone.code());
    }

    @Test
    void aConsultationNamesTheGroundItIsAbout() {
        RequestNumber number = sides.sent(AskExamples.arrest());
        mx.casework.write(
                mxLawyer,
                number,
                new LetterOrder(
                        LetterKind.QUESTION, "Would you undertake more?", Map.of("ground", "no-dual-criminality")));
        sides.both();
        HistoryEntry asked = sides.asking(number).history().getLast();
        assertEquals("Ground", asked.lines().getFirst().label().en());
        us.casework.write(usOfficer, number, new LetterOrder(LetterKind.SUPPLEMENT, "We undertake it."));
        sides.both();
        EntenteException unknown = assertThrows(
                EntenteException.class,
                () -> mx.casework.write(
                        mxLawyer,
                        number,
                        new LetterOrder(LetterKind.QUESTION, "And?", Map.of("ground", "not-a-ground"))));
        assertEquals(AskCode.ASK_GROUND_NOT_OPEN, unknown.code());
    }

    @Test
    void groundsThatWantAConsultationAreRefusedAfterOneOrWithTheReasonWhyNot() {
        Bilingual reasons = new Bilingual("Reasons.", "Motivos.");
        RequestNumber first = sides.sent(AskExamples.assistance());
        EntenteException missing = assertThrows(
                EntenteException.class,
                () -> mx.casework.refuse(mxLawyer, first, new RefusalOrder("sovereignty", null, reasons)));
        assertEquals(AskCode.ASK_CONSULTATION_MISSING, missing.code());
        mx.casework.refuse(
                mxLawyer, first, new RefusalOrder("sovereignty", null, reasons, "It was said by telephone.", ""));
        sides.both();
        assertEquals(State.REFUSED, TwoSides.state(sides.asking(first)));
        assertFalse(
                sides.asking(first).history().toString().contains("telephone"),
                "it stays in the file of the side that refused");
        assertEquals(
                1, told(mx, mxOfficer, first, Set.of(Event.CONSULTATION_WAIVED)).size());

        RequestNumber second = sides.sent(AskExamples.assistance());
        mx.casework.write(
                mxLawyer,
                second,
                new LetterOrder(LetterKind.QUESTION, "A condition?", Map.of("ground", "sovereignty")));
        sides.both();
        EntenteException unheard = assertThrows(
                EntenteException.class,
                () -> mx.casework.refuse(mxLawyer, second, new RefusalOrder("sovereignty", null, reasons)));
        assertEquals(AskCode.ASK_CONSULTATION_MISSING, unheard.code(), "nobody has answered yet");
        us.casework.write(usOfficer, second, new LetterOrder(LetterKind.SUPPLEMENT, "None."));
        sides.both();
        mx.casework.refuse(mxLawyer, second, new RefusalOrder("sovereignty", null, reasons));

        for (String rights : List.of("human-rights", "torture-or-ill-treatment")) {
            RequestNumber third = sides.sent(AskExamples.assistance());
            mx.casework.refuse(mxOfficer, third, new RefusalOrder(rights, null, reasons));
            assertEquals(State.REFUSED, TwoSides.state(sides.asked(third)), "human rights wait for nobody");
        }
    }

    private void refusedMilestone(Code code, Side side, Officer officer, RequestNumber number, LetterOrder order) {
        int waiting = side.mail.waitingCount();
        EntenteException refused = assertThrows(
                EntenteException.class, () -> side.casework.write(officer, number, order), order.toString());
        assertEquals(code, refused.code(), order.toString());
        assertEquals(waiting, side.mail.waitingCount());
    }

    private static Map<String, String> court() {
        return Map.of("issuingCourt", "Juzgado inventado");
    }

    private void warrant(RequestNumber number) {
        mx.casework.write(mxOfficer, number, milestone("warrant-issued", court()));
    }

    private void arrested(RequestNumber number, Instant at) {
        mx.casework.write(
                mxOfficer,
                number,
                milestone("person-arrested", with(AskExamples.arrestForm(), "happened", at.toString())));
    }

    private static LetterOrder milestone(String key, Map<String, String> form) {
        return new LetterOrder(LetterKind.MILESTONE, "", with(form, "milestone", key));
    }

    private static Map<String, String> with(Map<String, String> form, String key, String value) {
        return Stream.concat(form.entrySet().stream(), Stream.of(Map.entry(key, value)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (_, last) -> last));
    }

    private static List<String> told(Side side, Officer officer, RequestNumber number, Set<Event> events) {
        return side.casework.request(officer, number).history().stream()
                .filter(entry -> events.contains(entry.event()))
                .map(HistoryEntry::note)
                .toList();
    }

    private static RequestSummary summary(Side side, Officer officer, RequestNumber number) {
        return side.casework.request(officer, number).summary();
    }
}
