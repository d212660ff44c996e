package org.entente.find;

import org.entente.kernel.Action;

/// What may be done with blind discovery; the policy table says by whom.
public enum FindAction implements Action {
    PUBLISH("find.publish"),
    SEE_SETS("find.see-sets"),
    ASK("find.ask"),
    /// One's own queries.
    SEE_QUERIES("find.see-queries"),
    /// Everybody's.
    SEE_ALL_QUERIES("find.see-all-queries"),
    /// What the peer had evaluated here.
    SEE_EVALUATIONS("find.see-evaluations"),
    /// Have own blinded elements evaluated, fetch the tag set: the peer's node.
    SERVE("find.serve"),
    /// Fetch announced sets, destroy old keys: the node itself.
    SWEEP("find.sweep");

    private final String key;

    FindAction(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
