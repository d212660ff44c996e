package org.entente.contact;

import org.entente.kernel.Action;

/// What may be done with contacts; the policy table says by whom.
public enum ContactAction implements Action {
    READ("contact.read"),
    RECORD("contact.record"),
    REPORT("contact.report"),
    SWEEP("contact.sweep");

    private final String key;

    ContactAction(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
