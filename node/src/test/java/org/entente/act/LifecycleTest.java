package org.entente.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    @Test
    void armedIsReachedOnlyFromDraftConsentedOrDisarmed() {
        Set<OperationState> sources = EnumSet.noneOf(OperationState.class);
        for (OperationState state : OperationState.values()) {
            for (OperationEvent event : OperationEvent.values()) {
                if (Lifecycle.next(state, event).equals(Optional.of(OperationState.ARMED))) {
                    sources.add(state);
                    assertEquals(OperationEvent.ARM, event);
                }
            }
        }
        assertEquals(EnumSet.of(OperationState.DRAFT, OperationState.CONSENTED, OperationState.DISARMED), sources);
    }

    @Test
    void refusedRevokedAndEndedAreFinal() {
        for (OperationState state : EnumSet.of(OperationState.REFUSED, OperationState.REVOKED, OperationState.ENDED)) {
            for (OperationEvent event : OperationEvent.values()) {
                assertEquals(Optional.empty(), Lifecycle.next(state, event), state + " " + event);
            }
        }
    }

    @Test
    void oneSignatureNeverLeadsToConsent() {
        assertEquals(
                Optional.of(OperationState.CONSENTED_PARTIALLY),
                Lifecycle.next(OperationState.PROPOSED, OperationEvent.SIGN));
        assertEquals(Optional.empty(), Lifecycle.next(OperationState.CONSENTED_PARTIALLY, OperationEvent.SIGN));
        assertEquals(Optional.empty(), Lifecycle.next(OperationState.PROPOSED, OperationEvent.COUNTERSIGN));
    }

    @Test
    void everyStateIsReachedFromDraft() {
        Set<OperationState> seen = EnumSet.of(OperationState.DRAFT);
        ArrayDeque<OperationState> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            OperationState state = open.remove();
            for (OperationEvent event : OperationEvent.values()) {
                Lifecycle.next(state, event).filter(seen::add).ifPresent(open::add);
            }
        }
        assertEquals(EnumSet.allOf(OperationState.class), seen);
    }

    @Test
    void everyLivingStateEndsWithItsWindow() {
        for (OperationState state : OperationState.values()) {
            boolean isFinal =
                    state == OperationState.REFUSED || state == OperationState.REVOKED || state == OperationState.ENDED;
            assertTrue(isFinal || Lifecycle.next(state, OperationEvent.END).isPresent(), state.name());
        }
    }
}
