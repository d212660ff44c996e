package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuietLaneTest {
    private static final Period NOVEMBER = new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

    private final TwoSides sides = new TwoSides();
    private final Side us = sides.us;
    private final Side mx = sides.mx;
    private final Officer colleague = us.officer("us-central-authority", Role.ANALYST);
    private final Officer auditor = us.officer("us-central-authority", Role.AUDITOR);
    private final Officer theirAnalyst = mx.officer("mx-central-authority", Role.ANALYST);
    private final Officer theirAuditor = mx.officer("mx-central-authority", Role.AUDITOR);

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void onlyThoseNamedSeeAQuietRequestOnTheAskingSide() {
        RequestNumber quiet = submitted();
        for (Officer one : List.of(colleague, auditor)) {
            assertEquals(List.of(), us.casework.sent(one));
            assertEquals(List.of(), us.casework.filtered(one, all(Direction.OUT)));
            assertUnknown(us, one, quiet);
        }
        for (Officer one : List.of(sides.usOfficer, sides.usLawyer)) {
            assertEquals(quiet, us.casework.sent(one).getFirst().number());
            assertEquals(1, us.casework.filtered(one, all(Direction.OUT)).size());
            assertEquals(
                    Set.of(sides.usOfficer.id(), sides.usLawyer.id()),
                    Set.copyOf(us.whoKnows.of(one, quiet).stream()
                            .map(Knower::officer)
                            .toList()));
        }
        assertEquals(2, us.leaves.duties("ask.noted").size());
    }

    @Test
    void ordinaryNumbersHaveNoGapThatTellsOfAQuietOne() {
        RequestNumber before = ordinary();
        RequestNumber quiet = submitted();
        RequestNumber after = ordinary();
        assertEquals(count(before) + 1, count(after));
        assertTrue(count(quiet) >= Limits.QUIET_COUNT_MIN, quiet.value());
    }

    @Test
    void theCentralLawyersOfTheOtherSideSeeItUntilOneNamesWhoKnows() {
        RequestNumber quiet = arrived();
        Officer second = new Officer(
                new OfficerId("mx-second-lawyer"),
                mx.party,
                sides.mxLawyer.institution(),
                "Demonstration lawyer",
                Set.of(Role.LAWYER));
        for (Officer one : List.of(sides.mxOfficer, theirAnalyst, theirAuditor)) {
            assertEquals(List.of(), mx.casework.inbox(one));
            assertEquals(List.of(), mx.casework.received(one));
            assertUnknown(mx, one, quiet);
        }
        for (Officer one : List.of(sides.mxLawyer, second)) {
            assertEquals(1, mx.casework.inbox(one).size());
            assertEquals(List.of(), mx.whoKnows.of(one, quiet));
        }
        assertEquals(
                2, mx.whoKnows.name(sides.mxLawyer, quiet, sides.mxOfficer.id()).size());
        assertEquals(1, mx.casework.inbox(sides.mxOfficer).size());
        assertEquals(List.of(), mx.casework.inbox(second));
        assertUnknown(mx, second, quiet);
        assertThrows(
                EntenteException.class,
                () -> mx.whoKnows.name(theirAnalyst, quiet, theirAnalyst.id()),
                "who does not know names nobody");
    }

    @Test
    void whoDoesNotKnowDoesNotReadWhatAnsweredIt() {
        RequestNumber quiet = arrived();
        mx.whoKnows.name(sides.mxLawyer, quiet, sides.mxOfficer.id());
        var envelope = mx.casework.request(sides.mxLawyer, quiet).filed().envelope();
        assertEquals(Set.of(envelope), mx.whoKnows.hidden(theirAuditor));
        assertEquals(Set.of(), mx.whoKnows.hidden(sides.mxOfficer));
        assertEquals(Set.of(envelope), us.whoKnows.hidden(colleague));
    }

    @Test
    void noFigureTellsOfAQuietRequestWhileItGoesOnAndBothSidesCountAlike() {
        RequestNumber quiet = arrived();
        assertEquals(0, figures(us).rows().size());
        assertEquals(0, figures(mx).rows().size());
        us.casework.withdraw(sides.usOfficer, quiet, "No longer needed.");
        sides.both();
        assertEquals(figures(us).rows(), figures(mx).rows());
        assertTrue(!figures(us).rows().isEmpty());
    }

    @Test
    void aQuietRequestNamesALawyerAndAtMostTen() {
        assertEquals(
                AskCode.ASK_LAWYER_MISSING,
                assertThrows(
                                EntenteException.class,
                                () -> us.casework.submit(sides.usOfficer, quiet(Set.of(colleague.id()))))
                        .code());
        assertEquals(
                AskCode.ASK_OFFICER_UNKNOWN,
                assertThrows(
                                EntenteException.class,
                                () -> us.casework.submit(sides.usOfficer, quiet(Set.of(new OfficerId("us-nobody")))))
                        .code());
        RequestNumber quiet = submitted();
        for (Role role : Role.values()) {
            for (String institution : List.of("us-atf", "us-dea", "us-fbi")) {
                Officer more = us.officer(institution, role);
                if (us.whoKnows.of(sides.usOfficer, quiet).size() < Limits.KNOWS_MAX) {
                    us.whoKnows.name(sides.usOfficer, quiet, more.id());
                }
            }
        }
        Officer eleventh = us.officer("us-central-authority", Role.OPERATOR);
        assertEquals(
                AskCode.ASK_KNOWS_SPENT,
                assertThrows(EntenteException.class, () -> us.whoKnows.name(sides.usOfficer, quiet, eleventh.id()))
                        .code());
        assertEquals(
                AskCode.ASK_NOT_QUIET,
                assertThrows(
                                EntenteException.class,
                                () -> us.whoKnows.name(sides.usOfficer, ordinary(), colleague.id()))
                        .code());
    }

    @Test
    void aRevisionDoesNotOpenAQuietRequest() {
        RequestNumber quiet = submitted();
        us.casework.checkBasis(sides.usLawyer, quiet, new BasisDecision(false, "Say it again.", Map.of()));
        us.casework.revise(sides.usOfficer, quiet, AskExamples.police());
        assertTrue(us.casework
                .request(sides.usOfficer, quiet)
                .filed()
                .request()
                .head()
                .quiet());
        assertEquals(List.of(), us.casework.sent(colleague));
    }

    private static int count(RequestNumber number) {
        return Integer.parseInt(number.value().substring(number.value().length() - 6));
    }

    private static Figures figures(Side side) {
        return side.cooperation
                .report(side.officer(prefix(side), Role.LAWYER), AskExamples.AGREEMENT, NOVEMBER)
                .ours();
    }

    private static String prefix(Side side) {
        return side.party.code().toLowerCase(Locale.ROOT) + "-central-authority";
    }

    private static RequestFilter all(Direction side) {
        return RequestFilter.of(side, Map.of());
    }

    private static void assertUnknown(Side side, Officer officer, RequestNumber number) {
        assertEquals(
                AskCode.ASK_REQUEST_UNKNOWN,
                assertThrows(EntenteException.class, () -> side.casework.request(officer, number))
                        .code());
    }

    private RequestNumber ordinary() {
        return assertInstanceOf(Submission.Recorded.class, us.casework.submit(sides.usOfficer, AskExamples.police()))
                .number();
    }

    private RequestNumber submitted() {
        return assertInstanceOf(
                        Submission.Recorded.class,
                        us.casework.submit(sides.usOfficer, quiet(Set.of(sides.usLawyer.id()))))
                .number();
    }

    private RequestNumber arrived() {
        return sides.sent(quiet(Set.of(sides.usLawyer.id())));
    }

    private static Draft quiet(Set<OfficerId> knows) {
        return quiet(AskExamples.police(), knows);
    }

    static Draft quiet(Draft draft, Set<OfficerId> knows) {
        return new Draft(
                draft.agreement(),
                draft.type(),
                draft.to(),
                draft.caseNumber(),
                draft.basis(),
                draft.purpose(),
                draft.urgency(),
                draft.urgencyReason(),
                draft.handling(),
                draft.offence(),
                draft.demonstration(),
                draft.fields(),
                draft.facts(),
                draft.assurances(),
                knows);
    }
}
