package org.entente.ask;

import static org.entente.ask.Direction.IN;
import static org.entente.ask.Direction.OUT;

import java.util.List;
import java.util.Optional;

/// The one table of a request's life: side, state, event, next state. What is not in it cannot happen.
final class Lifecycle {
    record Row(Direction side, State state, Event event, State next) {}

    static final List<Row> TABLE = List.of(
            new Row(OUT, State.DRAFT, Event.REVISED, State.DRAFT),
            new Row(OUT, State.DRAFT, Event.SUBMITTED, State.AWAITING_BASIS_CHECK),
            new Row(OUT, State.DRAFT, Event.WITHDRAWN, State.WITHDRAWN),
            new Row(OUT, State.AWAITING_BASIS_CHECK, Event.BASIS_ACCEPTED, State.SENT),
            new Row(OUT, State.AWAITING_BASIS_CHECK, Event.BASIS_RETURNED, State.DRAFT),
            new Row(OUT, State.AWAITING_BASIS_CHECK, Event.WITHDRAWN, State.WITHDRAWN),
            new Row(OUT, State.SENT, Event.ANSWER_ARRIVED, State.ANSWERED),
            new Row(OUT, State.SENT, Event.REFUSAL_ARRIVED, State.REFUSED),
            new Row(OUT, State.SENT, Event.WITHDRAWN, State.WITHDRAWN),
            new Row(OUT, State.SENT, Event.NOT_DELIVERED, State.LAPSED),
            new Row(OUT, State.SENT, Event.QUESTION_ARRIVED, State.INFORMATION_WANTED),
            new Row(OUT, State.INFORMATION_WANTED, Event.SUPPLEMENTED, State.SENT),
            new Row(OUT, State.INFORMATION_WANTED, Event.REFUSAL_ARRIVED, State.REFUSED),
            new Row(OUT, State.INFORMATION_WANTED, Event.WITHDRAWN, State.WITHDRAWN),
            // The answer and the withdrawal crossed on the way: the asker stays withdrawn and keeps the word.
            new Row(OUT, State.WITHDRAWN, Event.ANSWER_ARRIVED, State.WITHDRAWN),
            new Row(OUT, State.WITHDRAWN, Event.REFUSAL_ARRIVED, State.WITHDRAWN),
            new Row(OUT, State.WITHDRAWN, Event.QUESTION_ARRIVED, State.WITHDRAWN),
            new Row(IN, State.RECEIVED, Event.BASIS_ACCEPTED, State.BASIS_CHECKED),
            // A doubt does not send anything back: it is noted, and a refusal with its ground follows or does not.
            new Row(IN, State.RECEIVED, Event.BASIS_RETURNED, State.RECEIVED),
            new Row(IN, State.RECEIVED, Event.REFUSED, State.REFUSED),
            new Row(IN, State.RECEIVED, Event.WITHDRAWAL_ARRIVED, State.WITHDRAWN),
            new Row(IN, State.BASIS_CHECKED, Event.ANSWERED, State.ANSWERED),
            new Row(IN, State.BASIS_CHECKED, Event.REFUSED, State.REFUSED),
            new Row(IN, State.BASIS_CHECKED, Event.WITHDRAWAL_ARRIVED, State.WITHDRAWN),
            new Row(IN, State.RECEIVED, Event.QUESTION_PUT, State.INFORMATION_AWAITED),
            new Row(IN, State.BASIS_CHECKED, Event.QUESTION_PUT, State.INFORMATION_AWAITED),
            // What was added may change the basis: the lawyer looks again.
            new Row(IN, State.INFORMATION_AWAITED, Event.SUPPLEMENT_ARRIVED, State.RECEIVED),
            new Row(IN, State.INFORMATION_AWAITED, Event.REFUSED, State.REFUSED),
            new Row(IN, State.INFORMATION_AWAITED, Event.WITHDRAWAL_ARRIVED, State.WITHDRAWN),
            // Refused while the supplement was on its way: it is kept, and changes nothing.
            new Row(IN, State.REFUSED, Event.SUPPLEMENT_ARRIVED, State.REFUSED),
            new Row(IN, State.ANSWERED, Event.WITHDRAWAL_ARRIVED, State.ANSWERED),
            new Row(IN, State.REFUSED, Event.WITHDRAWAL_ARRIVED, State.REFUSED));

    private Lifecycle() {}

    static Optional<State> next(Direction side, State state, Event event) {
        return TABLE.stream()
                .filter(row -> row.side() == side && row.state() == state && row.event() == event)
                .map(Row::next)
                .findFirst();
    }
}
