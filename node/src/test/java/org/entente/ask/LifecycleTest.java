package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    /// Written down a second time, by hand: side, state, event, next.
    private static final String EXPECTED = """
            OUT DRAFT REVISED DRAFT
            OUT DRAFT SUBMITTED AWAITING_BASIS_CHECK
            OUT DRAFT WITHDRAWN WITHDRAWN
            OUT AWAITING_BASIS_CHECK BASIS_ACCEPTED SENT
            OUT AWAITING_BASIS_CHECK BASIS_RETURNED DRAFT
            OUT AWAITING_BASIS_CHECK WITHDRAWN WITHDRAWN
            OUT SENT ANSWER_ARRIVED ANSWERED
            OUT SENT REFUSAL_ARRIVED REFUSED
            OUT SENT WITHDRAWN WITHDRAWN
            OUT SENT NOT_DELIVERED LAPSED
            OUT SENT QUESTION_ARRIVED INFORMATION_WANTED
            OUT INFORMATION_WANTED SUPPLEMENTED SENT
            OUT INFORMATION_WANTED REFUSAL_ARRIVED REFUSED
            OUT INFORMATION_WANTED WITHDRAWN WITHDRAWN
            OUT WITHDRAWN ANSWER_ARRIVED WITHDRAWN
            OUT WITHDRAWN REFUSAL_ARRIVED WITHDRAWN
            OUT WITHDRAWN QUESTION_ARRIVED WITHDRAWN
            IN RECEIVED BASIS_ACCEPTED BASIS_CHECKED
            IN RECEIVED BASIS_RETURNED RECEIVED
            IN RECEIVED REFUSED REFUSED
            IN RECEIVED WITHDRAWAL_ARRIVED WITHDRAWN
            IN BASIS_CHECKED ANSWERED ANSWERED
            IN BASIS_CHECKED REFUSED REFUSED
            IN BASIS_CHECKED WITHDRAWAL_ARRIVED WITHDRAWN
            IN RECEIVED QUESTION_PUT INFORMATION_AWAITED
            IN BASIS_CHECKED QUESTION_PUT INFORMATION_AWAITED
            IN INFORMATION_AWAITED SUPPLEMENT_ARRIVED RECEIVED
            IN INFORMATION_AWAITED REFUSED REFUSED
            IN INFORMATION_AWAITED WITHDRAWAL_ARRIVED WITHDRAWN
            IN REFUSED SUPPLEMENT_ARRIVED REFUSED
            IN ANSWERED WITHDRAWAL_ARRIVED ANSWERED
            IN REFUSED WITHDRAWAL_ARRIVED REFUSED
            """;

    @Test
    void everyStateAndEventDoesWhatTheTableSaysAndNothingElse() {
        Set<String> allowed = new TreeSet<>(EXPECTED.lines().toList());
        Set<String> found = new TreeSet<>();
        for (Direction side : Direction.values()) {
            for (State state : State.values()) {
                for (Event event : Event.values()) {
                    Lifecycle.next(side, state, event)
                            .ifPresent(next -> found.add(side + " " + state + " " + event + " " + next));
                }
            }
        }
        assertEquals(allowed, found);
        assertEquals(allowed.size(), Lifecycle.TABLE.size(), "a state and event stand twice");
    }

    @Test
    void everyOpenStateCanEndAndNoEndOpensAgain() {
        for (Direction side : Direction.values()) {
            for (State state : reachable(side, side == Direction.OUT ? State.DRAFT : State.RECEIVED)) {
                Set<State> from = reachable(side, state);
                if (state.isOpen()) {
                    assertTrue(from.stream().anyMatch(next -> !next.isOpen()), side + " " + state);
                } else {
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
            for (Event event : Event.values()) {
                Lifecycle.next(side, state, event).filter(seen::add).ifPresent(open::add);
            }
        }
        return seen;
    }
}
