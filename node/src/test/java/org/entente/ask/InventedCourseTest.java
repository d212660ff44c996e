package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.agreement.Course;
import org.entente.agreement.pack.ShippedPack;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.StandingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The stories of the shipped types, told by a type that only the agreement of two invented States knows: acceptance,
/// clocks that turn, something that is held, parts, consultation, postponement and transfer, with no code of its own.
final class InventedCourseTest {
    private static final Bilingual REASONS = new Bilingual("Reasons.", "Motivos.");

    private final StandingClock clock = new StandingClock(Instant.parse("2026-11-24T03:00:00Z"));
    private final Side xa = new Side("XA", clock, ShippedPack.invented());
    private final Side xb = new Side("XB", clock, ShippedPack.invented());
    private final Officer asker = xa.officer("xa-chancery", Role.CASE_OFFICER);
    private final Officer askersLawyer = xa.officer("xa-chancery", Role.LAWYER);
    private final Officer asked = xb.officer("xb-ministry", Role.CASE_OFFICER);
    private final Officer askedLawyer = xb.officer("xb-ministry", Role.LAWYER);

    @AfterEach
    void close() {
        xa.close();
        xb.close();
    }

    private void both() {
        xa.deliverTo(xb);
        xb.deliverTo(xa);
    }

    private RequestNumber sent() {
        Draft draft = new Draft(
                new AgreementId("xa-xb"),
                new RequestType("vessel-hold"),
                new InstitutionId("xb-ministry"),
                new CaseNumber("XA-2026-000001"),
                new LegalBasis("XA-XB", "4"),
                new Purpose("safety-at-sea"),
                Urgency.ORDINARY,
                "",
                Set.of(HandlingCode.H1),
                "",
                true,
                Map.of("vesselName", "Invented Star", "vesselKind", "merchant"),
                Map.of(),
                Set.of());
        RequestNumber number = assertInstanceOf(Submission.Recorded.class, xa.casework.submit(asker, draft))
                .number();
        xa.casework.checkBasis(askersLawyer, number, new BasisDecision(true, "", Map.of()));
        both();
        return number;
    }

    private RequestNumber accepted() {
        RequestNumber number = sent();
        check(askedLawyer, number);
        xb.casework.write(asked, number, new LetterOrder(LetterKind.ACCEPTANCE, "We hold it."));
        both();
        return number;
    }

    private void check(Officer lawyer, RequestNumber number) {
        assertTrue(xb.casework
                .checkBasis(lawyer, number, new BasisDecision(true, "", Map.of("register.sealed", "no")))
                .accepted());
    }

    private RequestNumber held() {
        RequestNumber number = accepted();
        xb.casework.write(asked, number, TwoSides.milestone("vessel-held", Map.of("berth", "7")));
        both();
        return number;
    }

    private RequestDetail asking(RequestNumber number) {
        return xa.casework.request(asker, number);
    }

    private RequestDetail asked(RequestNumber number) {
        return xb.casework.request(asked, number);
    }

    private void state(State state, RequestNumber number) {
        assertEquals(state, TwoSides.state(asking(number)));
        assertEquals(state, TwoSides.state(asked(number)));
    }

    @Test
    void isAcceptedCarriedOutAndEndedWithTheLogOfBothSides() {
        RequestNumber number = held();
        state(State.IN_EXECUTION, number);
        assertEquals("held-days", TwoSides.deadline(asked(number)).clock());
        assertEquals(TwoSides.deadline(asked(number)), TwoSides.deadline(asking(number)));
        xa.casework.write(asker, number, TwoSides.milestone("claim-lodged", Map.of()));
        both();
        xb.casework.write(asked, number, TwoSides.milestone("vessel-handed-over", Map.of()));
        both();
        state(State.CONCLUDED, number);
        assertEquals(1, xb.leaves.duties("ask.accepted").size());
        assertEquals(
                2,
                xb.leaves.duties("ask.milestone-told").size()
                        + xa.leaves.duties("ask.milestone-told").size());
        assertEquals(
                "Nave retenida",
                asking(number).history().stream()
                        .filter(entry -> entry.event() == Event.MILESTONE_ARRIVED)
                        .findFirst()
                        .orElseThrow()
                        .lines()
                        .getFirst()
                        .value()
                        .es());
    }

    @Test
    void whatIsHeldIsNeitherRefusedNorForgotten() {
        RequestNumber number = held();
        EntenteException unsettled = assertThrows(
                EntenteException.class,
                () -> xb.casework.refuse(asked, number, new RefusalOrder("human-rights", null, REASONS)));
        assertEquals(AskCode.ASK_UNSETTLED, unsettled.code());
        assertEquals(
                List.of("vessel-held"),
                asked(number).unsettled().stream().map(Course.Milestone::key).toList());
        clock.advance(Duration.ofDays(11));
        for (Side side : List.of(xa, xb)) {
            side.casework.sweep(TwoSides.SCHEDULE);
        }
        for (RequestDetail detail : List.of(asking(number), asked(number))) {
            assertEquals(
                    List.of(Event.ALARM, Event.ALARM, Event.CLOCK_RAN_OUT),
                    detail.history().stream()
                            .map(HistoryEntry::event)
                            .filter(event -> event == Event.ALARM || event == Event.CLOCK_RAN_OUT)
                            .toList());
        }
        xa.casework.withdraw(asker, number, "No longer needed.");
        both();
        assertEquals(State.IN_EXECUTION, TwoSides.state(asked(number)), "the vessel still lies there");
        xb.casework.write(asked, number, TwoSides.milestone("vessel-freed", Map.of()));
        both();
        assertEquals(State.CONCLUDED, TwoSides.state(asked(number)));
    }

    @Test
    void isRefusedOnItsGroundsAndInPart() {
        RequestNumber number = accepted();
        xb.casework.refuse(
                asked, number, new RefusalOrder("human-rights", null, REASONS, "", "The crew stays on board."));
        both();
        state(State.IN_EXECUTION, number);
        assertEquals(1, asking(number).parts().size());
        xb.casework.refuse(asked, number, new RefusalOrder("human-rights", null, REASONS));
        both();
        state(State.REFUSED, number);
    }

    @Test
    void isAskedAboutExtendedPostponedAndGivenToTheHarbour() {
        RequestNumber number = sent();
        Instant due = TwoSides.deadline(asked(number)).due();
        xb.casework.write(asked, number, new LetterOrder(LetterKind.EXTENSION, "The tide is high."));
        both();
        assertTrue(TwoSides.deadline(asking(number)).due().isAfter(due));
        assertThrows(
                EntenteException.class,
                () -> xb.casework.write(asked, number, new LetterOrder(LetterKind.EXTENSION, "Again.")));
        xb.casework.write(asked, number, new LetterOrder(LetterKind.QUESTION, "Which mast?"));
        both();
        clock.advance(Duration.ofDays(3));
        xa.casework.write(asker, number, new LetterOrder(LetterKind.SUPPLEMENT, "Two masts."));
        both();
        xb.casework.write(
                askedLawyer, number, new LetterOrder(LetterKind.POSTPONEMENT, "Fog.", Map.of("review", "2026-12-20")));
        both();
        state(State.POSTPONED, number);
        xb.casework.write(asked, number, new LetterOrder(LetterKind.RESUMPTION, ""));
        both();
        assertEquals(TwoSides.deadline(asked(number)), TwoSides.deadline(asking(number)));

        xb.casework.write(
                asked,
                number,
                new LetterOrder(
                        LetterKind.TRANSFER, "It is the harbour's.", Map.of(LetterOrder.AUTHORITY, "xb-harbour")));
        both();
        Officer harbour = xb.officer("xb-harbour", Role.CASE_OFFICER);
        Officer harbourLawyer = xb.officer("xb-harbour", Role.LAWYER);
        check(harbourLawyer, number);
        xb.casework.write(harbour, number, new LetterOrder(LetterKind.ACCEPTANCE, ""));
        both();
        assertEquals(State.IN_EXECUTION, TwoSides.state(asking(number)));
        assertEquals(
                "xb-harbour",
                Objects.requireNonNull(asking(number).filed().authority()).value());
    }
}
