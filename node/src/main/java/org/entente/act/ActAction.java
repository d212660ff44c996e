package org.entente.act;

import org.entente.kernel.Action;

/// What may be done with operations; the policy table says by whom.
public enum ActAction implements Action {
    PROPOSE("act.propose"),
    ARM("act.arm"),
    /// As the host: one of the two signatures under a consent.
    CONSENT("act.consent"),
    REFUSE("act.refuse"),
    REVOKE("act.revoke"),
    READ("act.read"),
    END("act.end"),
    ACCEPT_CONDITION("act.accept-condition"),
    /// As the peer: bring what this room takes.
    RECEIVE("act.receive");

    private final String key;

    ActAction(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
