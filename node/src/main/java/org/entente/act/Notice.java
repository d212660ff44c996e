package org.entente.act;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The proposer tells the host that its operation was armed, disarmed or ended. It informs and changes no state.
public record Notice(OperationId operation, OperationEvent event, Instant at) {
    public Notice {
        at = at.truncatedTo(ChronoUnit.SECONDS);
        switch (event) {
            case ARM, DISARM, END -> {}
            case PROPOSE, REFUSE, SIGN, COUNTERSIGN, CONSENT, REVOKE ->
                throw new IllegalArgumentException("a notice tells of arming, disarming or the end: " + event);
        }
    }
}
