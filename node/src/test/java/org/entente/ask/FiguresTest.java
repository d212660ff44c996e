package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.entente.access.AccessCode;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.Outbox;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.json.JsonCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Both nodes count the same from what crossed, whatever is on its way, and say number by number where they do not.
class FiguresTest {
    private static final Period PERIOD = new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 12, 31));
    private static final int REQUEST_COUNT = 24;
    private static final Party US = new Party("US");
    private static final Party MX = new Party("MX");

    private final TwoSides sides = new TwoSides();

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void bothSidesCountTheSameWhateverIsOnItsWay() {
        Random random = new Random(2026_1129L);
        List<RequestNumber> numbers = new ArrayList<>();
        int comparedCount = 0;
        for (int step = 0; step < 400; step++) {
            sides.clock.advance(Duration.ofMinutes(random.nextInt(600)));
            String where = "step " + step;
            tried(random, numbers);
            if (random.nextInt(12) == 0) {
                Side by = random.nextBoolean() ? sides.us : sides.mx;
                by.cooperation.send(lawyer(by), AskExamples.AGREEMENT, PERIOD);
            }
            for (Side side : List.of(sides.us, sides.mx)) {
                Comparison comparison = report(side).theirs();
                if (comparison != null) {
                    assertEquals(List.of(), comparison.differences(), where);
                    assertEquals(Comparison.Verdict.AGREE, comparison.verdict(), where);
                    comparedCount++;
                }
            }
        }
        sides.both();
        CooperationReport us = report(sides.us);
        CooperationReport mx = report(sides.mx);
        assertEquals(us.ours().rows(), mx.ours().rows());
        assertEquals(us.ours().cells(), mx.ours().cells());
        assertEquals(us.ageing(), mx.ageing());
        assertEquals(us.ours().cut(), mx.ours().cut().mirrored());
        assertTrue(comparedCount > 100, "compared " + comparedCount);
        long asked = us.ours().rows().stream().mapToLong(Figures.Row::asked).sum();
        assertEquals(numbers.size(), asked);
        assertTrue(asked == REQUEST_COUNT && us.ours().rows().stream().anyMatch(row -> row.refusedCount() > 0));
        assertTrue(us.ours().rows().stream().anyMatch(row -> row.answered() > 0));
        assertTrue(us.ours().rows().stream().anyMatch(row -> row.withdrawn() > 0));
    }

    private void tried(Random random, List<RequestNumber> numbers) {
        try {
            step(random, numbers);
        } catch (EntenteException notNow) {
            assertFalse(notNow.code().name().startsWith("ASK_BODY"), notNow::toString);
        }
    }

    private void step(Random random, List<RequestNumber> numbers) {
        int what = random.nextInt(16);
        if (numbers.isEmpty() || (what < 3 && numbers.size() < REQUEST_COUNT)) {
            List<Draft> all = AskExamples.all();
            Submission recorded = sides.us.casework.submit(sides.usOfficer, all.get(random.nextInt(all.size())));
            if (recorded instanceof Submission.Recorded one) {
                sides.us.casework.checkBasis(sides.usLawyer, one.number(), new BasisDecision(true, "", Map.of()));
                numbers.add(one.number());
            }
            return;
        }
        RequestNumber number = numbers.get(random.nextInt(numbers.size()));
        switch (what) {
            case 0, 1, 3, 4, 5 -> one(sides.us, sides.mx);
            case 2, 6, 7, 8 -> one(sides.mx, sides.us);
            case 9, 14 -> sides.check(number, Map.of());
            case 10 ->
                sides.mx.casework.write(sides.mxOfficer, number, new LetterOrder(LetterKind.ACCEPTANCE, "Words."));
            case 11 -> sides.mx.casework.write(sides.mxLawyer, number, new LetterOrder(LetterKind.QUESTION, "Which?"));
            case 12 -> refuse(number);
            case 13 -> sides.us.casework.withdraw(sides.usOfficer, number, "Over.");
            default -> sides.mx.casework.answer(sides.mxOfficer, number, sides.answer(new Purpose("prosecution")));
        }
    }

    private static void one(Side from, Side to) {
        if (from.mail.waitingCount() > 0) {
            from.deliverOneTo(to);
        }
    }

    private void refuse(RequestNumber number) {
        sides.mx.casework.refuse(
                sides.mxOfficer,
                number,
                new RefusalOrder("human-rights", null, new Bilingual("Reasons.", "Motivos."), "No time.", ""));
    }

    @Test
    void anAnswerThatCrossedAWithdrawalCountsByTheMomentThatCameFirst() {
        RequestNumber number = sides.sent(AskExamples.police());
        sides.clock.advance(Duration.ofHours(5));
        sides.us.casework.withdraw(sides.usOfficer, number, "Over.");
        sides.clock.advance(Duration.ofSeconds(20));
        refuse(number);
        sides.both();
        assertEquals(State.WITHDRAWN, TwoSides.state(sides.asking(number)));
        assertEquals(State.REFUSED, TwoSides.state(sides.asked(number)), "the states differ, the figures do not");
        for (Side side : List.of(sides.us, sides.mx)) {
            Figures.Row row = report(side).ours().rows().getFirst();
            assertEquals(1, row.withdrawn());
            assertEquals(List.of(), row.refused());
            assertEquals(new Figures.Hours(5, 5), row.hours());
        }
    }

    @Test
    void aRefusalStandsUnderItsGroundAndArticle() {
        RequestNumber number = sides.sent(AskExamples.police());
        sides.clock.advance(Duration.ofMinutes(119));
        refuse(number);
        sides.both();
        Figures.Row row = report(sides.us).ours().rows().getFirst();
        assertEquals("human-rights", row.refused().getFirst().ground());
        assertEquals(1, row.refusedCount());
        assertEquals(new Figures.Hours(1, 1), row.hours());
        assertEquals(
                new InstitutionId("mx-sat"),
                report(sides.mx).ageing().refused().getFirst().institution());
    }

    @Test
    void whatHasNotReachedTheOtherSideIsNotCountedAndSaid() {
        RequestNumber number = sides.sent(AskExamples.police());
        refuse(number);
        assertEquals(1, report(sides.mx).onTheWay());
        assertEquals(1, report(sides.mx).ours().rows().getFirst().open());
        sides.us.cooperation.send(sides.usLawyer, AskExamples.AGREEMENT, PERIOD);
        sides.us.deliverTo(sides.mx);
        Comparison comparison = comparison(sides.mx);
        assertEquals(Comparison.Verdict.AGREE, comparison.verdict());
        assertEquals(1, comparison.notThere());
    }

    @Test
    void requestsOutsideThePeriodAreNotCountedAndAgeAllTheSame() {
        sides.sent(AskExamples.police());
        sides.clock.advance(Duration.ofDays(40));
        sides.sent(AskExamples.police());
        Period december = new Period(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 31));
        CooperationReport report = sides.us.cooperation.report(sides.usLawyer, AskExamples.AGREEMENT, december);
        assertEquals(1, report.ours().rows().getFirst().asked());
        Ageing.Open open = report.ageing().open().getFirst();
        assertEquals(1, open.count(Ageing.Band.UP_TO_7));
        assertEquals(1, open.count(Ageing.Band.UP_TO_60));
        assertEquals(2, open.total());
    }

    @Test
    void whatTheOtherNodeRefusedByReceiptIsCountedApart() {
        RequestNumber number = sides.sent(AskExamples.police());
        EnvelopeId carrier = sides.asking(number).filed().crossed();
        sides.us.refused.add(new Outbox.Refused(carrier, true, 1, AskWire.REQUEST, sides.clock.instant()));
        Figures figures = report(sides.us).ours();
        assertEquals(Map.of(US, 1L, MX, 0L), figures.lapsed());
        assertEquals(List.of(), figures.rows());
    }

    @ParameterizedTest
    @CsvSource({"1,0,0", "2,0,1", "3,1,2", "4,1,3", "10,4,8", "11,5,9", "100,49,89"})
    void timesAreRanksAndNothingIsInterpolated(int count, long median, long ninetieth) {
        List<Long> hours = new ArrayList<>();
        for (int hour = count - 1; hour >= 0; hour--) {
            hours.add((long) hour);
        }
        assertEquals(new Figures.Hours(median, ninetieth), Figures.Hours.of(hours));
        assertNull(Figures.Hours.of(List.of()));
    }

    @Test
    void aNumberThatDiffersIsNamedWithItsCellAndBothValues() {
        sides.sent(AskExamples.police());
        String text = text(report(sides.us).ours());
        forged(text.replace("\"asked\":1", "\"asked\":2").replace("\"open\":1", "\"open\":2"));
        Comparison comparison = comparison(sides.mx);
        assertEquals(Comparison.Verdict.DIFFER, comparison.verdict());
        assertEquals(
                List.of(
                        new Comparison.Difference(
                                new Figures.Cell(US, "police-information", Figures.What.ASKED, ""), 1L, 2L),
                        new Comparison.Difference(
                                new Figures.Cell(US, "police-information", Figures.What.OPEN, ""), 1L, 2L)),
                comparison.differences());
        String csv = sides.mx.cooperation.csv(sides.mxLawyer, AskExamples.AGREEMENT, PERIOD);
        assertTrue(csv.contains("US,police-information,asked,,1,1,2\r\n"), csv);
        assertEquals(1, sides.mx.leaves.duties("ask.figures-received").size());
    }

    @Test
    void countsOfEnvelopesThatNoReceiptConfirmsWaitForIt() {
        sides.sent(AskExamples.police());
        forged(text(report(sides.us).ours()).replace("\"received\":0", "\"received\":3"));
        Comparison comparison = comparison(sides.mx);
        assertEquals(Comparison.Verdict.WAIT, comparison.verdict());
        assertEquals(3, comparison.unconfirmed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"asked\":1|\"asked\":2",
                "\"asked\":1|\"asked\":0",
                "\"heard\":0|\"heard\":2",
                "\"exercises\":1|\"exercises\":9",
                "\"by\":\"US\"|\"by\":\"MX\"",
                "\"agreement\":\"us-mx\"|\"agreement\":\"us-ca\"",
                "\"MX\":0|\"CA\":0",
                "\"asker\":\"US\"|\"asker\":\"CA\"",
                "\"last\":\"2027-12-31\"|\"last\":\"2026-10-31\"",
                "\"last\":\"2027-12-31\"|\"last\":\"2027-12-32\"",
                "\"last\":\"2027-12-31\"|\"last\":\"2099-12-31\"",
                "\"sent\":1|\"sent\":2",
                "\"sent\":1|\"sent\":-1",
                "\"refused\":[]|\"refused\":[{\"article\":{\"article\":\"\",\"instrument\":\"X\"},\"count\":1,\"ground\":\"=x\"}]",
                "\"type\":\"police-information\"|\"type\":\"=cmd\"",
                "\"v\":1|\"v\":2",
                "\"v\":1|\"v\":1,\"x\":1",
                "\"withdrawn\":0|\"withdrawn\":0.5",
                "{\"agreement\"|[\"agreement\"",
            })
    void mangledFiguresAreRefusedWithACodeAndNothingIsKept(String change) {
        sides.sent(AskExamples.police());
        String[] parts = change.split("\\|", 2);
        String text = text(report(sides.us).ours());
        assertTrue(text.contains(parts[0]), text);
        EntenteException refused = assertThrows(EntenteException.class, () -> forged(text.replace(parts[0], parts[1])));
        assertTrue(
                Set.of(AskCode.ASK_BODY_BROKEN, AskCode.ASK_FIGURES_UNFIT, AskCode.ASK_HEADER_DIFFERS)
                                .contains(refused.code())
                        || refused.code() instanceof JsonCode,
                refused::toString);
        assertNull(report(sides.mx).theirs());
    }

    @Test
    void onlyWhoHasAllRequestsOfThePartySeesTheFigures() {
        Officer elsewhere = sides.mx.officer("mx-sat", Role.CASE_OFFICER, Role.LAWYER);
        Officer auditor = sides.mx.officer("mx-sat", Role.AUDITOR);
        assertFalse(sides.mx.cooperation.isOpenTo(elsewhere));
        assertTrue(sides.mx.cooperation.isOpenTo(auditor));
        assertEquals(
                PERIOD,
                sides.mx
                        .cooperation
                        .report(auditor, AskExamples.AGREEMENT, PERIOD)
                        .ours()
                        .period());
        assertDenied(() -> sides.mx.cooperation.report(elsewhere, AskExamples.AGREEMENT, PERIOD));
        assertDenied(() -> sides.mx.cooperation.csv(elsewhere, AskExamples.AGREEMENT, PERIOD));
        assertDenied(() -> sides.mx.cooperation.send(elsewhere, AskExamples.AGREEMENT, PERIOD));
        assertDenied(() -> sides.mx.cooperation.send(auditor, AskExamples.AGREEMENT, PERIOD));
    }

    private static void assertDenied(org.junit.jupiter.api.function.Executable act) {
        assertEquals(
                AccessCode.ACCESS_DENIED,
                assertThrows(EntenteException.class, act).code());
    }

    @Test
    void whatWasSentIsLoggedAndListed() {
        sides.us.cooperation.send(sides.usLawyer, AskExamples.AGREEMENT, PERIOD);
        assertEquals(
                "2026-11-01 2027-12-31",
                sides.us.leaves.duties("ask.figures-sent").getFirst().fields().get("period"));
        ExchangedFigures listed = sides.us
                .cooperation
                .exchanged(sides.usLawyer, AskExamples.AGREEMENT)
                .getFirst();
        assertEquals(PERIOD, listed.period());
        assertTrue(listed.own());
        assertEquals(sides.clock.instant(), report(sides.us).sent());
    }

    /// What no program of ours sends.
    private void forged(String text) {
        Dispatch dispatch = new Dispatch(
                AskExamples.AGREEMENT,
                new InstitutionId("us-central-authority"),
                new InstitutionId("mx-central-authority"),
                AskWire.FIGURES,
                null,
                "",
                AskExamples.PALERMO,
                new Purpose("prosecution"),
                Set.of(),
                sides.clock.instant().plus(Duration.ofDays(60)),
                Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
        sides.mx.mail.arrive(
                sides.mx.database,
                sides.mx.casework.desk(),
                US,
                new EnvelopeId(Ids.random128().hex()),
                dispatch,
                dispatch.body());
    }

    private static String text(Figures figures) {
        return new String(FiguresWire.encode(figures).toArray(), StandardCharsets.UTF_8);
    }

    private CooperationReport report(Side side) {
        return side.cooperation.report(lawyer(side), AskExamples.AGREEMENT, PERIOD);
    }

    private Comparison comparison(Side side) {
        @Nullable Comparison comparison = report(side).theirs();
        assertNotNull(comparison);
        return comparison;
    }

    private Officer lawyer(Side side) {
        return side == sides.us ? sides.usLawyer : sides.mxLawyer;
    }
}
