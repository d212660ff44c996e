package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Measure;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.kernel.Officer;
import org.entente.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AssistanceTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 24);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 1);

    private final TwoSides sides = new TwoSides();
    private final Side us = sides.us;
    private final Side mx = sides.mx;

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void counselStaysOnTheSideThatRecordedItUntilThatSideTells() {
        RequestNumber number = sides.sent(AskExamples.arrest());
        RecordedAssistance own = us.assistances.add(sides.usOfficer, number, counsel(false));
        sides.both();
        assertEquals(List.of(), mx.assistances.of(sides.mxOfficer, number));
        assertNull(own.told());

        RecordedAssistance told =
                us.assistances.tell(sides.usLawyer, number, own.assistance().id());
        assertNotNull(told.told());
        sides.both();
        RecordedAssistance theirs = mx.assistances.of(sides.mxOfficer, number).getFirst();
        assertEquals(own.assistance(), theirs.assistance());
        assertTrue(theirs.received());
        assertEquals(List.of(theirs), sides.asked(number).assistance());
        assertEquals(State.RECEIVED, TwoSides.state(sides.asked(number)));
        assertTrue(mx.notices.all(sides.mxOfficer).stream()
                .anyMatch(one -> one.word().equals(Event.ASSISTANCE_ARRIVED.word())));
    }

    @Test
    void anEndThatIsToldTakesThePlaceOfWhatWasToldBefore() {
        RequestNumber number = sides.sent(AskExamples.arrest());
        RecordedAssistance own = mx.assistances.add(sides.mxOfficer, number, interpreter(true));
        AssistanceId id = own.assistance().id();
        sides.both();
        mx.assistances.end(sides.mxOfficer, number, id, LAST, true);
        sides.both();
        Assistance there = us.assistances.of(sides.usOfficer, number).getFirst().assistance();
        assertEquals(LAST, there.until());
        assertTrue(there.standsOn(LAST));
        assertFalse(there.standsOn(LAST.plusDays(1)));
        assertEquals(1, us.assistances.of(sides.usOfficer, number).size());
        assertCode(AskCode.ASK_FIELD_UNFIT, () -> mx.assistances.end(sides.mxOfficer, number, id, LAST, false));
        assertCode(AskCode.ASK_ASSISTANCE_NOT_OURS, () -> us.assistances.end(sides.usOfficer, number, id, LAST, false));
        assertCode(AskCode.ASK_ASSISTANCE_NOT_OURS, () -> us.assistances.tell(sides.usOfficer, number, id));
    }

    @Test
    void everyStepIsInTheLogAndNoNameIs() {
        RequestNumber number = sides.sent(AskExamples.arrest());
        AssistanceId id = us.assistances
                .add(sides.usOfficer, number, counsel(true))
                .assistance()
                .id();
        us.assistances.end(sides.usOfficer, number, id, LAST, true);
        sides.both();
        String leaves = "";
        for (String type : List.of("ask.assistance-recorded", "ask.assistance-told", "ask.assistance-ended")) {
            assertFalse(us.leaves.duties(type).isEmpty(), type);
            leaves += us.leaves.duties(type);
        }
        assertEquals(2, mx.leaves.duties("ask.assistance-arrived").size());
        leaves += mx.leaves.duties("ask.assistance-arrived");
        assertTrue(leaves.contains(id.hex()));
        assertFalse(leaves.contains("Invent") || leaves.contains("Cédula"), "no personal data in a leaf");
        Set<String> notes =
                sides.asking(number).history().stream().map(HistoryEntry::note).collect(Collectors.toSet());
        assertFalse(notes.toString().contains("Inventada"), "nor in the history");
    }

    @Test
    void aDraftHasItsCounselAndTellsNobody() {
        Submission.Recorded draft = (Submission.Recorded) us.casework.submit(sides.usOfficer, AskExamples.arrest());
        us.assistances.add(sides.usOfficer, draft.number(), counsel(false));
        assertCode(
                AskCode.ASK_NOT_IN_THIS_STATE,
                () -> us.assistances.add(sides.usOfficer, draft.number(), counsel(true)));
        assertEquals(
                1, us.assistances.of(sides.usOfficer, draft.number()).size(), "what could not be told is not kept");
    }

    @Test
    void onlyWhoHasTheCaseRecordsAndWhoDoesNotKnowAQuietOneSeesNothing() {
        RequestNumber number = sides.sent(AskExamples.arrest());
        Officer auditor = us.officer("us-central-authority", Role.AUDITOR);
        Officer stranger = us.officer("us-atf", Role.CASE_OFFICER);
        us.assistances.add(sides.usOfficer, number, counsel(false));
        assertEquals(1, us.assistances.of(auditor, number).size());
        assertThrows(EntenteException.class, () -> us.assistances.add(auditor, number, counsel(false)));
        assertCode(AskCode.ASK_REQUEST_UNKNOWN, () -> us.assistances.of(stranger, number));
        assertCode(AskCode.ASK_REQUEST_UNKNOWN, () -> us.assistances.add(stranger, number, counsel(false)));

        Draft quiet = QuietLaneTest.quiet(AskExamples.arrest(), Set.of(sides.usLawyer.id()));
        RequestNumber hidden = sides.sent(quiet);
        us.assistances.add(sides.usOfficer, hidden, counsel(true));
        sides.both();
        assertCode(AskCode.ASK_REQUEST_UNKNOWN, () -> us.assistances.of(auditor, hidden));
        assertCode(AskCode.ASK_REQUEST_UNKNOWN, () -> mx.assistances.of(sides.mxOfficer, hidden));
        assertEquals(1, mx.assistances.of(sides.mxLawyer, hidden).size());
    }

    @Test
    void whatIsUnfitIsNamedAndNotRecorded() {
        RequestNumber number = sides.sent(AskExamples.arrest());
        AssistanceOrder mute = new AssistanceOrder(
                AssistanceRole.INTERPRETER, "Invented", "Somebody", "", List.of(), "", FIRST, null, false);
        AssistanceOrder reversed = new AssistanceOrder(
                AssistanceRole.COUNSEL, "Invented", "Somebody", "", List.of(), "", LAST, FIRST, false);
        AssistanceOrder tongues = new AssistanceOrder(
                AssistanceRole.COUNSEL, "Invented", "Somebody", "", List.of("Spanish"), "", FIRST, null, false);
        for (AssistanceOrder unfit : List.of(mute, reversed, tongues)) {
            assertCode(AskCode.ASK_ASSISTANCE_UNFIT, () -> us.assistances.add(sides.usOfficer, number, unfit));
        }
        assertEquals(List.of(), us.assistances.of(sides.usOfficer, number));
    }

    @Test
    void theOtherSideChangesNoRecordOfOursAndTellsNothingOfAnotherRequest() {
        RequestNumber number = sides.sent(AskExamples.arrest());
        RequestNumber other = sides.sent(AskExamples.arrest());
        Assistance own =
                us.assistances.add(sides.usOfficer, number, counsel(true)).assistance();
        sides.both();
        assertForged(number, own);
        Assistance theirs =
                mx.assistances.add(sides.mxOfficer, number, interpreter(true)).assistance();
        sides.both();
        assertForged(other, theirs);
        assertForged(
                number,
                new Assistance(
                        theirs.id(),
                        AssistanceRole.COUNSEL,
                        theirs.name(),
                        theirs.person(),
                        "",
                        theirs.languages(),
                        "",
                        FIRST,
                        null));
        assertEquals(2, us.assistances.of(sides.usOfficer, number).size());
        assertEquals(List.of(), us.assistances.of(sides.usOfficer, other));
    }

    @Test
    void theFiguresCountAWordAboutCounselAlikeOnBothSides() {
        RequestNumber number = sides.sent(AskExamples.arrest());
        us.assistances.add(sides.usOfficer, number, counsel(true));
        mx.assistances.add(sides.mxOfficer, number, interpreter(true));
        sides.both();
        Period november = new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
        assertEquals(
                us.cooperation
                        .report(sides.usLawyer, AskExamples.AGREEMENT, november)
                        .ours()
                        .rows(),
                mx.cooperation
                        .report(sides.mxLawyer, AskExamples.AGREEMENT, november)
                        .ours()
                        .rows());
    }

    @Test
    void thePackSaysWhereCounselIsShownAndWhichQuestionsItStandsBeside() {
        var law = us.laws.current(AskExamples.AGREEMENT);
        assertEquals(
                Set.of("provisional-arrest", "extradition", "transfer-outside-treaty"),
                law.text().measures().stream()
                        .filter(Measure::wantsCounsel)
                        .map(Measure::key)
                        .collect(Collectors.toSet()));
        assertEquals(
                Set.of("transfer.counsel-and-judge", "transfer.consented"),
                law.text().facts().stream()
                        .filter(FactTerm::aboutCounsel)
                        .map(FactTerm::key)
                        .collect(Collectors.toSet()));
    }

    private void assertForged(RequestNumber number, Assistance assistance) {
        Bytes body = AssistanceWire.encode(new AssistanceWire.Told(number, assistance, sides.clock.instant()));
        assertCode(AskCode.ASK_BODY_BROKEN, () -> sides.forged(mx, number, AssistanceWire.TYPE, body));
    }

    private static AssistanceOrder counsel(boolean tells) {
        return order(AssistanceRole.COUNSEL, null, tells);
    }

    private static AssistanceOrder interpreter(boolean tells) {
        return order(AssistanceRole.INTERPRETER, null, tells);
    }

    private static AssistanceOrder order(AssistanceRole role, @Nullable LocalDate until, boolean tells) {
        return new AssistanceOrder(
                role,
                "Lic. Inventada " + Ids.random128().hex().substring(0, 4),
                "Persona inventada 17",
                "Cédula 1234567",
                List.of("es", "tzo"),
                "inventada@example.org",
                FIRST,
                until,
                tells);
    }

    private static void assertCode(AskCode code, Executable act) {
        assertEquals(code, assertThrows(EntenteException.class, act).code());
    }
}
