package org.entente.ask;

import static org.entente.ask.Direction.IN;
import static org.entente.ask.Direction.OUT;
import static org.entente.ask.State.ANSWERED;
import static org.entente.ask.State.AWAITING_BASIS_CHECK;
import static org.entente.ask.State.BASIS_CHECKED;
import static org.entente.ask.State.CONCLUDED;
import static org.entente.ask.State.DRAFT;
import static org.entente.ask.State.INFORMATION_AWAITED;
import static org.entente.ask.State.INFORMATION_WANTED;
import static org.entente.ask.State.IN_EXECUTION;
import static org.entente.ask.State.LAPSED;
import static org.entente.ask.State.POSTPONED;
import static org.entente.ask.State.RECEIVED;
import static org.entente.ask.State.REFUSED;
import static org.entente.ask.State.SENT;
import static org.entente.ask.State.WITHDRAWN;

import java.util.List;
import java.util.Optional;

/// The one table of a request's life, whatever its type: side, state, event, guard, next state, effect on the clock.
/// What is not in it cannot happen. Of the rows of a state and event the first whose guard holds counts.
final class Lifecycle {
    record Row(Direction side, State state, Event event, Guard guard, State next, ClockEffect clock) {}

    static final List<Row> TABLE = List.of(
            row(OUT, DRAFT, Event.REVISED, DRAFT),
            row(OUT, DRAFT, Event.ATTACHED, DRAFT),
            row(OUT, DRAFT, Event.DETACHED, DRAFT),
            row(OUT, DRAFT, Event.SUBMITTED, AWAITING_BASIS_CHECK),
            row(OUT, DRAFT, Event.WITHDRAWN, WITHDRAWN),
            row(OUT, AWAITING_BASIS_CHECK, Event.BASIS_ACCEPTED, SENT),
            row(OUT, AWAITING_BASIS_CHECK, Event.BASIS_RETURNED, DRAFT),
            row(OUT, AWAITING_BASIS_CHECK, Event.ATTACHED, AWAITING_BASIS_CHECK),
            row(OUT, AWAITING_BASIS_CHECK, Event.DETACHED, AWAITING_BASIS_CHECK),
            row(OUT, AWAITING_BASIS_CHECK, Event.LAW_CHANGED, DRAFT),
            row(OUT, AWAITING_BASIS_CHECK, Event.WITHDRAWN, WITHDRAWN),
            row(OUT, SENT, Event.NOT_DELIVERED, LAPSED),
            guarded(OUT, SENT, Event.ANSWER_ARRIVED, Guard.IS_ANSWERED, ANSWERED),
            row(OUT, SENT, Event.REFUSAL_ARRIVED, REFUSED),
            guarded(OUT, SENT, Event.PART_ANSWER_ARRIVED, Guard.IS_ANSWERED, SENT),
            row(OUT, SENT, Event.PART_REFUSAL_ARRIVED, SENT),
            row(OUT, SENT, Event.TRANSFER_ARRIVED, SENT),
            row(OUT, SENT, Event.WITHDRAWN, WITHDRAWN),
            row(OUT, SENT, Event.QUESTION_ARRIVED, INFORMATION_WANTED, ClockEffect.STANDS),
            guarded(OUT, SENT, Event.ACCEPTANCE_ARRIVED, Guard.HAS_COURSE, IN_EXECUTION, ClockEffect.TURNS),
            row(OUT, SENT, Event.EXTENSION_ARRIVED, SENT, ClockEffect.EXTENDED),
            row(OUT, SENT, Event.POSTPONEMENT_ARRIVED, POSTPONED, ClockEffect.STANDS),
            row(OUT, SENT, Event.ALARM, SENT),
            row(OUT, SENT, Event.CLOCK_RAN_OUT, SENT),
            row(OUT, SENT, Event.REVIEW_DUE, SENT),
            // Only the receipt was lost: the other side has it after all.
            guarded(OUT, LAPSED, Event.ANSWER_ARRIVED, Guard.IS_ANSWERED, ANSWERED),
            row(OUT, LAPSED, Event.REFUSAL_ARRIVED, REFUSED),
            guarded(OUT, LAPSED, Event.PART_ANSWER_ARRIVED, Guard.IS_ANSWERED, SENT),
            row(OUT, LAPSED, Event.PART_REFUSAL_ARRIVED, SENT),
            row(OUT, LAPSED, Event.TRANSFER_ARRIVED, SENT),
            row(OUT, LAPSED, Event.QUESTION_ARRIVED, INFORMATION_WANTED, ClockEffect.STANDS),
            guarded(OUT, LAPSED, Event.ACCEPTANCE_ARRIVED, Guard.HAS_COURSE, IN_EXECUTION, ClockEffect.TURNS),
            row(OUT, LAPSED, Event.EXTENSION_ARRIVED, SENT, ClockEffect.EXTENDED),
            row(OUT, LAPSED, Event.POSTPONEMENT_ARRIVED, POSTPONED, ClockEffect.STANDS),
            guarded(OUT, IN_EXECUTION, Event.ANSWER_ARRIVED, Guard.IS_ANSWERED, ANSWERED),
            guarded(OUT, IN_EXECUTION, Event.REFUSAL_ARRIVED, Guard.SETTLED, REFUSED),
            guarded(OUT, IN_EXECUTION, Event.PART_ANSWER_ARRIVED, Guard.IS_ANSWERED, IN_EXECUTION),
            row(OUT, IN_EXECUTION, Event.PART_REFUSAL_ARRIVED, IN_EXECUTION),
            row(OUT, IN_EXECUTION, Event.WITHDRAWN, WITHDRAWN),
            row(OUT, IN_EXECUTION, Event.QUESTION_ARRIVED, INFORMATION_WANTED, ClockEffect.STANDS),
            row(OUT, IN_EXECUTION, Event.EXTENSION_ARRIVED, IN_EXECUTION, ClockEffect.EXTENDED),
            guarded(OUT, IN_EXECUTION, Event.POSTPONEMENT_ARRIVED, Guard.SETTLED, POSTPONED, ClockEffect.STANDS),
            row(OUT, IN_EXECUTION, Event.MILESTONE_TOLD, IN_EXECUTION),
            row(OUT, IN_EXECUTION, Event.MILESTONE_ARRIVED, IN_EXECUTION, ClockEffect.TURNS),
            row(OUT, IN_EXECUTION, Event.CONCLUSION_ARRIVED, CONCLUDED),
            row(OUT, IN_EXECUTION, Event.ALARM, IN_EXECUTION),
            row(OUT, IN_EXECUTION, Event.CLOCK_RAN_OUT, IN_EXECUTION),
            row(OUT, IN_EXECUTION, Event.REVIEW_DUE, IN_EXECUTION),
            guarded(
                    OUT,
                    INFORMATION_WANTED,
                    Event.SUPPLEMENTED,
                    Guard.ACCEPTED_BEFORE,
                    IN_EXECUTION,
                    ClockEffect.RUNS_ON),
            guarded(OUT, INFORMATION_WANTED, Event.SUPPLEMENTED, Guard.NOT_YET_ACCEPTED, SENT, ClockEffect.RUNS_ON),
            guarded(OUT, INFORMATION_WANTED, Event.REFUSAL_ARRIVED, Guard.SETTLED, REFUSED),
            row(OUT, INFORMATION_WANTED, Event.PART_REFUSAL_ARRIVED, INFORMATION_WANTED),
            // What goes on meanwhile is told; a clock that does not stand is watched.
            guarded(OUT, INFORMATION_WANTED, Event.MILESTONE_TOLD, Guard.ACCEPTED_BEFORE, INFORMATION_WANTED),
            row(OUT, INFORMATION_WANTED, Event.MILESTONE_ARRIVED, INFORMATION_WANTED, ClockEffect.TURNS),
            row(OUT, INFORMATION_WANTED, Event.CONCLUSION_ARRIVED, CONCLUDED),
            row(OUT, INFORMATION_WANTED, Event.ALARM, INFORMATION_WANTED),
            row(OUT, INFORMATION_WANTED, Event.CLOCK_RAN_OUT, INFORMATION_WANTED),
            row(OUT, INFORMATION_WANTED, Event.REVIEW_DUE, INFORMATION_WANTED),
            row(OUT, INFORMATION_WANTED, Event.WITHDRAWN, WITHDRAWN),
            guarded(OUT, POSTPONED, Event.RESUMPTION_ARRIVED, Guard.ACCEPTED_BEFORE, IN_EXECUTION, ClockEffect.RUNS_ON),
            guarded(OUT, POSTPONED, Event.RESUMPTION_ARRIVED, Guard.NOT_YET_ACCEPTED, SENT, ClockEffect.RUNS_ON),
            row(OUT, POSTPONED, Event.REFUSAL_ARRIVED, REFUSED),
            row(OUT, POSTPONED, Event.PART_REFUSAL_ARRIVED, POSTPONED),
            row(OUT, POSTPONED, Event.WITHDRAWN, WITHDRAWN),
            row(OUT, POSTPONED, Event.REVIEW_DUE, POSTPONED),
            // What helps an accused is disclosed at any time once something was released, and its owner told.
            row(OUT, SENT, Event.DISCLOSED, SENT),
            row(OUT, IN_EXECUTION, Event.DISCLOSED, IN_EXECUTION),
            row(OUT, INFORMATION_WANTED, Event.DISCLOSED, INFORMATION_WANTED),
            row(OUT, POSTPONED, Event.DISCLOSED, POSTPONED),
            row(OUT, ANSWERED, Event.DISCLOSED, ANSWERED),
            row(OUT, CONCLUDED, Event.DISCLOSED, CONCLUDED),
            row(OUT, REFUSED, Event.DISCLOSED, REFUSED),
            row(OUT, WITHDRAWN, Event.DISCLOSED, WITHDRAWN),
            row(IN, RECEIVED, Event.DISCLOSURE_ARRIVED, RECEIVED),
            row(IN, BASIS_CHECKED, Event.DISCLOSURE_ARRIVED, BASIS_CHECKED),
            row(IN, IN_EXECUTION, Event.DISCLOSURE_ARRIVED, IN_EXECUTION),
            row(IN, INFORMATION_AWAITED, Event.DISCLOSURE_ARRIVED, INFORMATION_AWAITED),
            row(IN, POSTPONED, Event.DISCLOSURE_ARRIVED, POSTPONED),
            row(IN, ANSWERED, Event.DISCLOSURE_ARRIVED, ANSWERED),
            row(IN, CONCLUDED, Event.DISCLOSURE_ARRIVED, CONCLUDED),
            row(IN, REFUSED, Event.DISCLOSURE_ARRIVED, REFUSED),
            row(IN, WITHDRAWN, Event.DISCLOSURE_ARRIVED, WITHDRAWN),
            // Word of the other side that crossed a withdrawal on the way: the asker stays withdrawn and keeps it.
            row(OUT, WITHDRAWN, Event.ANSWER_ARRIVED, WITHDRAWN),
            row(OUT, WITHDRAWN, Event.REFUSAL_ARRIVED, WITHDRAWN),
            row(OUT, WITHDRAWN, Event.PART_ANSWER_ARRIVED, WITHDRAWN),
            row(OUT, WITHDRAWN, Event.PART_REFUSAL_ARRIVED, WITHDRAWN),
            row(OUT, WITHDRAWN, Event.TRANSFER_ARRIVED, WITHDRAWN),
            row(OUT, WITHDRAWN, Event.QUESTION_ARRIVED, WITHDRAWN),
            row(OUT, WITHDRAWN, Event.ACCEPTANCE_ARRIVED, WITHDRAWN),
            row(OUT, WITHDRAWN, Event.EXTENSION_ARRIVED, WITHDRAWN),
            row(OUT, WITHDRAWN, Event.POSTPONEMENT_ARRIVED, WITHDRAWN),
            row(OUT, WITHDRAWN, Event.RESUMPTION_ARRIVED, WITHDRAWN),
            row(OUT, WITHDRAWN, Event.MILESTONE_ARRIVED, WITHDRAWN),
            row(OUT, WITHDRAWN, Event.CONCLUSION_ARRIVED, WITHDRAWN),
            row(IN, RECEIVED, Event.BASIS_ACCEPTED, BASIS_CHECKED),
            // A doubt does not send anything back: it is noted, and a refusal with its ground follows or does not.
            row(IN, RECEIVED, Event.BASIS_RETURNED, RECEIVED),
            row(IN, RECEIVED, Event.QUESTION_PUT, INFORMATION_AWAITED, ClockEffect.STANDS),
            row(IN, RECEIVED, Event.EXTENDED, RECEIVED, ClockEffect.EXTENDED),
            row(IN, RECEIVED, Event.POSTPONED, POSTPONED, ClockEffect.STANDS),
            row(IN, RECEIVED, Event.CONSULTATION_WAIVED, RECEIVED),
            row(IN, RECEIVED, Event.REFUSED, REFUSED),
            row(IN, RECEIVED, Event.PART_REFUSED, RECEIVED),
            row(IN, RECEIVED, Event.TRANSFERRED, RECEIVED),
            row(IN, RECEIVED, Event.WITHDRAWAL_ARRIVED, WITHDRAWN),
            row(IN, RECEIVED, Event.ALARM, RECEIVED),
            row(IN, RECEIVED, Event.CLOCK_RAN_OUT, RECEIVED),
            row(IN, RECEIVED, Event.REVIEW_DUE, RECEIVED),
            guarded(IN, BASIS_CHECKED, Event.ANSWERED, Guard.IS_ANSWERED, ANSWERED),
            guarded(IN, BASIS_CHECKED, Event.ACCEPTED, Guard.HAS_COURSE, IN_EXECUTION, ClockEffect.TURNS),
            row(IN, BASIS_CHECKED, Event.QUESTION_PUT, INFORMATION_AWAITED, ClockEffect.STANDS),
            row(IN, BASIS_CHECKED, Event.EXTENDED, BASIS_CHECKED, ClockEffect.EXTENDED),
            row(IN, BASIS_CHECKED, Event.POSTPONED, POSTPONED, ClockEffect.STANDS),
            row(IN, BASIS_CHECKED, Event.CONSULTATION_WAIVED, BASIS_CHECKED),
            row(IN, BASIS_CHECKED, Event.REFUSED, REFUSED),
            guarded(IN, BASIS_CHECKED, Event.PART_ANSWERED, Guard.IS_ANSWERED, BASIS_CHECKED),
            row(IN, BASIS_CHECKED, Event.PART_REFUSED, BASIS_CHECKED),
            // Whoever has it now looks at its basis anew.
            row(IN, BASIS_CHECKED, Event.TRANSFERRED, RECEIVED),
            row(IN, BASIS_CHECKED, Event.WITHDRAWAL_ARRIVED, WITHDRAWN),
            row(IN, BASIS_CHECKED, Event.ALARM, BASIS_CHECKED),
            row(IN, BASIS_CHECKED, Event.CLOCK_RAN_OUT, BASIS_CHECKED),
            row(IN, BASIS_CHECKED, Event.REVIEW_DUE, BASIS_CHECKED),
            guarded(IN, IN_EXECUTION, Event.ANSWERED, Guard.IS_ANSWERED, ANSWERED),
            row(IN, IN_EXECUTION, Event.MILESTONE_TOLD, IN_EXECUTION, ClockEffect.TURNS),
            row(IN, IN_EXECUTION, Event.CONCLUDED, CONCLUDED),
            row(IN, IN_EXECUTION, Event.MILESTONE_ARRIVED, IN_EXECUTION),
            row(IN, IN_EXECUTION, Event.QUESTION_PUT, INFORMATION_AWAITED, ClockEffect.STANDS),
            row(IN, IN_EXECUTION, Event.EXTENDED, IN_EXECUTION, ClockEffect.EXTENDED),
            guarded(IN, IN_EXECUTION, Event.POSTPONED, Guard.SETTLED, POSTPONED, ClockEffect.STANDS),
            row(IN, IN_EXECUTION, Event.CONSULTATION_WAIVED, IN_EXECUTION),
            guarded(IN, IN_EXECUTION, Event.REFUSED, Guard.SETTLED, REFUSED),
            guarded(IN, IN_EXECUTION, Event.PART_ANSWERED, Guard.IS_ANSWERED, IN_EXECUTION),
            row(IN, IN_EXECUTION, Event.PART_REFUSED, IN_EXECUTION),
            guarded(IN, IN_EXECUTION, Event.WITHDRAWAL_ARRIVED, Guard.SETTLED, WITHDRAWN),
            // Who is held here does not vanish from the file: it goes on until their release is told.
            guarded(IN, IN_EXECUTION, Event.WITHDRAWAL_ARRIVED, Guard.UNSETTLED, IN_EXECUTION),
            row(IN, IN_EXECUTION, Event.ALARM, IN_EXECUTION),
            row(IN, IN_EXECUTION, Event.CLOCK_RAN_OUT, IN_EXECUTION),
            row(IN, IN_EXECUTION, Event.REVIEW_DUE, IN_EXECUTION),
            // What was added to a request not yet accepted may change its basis: the lawyer looks again.
            guarded(
                    IN,
                    INFORMATION_AWAITED,
                    Event.SUPPLEMENT_ARRIVED,
                    Guard.ACCEPTED_BEFORE,
                    IN_EXECUTION,
                    ClockEffect.RUNS_ON),
            guarded(
                    IN,
                    INFORMATION_AWAITED,
                    Event.SUPPLEMENT_ARRIVED,
                    Guard.NOT_YET_ACCEPTED,
                    RECEIVED,
                    ClockEffect.RUNS_ON),
            row(IN, INFORMATION_AWAITED, Event.CONSULTATION_WAIVED, INFORMATION_AWAITED),
            guarded(IN, INFORMATION_AWAITED, Event.REFUSED, Guard.SETTLED, REFUSED),
            row(IN, INFORMATION_AWAITED, Event.PART_REFUSED, INFORMATION_AWAITED),
            guarded(IN, INFORMATION_AWAITED, Event.WITHDRAWAL_ARRIVED, Guard.SETTLED, WITHDRAWN),
            guarded(IN, INFORMATION_AWAITED, Event.WITHDRAWAL_ARRIVED, Guard.UNSETTLED, INFORMATION_AWAITED),
            guarded(
                    IN,
                    INFORMATION_AWAITED,
                    Event.MILESTONE_TOLD,
                    Guard.ACCEPTED_BEFORE,
                    INFORMATION_AWAITED,
                    ClockEffect.TURNS),
            guarded(IN, INFORMATION_AWAITED, Event.CONCLUDED, Guard.ACCEPTED_BEFORE, CONCLUDED),
            row(IN, INFORMATION_AWAITED, Event.ALARM, INFORMATION_AWAITED),
            row(IN, INFORMATION_AWAITED, Event.CLOCK_RAN_OUT, INFORMATION_AWAITED),
            row(IN, INFORMATION_AWAITED, Event.REVIEW_DUE, INFORMATION_AWAITED),
            row(IN, INFORMATION_AWAITED, Event.MILESTONE_ARRIVED, INFORMATION_AWAITED),
            guarded(IN, POSTPONED, Event.RESUMED, Guard.ACCEPTED_BEFORE, IN_EXECUTION, ClockEffect.RUNS_ON),
            guarded(IN, POSTPONED, Event.RESUMED, Guard.NOT_YET_ACCEPTED, RECEIVED, ClockEffect.RUNS_ON),
            row(IN, POSTPONED, Event.CONSULTATION_WAIVED, POSTPONED),
            row(IN, POSTPONED, Event.REFUSED, REFUSED),
            row(IN, POSTPONED, Event.PART_REFUSED, POSTPONED),
            row(IN, POSTPONED, Event.WITHDRAWAL_ARRIVED, WITHDRAWN),
            row(IN, POSTPONED, Event.MILESTONE_ARRIVED, POSTPONED),
            row(IN, POSTPONED, Event.REVIEW_DUE, POSTPONED),
            // Word of the asking side that crossed an end on the way is kept and changes nothing.
            row(IN, REFUSED, Event.SUPPLEMENT_ARRIVED, REFUSED),
            row(IN, REFUSED, Event.MILESTONE_ARRIVED, REFUSED),
            row(IN, REFUSED, Event.WITHDRAWAL_ARRIVED, REFUSED),
            row(IN, ANSWERED, Event.MILESTONE_ARRIVED, ANSWERED),
            row(IN, ANSWERED, Event.WITHDRAWAL_ARRIVED, ANSWERED),
            row(IN, CONCLUDED, Event.SUPPLEMENT_ARRIVED, CONCLUDED),
            row(IN, CONCLUDED, Event.MILESTONE_ARRIVED, CONCLUDED),
            row(IN, CONCLUDED, Event.WITHDRAWAL_ARRIVED, CONCLUDED));

    private Lifecycle() {}

    private static Row row(Direction side, State state, Event event, State next) {
        return row(side, state, event, next, ClockEffect.NONE);
    }

    private static Row row(Direction side, State state, Event event, State next, ClockEffect clock) {
        return guarded(side, state, event, Guard.ALWAYS, next, clock);
    }

    private static Row guarded(Direction side, State state, Event event, Guard guard, State next) {
        return guarded(side, state, event, guard, next, ClockEffect.NONE);
    }

    private static Row guarded(Direction side, State state, Event event, Guard guard, State next, ClockEffect clock) {
        return new Row(side, state, event, guard, next, clock);
    }

    /// The row that an event takes now, if it can happen.
    static Optional<Row> row(Direction side, State state, Event event, Circumstances now) {
        return TABLE.stream()
                .filter(row -> row.side() == side && row.state() == state && row.event() == event)
                .filter(row -> row.guard().holds(now))
                .findFirst();
    }
}
