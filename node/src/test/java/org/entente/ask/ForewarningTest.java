package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.FakeMail;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ForewarningTest {
    private static final String TEXT = "A measure concerns an invented high official.";
    private static final InstitutionId AIC = new InstitutionId("mx-fgr-aic");

    private final TwoSides sides = new TwoSides();
    private final Side us = sides.us;
    private final Side mx = sides.mx;
    private final Officer told = mx.officer("mx-fgr-aic", Role.CASE_OFFICER);
    private final Officer other = mx.officer("mx-sspc", Role.CASE_OFFICER);

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void oneAuthorityIsToldAndNobodyElseOfThatSide() {
        FiledForewarning sent = us.forewarnings.write(sides.usOfficer, order(null, ForewarningOrder.Choice.NOW));
        assertEquals(ForewarningState.SENT, sent.state());
        sides.both();
        ForewarningId id = sent.forewarning().id();
        FiledForewarning theirs = mx.forewarnings.all(told).getFirst();
        assertEquals(TEXT, theirs.forewarning().text());
        assertNull(theirs.caseNumber(), "the case stays at home");
        assertNull(theirs.about());
        assertNull(theirs.read());
        assertEquals(List.of(), mx.forewarnings.all(other));
        assertEquals(List.of(), mx.forewarnings.all(sides.mxOfficer), "no central officer but lawyers");
        assertEquals(1, mx.forewarnings.all(sides.mxLawyer).size());
        assertEquals(
                1,
                mx.forewarnings
                        .all(mx.officer("mx-central-authority", Role.AUDITOR))
                        .size());
        assertCode(AskCode.ASK_FOREWARNING_UNKNOWN, () -> mx.forewarnings.one(other, id));
        assertThrows(EntenteException.class, () -> mx.forewarnings.all(mx.officer("mx-fgr-aic", Role.ANALYST)));
        assertNull(mx.forewarnings.one(sides.mxLawyer, id).read(), "the authority has not read it");
        assertNotNull(mx.forewarnings.one(told, id).read());
        assertCode(AskCode.ASK_FOREWARNING_DECIDED, () -> mx.forewarnings.send(told, id));
    }

    @Test
    void itLeavesBeforeTheRequestInTheSameStep() {
        RequestNumber number = submitted(AskExamples.arrest());
        FiledForewarning planned =
                us.forewarnings.write(sides.usOfficer, order(number, ForewarningOrder.Choice.WITH_REQUEST));
        assertEquals(ForewarningState.WITH_REQUEST, planned.state());
        assertEquals(0, us.mail.waitingCount());
        us.casework.checkBasis(sides.usLawyer, number, new BasisDecision(true, "", Map.of()));
        FakeMail.Waiting first = us.mail.take();
        assertEquals(ForewarningWire.TYPE, first.dispatch().type());
        assertEquals("", first.dispatch().casePseudonym(), "nothing ties it to the case");
        assertNull(first.dispatch().inReplyTo());
        assertEquals(AskWire.REQUEST, us.mail.take().dispatch().type());
        assertCode(
                AskCode.ASK_NOT_IN_THIS_STATE,
                () -> us.forewarnings.write(sides.usOfficer, order(number, ForewarningOrder.Choice.WITH_REQUEST)));
    }

    @Test
    void whatWaitsForARequestThatIsTakenBackIsDecidedAnew() {
        RequestNumber number = submitted(AskExamples.arrest());
        ForewarningId id = us.forewarnings
                .write(sides.usOfficer, order(number, ForewarningOrder.Choice.WITH_REQUEST))
                .forewarning()
                .id();
        us.casework.withdraw(sides.usOfficer, number, "");
        FiledForewarning stranded = us.forewarnings.one(sides.usOfficer, id);
        assertEquals(ForewarningState.DELAYED, stranded.state());
        assertEquals(sides.clock.instant(), stranded.due());
    }

    @Test
    void aDelayHasAReasonAndIsToldUntilItIsDecided() {
        assertCode(
                AskCode.ASK_FIELD_UNFIT,
                () -> us.forewarnings.write(
                        sides.usOfficer, order(null, ForewarningOrder.Choice.DELAYED, "", in(3), false)));
        assertCode(
                AskCode.ASK_FIELD_UNFIT,
                () -> us.forewarnings.write(
                        sides.usOfficer, order(null, ForewarningOrder.Choice.DELAYED, "Watched.", in(91), false)));
        ForewarningId id = delayed();
        assertEquals(0, told());
        sides.clock.advance(Duration.ofDays(3));
        us.casework.sweep(TwoSides.SCHEDULE);
        us.casework.sweep(TwoSides.SCHEDULE);
        assertEquals(1, told());
        sides.clock.advance(Duration.ofDays(3));
        us.casework.sweep(TwoSides.SCHEDULE);
        assertEquals(2, told());
        us.forewarnings.delay(sides.usLawyer, id, "Still watched.", in(5));
        us.casework.sweep(TwoSides.SCHEDULE);
        assertEquals(2, told());
        assertCode(AskCode.ASK_FIELD_UNFIT, () -> us.forewarnings.leave(sides.usLawyer, id, " "));
        FiledForewarning left = us.forewarnings.leave(sides.usLawyer, id, "The arrest was made public.");
        assertEquals(ForewarningState.NOT_SENT, left.state());
        assertEquals("The arrest was made public.", left.steps().getLast().reason());
        sides.clock.advance(Duration.ofDays(90));
        us.casework.sweep(TwoSides.SCHEDULE);
        assertEquals(2, told());
        sides.both();
        assertEquals(List.of(), mx.forewarnings.all(told));
        String leaves = us.leaves.duties("ask.noted").toString();
        assertFalse(leaves.contains("Watched") || leaves.contains("high official"), "no reason and no text in a leaf");
    }

    @Test
    void oneThatWasDelayedIsSentInTheEnd() {
        ForewarningId id = delayed();
        us.forewarnings.send(sides.usLawyer, id);
        sides.both();
        assertEquals(TEXT, mx.forewarnings.one(told, id).forewarning().text());
        assertCode(
                AskCode.ASK_FOREWARNING_DECIDED, () -> us.forewarnings.delay(sides.usOfficer, id, "Why not.", in(1)));
    }

    @Test
    void oneThatDidNotArriveIsToldAndSentAgain() {
        FiledForewarning sent = us.forewarnings.write(sides.usOfficer, order(null, ForewarningOrder.Choice.NOW));
        us.progress.put(us.mail.take().id(), new Post.Progress.Failed("EXPIRED"));
        us.casework.sweep(TwoSides.SCHEDULE);
        ForewarningId id = sent.forewarning().id();
        FiledForewarning lost = us.forewarnings.one(sides.usOfficer, id);
        assertEquals(ForewarningState.NOT_DELIVERED, lost.state());
        assertEquals("EXPIRED", lost.steps().getLast().reason());
        us.forewarnings.send(sides.usOfficer, id);
        sides.both();
        us.casework.sweep(TwoSides.SCHEDULE);
        assertEquals(
                ForewarningState.SENT, us.forewarnings.one(sides.usOfficer, id).state());
        assertEquals(1, mx.forewarnings.all(told).size());
    }

    @Test
    void nobodyLearnsOfAQuietRequestThroughItsNotice() {
        Officer auditor = us.officer("us-central-authority", Role.AUDITOR);
        Officer colleague = us.officer("us-central-authority", Role.CASE_OFFICER, Role.ANALYST);
        Officer stranger = us.colleague(colleague, "us-stranger");
        RequestNumber quiet = sides.sent(QuietLaneTest.quiet(AskExamples.arrest(), Set.of(sides.usLawyer.id())));
        assertCode(
                AskCode.ASK_FOREWARNING_QUIET,
                () -> us.forewarnings.write(
                        sides.usOfficer, order(quiet, ForewarningOrder.Choice.NOW, "", null, true)));
        assertCode(
                AskCode.ASK_REQUEST_UNKNOWN,
                () -> us.forewarnings.write(stranger, order(quiet, ForewarningOrder.Choice.NOW)));
        ForewarningId id = us.forewarnings
                .write(sides.usOfficer, order(quiet, ForewarningOrder.Choice.NOW))
                .forewarning()
                .id();
        assertEquals(List.of(), us.forewarnings.all(auditor));
        assertEquals(List.of(), us.forewarnings.all(stranger));
        assertCode(AskCode.ASK_FOREWARNING_UNKNOWN, () -> us.forewarnings.one(auditor, id));
        assertEquals(1, us.forewarnings.all(sides.usLawyer).size());
        FakeMail.Waiting word = us.mail.take();
        String body = new String(word.dispatch().body().toArray(), StandardCharsets.UTF_8);
        assertFalse(body.contains(quiet.value()), body);
        for (Side side : List.of(us, mx)) {
            assertFalse(
                    side.leaves.duties("ask.noted").toString().contains("forewarn"), "a leaf does not tell of what");
        }
    }

    @Test
    void aWordThatShowsTheNumberOfAQuietRequestIsRefused() {
        RequestNumber quiet = sides.sent(QuietLaneTest.quiet(AskExamples.arrest(), Set.of(sides.usLawyer.id())));
        us.forewarnings.write(sides.usOfficer, order(null, ForewarningOrder.Choice.NOW));
        FakeMail.Waiting word = us.mail.take();
        Forewarning forged = new Forewarning(
                ForewarningId.random(),
                AskExamples.AGREEMENT,
                word.dispatch().from(),
                word.dispatch().to(),
                TEXT,
                AskExamples.PALERMO,
                word.dispatch().purpose(),
                true,
                quiet,
                sides.clock.instant());
        assertCode(
                AskCode.ASK_BODY_BROKEN,
                () -> mx.mail.arrive(
                        mx.database,
                        mx.casework.desk(),
                        us.party,
                        new EnvelopeId("0f".repeat(16)),
                        word.dispatch(),
                        ForewarningWire.encode(forged, sides.clock.instant())));
        assertEquals(List.of(), mx.forewarnings.all(told));
    }

    @Test
    void theNumberOfAnOrdinaryRequestIsShownOnlyWhereItsSenderChoosesIt() {
        RequestNumber number = sides.sent(AskExamples.arrest());
        us.forewarnings.write(sides.usOfficer, order(number, ForewarningOrder.Choice.NOW, "", null, true));
        us.forewarnings.write(sides.usOfficer, order(number, ForewarningOrder.Choice.NOW));
        sides.both();
        Set<String> shown = mx.forewarnings.all(told).stream()
                .map(one -> String.valueOf(one.forewarning().shown()))
                .collect(Collectors.toSet());
        assertEquals(Set.of(number.value(), "null"), shown);
    }

    private ForewarningId delayed() {
        return us.forewarnings
                .write(
                        sides.usOfficer,
                        order(null, ForewarningOrder.Choice.DELAYED, "Watched until the arrest.", in(3), false))
                .forewarning()
                .id();
    }

    private long told() {
        return us.forewarnings.all(sides.usOfficer).getFirst().steps().stream()
                .filter(step -> step.step().equals("DUE"))
                .count();
    }

    private Instant in(int days) {
        return sides.clock.instant().plus(Duration.ofDays(days));
    }

    private RequestNumber submitted(Draft draft) {
        return ((Submission.Recorded) us.casework.submit(sides.usOfficer, draft)).number();
    }

    private static ForewarningOrder order(@Nullable RequestNumber about, ForewarningOrder.Choice choice) {
        return order(about, choice, "", null, false);
    }

    private static ForewarningOrder order(
            @Nullable RequestNumber about,
            ForewarningOrder.Choice choice,
            String reason,
            @Nullable Instant due,
            boolean showsNumber) {
        return new ForewarningOrder(
                AskExamples.AGREEMENT,
                about,
                about == null ? new CaseNumber("US-2026-000009") : null,
                AIC,
                TEXT,
                AskExamples.PALERMO,
                new Purpose("criminal-investigation"),
                true,
                showsNumber,
                choice,
                reason,
                due);
    }

    private static void assertCode(AskCode code, Executable act) {
        assertEquals(code, assertThrows(EntenteException.class, act).code());
    }
}
