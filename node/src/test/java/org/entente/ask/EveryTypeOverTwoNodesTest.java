package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.agreement.Course;
import org.entente.agreement.Ground;
import org.entente.agreement.Measure;
import org.entente.agreement.pack.ShippedPack;
import org.entente.exchange.TestParty;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Purpose;
import org.entente.kernel.UseTerms;
import org.entente.ledger.log.LogCheck;
import org.entente.release.AnswerField;
import org.entente.release.ReceivedRelease;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The story of every type of the shipped pack over two nodes with databases and logs of their own: accepted and
/// refused, each text in both languages on both sides, all four logs looked at after every step and cosigned in the
/// end. One pair of nodes lives through all of it. The United States ask; Mexico is asked. What a type may further
/// meet, EveryTypeTest shows.
class EveryTypeOverTwoNodesTest {
    @TempDir
    private static Path folder;

    private static AskNode us;
    private static AskNode mx;

    @BeforeAll
    static void start() throws IOException {
        us = new AskNode("US", folder);
        mx = new AskNode("MX", folder);
        AskNode.pair(us, mx);
    }

    /// Every entry of all four logs is read anew from the files: hashes, tiles, checkpoints.
    @AfterAll
    static void stop() {
        us.close();
        mx.close();
        for (String party : List.of("US", "MX")) {
            for (String log : List.of("exchange", "duty")) {
                Path files = folder.resolve(party)
                        .resolve(TestParty.AGREEMENT.value())
                        .resolve(log);
                assertTrue(files.toFile().isDirectory(), files.toString());
                assertEquals(List.of(), LogCheck.fsck(files), party + " " + log);
            }
        }
    }

    @BeforeEach
    void begin() {
        us.begin();
        mx.begin();
    }

    static Stream<String> types() {
        return ShippedPack.read().requests().stream().map(Measure::key);
    }

    private static Draft draft(String type) {
        return AskExamples.all().stream()
                .filter(draft -> draft.type().measure().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("types")
    void isAskedCarriedOutAndAnsweredWithEveryStepInTheLogs(String type) throws InterruptedException {
        Draft draft = draft(type);
        RequestNumber number = sent(draft);
        mx.casework()
                .checkBasis(
                        mx.lawyer, number, new BasisDecision(true, "", AskExamples.nothingStandsAgainst(draft.type())));
        mx.said(us, List.of(), List.of("ask.basis-accepted"), List.of());
        Measure measure = ShippedPack.read().measure(draft.type().measure());
        if (measure.course().isPresent()) {
            mx.casework().write(mx.officer, number, new LetterOrder(LetterKind.ACCEPTANCE, "We begin."));
            mx.said(us, List.of("ask.acceptance"), List.of("ask.accepted"), List.of("ask.acceptance-received"));
            assertStates(number, State.IN_EXECUTION);
            carryOut(number);
        }
        if (mx.request(number).filed().state().isOpen()) {
            answered(number, draft.purpose());
        }
        assertFalse(us.request(number).filed().state().isOpen());
        assertStates(number, mx.request(number).filed().state());
        inBothLanguages(us.request(number));
        inBothLanguages(mx.request(number));
        us.ends(mx);
    }

    @ParameterizedTest
    @MethodSource("types")
    void isRefusedInBothLanguagesWithEveryStepInTheLogs(String type) throws InterruptedException {
        RequestNumber number = sent(draft(type));
        Ground ground = mx.request(number).grounds().getFirst();
        Bilingual reasons = new Bilingual("A real risk, invented.", "Un riesgo real, inventado.");
        mx.casework()
                .refuse(mx.lawyer, number, new RefusalOrder(ground.key(), null, reasons, "Said by telephone.", ""));
        mx.said(us, List.of("ask.refusal"), List.of("ask.refused"), List.of("ask.refusal-received"));
        assertStates(number, State.REFUSED);
        for (AskNode side : List.of(us, mx)) {
            RequestDetail refused = side.request(number);
            RefusalNote note = refused.filed().refusal();
            assertNotNull(note);
            assertEquals(ground.key(), note.ground());
            assertEquals(reasons, note.reasons());
            Bilingual said = refused.history().getLast().lines().getFirst().value();
            assertEquals(ground.text(), said);
            assertNotEquals(said.en(), said.es());
            inBothLanguages(refused);
        }
        assertEquals(
                mx.request(number).filed().refusal(), us.request(number).filed().refusal());
        us.ends(mx);
    }

    /// From the officer's form to the other side's inbox.
    private static RequestNumber sent(Draft draft) throws InterruptedException {
        RequestNumber number = assertInstanceOf(
                        Submission.Recorded.class, us.casework().submit(us.officer, draft))
                .number();
        us.said(mx, List.of(), List.of("ask.submitted"), List.of());
        us.casework().checkBasis(us.lawyer, number, new BasisDecision(true, "", Map.of()));
        us.said(mx, List.of("ask.request"), List.of("ask.basis-accepted"), List.of("ask.received"));
        assertEquals(State.SENT, us.request(number).filed().state());
        assertEquals(State.RECEIVED, mx.request(number).filed().state());
        saysWhatThePackSays(draft, us.request(number).document());
        saysWhatThePackSays(draft, mx.request(number).document());
        return number;
    }

    /// Every field of the type's form, in the pack's words of both languages.
    private static void saysWhatThePackSays(Draft draft, RequestDocument document) {
        Measure measure = ShippedPack.read().measure(draft.type().measure());
        assertTrue(document.title().en().contains(measure.title().en()), document.title()::en);
        assertTrue(document.title().es().contains(measure.title().es()), document.title()::es);
        List<Bilingual> labels = document.sections().stream()
                .flatMap(section -> section.lines().stream())
                .map(RequestDocument.Line::label)
                .toList();
        measure.fields()
                .forEach(field -> assertTrue(labels.contains(field.label()), () -> field.label() + " " + labels));
    }

    /// Tells whatever may be told, each side its own, what ends the request last.
    private static void carryOut(RequestNumber number) throws InterruptedException {
        Set<String> told = new HashSet<>();
        while (tellsNext(us, mx, number, false, told) || tellsNext(mx, us, number, false, told)) {
            assertStates(number, State.IN_EXECUTION);
        }
        tellsNext(mx, us, number, true, Set.of());
    }

    /// Each milestone once, though some may be told again.
    private static boolean tellsNext(AskNode by, AskNode to, RequestNumber number, boolean ends, Set<String> told)
            throws InterruptedException {
        List<Course.Milestone> open = by.request(number).milestones().stream()
                .filter(one -> one.ends() == ends && !told.contains(one.key()))
                .toList();
        if (open.isEmpty()) {
            return false;
        }
        Course.Milestone next = open.getFirst();
        Map<String, String> details = new HashMap<>(Map.of("milestone", next.key()));
        next.form().forEach(field -> details.put(field.key(), AskExamples.value(field)));
        by.casework().write(by.officer, number, new LetterOrder(LetterKind.MILESTONE, "", details));
        by.said(
                to,
                List.of("ask.milestone"),
                List.of(ends ? "ask.concluded" : "ask.milestone-told"),
                List.of("ask.milestone-received"));
        for (AskNode side : List.of(by, to)) {
            Bilingual said =
                    side.request(number).history().getLast().lines().getFirst().value();
            assertEquals(next.name(), said);
        }
        if (!ends) {
            told.add(next.key());
        }
        return true;
    }

    private static void answered(RequestNumber number, Purpose purpose) throws InterruptedException {
        AnswerField field =
                new AnswerField("finding", "Invented answer.", PersonClass.NOT_A_PERSON, new EvaluationCode("B2"));
        UseTerms terms = new UseTerms(
                purpose,
                Set.of(HandlingCode.H1),
                "",
                false,
                mx.node.clock().instant().plus(Duration.ofDays(365)));
        mx.casework().answer(mx.officer, number, new AnswerOrder(List.of(), List.of(field), terms));
        mx.said(
                us,
                List.of("release.sealed", "ask.answer"),
                List.of("release.sealed", "ask.answered"),
                List.of("ask.answer-received"));
        assertStates(number, State.ANSWERED);
        ReceivedRelease release = us.releases().received(us.officer).getFirst();
        assertEquals(us.request(number).filed().release(), release.terms().release());
        us.releases()
                .acknowledge(
                        us.officer, release.terms().release(), release.terms().hash());
        us.said(mx, List.of("release.acknowledged"), List.of("release.acknowledged"), List.of());
    }

    private static void assertStates(RequestNumber number, State state) {
        assertEquals(state, mx.request(number).filed().state());
        assertEquals(state, us.request(number).filed().state());
    }

    /// All that a reader of either language is shown of it.
    private static void inBothLanguages(RequestDetail detail) {
        Stream<RequestDocument.Line> paper =
                detail.document().sections().stream().flatMap(section -> section.lines().stream());
        Stream<RequestDocument.Line> history = detail.history().stream().flatMap(entry -> entry.lines().stream());
        Stream.concat(
                        Stream.concat(Stream.of(detail.document().title()), detail.document().notices().stream()),
                        Stream.concat(
                                detail.document().sections().stream().map(RequestDocument.Section::heading),
                                Stream.concat(paper, history).flatMap(line -> Stream.of(line.label(), line.value()))))
                .forEach(text -> assertFalse(text.en().isBlank() || text.es().isBlank(), text::toString));
        assertNotEquals(
                detail.document().title().en(), detail.document().title().es());
        detail.document().notices().forEach(notice -> assertNotEquals(notice.en(), notice.es()));
    }
}
