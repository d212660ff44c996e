package org.entente.act;

import static org.entente.act.OperationEvent.ARM;
import static org.entente.act.OperationEvent.CONSENT;
import static org.entente.act.OperationEvent.COUNTERSIGN;
import static org.entente.act.OperationEvent.DISARM;
import static org.entente.act.OperationEvent.END;
import static org.entente.act.OperationEvent.PROPOSE;
import static org.entente.act.OperationEvent.REFUSE;
import static org.entente.act.OperationEvent.REVOKE;
import static org.entente.act.OperationEvent.SIGN;
import static org.entente.act.OperationState.ARMED;
import static org.entente.act.OperationState.CONSENTED;
import static org.entente.act.OperationState.CONSENTED_PARTIALLY;
import static org.entente.act.OperationState.DISARMED;
import static org.entente.act.OperationState.DRAFT;
import static org.entente.act.OperationState.ENDED;
import static org.entente.act.OperationState.PROPOSED;
import static org.entente.act.OperationState.REFUSED;
import static org.entente.act.OperationState.REVOKED;

import java.util.Map;
import java.util.Optional;

/// The state machine of an operation, the same table on both nodes. What is not in the table cannot happen. Whether an
/// event is lawful (a draft may be armed only on the proposer's own ground) is decided before it is looked up here.
final class Lifecycle {
    private static final Map<OperationState, Map<OperationEvent, OperationState>> TABLE = Map.of(
            DRAFT, Map.of(PROPOSE, PROPOSED, ARM, ARMED, END, ENDED),
            PROPOSED, Map.of(REFUSE, REFUSED, SIGN, CONSENTED_PARTIALLY, CONSENT, CONSENTED, END, ENDED),
            CONSENTED_PARTIALLY, Map.of(COUNTERSIGN, CONSENTED, REFUSE, REFUSED, END, ENDED),
            CONSENTED, Map.of(ARM, ARMED, REVOKE, REVOKED, END, ENDED),
            ARMED, Map.of(DISARM, DISARMED, REVOKE, REVOKED, END, ENDED),
            DISARMED, Map.of(ARM, ARMED, REVOKE, REVOKED, END, ENDED),
            REFUSED, Map.of(),
            REVOKED, Map.of(),
            ENDED, Map.of());

    private Lifecycle() {}

    static Optional<OperationState> next(OperationState state, OperationEvent event) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(event));
    }
}
