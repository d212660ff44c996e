package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.access.AccessCode;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Ruling;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.FakeMail;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.Ids;
import org.entente.kernel.Language;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.Schedule;
import org.entente.kernel.StandingClock;
import org.entente.kernel.UseTerms;
import org.entente.release.SealOrder;
import org.entente.release.Sealing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CaseworkTest {
    private static final Map<String, String> NO_RISK = Map.of("risk.human-rights", "no");
    private static final Map<String, String> NO_RISK_TO_A_PERSON =
            Map.of("risk.human-rights", "no", "person.fled-requesting", "no", "court.authorisation", "not-needed");
    private static final Bilingual REASONS = new Bilingual("The reasons.", "Los motivos.");

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
    void aTraceIsAskedCheckedReceivedCheckedAndAnswered() {
        RequestNumber number = submitted(mx, mxOfficer, AskExamples.trace());
        assertEquals("MX-2026-000001", number.value());
        assertEquals(0, mx.mail.waitingCount(), "nothing leaves before the lawyer's check");
        assertEquals(State.SENT, accept(mx, mxLawyer, number, Map.of()).state());
        mx.deliverTo(us);
        RequestSummary waiting = us.casework.inbox(usOfficer).getFirst();
        assertEquals(number, waiting.number());
        assertEquals(State.RECEIVED, waiting.state());
        assertEquals(State.BASIS_CHECKED, accept(us, usLawyer, number, NO_RISK).state());
        Sealing.Sealed answer =
                assertInstanceOf(Sealing.Sealed.class, us.casework.answer(usOfficer, number, order("s1", "s2")));
        us.deliverTo(mx);
        RequestDetail closed = mx.casework.request(mxOfficer, number);
        assertEquals(State.ANSWERED, closed.filed().state());
        assertEquals(answer.id(), closed.filed().release());
        assertEquals(
                State.ANSWERED, us.casework.request(usLawyer, number).filed().state());
        assertTrue(us.casework.inbox(usOfficer).isEmpty());
        SealOrder sealed = us.orders.getFirst();
        assertEquals(closed.filed().envelope(), sealed.inReplyTo());
        assertEquals("mx-fgr-aic", sealed.to().value());
        assertEquals(closed.filed().casePseudonym(), sealed.casePseudonym());
        assertTrue(sealed.invented());
    }

    @Test
    void eachStepIsInTheLogWithoutWhatTheRequestSays() {
        RequestNumber number = received();
        accept(us, usLawyer, number, NO_RISK);
        us.casework.request(usOfficer, number);
        assertEquals(1, mx.leaves.duties("ask.submitted").size());
        assertEquals(1, mx.leaves.duties("ask.basis-accepted").size());
        assertEquals(1, us.leaves.duties("ask.received").size());
        var opened = us.leaves.duties("ask.opened").getFirst();
        assertEquals("officer:us-atf-case-officer", opened.fields().get("by"));
        String all = us.leaves.duties("ask.received")
                + us.leaves.duties("ask.basis-accepted").toString();
        assertFalse(all.contains("INV123456"), all);
        assertTrue(all.contains("P-03"), all);
    }

    @Test
    void theClockStartsOnReceiptAndIsTheSameOnBothSides() {
        RequestNumber trace = sentTrace();
        assertNull(mx.casework.request(mxOfficer, trace).summary().deadline(), "nobody has it yet");
        clock.advance(Duration.ofHours(3));
        mx.deliverTo(us);
        var theirs = us.casework.request(usOfficer, trace).summary().deadline();
        var ours = mx.casework.request(mxOfficer, trace).summary().deadline();
        assertEquals(theirs, ours);
        assertNotNull(theirs);
        // Nine working days from Tuesday 24 November, over Thanksgiving.
        assertEquals(Instant.parse("2026-12-08T23:00:00Z"), theirs.due());
    }

    @Test
    void theInboxIsSortedByTimeLeft() {
        RequestNumber routine = sentTrace();
        mx.deliverTo(us);
        Draft urgent = urgent(AskExamples.trace());
        RequestNumber second = submitted(mx, mxOfficer, urgent);
        accept(mx, mxLawyer, second, Map.of());
        mx.deliverTo(us);
        assertEquals(
                List.of(second, routine),
                us.casework.inbox(usOfficer).stream()
                        .map(RequestSummary::number)
                        .toList());
        assertEquals(
                List.of(second, routine),
                mx.casework.sent(mxOfficer).stream().map(RequestSummary::number).toList());
        clock.advance(Duration.ofHours(25));
        RequestSummary late = us.casework.inbox(usOfficer).getFirst();
        assertTrue(late.isOverdue(clock.instant()));
        var deadline = late.deadline();
        assertNotNull(deadline);
        assertEquals(
                "overdue by 1 hour, was due Wed 25 Nov 11:00 EST",
                deadline.timeLeft(clock.instant()).in(Language.EN));
    }

    @Test
    void aRequestTheLawRefusesOrDoesNotKnowStaysADraftAndCanBeMended() {
        Submission.Recorded refused = assertInstanceOf(
                Submission.Recorded.class,
                mx.casework.submit(
                        mxOfficer,
                        AskExamples.withBasis(AskExamples.trace(), new LegalBasis("FIREARMS-2001", "12(4)"))));
        assertEquals(State.DRAFT, refused.state());
        assertEquals(
                "no-basis",
                assertInstanceOf(Ruling.Refused.class, refused.ruling())
                        .ground()
                        .key());
        Submission.Recorded unknown = assertInstanceOf(
                Submission.Recorded.class,
                mx.casework.revise(
                        mxOfficer,
                        refused.number(),
                        AskExamples.withoutFact(AskExamples.trace(), "use.court-evidence")));
        assertEquals(
                List.of("use.court-evidence"),
                assertInstanceOf(Ruling.Unknown.class, unknown.ruling()).missing());
        Submission.Recorded mended = assertInstanceOf(
                Submission.Recorded.class, mx.casework.revise(mxOfficer, refused.number(), AskExamples.trace()));
        assertEquals(State.AWAITING_BASIS_CHECK, mended.state());
        assertNotInThisState(() -> mx.casework.revise(mxOfficer, refused.number(), AskExamples.trace()));
    }

    @Test
    void useInCourtNeedsAnUndertakingWhichThenCrosses() {
        Draft court = AskExamples.withFact(AskExamples.trace(), "use.court-evidence", "yes");
        Submission.Recorded held = assertInstanceOf(Submission.Recorded.class, mx.casework.submit(mxOfficer, court));
        assertInstanceOf(Ruling.NeedsAssurance.class, held.ruling());
        Submission.Recorded given = assertInstanceOf(
                Submission.Recorded.class,
                mx.casework.revise(mxOfficer, held.number(), AskExamples.withAssurance(court, "court-use-consent")));
        accept(mx, mxLawyer, given.number(), Map.of());
        mx.deliverTo(us);
        assertTrue(accept(us, usLawyer, given.number(), NO_RISK).accepted());
        assertEquals(
                Set.of("court-use-consent"),
                us.casework
                        .request(usOfficer, given.number())
                        .filed()
                        .request()
                        .head()
                        .declarations()
                        .assurances());
    }

    @Test
    void anIncompleteFormIsNotKeptAndNamesItsFields() {
        Draft bare = AskExamples.withField(AskExamples.withField(AskExamples.trace(), "model", " "), "colour", "black");
        Submission.Incomplete incomplete =
                assertInstanceOf(Submission.Incomplete.class, mx.casework.submit(mxOfficer, bare));
        assertEquals(
                List.of("model", "colour"),
                incomplete.problems().stream()
                        .map(Submission.FieldProblem::field)
                        .toList());
        assertEquals(
                "Modelo: complete este dato; lo pide US-ATF-TRACE art. form 3312.1.",
                incomplete.problems().getFirst().text().in(Language.ES));
        assertTrue(mx.casework.sent(mxOfficer).isEmpty());
    }

    @Test
    void underAnUncheckedLawOnlyADemonstrationGoesOn() {
        RequestNumber number = submitted(mx, mxOfficer, AskExamples.live(AskExamples.trace()));
        EntenteException refused = assertThrows(EntenteException.class, () -> accept(mx, mxLawyer, number, Map.of()));
        assertEquals(AskCode.ASK_PROVISIONAL, refused.code());
        assertTrue(
                refused.facts().getLast().contains("UNTOC-2000 art. 27(1)(a)"),
                refused.facts().toString());
        assertEquals(0, mx.mail.waitingCount());
        assertEquals(
                State.AWAITING_BASIS_CHECK,
                mx.casework.request(mxOfficer, number).filed().state());
        assertFalse(
                mx.casework
                        .checkBasis(mxLawyer, number, new BasisDecision(false, "Not under this law.", Map.of()))
                        .accepted(),
                "it can be given back");
    }

    @Test
    void anArticleThatIsNoBasisOfTheTypeIsNamedAndNothingIsKept() {
        for (String article : List.of("999", "5")) {
            Submission.Incomplete incomplete = assertInstanceOf(
                    Submission.Incomplete.class,
                    mx.casework.submit(
                            mxOfficer,
                            AskExamples.withBasis(AskExamples.trace(), new LegalBasis("UNTOC-2000", article))));
            assertEquals("basis", incomplete.problems().getFirst().field());
            assertTrue(incomplete.problems().getFirst().text().es().contains("MLAT-1987 art. 1"));
        }
        assertTrue(mx.casework.sent(mxOfficer).isEmpty());
    }

    @Test
    void aFirearmWithoutNumberIsTracedOnlyIfTheNumberIsStatedToBeGone() {
        Draft unnumbered = AskExamples.withField(AskExamples.trace(), "serial", "");
        Submission.Recorded refused =
                assertInstanceOf(Submission.Recorded.class, mx.casework.submit(mxOfficer, unnumbered));
        assertEquals(
                "nonconforming",
                assertInstanceOf(Ruling.Refused.class, refused.ruling())
                        .ground()
                        .key());
        Submission.Recorded stated = assertInstanceOf(
                Submission.Recorded.class,
                mx.casework.submit(mxOfficer, AskExamples.withField(unnumbered, "obliterated", "yes")));
        assertEquals(State.AWAITING_BASIS_CHECK, stated.state());
    }

    @Test
    void theLawyerSendsADoubtfulRequestBack() {
        RequestNumber number = submitted(mx, mxOfficer, AskExamples.trace());
        BasisCheck check =
                mx.casework.checkBasis(mxLawyer, number, new BasisDecision(false, "Name the lot.", Map.of()));
        assertFalse(check.accepted());
        assertEquals(State.DRAFT, check.state());
        assertEquals(0, mx.mail.waitingCount());
        HistoryEntry last = mx.casework.request(mxOfficer, number).history().getLast();
        assertEquals(Event.BASIS_RETURNED, last.event());
        assertEquals("Name the lot.", last.note());
    }

    @Test
    void nobodyChecksTheirOwnRequestAndOnlyLawyersCheck() {
        Officer both = mx.officer("mx-central-authority", Role.LAWYER, Role.CASE_OFFICER);
        RequestNumber number = submitted(mx, both, AskExamples.trace());
        EntenteException same = assertThrows(EntenteException.class, () -> accept(mx, both, number, Map.of()));
        assertEquals(AskCode.ASK_SAME_OFFICER, same.code());
        EntenteException denied = assertThrows(EntenteException.class, () -> accept(mx, mxOfficer, number, Map.of()));
        assertEquals(AccessCode.ACCESS_DENIED, denied.code());
    }

    @Test
    void theAskedSideIsNotAnsweredForByTheAskingSide() {
        Draft presumptuous = AskExamples.withFact(AskExamples.trace(), "risk.human-rights", "no");
        Submission.Incomplete refused =
                assertInstanceOf(Submission.Incomplete.class, mx.casework.submit(mxOfficer, presumptuous));
        assertEquals("facts.risk.human-rights", refused.problems().getFirst().field());
    }

    @Test
    void withoutTheAskedSidesFactsTheBasisIsNotAccepted() {
        RequestNumber number = received();
        assertEquals(
                List.of("risk.human-rights"),
                us.casework.request(usLawyer, number).openFacts().stream()
                        .map(FactTerm::key)
                        .filter("risk.human-rights"::equals)
                        .toList());
        BasisCheck check = accept(us, usLawyer, number, Map.of());
        assertFalse(check.accepted());
        assertEquals(State.RECEIVED, check.state());
        assertNotInThisState(() -> us.casework.answer(usOfficer, number, order("s1")));
        assertTrue(us.orders.isEmpty());
    }

    @Test
    void aRiskToHumanRightsIsRefusedLikeAnythingElse() {
        RequestNumber number = received();
        BasisCheck check = accept(us, usLawyer, number, Map.of("risk.human-rights", "yes"));
        assertEquals(
                "human-rights",
                assertInstanceOf(Ruling.Refused.class, check.ruling()).ground().key());
        RefusalNote note = us.casework.refuse(usLawyer, number, new RefusalOrder("human-rights", null, REASONS));
        assertEquals("ICCPR-1966 art. 7", note.article().toString());
        us.deliverTo(mx);
        RequestDetail ended = mx.casework.request(mxOfficer, number);
        assertEquals(State.REFUSED, ended.filed().state());
        assertEquals(note, ended.filed().refusal());
    }

    @Test
    void policeInformationIsRefusedWithAGroundAnArticleAndReasonsInBothLanguages() {
        RequestNumber number = submitted(us, usOfficer, AskExamples.police());
        accept(us, usLawyer, number, Map.of());
        us.deliverTo(mx);
        accept(mx, mxLawyer, number, NO_RISK_TO_A_PERSON);
        LegalBasis article = new LegalBasis("UNTOC-2000", "18(21)(b)");
        mx.casework.refuse(mxLawyer, number, new RefusalOrder("sovereignty", article, REASONS));
        mx.deliverTo(us);
        RefusalNote known = us.casework.request(usOfficer, number).filed().refusal();
        assertNotNull(known);
        assertEquals(article, known.article());
        assertEquals("Los motivos.", known.reasons().in(Language.ES));
        assertNotInThisState(() -> mx.casework.answer(mx.officer("mx-sat", Role.CASE_OFFICER), number, order("s1")));
    }

    @Test
    void aRefusalWithoutReasonsOrWithAnotherMeasuresGroundIsNotMade() {
        RequestNumber number = received();
        EntenteException mute = assertThrows(
                EntenteException.class,
                () -> us.casework.refuse(
                        usLawyer, number, new RefusalOrder("not-held", null, new Bilingual("Reasons.", " "))));
        assertEquals(AskCode.ASK_REASONS_MISSING, mute.code());
        EntenteException foreign = assertThrows(
                EntenteException.class,
                () -> us.casework.refuse(usLawyer, number, new RefusalOrder("no-consent", null, REASONS)));
        assertEquals(AskCode.ASK_GROUND_NOT_OPEN, foreign.code());
        assertEquals(0, us.mail.waitingCount());
    }

    @Test
    void aWithdrawalReachesTheOtherSideAndAnAnswerThatCrossedItIsKept() {
        RequestNumber number = received();
        accept(us, usLawyer, number, NO_RISK);
        us.casework.answer(usOfficer, number, order("s1"));
        assertEquals(State.WITHDRAWN, mx.casework.withdraw(mxOfficer, number, "The case is closed."));
        mx.deliverTo(us);
        us.deliverTo(mx);
        assertEquals(
                State.ANSWERED, us.casework.request(usOfficer, number).filed().state());
        RequestDetail own = mx.casework.request(mxOfficer, number);
        assertEquals(State.WITHDRAWN, own.filed().state());
        assertNotNull(own.filed().release());
        assertNotInThisState(() -> mx.casework.withdraw(mxOfficer, number, ""));
    }

    @Test
    void whatCannotBeDeliveredLapses() {
        RequestNumber number = sentTrace();
        assertEquals(0, mx.casework.sweep(new Schedule("ask")));
        EnvelopeId envelope = mx.mail.take().id();
        mx.progress.put(envelope, new Post.Progress.Failed("EXPIRED"));
        assertEquals(1, mx.casework.sweep(new Schedule("ask")));
        assertEquals(
                State.LAPSED, mx.casework.request(mxOfficer, number).filed().state());
        assertEquals(0, mx.casework.sweep(new Schedule("ask")));
    }

    @Test
    void aRequestThatCannotBePutInTheOutboxIsNotSent() {
        RequestNumber number = submitted(mx, mxOfficer, AskExamples.trace());
        mx.breakMail();
        assertThrows(IllegalStateException.class, () -> accept(mx, mxLawyer, number, Map.of()));
        RequestDetail kept = mx.casework.request(mxOfficer, number);
        assertEquals(State.AWAITING_BASIS_CHECK, kept.filed().state());
        assertNull(kept.filed().envelope());
        assertTrue(mx.leaves.duties("ask.basis-accepted").isEmpty());
    }

    @Test
    void aBodyThatTellsOtherThanItsHeaderHasNoEffect() {
        sentTrace();
        FakeMail.Waiting sent = mx.mail.take();
        Dispatch was = sent.dispatch();
        Dispatch forged = new Dispatch(
                was.agreement(),
                was.from(),
                was.to(),
                was.type(),
                was.inReplyTo(),
                was.casePseudonym(),
                was.basis(),
                new Purpose("threat-to-life"),
                was.handling(),
                was.expires(),
                was.body());
        EntenteException refused = assertThrows(EntenteException.class, () -> arrive(sent.id(), forged));
        assertEquals(AskCode.ASK_HEADER_DIFFERS, refused.code());
        assertTrue(us.casework.inbox(usOfficer).isEmpty());
        arrive(sent.id(), was);
        EntenteException twice = assertThrows(
                EntenteException.class,
                () -> arrive(new EnvelopeId(Ids.random128().hex()), was));
        assertEquals(AskCode.ASK_NUMBER_TAKEN, twice.code());
        assertEquals(1, us.casework.inbox(usOfficer).size());
    }

    @Test
    void aReplyToAnotherEnvelopeOrFromAnotherInstitutionHasNoEffect() {
        RequestNumber number = received();
        us.casework.refuse(usLawyer, number, new RefusalOrder("not-held", null, REASONS));
        FakeMail.Waiting refusal = us.mail.take();
        Dispatch was = refusal.dispatch();
        Dispatch elsewhere = new Dispatch(
                was.agreement(),
                was.from(),
                was.to(),
                was.type(),
                new EnvelopeId(Ids.random128().hex()),
                was.casePseudonym(),
                was.basis(),
                was.purpose(),
                was.handling(),
                was.expires(),
                was.body());
        EntenteException refused = assertThrows(
                EntenteException.class,
                () -> mx.mail.arrive(
                        mx.database, mx.casework.desk(), us.party, refusal.id(), elsewhere, elsewhere.body()));
        assertEquals(AskCode.ASK_REPLY_UNKNOWN, refused.code());
        assertEquals(State.SENT, mx.casework.request(mxOfficer, number).filed().state());
    }

    @Test
    void thePaperSaysWhatIsAskedInBothLanguagesAndThatItIsADemonstration() {
        Preview preview = mx.casework.preview(mxOfficer, AskExamples.trace());
        RequestDocument paper = preview.document();
        assertNotNull(paper);
        assertEquals("Solicitud de rastreo de arma de fuego", paper.title().es());
        assertEquals(
                "Demonstration: invented subjects, no real case.",
                paper.notices().getFirst().en());
        List<String> labels = paper.sections().stream()
                .flatMap(section -> section.lines().stream())
                .map(line -> line.label().es() + "=" + line.value().es())
                .toList();
        assertTrue(labels.contains("Número de serie del armazón o cajón de mecanismos=INV123456"), labels.toString());
        assertTrue(labels.contains("¿Se usará como prueba ante un tribunal?=No"), labels.toString());
        assertTrue(mx.casework.sent(mxOfficer).isEmpty(), "a preview keeps nothing");
    }

    @Test
    void numbersRunThroughTheYearWithoutGaps() {
        assertEquals(
                "MX-2026-000001", submitted(mx, mxOfficer, AskExamples.trace()).value());
        mx.casework.submit(mxOfficer, AskExamples.withField(AskExamples.trace(), "model", ""));
        assertEquals(
                "MX-2026-000002", submitted(mx, mxOfficer, AskExamples.trace()).value());
        clock.advance(Duration.ofDays(40));
        assertEquals(
                "MX-2027-000001", submitted(mx, mxOfficer, AskExamples.trace()).value());
    }

    private void arrive(EnvelopeId id, Dispatch dispatch) {
        us.mail.arrive(us.database, us.casework.desk(), mx.party, id, dispatch, dispatch.body());
    }

    private static RequestNumber submitted(Side side, Officer officer, Draft draft) {
        Submission.Recorded recorded =
                assertInstanceOf(Submission.Recorded.class, side.casework.submit(officer, draft));
        assertEquals(
                State.AWAITING_BASIS_CHECK, recorded.state(), recorded.ruling().toString());
        return recorded.number();
    }

    private static BasisCheck accept(Side side, Officer lawyer, RequestNumber number, Map<String, String> facts) {
        return side.casework.checkBasis(lawyer, number, new BasisDecision(true, "", facts));
    }

    private RequestNumber sentTrace() {
        RequestNumber number = submitted(mx, mxOfficer, AskExamples.trace());
        accept(mx, mxLawyer, number, Map.of());
        return number;
    }

    private RequestNumber received() {
        RequestNumber number = sentTrace();
        mx.deliverTo(us);
        return number;
    }

    private static Draft urgent(Draft draft) {
        return new Draft(
                draft.agreement(),
                draft.type(),
                draft.to(),
                draft.caseNumber(),
                draft.basis(),
                draft.purpose(),
                Urgency.URGENT,
                "A trial begins.",
                draft.handling(),
                draft.offence(),
                draft.demonstration(),
                draft.fields(),
                draft.facts(),
                draft.assurances());
    }

    private static AnswerOrder order(String... statements) {
        UseTerms terms = new UseTerms(
                new Purpose("firearms-trafficking"),
                Set.of(HandlingCode.H1),
                "",
                false,
                AskExamples.NOW.plus(Duration.ofDays(90)));
        return new AnswerOrder(List.of(statements), List.of(), terms);
    }

    private static void assertNotInThisState(Executable step) {
        EntenteException refused = assertThrows(EntenteException.class, step);
        assertEquals(AskCode.ASK_NOT_IN_THIS_STATE, refused.code());
    }
}
