package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.agreement.Agreement;
import org.entente.agreement.Ruling;
import org.entente.agreement.pack.ShippedPack;
import org.entente.ask.RequestDocument.Line;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Language;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.StandingClock;
import org.entente.kernel.UseTerms;
import org.entente.release.Sealing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two invented States with an agreement of their own: another pair needs a pack and no code.
class InventedPackTest {
    private static final AgreementId XA_XB = new AgreementId("xa-xb");
    private static final Agreement LAW = ShippedPack.invented();

    private final StandingClock clock = new StandingClock(Instant.parse("2026-11-27T03:00:00Z"));
    private final Side xa = new Side("XA", clock, LAW);
    private final Side xb = new Side("XB", clock, LAW);
    private final Officer asker = xa.officer("xa-chancery", Role.CASE_OFFICER);
    private final Officer askersLawyer = xa.officer("xa-chancery", Role.LAWYER);
    private final Officer asked = xb.officer("xb-ministry", Role.CASE_OFFICER);
    private final Officer askedLawyer = xb.officer("xb-ministry", Role.LAWYER);

    @AfterEach
    void close() {
        xa.close();
        xb.close();
    }

    @Test
    void aTypeThatOnlyThePackKnowsIsAskedReceivedAndAnswered() {
        RequestNumber number = sent(draft(Map.of()));
        RequestDetail arrived = xb.casework.request(asked, number);
        assertEquals(State.RECEIVED, arrived.filed().state());
        // Friday noon in Tokyo; Monday the 30th is the Day of the Tide.
        assertEquals(
                Instant.parse("2026-12-02T08:30:00Z"),
                Objects.requireNonNull(arrived.summary().deadline()).due());
        assertEquals("", arrived.filed().request().head().offence());
        assertTrue(xb.casework
                .checkBasis(askedLawyer, number, new BasisDecision(true, "", Map.of("register.sealed", "no")))
                .accepted());
        assertInstanceOf(
                Sealing.Sealed.class,
                xb.casework.answer(
                        asked,
                        number,
                        new AnswerOrder(
                                List.of("s1"),
                                List.of(),
                                new UseTerms(
                                        new Purpose("safety-at-sea"),
                                        Set.of(HandlingCode.H1),
                                        "",
                                        false,
                                        Instant.parse("2027-01-01T00:00:00Z")))));
        xb.deliverTo(xa);
        assertEquals(State.ANSWERED, xa.casework.request(asker, number).filed().state());
    }

    @Test
    void theAskedSideRefusesOnAGroundThatOnlyThePackKnows() {
        RequestNumber number = sent(draft(Map.of()));
        xb.casework.refuse(
                asked, number, new RefusalOrder("warship", null, new Bilingual("It has guns.", "Lleva cañones.")));
        xb.deliverTo(xa);
        RequestDetail refused = xa.casework.request(asker, number);
        assertEquals(State.REFUSED, refused.filed().state());
        assertEquals(
                "warship", Objects.requireNonNull(refused.filed().refusal()).ground());
    }

    @Test
    void theNodeReadsChoicesNumbersAndAnswersFromTheForm() {
        assertEquals(
                "warship",
                assertInstanceOf(Ruling.Refused.class, ruling(Map.of("vesselKind", "warship")))
                        .ground()
                        .key());
        assertInstanceOf(Ruling.MayRefuse.class, ruling(Map.of("lengthMetres", "4")));
        assertInstanceOf(Ruling.Permitted.class, ruling(Map.of("lengthMetres", "5")));
        assertInstanceOf(Ruling.Permitted.class, ruling(Map.of("lengthMetres", "4", "inDistress", "yes")));
    }

    @Test
    void aValueThatIsNoneOfItsFieldIsNamedAndNothingIsKept() {
        Map<String, String> unfit =
                Map.of("seen", "2026-02-30", "vesselKind", "submarine", "lengthMetres", "-1", "inDistress", "perhaps");
        Submission.Incomplete incomplete =
                assertInstanceOf(Submission.Incomplete.class, xa.casework.submit(asker, draft(unfit)));
        assertEquals(
                unfit.keySet(),
                Set.copyOf(incomplete.problems().stream()
                        .map(Submission.FieldProblem::field)
                        .toList()));
        assertTrue(incomplete.problems().stream()
                .anyMatch(problem -> problem.text().es().contains("merchant, warship")));
        assertTrue(xa.casework.sent(asker).isEmpty());
    }

    @Test
    void thePaperSaysChoicesDaysAndAnswersInBothLanguages() {
        RequestNumber number = sent(draft(Map.of("inDistress", "yes")));
        List<Line> lines = xb.casework.request(asked, number).document().sections().stream()
                .flatMap(section -> section.lines().stream())
                .toList();
        assertEquals(new Bilingual("Merchant vessel", "Buque mercante"), value(lines, "Kind"));
        assertEquals(new Bilingual("November 20, 2026", "20 de noviembre de 2026"), value(lines, "Last seen"));
        assertEquals("sí", value(lines, "In distress").in(Language.ES).toLowerCase(java.util.Locale.ROOT));
        assertFalse(lines.stream().anyMatch(line -> line.label().en().equals("Offence")));
    }

    private static Bilingual value(List<Line> lines, String label) {
        return lines.stream()
                .filter(line -> line.label().en().equals(label))
                .map(Line::value)
                .findFirst()
                .orElseThrow();
    }

    private Ruling ruling(Map<String, String> fields) {
        return Objects.requireNonNull(xa.casework.preview(asker, draft(fields)).ruling());
    }

    private RequestNumber sent(Draft draft) {
        RequestNumber number = assertInstanceOf(Submission.Recorded.class, xa.casework.submit(asker, draft))
                .number();
        assertTrue(xa.casework
                .checkBasis(askersLawyer, number, new BasisDecision(true, "", Map.of()))
                .accepted());
        xa.deliverTo(xb);
        return number;
    }

    private static Draft draft(Map<String, String> more) {
        Map<String, String> fields =
                new HashMap<>(Map.of("vesselName", "Invented Star", "vesselKind", "merchant", "seen", "2026-11-20"));
        fields.putAll(more);
        return new Draft(
                XA_XB,
                new RequestType("vessel-extract"),
                new InstitutionId("xb-ministry"),
                new CaseNumber("XA-2026-000001"),
                new LegalBasis("XA-XB", "1"),
                new Purpose("safety-at-sea"),
                Urgency.ORDINARY,
                "",
                Set.of(HandlingCode.H1),
                "",
                true,
                fields,
                Map.of(),
                Set.of());
    }
}
