package org.entente.ask;

/// What must hold of a request, beside its state, for an event to happen.
enum Guard {
    ALWAYS,
    /// Its type goes on after an acceptance.
    HAS_COURSE,
    /// Its type ends with an answer.
    IS_ANSWERED,
    NOT_YET_ACCEPTED,
    ACCEPTED_BEFORE,
    /// Nothing that a milestone began is left open.
    SETTLED,
    UNSETTLED;

    boolean holds(Circumstances now) {
        return switch (this) {
            case ALWAYS -> true;
            case HAS_COURSE -> now.measure().course().isPresent();
            case IS_ANSWERED -> now.measure().isAnswered();
            case NOT_YET_ACCEPTED -> !now.accepted();
            case ACCEPTED_BEFORE -> now.accepted();
            case SETTLED -> now.settled();
            case UNSETTLED -> !now.settled();
        };
    }
}
