package org.entente.law;

import org.entente.kernel.Action;

/// What may be done with versions of the law; the policy table says by whom.
public enum LawAction implements Action {
    PROPOSE("law.propose"),
    DECIDE("law.decide"),
    READ("law.read"),
    RECEIVE("law.receive"),
    SWEEP("law.sweep");

    private final String key;

    LawAction(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
