package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Role;
import org.entente.prove.Leaf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who has a request is this side's affair: it orders the work, gives no right, and never crosses.
class AssignmentTest {
    private final TwoSides sides = new TwoSides();
    private final Side us = sides.us;
    private final Side mx = sides.mx;

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void anAssignmentIsKeptAndLoggedAndNothingOfItCrosses() {
        RequestNumber number = sides.sent(AskExamples.police());
        List<HistoryEntry> theirs = sides.asking(number).history();
        mx.assignments.assign(sides.mxLawyer, number, sides.mxOfficer.id());
        mx.assignments.assign(sides.mxLawyer, number, sides.mxOfficer.id());
        RequestDetail asked = sides.asked(number);
        assertEquals(sides.mxOfficer.id(), assignment(asked).officer());
        HistoryEntry last = asked.history().getLast();
        assertEquals(Event.ASSIGNED, last.event());
        assertEquals(sides.mxOfficer.id().value(), last.note());
        assertEquals(
                List.of(Map.of(
                        "by",
                        sides.mxLawyer.label(),
                        "request",
                        number.value(),
                        "to",
                        sides.mxOfficer.id().value())),
                mx.leaves.duties("ask.assigned").stream().map(Leaf.Duty::fields).toList());
        mx.assignments.takeOff(sides.mxOfficer, number);
        mx.assignments.takeOff(sides.mxOfficer, number);
        assertNull(sides.asked(number).summary().assignment());
        assertEquals(1, mx.leaves.duties("ask.taken-off").size());
        assertEquals(0, mx.mail.waitingCount(), "nothing leaves");
        assertEquals(theirs, sides.asking(number).history());
        assertEquals(asked.revision(), sides.asked(number).revision());
    }

    @Test
    void onlyAnOfficerWhoMayWorkOnItIsGivenARequest() {
        RequestNumber number = sides.sent(AskExamples.arrest());
        Officer tax = mx.officer("mx-sat", Role.CASE_OFFICER);
        Officer auditor = mx.officer("mx-central-authority", Role.AUDITOR);
        for (OfficerId unfit : List.of(tax.id(), auditor.id(), new OfficerId("mx-nobody"))) {
            refused(AskCode.ASK_ASSIGNEE_UNFIT, () -> mx.assignments.assign(sides.mxOfficer, number, unfit));
        }
        refused(AskCode.ASK_REQUEST_UNKNOWN, () -> mx.assignments.assign(tax, number, tax.id()));
        refused(AskCode.ASK_REQUEST_UNKNOWN, () -> mx.assignments.eligible(tax, number));
        assertThrows(EntenteException.class, () -> mx.assignments.assign(auditor, number, sides.mxOfficer.id()));
        Set<OfficerId> eligible = mx.assignments.eligible(sides.mxOfficer, number).stream()
                .map(Officer::id)
                .collect(Collectors.toSet());
        assertEquals(Set.of(sides.mxOfficer.id(), sides.mxLawyer.id()), eligible);
        us.casework.withdraw(sides.usOfficer, number, "The case was closed.");
        sides.both();
        refused(
                AskCode.ASK_NOT_IN_THIS_STATE,
                () -> mx.assignments.assign(sides.mxOfficer, number, sides.mxOfficer.id()));
    }

    @Test
    void anotherInstitutionThatIsGivenTheRequestBeginsWithNobody() {
        RequestNumber number = sides.sent(AskExamples.police());
        mx.assignments.assign(sides.mxOfficer, number, sides.mxOfficer.id());
        mx.casework.write(
                sides.mxOfficer,
                number,
                new LetterOrder(LetterKind.TRANSFER, "It is theirs.", Map.of(LetterOrder.AUTHORITY, "mx-fgr-aic")));
        assertNull(sides.asked(number).summary().assignment());
    }

    @Test
    void whatAnAbsentOfficerHasShowsWithTheDeputyAndWithNobodyIfThereIsNone() {
        RequestNumber first = sides.sent(AskExamples.police());
        RequestNumber second = sides.sent(AskExamples.police());
        Officer deputy = mx.colleague(sides.mxOfficer, "mx-deputy");
        mx.assignments.assign(sides.mxOfficer, first, sides.mxOfficer.id());
        assertEquals(Set.of(first), had(sides.mxOfficer, RequestFilter.ME));
        assertEquals(Set.of(second), had(sides.mxOfficer, RequestFilter.NOBODY));
        assertEquals(Set.of(), had(deputy, RequestFilter.ME));
        mx.isAway(sides.mxOfficer, deputy);
        assertEquals(Set.of(first), had(deputy, RequestFilter.ME));
        assertEquals(Set.of(first), had(sides.mxLawyer, deputy.id().value()));
        assertEquals(deputy.id(), assignment(sides.asked(first)).handler());
        mx.isAway(deputy, sides.mxLawyer);
        assertEquals(Set.of(), had(deputy, RequestFilter.ME));
        assertEquals(Set.of(), had(sides.mxLawyer, RequestFilter.ME), "there are no chains");
        assertEquals(Set.of(first, second), had(sides.mxLawyer, RequestFilter.NOBODY));
        assertTrue(assignment(sides.asked(first)).isUncovered());
        refused(AskCode.ASK_ASSIGNEE_AWAY, () -> mx.assignments.assign(sides.mxLawyer, second, sides.mxOfficer.id()));
        sides.clock.advance(Duration.ofDays(8));
        assertEquals(Set.of(first), had(sides.mxOfficer, RequestFilter.ME), "it ended by itself");
    }

    @Test
    void whatADeputyDoesNamesForWhomInTheHistoryAndInTheLog() {
        RequestNumber number = sides.sent(AskExamples.police());
        Officer deputy = mx.colleague(sides.mxOfficer, "mx-deputy");
        mx.assignments.assign(sides.mxLawyer, number, sides.mxOfficer.id());
        mx.isAway(sides.mxOfficer, deputy);
        mx.casework.write(deputy, number, new LetterOrder(LetterKind.QUESTION, "Which?"));
        HistoryEntry last = sides.asked(number).history().getLast();
        assertEquals(deputy.label(), last.by());
        assertEquals(sides.mxOfficer.id(), last.actingFor());
        assertEquals(
                sides.mxOfficer.id().value(),
                mx.leaves.duties("ask.question-put").getFirst().fields().get("for"));
        sides.both();
        assertTrue(sides.asking(number).history().stream().allMatch(entry -> entry.actingFor() == null));
        mx.casework.request(sides.mxLawyer, number);
        assertNull(mx.leaves.duties("ask.opened").getLast().fields().get("for"), "the lawyer acts for themself");
    }

    @Test
    void aDeputyDoesNotCheckWhatTheAbsentOfficerWrote() {
        Officer author = us.officer("us-central-authority", Role.CASE_OFFICER, Role.LAWYER);
        Officer deputy = us.colleague(author, "us-deputy");
        RequestNumber number = ((Submission.Recorded) us.casework.submit(author, AskExamples.police())).number();
        us.isAway(author, deputy);
        BasisDecision accept = new BasisDecision(true, "", Map.of());
        refused(AskCode.ASK_DEPUTY_OF_AUTHOR, () -> us.casework.checkBasis(deputy, number, accept));
        assertTrue(us.casework.checkBasis(sides.usLawyer, number, accept).accepted());
    }

    @Test
    void nobodyChecksWhatADeputyWroteInTheirPlace() {
        RequestNumber number =
                ((Submission.Recorded) us.casework.submit(sides.usOfficer, AskExamples.police())).number();
        us.casework.checkBasis(sides.usLawyer, number, new BasisDecision(false, "Mend it.", Map.of()));
        Officer absent = us.colleague(us.officer("us-central-authority", Role.CASE_OFFICER, Role.LAWYER), "us-absent");
        Officer deputy = us.colleague(absent, "us-deputy");
        us.assignments.assign(sides.usLawyer, number, absent.id());
        us.isAway(absent, deputy);
        us.casework.revise(deputy, number, AskExamples.police());
        sides.clock.advance(Duration.ofDays(8));
        BasisDecision accept = new BasisDecision(true, "", Map.of());
        refused(AskCode.ASK_SAME_OFFICER, () -> us.casework.checkBasis(absent, number, accept));
        refused(AskCode.ASK_SAME_OFFICER, () -> us.casework.checkBasis(deputy, number, accept));
    }

    @Test
    void theDeputyOfWhoCheckedDoesNotAccept() {
        Officer checker = mx.officer("mx-central-authority", Role.LAWYER);
        Officer deputy = mx.colleague(checker, "mx-deputy");
        RequestNumber number = sides.sent(AskExamples.arrest());
        sides.check(number, Map.of());
        mx.isAway(checker, deputy);
        LetterOrder acceptance = new LetterOrder(LetterKind.ACCEPTANCE, "We begin.");
        refused(AskCode.ASK_DEPUTY_OF_AUTHOR, () -> mx.casework.write(deputy, number, acceptance));
        mx.casework.write(sides.mxOfficer, number, acceptance);
    }

    @Test
    void inBulkEachSingleHasItsOwnOutcome() {
        RequestNumber first = sides.sent(AskExamples.police());
        RequestNumber ended = sides.sent(AskExamples.police());
        RequestNumber last = sides.sent(AskExamples.police());
        us.casework.withdraw(sides.usOfficer, ended, "The case was closed.");
        sides.both();
        InBulk bulk = new InBulk(mx.casework, mx.assignments);
        RequestNumber none = new RequestNumber("US-2026-999999");
        List<InBulk.Outcome> outcomes =
                bulk.assign(sides.mxOfficer, List.of(first, ended, none, last, first), sides.mxOfficer.id());
        assertEquals(
                List.of("done", "ASK_NOT_IN_THIS_STATE", "ASK_REQUEST_UNKNOWN", "done"),
                outcomes.stream()
                        .map(one -> one.refused() == null
                                ? "done"
                                : one.refused().code().name())
                        .toList());
        assertEquals(Set.of(first, last), had(sides.mxOfficer, RequestFilter.ME));
        assertEquals(2, mx.leaves.duties("ask.assigned").size(), "each is logged as alone");
        List<RequestNumber> many = java.util.stream.IntStream.rangeClosed(0, Limits.AT_ONCE_MAX)
                .mapToObj(count -> RequestNumber.of(us.party, 2026, 1_000 + count))
                .toList();
        refused(AskCode.ASK_TOO_MANY_AT_ONCE, () -> bulk.assign(sides.mxOfficer, many, null));
        InBulk asking = new InBulk(us.casework, us.assignments);
        assertEquals(
                List.of(true, false),
                asking.withdraw(sides.usOfficer, List.of(first, ended), "All closed.").stream()
                        .map(one -> one.refused() == null)
                        .toList());
        sides.both();
        assertEquals(State.WITHDRAWN, TwoSides.state(sides.asked(first)));
    }

    @Test
    void aKeptFilterIsItsOfficersAloneAndCountsWhatPassesNow() {
        sides.sent(AskExamples.police());
        RequestFilter police = RequestFilter.of(
                Direction.IN, Map.of("type", "police-information", "assignee", RequestFilter.NOBODY, "left", "week"));
        mx.filters.keep(sides.mxOfficer, " Policía, sin asignar ", police);
        SavedFilter kept = mx.filters.all(sides.mxOfficer).getFirst();
        assertEquals("Policía, sin asignar", kept.name());
        assertEquals(police, kept.filter());
        assertEquals(1, kept.count());
        assertEquals(List.of(), mx.filters.all(sides.mxLawyer));
        refused(AskCode.ASK_FILTER_UNKNOWN, () -> mx.filters.remove(sides.mxLawyer, kept.name()));
        for (String unfit : List.of(" ", "x".repeat(Limits.FILTER_NAME_LENGTH_MAX + 1), "two\nlines")) {
            refused(AskCode.ASK_FIELD_UNFIT, () -> mx.filters.keep(sides.mxOfficer, unfit, police));
        }
        for (int i = 1; i < Limits.FILTERS_MAX; i++) {
            mx.filters.keep(sides.mxOfficer, "filter " + i, police);
        }
        refused(AskCode.ASK_FILTERS_SPENT, () -> mx.filters.keep(sides.mxOfficer, "one more", police));
        mx.filters.keep(sides.mxOfficer, kept.name(), RequestFilter.of(Direction.OUT, Map.of()));
        mx.filters.remove(sides.mxOfficer, kept.name());
        assertEquals(Limits.FILTERS_MAX - 1, mx.filters.all(sides.mxOfficer).size());
    }

    private Set<RequestNumber> had(Officer reader, String assignee) {
        return mx.casework.filtered(reader, RequestFilter.of(Direction.IN, Map.of("assignee", assignee))).stream()
                .map(RequestSummary::number)
                .collect(Collectors.toSet());
    }

    private static Assignment assignment(RequestDetail detail) {
        return Objects.requireNonNull(detail.summary().assignment());
    }

    private static void refused(AskCode code, org.junit.jupiter.api.function.Executable act) {
        assertEquals(code, assertThrows(EntenteException.class, act).code());
    }
}
