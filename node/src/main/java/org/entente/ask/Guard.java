package org.entente.ask;

import org.entente.agreement.Measure;

/// What must hold of a request, beside its state, for an event to happen.
enum Guard {
    ALWAYS,
    /// Its type goes on after an acceptance.
    HAS_COURSE,
    /// Its type ends with an answer.
    IS_ANSWERED,
    NOT_YET_ACCEPTED,
    ACCEPTED_BEFORE;

    boolean holds(Measure measure, boolean accepted) {
        return switch (this) {
            case ALWAYS -> true;
            case HAS_COURSE -> measure.course().isPresent();
            case IS_ANSWERED -> measure.isAnswered();
            case NOT_YET_ACCEPTED -> !accepted;
            case ACCEPTED_BEFORE -> accepted;
        };
    }
}
