package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.Agreement;
import org.entente.agreement.Course;
import org.entente.agreement.Ground;
import org.entente.agreement.Measure;
import org.entente.agreement.Ruling;
import org.entente.agreement.pack.ShippedPack;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Officer;
import org.entente.kernel.StandingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The story of every type of the shipped pack over two sides: complete and incomplete, accepted and refused, with the
/// log looked at after every step. The United States ask; Mexico is asked.
class EveryTypeTest {
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

    static Stream<Draft> types() {
        return AskExamples.all().stream();
    }

    @Test
    void theTenTypesOfTheAgreementAreThere() {
        assertEquals(
                Set.of(
                        "police-information",
                        "spontaneous-intelligence",
                        "mutual-legal-assistance",
                        "provisional-arrest",
                        "extradition",
                        "firearm-trace",
                        "controlled-delivery",
                        "joint-team",
                        "transfer-outside-treaty",
                        "identification-of-persons"),
                ShippedPack.read().requests().stream().map(Measure::key).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void isAskedCheckedCarriedOutAndEnded(Draft draft) {
        RequestNumber number = sides.sent(draft);
        assertEquals(1, mx.leaves.duties("ask.received").size());
        sides.check(number, Map.of());
        assertEquals(1, mx.leaves.duties("ask.basis-accepted").size());
        Measure measure = ShippedPack.read().measure(draft.type().measure());
        if (measure.course().isPresent()) {
            mx.casework.write(mxOfficer, number, new LetterOrder(LetterKind.ACCEPTANCE, "We begin."));
            sides.both();
            assertEquals(State.IN_EXECUTION, TwoSides.state(sides.asking(number)));
            assertEquals(1, mx.leaves.duties("ask.accepted").size());
            assertEquals(1, us.leaves.duties("ask.acceptance-received").size());
            carryOut(number);
        }
        if (TwoSides.state(sides.asked(number)).isOpen()) {
            mx.casework.answer(mxOfficer, number, sides.answer(draft.purpose()));
            sides.both();
            assertEquals(1, us.leaves.duties("ask.answer-received").size());
        }
        assertFalse(TwoSides.state(sides.asking(number)).isOpen());
        assertEquals(TwoSides.state(sides.asked(number)), TwoSides.state(sides.asking(number)));
    }

    /// Tells whatever may be told, each side its own, what ends the request last.
    private void carryOut(RequestNumber number) {
        Set<String> told = new HashSet<>();
        while (tellNext(us, usOfficer, number, false, told) || tellNext(mx, mxOfficer, number, false, told)) {
            clock.advance(Duration.ofHours(1));
            sides.both();
        }
        if (tellNext(mx, mxOfficer, number, true, Set.of())) {
            sides.both();
            assertEquals(State.CONCLUDED, TwoSides.state(sides.asked(number)));
        }
        int logged = us.leaves.duties("ask.milestone-told").size()
                + mx.leaves.duties("ask.milestone-told").size();
        assertEquals(told.size(), logged);
    }

    /// Each milestone once, though some may be told again.
    private static boolean tellNext(Side side, Officer officer, RequestNumber number, boolean ends, Set<String> told) {
        List<Course.Milestone> open = side.casework.request(officer, number).milestones().stream()
                .filter(one -> one.ends() == ends && !told.contains(one.key()))
                .toList();
        if (open.isEmpty()) {
            return false;
        }
        Map<String, String> details =
                new HashMap<>(Map.of("milestone", open.getFirst().key()));
        open.getFirst().form().forEach(field -> details.put(field.key(), AskExamples.value(field)));
        side.casework.write(officer, number, new LetterOrder(LetterKind.MILESTONE, "", details));
        if (!ends) {
            told.add(open.getFirst().key());
        }
        return true;
    }

    @ParameterizedTest
    @MethodSource("types")
    void isRefusedOnEveryGroundOpenForItInBothLanguages(Draft draft) {
        Bilingual reasons = new Bilingual("Reasons.", "Motivos.");
        for (Ground ground : ShippedPack.read().grounds(draft.type().measure())) {
            RequestNumber number = sides.sent(draft);
            mx.casework.refuse(
                    mxOfficer, number, new RefusalOrder(ground.key(), null, reasons, "Said by telephone.", ""));
            sides.both();
            RequestDetail refused = sides.asking(number);
            assertEquals(State.REFUSED, refused.filed().state());
            Bilingual said = refused.history().getLast().lines().getFirst().value();
            assertEquals(ground.text(), said);
            assertNotEquals(said.en(), said.es());
        }
        int grounds = ShippedPack.read().grounds(draft.type().measure()).size();
        assertEquals(grounds, us.leaves.duties("ask.refusal-received").size());
    }

    @ParameterizedTest
    @MethodSource("types")
    void doesNotLeaveWithoutAnyOneOfItsNeededFields(Draft draft) {
        Measure measure = ShippedPack.read().measure(draft.type().measure());
        measure.fields().filter(Measure.FormField::required).forEach(field -> {
            Draft lacking = AskExamples.withField(draft, field.key(), " ");
            Submission.Incomplete incomplete =
                    assertInstanceOf(Submission.Incomplete.class, us.casework.submit(usOfficer, lacking));
            assertEquals(
                    List.of(field.key()),
                    incomplete.problems().stream()
                            .map(Submission.FieldProblem::field)
                            .toList());
        });
        assertTrue(us.leaves.duties("ask.submitted").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    void isWithinTheLawOnlyWithAllThatTheLawAsksOfTheOtherSide(Draft draft) {
        RequestNumber number = sides.sent(draft);
        BasisCheck unstated = mx.casework.checkBasis(mxLawyer, number, new BasisDecision(true, "", Map.of()));
        assertInstanceOf(Ruling.Unknown.class, unstated.ruling());
        assertFalse(unstated.accepted(), "silence is no no");
        BasisCheck grave = sides.check(number, Map.of("risk.human-rights", "yes"));
        assertInstanceOf(Ruling.Refused.class, grave.ruling());
        assertEquals(State.RECEIVED, TwoSides.state(sides.asked(number)));
    }

    @Test
    void overATransferOutsideTheTreatyStandsThatItsProtectionDoesNotApply() {
        Draft draft = AskExamples.all().stream()
                .filter(one -> one.type().measure().equals("transfer-outside-treaty"))
                .findFirst()
                .orElseThrow();
        RequestDocument paper =
                Objects.requireNonNull(us.casework.preview(usOfficer, draft).document());
        assertTrue(
                paper.notices().stream()
                        .anyMatch(notice -> notice.en().startsWith("Treaty protection does not apply")
                                && notice.es().startsWith("La protección del tratado no aplica")),
                paper.notices().toString());
    }

    @Test
    void everyClockOfATypeStartsWithSomethingThatCanHappenToIt() {
        Agreement law = ShippedPack.read();
        for (Draft draft : AskExamples.all()) {
            Measure measure = law.measure(draft.type().measure());
            Set<String> events = Stream.concat(
                            Stream.of("received", "accepted", "answered"),
                            measure.course().stream()
                                    .flatMap(course -> course.milestones().stream())
                                    .map(Course.Milestone::key))
                    .collect(Collectors.toSet());
            RequestNumber number = sides.sent(draft);
            Ruling ruling = sides.asked(number).ruling();
            assertFalse(ruling.trace().clocks().isEmpty(), measure.key());
            ruling.trace().clocks().forEach(key -> {
                assertTrue(events.contains(law.legalClock(key).start()), key);
                assertTrue(!Collections.disjoint(events, law.legalClock(key).stops()), key);
            });
        }
    }
}
