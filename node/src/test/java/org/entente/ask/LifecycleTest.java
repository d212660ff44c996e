package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.agreement.Measure;
import org.entente.agreement.pack.ShippedPack;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    /// Written down a second time, by hand: side, state, event, guard, next, clock.
    private static final String EXPECTED = """
            OUT DRAFT REVISED ALWAYS DRAFT NONE
            OUT DRAFT SUBMITTED ALWAYS AWAITING_BASIS_CHECK NONE
            OUT DRAFT WITHDRAWN ALWAYS WITHDRAWN NONE
            OUT AWAITING_BASIS_CHECK BASIS_ACCEPTED ALWAYS SENT NONE
            OUT AWAITING_BASIS_CHECK BASIS_RETURNED ALWAYS DRAFT NONE
            OUT AWAITING_BASIS_CHECK WITHDRAWN ALWAYS WITHDRAWN NONE
            OUT SENT NOT_DELIVERED ALWAYS LAPSED NONE
            OUT SENT ANSWER_ARRIVED IS_ANSWERED ANSWERED NONE
            OUT SENT REFUSAL_ARRIVED ALWAYS REFUSED NONE
            OUT SENT WITHDRAWN ALWAYS WITHDRAWN NONE
            OUT SENT QUESTION_ARRIVED ALWAYS INFORMATION_WANTED STANDS
            OUT SENT ACCEPTANCE_ARRIVED HAS_COURSE IN_EXECUTION TURNS
            OUT SENT EXTENSION_ARRIVED ALWAYS SENT EXTENDED
            OUT SENT POSTPONEMENT_ARRIVED ALWAYS POSTPONED STANDS
            OUT SENT ALARM ALWAYS SENT NONE
            OUT SENT CLOCK_RAN_OUT ALWAYS SENT NONE
            OUT SENT REVIEW_DUE ALWAYS SENT NONE
            OUT LAPSED ANSWER_ARRIVED IS_ANSWERED ANSWERED NONE
            OUT LAPSED REFUSAL_ARRIVED ALWAYS REFUSED NONE
            OUT LAPSED QUESTION_ARRIVED ALWAYS INFORMATION_WANTED STANDS
            OUT LAPSED ACCEPTANCE_ARRIVED HAS_COURSE IN_EXECUTION TURNS
            OUT LAPSED EXTENSION_ARRIVED ALWAYS SENT EXTENDED
            OUT LAPSED POSTPONEMENT_ARRIVED ALWAYS POSTPONED STANDS
            OUT IN_EXECUTION ANSWER_ARRIVED IS_ANSWERED ANSWERED NONE
            OUT IN_EXECUTION REFUSAL_ARRIVED SETTLED REFUSED NONE
            OUT IN_EXECUTION WITHDRAWN ALWAYS WITHDRAWN NONE
            OUT IN_EXECUTION QUESTION_ARRIVED ALWAYS INFORMATION_WANTED STANDS
            OUT IN_EXECUTION EXTENSION_ARRIVED ALWAYS IN_EXECUTION EXTENDED
            OUT IN_EXECUTION POSTPONEMENT_ARRIVED SETTLED POSTPONED STANDS
            OUT IN_EXECUTION MILESTONE_TOLD ALWAYS IN_EXECUTION NONE
            OUT IN_EXECUTION MILESTONE_ARRIVED ALWAYS IN_EXECUTION TURNS
            OUT IN_EXECUTION CONCLUSION_ARRIVED ALWAYS CONCLUDED NONE
            OUT IN_EXECUTION ALARM ALWAYS IN_EXECUTION NONE
            OUT IN_EXECUTION CLOCK_RAN_OUT ALWAYS IN_EXECUTION NONE
            OUT IN_EXECUTION REVIEW_DUE ALWAYS IN_EXECUTION NONE
            OUT INFORMATION_WANTED SUPPLEMENTED ACCEPTED_BEFORE IN_EXECUTION RUNS_ON
            OUT INFORMATION_WANTED SUPPLEMENTED NOT_YET_ACCEPTED SENT RUNS_ON
            OUT INFORMATION_WANTED REFUSAL_ARRIVED SETTLED REFUSED NONE
            OUT INFORMATION_WANTED MILESTONE_TOLD ACCEPTED_BEFORE INFORMATION_WANTED NONE
            OUT INFORMATION_WANTED MILESTONE_ARRIVED ALWAYS INFORMATION_WANTED TURNS
            OUT INFORMATION_WANTED CONCLUSION_ARRIVED ALWAYS CONCLUDED NONE
            OUT INFORMATION_WANTED ALARM ALWAYS INFORMATION_WANTED NONE
            OUT INFORMATION_WANTED CLOCK_RAN_OUT ALWAYS INFORMATION_WANTED NONE
            OUT INFORMATION_WANTED REVIEW_DUE ALWAYS INFORMATION_WANTED NONE
            OUT INFORMATION_WANTED WITHDRAWN ALWAYS WITHDRAWN NONE
            OUT POSTPONED RESUMPTION_ARRIVED ACCEPTED_BEFORE IN_EXECUTION RUNS_ON
            OUT POSTPONED RESUMPTION_ARRIVED NOT_YET_ACCEPTED SENT RUNS_ON
            OUT POSTPONED REFUSAL_ARRIVED ALWAYS REFUSED NONE
            OUT POSTPONED WITHDRAWN ALWAYS WITHDRAWN NONE
            OUT POSTPONED REVIEW_DUE ALWAYS POSTPONED NONE
            OUT WITHDRAWN ANSWER_ARRIVED ALWAYS WITHDRAWN NONE
            OUT WITHDRAWN REFUSAL_ARRIVED ALWAYS WITHDRAWN NONE
            OUT WITHDRAWN QUESTION_ARRIVED ALWAYS WITHDRAWN NONE
            OUT WITHDRAWN ACCEPTANCE_ARRIVED ALWAYS WITHDRAWN NONE
            OUT WITHDRAWN EXTENSION_ARRIVED ALWAYS WITHDRAWN NONE
            OUT WITHDRAWN POSTPONEMENT_ARRIVED ALWAYS WITHDRAWN NONE
            OUT WITHDRAWN RESUMPTION_ARRIVED ALWAYS WITHDRAWN NONE
            OUT WITHDRAWN MILESTONE_ARRIVED ALWAYS WITHDRAWN NONE
            OUT WITHDRAWN CONCLUSION_ARRIVED ALWAYS WITHDRAWN NONE
            IN RECEIVED BASIS_ACCEPTED ALWAYS BASIS_CHECKED NONE
            IN RECEIVED BASIS_RETURNED ALWAYS RECEIVED NONE
            IN RECEIVED QUESTION_PUT ALWAYS INFORMATION_AWAITED STANDS
            IN RECEIVED EXTENDED ALWAYS RECEIVED EXTENDED
            IN RECEIVED POSTPONED ALWAYS POSTPONED STANDS
            IN RECEIVED REFUSED ALWAYS REFUSED NONE
            IN RECEIVED CONSULTATION_WAIVED ALWAYS RECEIVED NONE
            IN RECEIVED WITHDRAWAL_ARRIVED ALWAYS WITHDRAWN NONE
            IN RECEIVED ALARM ALWAYS RECEIVED NONE
            IN RECEIVED CLOCK_RAN_OUT ALWAYS RECEIVED NONE
            IN RECEIVED REVIEW_DUE ALWAYS RECEIVED NONE
            IN BASIS_CHECKED ANSWERED IS_ANSWERED ANSWERED NONE
            IN BASIS_CHECKED ACCEPTED HAS_COURSE IN_EXECUTION TURNS
            IN BASIS_CHECKED QUESTION_PUT ALWAYS INFORMATION_AWAITED STANDS
            IN BASIS_CHECKED EXTENDED ALWAYS BASIS_CHECKED EXTENDED
            IN BASIS_CHECKED POSTPONED ALWAYS POSTPONED STANDS
            IN BASIS_CHECKED REFUSED ALWAYS REFUSED NONE
            IN BASIS_CHECKED CONSULTATION_WAIVED ALWAYS BASIS_CHECKED NONE
            IN BASIS_CHECKED WITHDRAWAL_ARRIVED ALWAYS WITHDRAWN NONE
            IN BASIS_CHECKED ALARM ALWAYS BASIS_CHECKED NONE
            IN BASIS_CHECKED CLOCK_RAN_OUT ALWAYS BASIS_CHECKED NONE
            IN BASIS_CHECKED REVIEW_DUE ALWAYS BASIS_CHECKED NONE
            IN IN_EXECUTION ANSWERED IS_ANSWERED ANSWERED NONE
            IN IN_EXECUTION MILESTONE_TOLD ALWAYS IN_EXECUTION TURNS
            IN IN_EXECUTION CONCLUDED ALWAYS CONCLUDED NONE
            IN IN_EXECUTION MILESTONE_ARRIVED ALWAYS IN_EXECUTION NONE
            IN IN_EXECUTION QUESTION_PUT ALWAYS INFORMATION_AWAITED STANDS
            IN IN_EXECUTION EXTENDED ALWAYS IN_EXECUTION EXTENDED
            IN IN_EXECUTION POSTPONED SETTLED POSTPONED STANDS
            IN IN_EXECUTION REFUSED SETTLED REFUSED NONE
            IN IN_EXECUTION CONSULTATION_WAIVED ALWAYS IN_EXECUTION NONE
            IN IN_EXECUTION WITHDRAWAL_ARRIVED SETTLED WITHDRAWN NONE
            IN IN_EXECUTION WITHDRAWAL_ARRIVED UNSETTLED IN_EXECUTION NONE
            IN IN_EXECUTION ALARM ALWAYS IN_EXECUTION NONE
            IN IN_EXECUTION CLOCK_RAN_OUT ALWAYS IN_EXECUTION NONE
            IN IN_EXECUTION REVIEW_DUE ALWAYS IN_EXECUTION NONE
            IN INFORMATION_AWAITED SUPPLEMENT_ARRIVED ACCEPTED_BEFORE IN_EXECUTION RUNS_ON
            IN INFORMATION_AWAITED SUPPLEMENT_ARRIVED NOT_YET_ACCEPTED RECEIVED RUNS_ON
            IN INFORMATION_AWAITED REFUSED SETTLED REFUSED NONE
            IN INFORMATION_AWAITED CONSULTATION_WAIVED ALWAYS INFORMATION_AWAITED NONE
            IN INFORMATION_AWAITED WITHDRAWAL_ARRIVED SETTLED WITHDRAWN NONE
            IN INFORMATION_AWAITED WITHDRAWAL_ARRIVED UNSETTLED INFORMATION_AWAITED NONE
            IN INFORMATION_AWAITED MILESTONE_TOLD ACCEPTED_BEFORE INFORMATION_AWAITED TURNS
            IN INFORMATION_AWAITED CONCLUDED ACCEPTED_BEFORE CONCLUDED NONE
            IN INFORMATION_AWAITED ALARM ALWAYS INFORMATION_AWAITED NONE
            IN INFORMATION_AWAITED CLOCK_RAN_OUT ALWAYS INFORMATION_AWAITED NONE
            IN INFORMATION_AWAITED REVIEW_DUE ALWAYS INFORMATION_AWAITED NONE
            IN INFORMATION_AWAITED MILESTONE_ARRIVED ALWAYS INFORMATION_AWAITED NONE
            IN POSTPONED RESUMED ACCEPTED_BEFORE IN_EXECUTION RUNS_ON
            IN POSTPONED RESUMED NOT_YET_ACCEPTED RECEIVED RUNS_ON
            IN POSTPONED REFUSED ALWAYS REFUSED NONE
            IN POSTPONED CONSULTATION_WAIVED ALWAYS POSTPONED NONE
            IN POSTPONED WITHDRAWAL_ARRIVED ALWAYS WITHDRAWN NONE
            IN POSTPONED MILESTONE_ARRIVED ALWAYS POSTPONED NONE
            IN POSTPONED REVIEW_DUE ALWAYS POSTPONED NONE
            IN REFUSED SUPPLEMENT_ARRIVED ALWAYS REFUSED NONE
            IN REFUSED MILESTONE_ARRIVED ALWAYS REFUSED NONE
            IN REFUSED WITHDRAWAL_ARRIVED ALWAYS REFUSED NONE
            IN ANSWERED MILESTONE_ARRIVED ALWAYS ANSWERED NONE
            IN ANSWERED WITHDRAWAL_ARRIVED ALWAYS ANSWERED NONE
            IN CONCLUDED SUPPLEMENT_ARRIVED ALWAYS CONCLUDED NONE
            IN CONCLUDED MILESTONE_ARRIVED ALWAYS CONCLUDED NONE
            IN CONCLUDED WITHDRAWAL_ARRIVED ALWAYS CONCLUDED NONE
            """;

    @Test
    void everyStateAndEventDoesWhatTheTableSaysAndNothingElse() {
        Set<String> found = Lifecycle.TABLE.stream()
                .map(row -> row.side() + " " + row.state() + " " + row.event() + " " + row.guard() + " " + row.next()
                        + " " + row.clock())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(EXPECTED.lines().toList()), found);
        assertEquals(found.size(), Lifecycle.TABLE.size(), "a row stands twice");
    }

    @Test
    void ofAnyCircumstancesAtMostOneRowHolds() {
        for (Measure measure : ShippedPack.read().requests()) {
            for (boolean accepted : List.of(false, true)) {
                for (boolean settled : List.of(false, true)) {
                    Circumstances now = new Circumstances(measure, accepted, settled);
                    Map<String, Long> counts = Lifecycle.TABLE.stream()
                            .filter(row -> row.guard().holds(now))
                            .collect(Collectors.groupingBy(
                                    row -> row.side() + " " + row.state() + " " + row.event(), Collectors.counting()));
                    assertTrue(counts.values().stream().allMatch(count -> count == 1), counts.toString());
                }
            }
        }
    }

    @Test
    void everyOpenStateCanEndAndNoEndOpensAgainButWhereOnlyTheReceiptWasLost() {
        for (Direction side : Direction.values()) {
            for (State state : reachable(side, side == Direction.OUT ? State.DRAFT : State.RECEIVED)) {
                Set<State> from = reachable(side, state);
                if (state.isOpen()) {
                    assertTrue(from.stream().anyMatch(next -> !next.isOpen()), side + " " + state);
                } else if (state != State.LAPSED) {
                    assertEquals(Set.of(state), from, side + " " + state);
                }
            }
        }
    }

    @Test
    void everyStateIsReachedOnSomeSide() {
        Set<State> reached = EnumSet.copyOf(reachable(Direction.OUT, State.DRAFT));
        reached.addAll(reachable(Direction.IN, State.RECEIVED));
        assertEquals(EnumSet.allOf(State.class), reached);
    }

    @Test
    void everyStateAndEventHasItsWordsInBothLanguages() {
        Set<String> words = Arrays.stream(State.values())
                .map(state -> state.text().es())
                .collect(Collectors.toCollection(HashSet::new));
        assertEquals(State.values().length, words.size());
        for (Event event : Event.values()) {
            assertTrue(!event.text().en().equals(event.text().es()), event.word());
        }
    }

    private static Set<State> reachable(Direction side, State from) {
        Set<State> seen = EnumSet.of(from);
        Queue<State> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            State state = open.remove();
            Lifecycle.TABLE.stream()
                    .filter(row -> row.side() == side && row.state() == state)
                    .map(Lifecycle.Row::next)
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return seen;
    }
}
