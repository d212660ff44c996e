package org.entente.access;

import org.entente.kernel.Action;

/// What may be done about accounts themselves.
public enum AccessAction implements Action {
    ISSUE_LINK("access.issue-link"),
    GRANT_MANDATE("access.grant-mandate"),
    LIST_OFFICERS("access.list-officers"),
    DECLARE_ABSENCE("access.declare-absence"),
    DECLARE_FOR_OTHERS("access.declare-for-others"),
    SEE_ABSENCES("access.see-absences"),
    SET_ADDRESS("access.set-address"),
    SET_ADDRESS_FOR_OTHERS("access.set-address-for-others"),
    READ_ADDRESSES("access.read-addresses");

    private final String key;

    AccessAction(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
