package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.entente.agreement.AgreementCode;
import org.entente.agreement.Course;
import org.entente.agreement.Institution;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.StandingClock;
import org.entente.release.ReleaseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Requests of every type, taken through random steps by both sides, the mail held back and let through a letter at a
/// time. In the end both agree on state and clock, and no clock has run out in silence.
class RandomWalksTest {
    private static final int STEP_COUNT = 40;
    private static final Set<Code> LAWFUL = Set.of(
            AskCode.ASK_NOT_IN_THIS_STATE,
            AskCode.ASK_MILESTONE_NOT_OPEN,
            AskCode.ASK_UNSETTLED,
            AskCode.ASK_TERM_OVER,
            AskCode.ASK_CONSULTATION_MISSING,
            AgreementCode.AGREEMENT_CLOCK_EXHAUSTED);

    private TwoSides sides = new TwoSides();
    private StandingClock clock = sides.clock;
    private Side us = sides.us;
    private Side mx = sides.mx;
    private Officer usOfficer = sides.usOfficer;
    private Officer mxOfficer = sides.mxOfficer;
    private Officer mxLawyer = sides.mxLawyer;
    private final Set<State> seen = EnumSet.noneOf(State.class);
    private final Set<Event> happened = EnumSet.noneOf(Event.class);

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void afterRandomStepsBothSidesAgreeAndNoClockRanOutInSilence() {
        walk(2026_1129L, 60);
    }

    @Test
    @Tag("nightly")
    void afterAThousandWalksBothSidesAgreeAndNoClockRanOutInSilence() {
        walk(2026_1130L, 1_000);
        Set<Event> never = EnumSet.complementOf(EnumSet.copyOf(happened));
        // Before a request crosses, or where the exchange itself fails; files and assistance have tests of their own.
        never.removeAll(Set.of(
                Event.LAW_CHANGED,
                Event.NOT_DELIVERED,
                Event.WORD_NOT_DELIVERED,
                Event.REVISED,
                Event.ATTACHED,
                Event.DETACHED,
                Event.ATTACHMENT_ARRIVED,
                Event.ATTACHMENT_REFUSED,
                Event.ASSISTANCE_RECORDED,
                Event.ASSISTANCE_ENDED,
                Event.ASSISTANCE_TOLD,
                Event.ASSISTANCE_ARRIVED,
                Event.BASIS_RETURNED,
                Event.CONSULTATION_WAIVED));
        assertEquals(Set.of(), never, "what no walk did is not tested");
    }

    private void walk(long seed, int walkCount) {
        Random random = new Random(seed);
        List<Draft> drafts = AskExamples.all();
        for (int walk = 0; walk < walkCount; walk++) {
            if (walk > 0 && walk % drafts.size() == 0) {
                renew();
            }
            String where = "seed " + seed + ", walk " + walk;
            RequestNumber number = sides.sent(drafts.get(walk % drafts.size()));
            for (int step = 0; step < STEP_COUNT; step++) {
                clock.advance(Duration.ofMinutes(random.nextInt(4_000)));
                tried(random, number, where);
            }
            us.deliverTo(mx);
            mx.deliverTo(us);
            us.casework.sweep(TwoSides.SCHEDULE);
            mx.casework.sweep(TwoSides.SCHEDULE);
            agree(number, where);
        }
    }

    /// A walk takes two months of the clock. Every request that a walk left open is told of in every sweep of all later
    /// ones: a thousand of them would sweep for most of their time, in a century of their own.
    private void renew() {
        sides.close();
        sides = new TwoSides();
        clock = sides.clock;
        us = sides.us;
        mx = sides.mx;
        usOfficer = sides.usOfficer;
        mxOfficer = sides.mxOfficer;
        mxLawyer = sides.mxLawyer;
    }

    private void agree(RequestNumber number, String where) {
        RequestDetail asking = sides.asking(number);
        RequestDetail asked = sides.asked(number);
        seen.add(asking.filed().state());
        seen.add(asked.filed().state());
        assertTrue(
                fits(asking.filed().state(), asked.filed().state()),
                where + ": " + asking.filed().state() + " " + asked.filed().state());
        if (asked.filed().state().isOpen() && asking.filed().state().isOpen()) {
            assertEquals(asked.summary().deadline(), asking.summary().deadline(), where);
            assertEquals(asked.summary().stopped(), asking.summary().stopped(), where);
        }
        loud(asking, where);
        loud(asked, where);
    }

    /// The words differ by side; a withdrawal that crossed an end stays one on the asking side.
    private static boolean fits(State asking, State asked) {
        return switch (asked) {
            case RECEIVED, BASIS_CHECKED -> asking == State.SENT;
            // What is not settled goes on after a withdrawal.
            case INFORMATION_AWAITED -> asking == State.INFORMATION_WANTED || asking == State.WITHDRAWN;
            case IN_EXECUTION -> asking == asked || asking == State.WITHDRAWN;
            case POSTPONED -> asking == asked;
            case ANSWERED, CONCLUDED, REFUSED, WITHDRAWN -> asking == asked || asking == State.WITHDRAWN;
            case DRAFT, AWAITING_BASIS_CHECK, SENT, INFORMATION_WANTED, LAPSED -> false;
        };
    }

    private void loud(RequestDetail detail, String where) {
        detail.history().forEach(entry -> happened.add(entry.event()));
        if (detail.summary().isOverdue(clock.instant())) {
            String key = detail.summary().deadline() == null
                    ? ""
                    : detail.summary().deadline().clock();
            assertTrue(
                    detail.history().stream()
                            .anyMatch(entry -> entry.event() == Event.CLOCK_RAN_OUT
                                    && entry.note().equals(key)),
                    where + ": silent on " + key);
        }
    }

    /// A step that the state may not allow; then nothing of it remains.
    private void tried(Random random, RequestNumber number, String where) {
        int before = us.mail.waitingCount() + mx.mail.waitingCount();
        try {
            step(random, number);
        } catch (EntenteException notNow) {
            assertTrue(LAWFUL.contains(notNow.code()), where + ": " + notNow);
            assertEquals(before, us.mail.waitingCount() + mx.mail.waitingCount(), where);
        }
    }

    private void step(Random random, RequestNumber number) {
        switch (random.nextInt(24)) {
            case 0, 1, 2, 3 -> mx.casework.write(mxOfficer, number, new LetterOrder(LetterKind.ACCEPTANCE, "Words."));
            case 4, 5, 6 -> sides.check(number, Map.of());
            case 7 -> mxLetter(number, LetterKind.QUESTION, Map.of("ground", "human-rights"));
            case 8 -> mxLetter(number, LetterKind.EXTENSION, Map.of());
            case 9 -> mxLetter(number, LetterKind.POSTPONEMENT, Map.of("review", review(random)));
            case 10 -> mxLetter(number, LetterKind.RESUMPTION, Map.of());
            case 11, 12 -> us.casework.write(usOfficer, number, new LetterOrder(LetterKind.SUPPLEMENT, "More."));
            case 13, 14 -> milestone(random, mx, mxOfficer, number);
            case 15 -> milestone(random, us, usOfficer, number);
            case 16 -> end(random, number);
            case 17 -> us.casework.sweep(TwoSides.SCHEDULE);
            case 18 -> mx.casework.sweep(TwoSides.SCHEDULE);
            case 19, 20 -> one(mx, us);
            case 21, 22 -> assignment(random, number);
            default -> one(us, mx);
        }
    }

    private static void one(Side from, Side to) {
        if (from.mail.waitingCount() > 0) {
            from.deliverOneTo(to);
        }
    }

    /// Each side's own affair, in which nothing of the request moves.
    private void assignment(Random random, RequestNumber number) {
        switch (random.nextInt(4)) {
            case 0 -> us.assignments.assign(usOfficer, number, usOfficer.id());
            case 1 -> us.assignments.takeOff(usOfficer, number);
            case 2 -> mx.assignments.assign(mxLawyer, number, mxOfficer.id());
            default -> mx.assignments.takeOff(mxLawyer, number);
        }
    }

    private void end(Random random, RequestNumber number) {
        AnswerOrder whole = sides.answer(new Purpose("prosecution"));
        switch (random.nextInt(9)) {
            case 0 -> us.casework.withdraw(usOfficer, number, "No longer needed.");
            case 1 ->
                mx.casework.refuse(
                        mxOfficer,
                        number,
                        new RefusalOrder("human-rights", null, new Bilingual("Reasons.", "Motivos.")));
            case 2, 3 -> mx.casework.answer(mxOfficer, number, whole);
            case 4 ->
                mx.casework.answer(
                        mxOfficer, number, new AnswerOrder(List.of(), whole.fields(), whole.terms(), "More follows."));
            case 5 ->
                mx.casework.refuse(
                        mxOfficer,
                        number,
                        new RefusalOrder("human-rights", null, new Bilingual("Reasons.", "Motivos."), "", "A part."));
            case 6 -> transfer(random, number);
            case 7 -> disclose(number);
            default -> {}
        }
    }

    private void disclose(RequestNumber number) {
        for (ReleaseId release : us.casework.request(usOfficer, number).releases()) {
            Map<String, String> details = Map.of(
                    LetterOrder.RELEASE,
                    release.hex(),
                    LetterOrder.DAY,
                    clock.instant().toString().substring(0, 10));
            us.casework.write(usOfficer, number, new LetterOrder(LetterKind.DISCLOSURE, "To the defence.", details));
        }
    }

    private void transfer(Random random, RequestNumber number) {
        List<Institution> open = mx.casework.request(mxOfficer, number).authorities();
        if (!open.isEmpty()) {
            String to = open.get(random.nextInt(open.size())).id().value();
            mxLetter(number, LetterKind.TRANSFER, Map.of(LetterOrder.AUTHORITY, to));
        }
    }

    private void mxLetter(RequestNumber number, LetterKind kind, Map<String, String> details) {
        mx.casework.write(mxLawyer, number, new LetterOrder(kind, "Words.", details));
    }

    private void milestone(Random random, Side side, Officer officer, RequestNumber number) {
        List<Course.Milestone> open = side.casework.request(officer, number).milestones();
        if (!open.isEmpty()) {
            Course.Milestone one = open.get(random.nextInt(open.size()));
            Map<String, String> details = new HashMap<>(Map.of("milestone", one.key()));
            one.form().forEach(field -> details.put(field.key(), AskExamples.value(field)));
            side.casework.write(officer, number, new LetterOrder(LetterKind.MILESTONE, "", details));
        }
    }

    private String review(Random random) {
        Instant day = clock.instant().plus(Duration.ofDays(1 + random.nextInt(30)));
        return day.toString().substring(0, 10);
    }
}
