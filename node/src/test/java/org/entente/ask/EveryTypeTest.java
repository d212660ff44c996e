package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
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
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.Officer;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.StandingClock;
import org.entente.kernel.UseTerms;
import org.entente.release.AnswerField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The story of every type of the shipped pack over two sides: complete and incomplete, accepted and refused, with the
/// log looked at after every step. The United States ask; Mexico is asked.
class EveryTypeTest {
    private final StandingClock clock = new StandingClock(AskExamples.NOW);
    private final Side us = new Side("US", clock);
    private final Side mx = new Side("MX", clock);
    private final Officer usOfficer = us.officer("us-central-authority", Role.CASE_OFFICER);
    private final Officer usLawyer = us.officer("us-central-authority", Role.LAWYER);
    private final Officer mxOfficer = mx.officer("mx-central-authority", Role.CASE_OFFICER);
    private final Officer mxLawyer = mx.officer("mx-central-authority", Role.LAWYER);

    @AfterEach
    void close() {
        us.close();
        mx.close();
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
        RequestNumber number = sent(draft);
        assertEquals(1, mx.leaves.duties("ask.received").size());
        check(number, Map.of());
        assertEquals(1, mx.leaves.duties("ask.basis-accepted").size());
        Measure measure = ShippedPack.read().measure(draft.type().measure());
        if (measure.course().isPresent()) {
            mx.casework.write(mxLawyer, number, new LetterOrder(LetterKind.ACCEPTANCE, "We begin."));
            both();
            assertEquals(State.IN_EXECUTION, state(us, usOfficer, number));
            assertEquals(1, mx.leaves.duties("ask.accepted").size());
            assertEquals(1, us.leaves.duties("ask.acceptance-received").size());
            carryOut(number);
        }
        if (state(mx, mxOfficer, number).isOpen()) {
            mx.casework.answer(mxOfficer, number, answer(draft.purpose()));
            both();
            assertEquals(1, us.leaves.duties("ask.answer-received").size());
        }
        assertFalse(state(us, usOfficer, number).isOpen());
        assertEquals(state(mx, mxOfficer, number), state(us, usOfficer, number));
    }

    /// Tells whatever may be told, each side its own, what ends the request last.
    private void carryOut(RequestNumber number) {
        int told = 0;
        while (tellNext(us, usOfficer, number, false) || tellNext(mx, mxOfficer, number, false)) {
            told++;
            clock.advance(Duration.ofHours(1));
            both();
        }
        if (tellNext(mx, mxOfficer, number, true)) {
            both();
            assertEquals(State.CONCLUDED, state(mx, mxOfficer, number));
        }
        int logged = us.leaves.duties("ask.milestone-told").size()
                + mx.leaves.duties("ask.milestone-told").size();
        assertEquals(told, logged);
    }

    private static boolean tellNext(Side side, Officer officer, RequestNumber number, boolean ends) {
        List<Course.Milestone> open = side.casework.request(officer, number).milestones().stream()
                .filter(one -> one.ends() == ends)
                .toList();
        if (open.isEmpty()) {
            return false;
        }
        Map<String, String> details =
                new HashMap<>(Map.of("milestone", open.getFirst().key()));
        open.getFirst().form().forEach(field -> details.put(field.key(), AskExamples.value(field)));
        side.casework.write(officer, number, new LetterOrder(LetterKind.MILESTONE, "", details));
        return true;
    }

    @ParameterizedTest
    @MethodSource("types")
    void isRefusedOnEveryGroundOpenForItInBothLanguages(Draft draft) {
        Bilingual reasons = new Bilingual("Reasons.", "Motivos.");
        for (Ground ground : ShippedPack.read().grounds(draft.type().measure())) {
            RequestNumber number = sent(draft);
            mx.casework.refuse(mxOfficer, number, new RefusalOrder(ground.key(), null, reasons, "Said by telephone."));
            both();
            RequestDetail refused = us.casework.request(usOfficer, number);
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
        RequestNumber number = sent(draft);
        BasisCheck unstated = mx.casework.checkBasis(mxLawyer, number, new BasisDecision(true, "", Map.of()));
        assertInstanceOf(Ruling.Unknown.class, unstated.ruling());
        assertFalse(unstated.accepted(), "silence is no no");
        BasisCheck grave = check(number, Map.of("risk.human-rights", "yes"));
        assertInstanceOf(Ruling.Refused.class, grave.ruling());
        assertEquals(State.RECEIVED, state(mx, mxOfficer, number));
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
            RequestNumber number = sent(draft);
            Ruling ruling = mx.casework.request(mxOfficer, number).ruling();
            assertFalse(ruling.trace().clocks().isEmpty(), measure.key());
            ruling.trace().clocks().forEach(key -> {
                assertTrue(events.contains(law.legalClock(key).start()), key);
                assertTrue(events.contains(law.legalClock(key).stop()), key);
            });
        }
    }

    private static AnswerOrder answer(Purpose purpose) {
        AnswerField field =
                new AnswerField("finding", "Invented answer.", PersonClass.NOT_A_PERSON, new EvaluationCode("B2"));
        UseTerms terms =
                new UseTerms(purpose, Set.of(HandlingCode.H1), "", false, AskExamples.NOW.plus(Duration.ofDays(365)));
        return new AnswerOrder(List.of(), List.of(field), terms);
    }

    private RequestNumber sent(Draft draft) {
        Submission.Recorded recorded =
                assertInstanceOf(Submission.Recorded.class, us.casework.submit(usOfficer, draft));
        assertEquals(
                State.AWAITING_BASIS_CHECK, recorded.state(), recorded.ruling().word());
        us.casework.checkBasis(usLawyer, recorded.number(), new BasisDecision(true, "", Map.of()));
        both();
        return recorded.number();
    }

    private BasisCheck check(RequestNumber number, Map<String, String> facts) {
        RequestType type =
                mx.casework.request(mxLawyer, number).filed().request().type();
        Map<String, String> stated = new HashMap<>(AskExamples.nothingStandsAgainst(type));
        stated.putAll(facts);
        return mx.casework.checkBasis(mxLawyer, number, new BasisDecision(true, "", stated));
    }

    private void both() {
        us.deliverTo(mx);
        mx.deliverTo(us);
    }

    private static State state(Side side, Officer officer, RequestNumber number) {
        return side.casework.request(officer, number).filed().state();
    }
}
