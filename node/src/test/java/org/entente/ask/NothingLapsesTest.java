package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// No clock runs out in silence and no request rests for ever, however many there are and however they end.
class NothingLapsesTest {
    private final TwoSides sides = new TwoSides();
    private final Side us = sides.us;
    private final Side mx = sides.mx;

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void aLateAnswerIsToldAsLateOnBothSides() {
        RequestNumber number = sides.sent(AskExamples.police());
        assertTrue(sides.check(number, Map.of()).accepted());
        sides.clock.advance(Duration.ofDays(30));
        mx.casework.answer(sides.mxOfficer, number, sides.answer(new Purpose("illicit-finance")));
        sides.both();
        for (RequestDetail detail : List.of(sides.asked(number), sides.asking(number))) {
            assertEquals(State.ANSWERED, TwoSides.state(detail));
            assertEquals(1, count(detail, Event.CLOCK_RAN_OUT));
        }
    }

    @Test
    void aLateRefusalAndALateWithdrawalAreToldAsLateOnBothSides() {
        RequestNumber refused = sides.sent(AskExamples.police());
        RequestNumber withdrawn = sides.sent(AskExamples.police());
        sides.clock.advance(Duration.ofDays(30));
        mx.casework.sweep(TwoSides.SCHEDULE);
        mx.casework.refuse(
                sides.mxOfficer,
                refused,
                new RefusalOrder("human-rights", null, new Bilingual("Reasons.", "Motivos.")));
        us.casework.withdraw(sides.usOfficer, withdrawn, "Too late.");
        sides.both();
        for (RequestNumber number : List.of(refused, withdrawn)) {
            assertEquals(1, count(sides.asked(number), Event.CLOCK_RAN_OUT));
            assertEquals(1, count(sides.asking(number), Event.CLOCK_RAN_OUT));
        }
    }

    @Test
    void whatRestsOrWaitsOrHasNoTermIsLookedAtAgainEveryThirtyDays() {
        RequestNumber waiting = sides.sent(AskExamples.assistance());
        mx.casework.write(sides.mxOfficer, waiting, new LetterOrder(LetterKind.QUESTION, "Which?"));
        RequestNumber resting = sides.sent(AskExamples.assistance());
        String review =
                sides.clock.instant().plus(Duration.ofDays(2)).toString().substring(0, 10);
        mx.casework.write(
                sides.mxLawyer, resting, new LetterOrder(LetterKind.POSTPONEMENT, "Later.", Map.of("review", review)));
        RequestNumber searching = sides.accepted(AskExamples.arrest());
        sides.both();
        for (int i = 0; i < 10; i++) {
            sides.clock.advance(Duration.ofDays(31));
            sides.sweep();
        }
        for (RequestNumber number : List.of(waiting, resting, searching)) {
            assertEquals(10, count(sides.asked(number), Event.REVIEW_DUE));
            assertEquals(10, count(sides.asking(number), Event.REVIEW_DUE));
        }
    }

    @Test
    void whatIsOverIsNotExtended() {
        RequestNumber number = sides.sent(AskExamples.assistance());
        sides.sweep();
        sides.clock.advance(Duration.ofDays(45));
        LetterOrder order = new LetterOrder(LetterKind.EXTENSION, "We forgot.");
        EntenteException late =
                assertThrows(EntenteException.class, () -> mx.casework.write(sides.mxOfficer, number, order));
        assertEquals(AskCode.ASK_TERM_OVER, late.code());
        assertTrue(sides.asked(number).summary().isOverdue(sides.clock.instant()));
    }

    /// The last day of the term is a Friday. From its morning to the Saturday no working day passes, so the clock runs
    /// on
    /// with a term that is over.
    @Test
    void aTermThatEndsWhileItsClockStandsIsToldWhenTheClockRunsOn() {
        sides.clock.advance(Duration.ofDays(3));
        RequestNumber number = sides.sent(identification());
        Instant due = TwoSides.deadline(sides.asked(number)).due();
        assertEquals(
                DayOfWeek.FRIDAY, due.atZone(ZoneId.of("America/Mexico_City")).getDayOfWeek());
        sides.clock.advance(Duration.between(sides.clock.instant(), due).minusHours(10));
        String review =
                sides.clock.instant().plus(Duration.ofDays(5)).toString().substring(0, 10);
        mx.casework.write(
                sides.mxLawyer, number, new LetterOrder(LetterKind.POSTPONEMENT, "Later.", Map.of("review", review)));
        sides.both();
        sides.clock.advance(Duration.ofHours(30));
        mx.casework.write(sides.mxLawyer, number, new LetterOrder(LetterKind.RESUMPTION, "Now."));
        sides.both();
        for (int i = 0; i < 2; i++) {
            sides.sweep();
            for (RequestDetail detail : List.of(sides.asked(number), sides.asking(number))) {
                assertTrue(detail.summary().isOverdue(sides.clock.instant()));
                assertEquals(1, count(detail, Event.CLOCK_RAN_OUT));
            }
        }
    }

    /// What was late before a question was told then, and is not told again for the question.
    @Test
    void aTermThatWasOverBeforeItsClockStoodIsToldOnce() {
        RequestNumber number = sides.sent(identification());
        sides.clock.advance(Duration.ofDays(60));
        mx.casework.write(sides.mxOfficer, number, new LetterOrder(LetterKind.QUESTION, "Which?"));
        sides.both();
        sides.clock.advance(Duration.ofDays(3));
        us.casework.write(sides.usOfficer, number, new LetterOrder(LetterKind.SUPPLEMENT, "This."));
        sides.both();
        sides.sweep();
        assertEquals(1, count(sides.asked(number), Event.CLOCK_RAN_OUT));
        assertEquals(1, count(sides.asking(number), Event.CLOCK_RAN_OUT));
    }

    private static Draft identification() {
        return AskExamples.all().stream()
                .filter(draft -> draft.type().measure().equals("identification-of-persons"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void behindAThousandRequestsTheNextHasItsClockAndItsPlaceInTheList() {
        RequestNumber first = sides.sent(AskExamples.arrest());
        copies(first, 1_000);
        RequestNumber late = sides.sent(AskExamples.police());
        sides.sweep();
        assertNotNull(sides.asking(late).filed().deadline());
        assertEquals(late, us.casework.sent(sides.usOfficer).getFirst().number(), "the least time left comes first");
    }

    @Test
    void whereOnlyTheReceiptWasLostTheNextWordTakesTheRequestBack() {
        RequestNumber number = sides.sent(AskExamples.assistance());
        us.progress.put(sides.asking(number).filed().crossed(), new Post.Progress.Failed("EXPIRED"));
        us.casework.sweep(TwoSides.SCHEDULE);
        assertEquals(State.LAPSED, TwoSides.state(sides.asking(number)));
        mx.casework.write(sides.mxOfficer, number, new LetterOrder(LetterKind.QUESTION, "Which?"));
        sides.both();
        assertEquals(State.INFORMATION_WANTED, TwoSides.state(sides.asking(number)));
        assertEquals(
                sides.asked(number).summary().deadline(),
                sides.asking(number).summary().deadline());
    }

    @Test
    void aRequestThatAPartOrATransferTookBackStaysOpenUnderAClock() {
        for (boolean transfer : new boolean[] {false, true}) {
            RequestNumber number = sides.sent(AskExamples.police());
            us.progress.put(sides.asking(number).filed().crossed(), new Post.Progress.Failed("EXPIRED"));
            us.casework.sweep(TwoSides.SCHEDULE);
            assertEquals(State.LAPSED, TwoSides.state(sides.asking(number)));
            String next = sides.asked(number).authorities().getFirst().id().value();
            if (transfer) {
                mx.casework.write(
                        sides.mxOfficer,
                        number,
                        new LetterOrder(LetterKind.TRANSFER, "It is theirs.", Map.of(LetterOrder.AUTHORITY, next)));
            } else {
                mx.casework.refuse(
                        sides.mxOfficer,
                        number,
                        new RefusalOrder("human-rights", null, new Bilingual("Reasons.", "Motivos."), "", "A part."));
            }
            sides.both();
            us.casework.sweep(TwoSides.SCHEDULE);
            assertEquals(State.SENT, TwoSides.state(sides.asking(number)), "transfer " + transfer);
            assertNotNull(sides.asking(number).filed().alarm(), "transfer " + transfer);
        }
    }

    @Test
    void aWordThatTheOtherSideDoesNotTakeIsNotedOnceAndLogged() {
        RequestNumber number = sides.sent(AskExamples.assistance());
        assertTrue(sides.check(number, Map.of()).accepted());
        mx.casework.write(sides.mxOfficer, number, new LetterOrder(LetterKind.ACCEPTANCE, ""));
        mx.progress.put(mx.mail.take().id(), new Post.Progress.Failed("ASK_BODY_BROKEN"));
        sides.sweep();
        sides.sweep();
        List<HistoryEntry> told = sides.asked(number).history().stream()
                .filter(entry -> entry.event() == Event.WORD_NOT_DELIVERED)
                .toList();
        assertEquals(1, told.size());
        assertTrue(told.getFirst().lines().getFirst().value().es().contains("ASK_BODY_BROKEN"));
        assertEquals(1, mx.leaves.duties("ask.word-not-delivered").size());
    }

    /// Own requests that were delivered, as many as no test could send.
    private void copies(RequestNumber of, int count) {
        us.database.run(tx -> tx.dsl().execute("""
                        insert into ask.request (number, agreement, side, state, document, case_number, case_pseudonym,
                            author, envelope, own, institution, authority, created, changed)
                        select 'US-2025-' || lpad(g::text, 6, '0'), agreement, side, state,
                            replace(document, number, 'US-2025-' || lpad(g::text, 6, '0')), case_number,
                            case_pseudonym, author, md5(g::text), own, institution, authority, created,
                            changed - interval '1 day'
                        from ask.request, generate_series(1, ?) g where number = ?
                        """, count, of.value()));
        us.database
                .in(tx -> tx.dsl().fetch("select envelope from ask.request").getValues(0, String.class))
                .forEach(envelope -> us.progress.putIfAbsent(
                        new EnvelopeId(envelope), new Post.Progress.Delivered(AskExamples.NOW)));
    }

    private static long count(RequestDetail detail, Event event) {
        return detail.history().stream().filter(entry -> entry.event() == event).count();
    }
}
