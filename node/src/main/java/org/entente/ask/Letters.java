package org.entente.ask;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.entente.agreement.Agreement;
import org.entente.agreement.clock.Deadline;
import org.entente.db.Tx;
import org.entente.exchange.Arrival;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;

/// The words that follow a request. Their moments stand in the letters, so both sides move the clock alike.
final class Letters {
    /// What the log says of a letter: no words, but the key of what it is about.
    private static final Map<LetterKind, String> LOGGED = Map.of(
            LetterKind.MILESTONE, LetterOrder.MILESTONE,
            LetterKind.TRANSFER, LetterOrder.AUTHORITY,
            LetterKind.DISCLOSURE, LetterOrder.RELEASE);

    private final Surroundings around;
    private final Files files;
    private final Watching watching;

    Letters(Surroundings around, Files files, Watching watching) {
        this.around = around;
        this.files = files;
        this.watching = watching;
    }

    /// Writes a letter: the state, the clock, the log and the outbox, or nothing.
    State write(Officer officer, RequestNumber number, LetterOrder order) {
        return around.transactions().in(tx -> {
            Filed filed = files.lock(tx, officer, number);
            Agreement agreement = around.agreement(filed.request());
            Instant now = around.now();
            History history = files.history(tx, number);
            if (order.kind() == LetterKind.ACCEPTANCE) {
                FourEyes.require(around, tx, officer, number, history.checkers(), AskCode.ASK_SAME_CHECKER);
            }
            LetterReading reading = new LetterReading(agreement, filed, filed.side());
            String text = reading.text(order);
            SortedMap<String, String> details = reading.details(order, history, now);
            Deadline deadline = filed.deadline();
            Instant started = deadline == null || filed.accepted() != null ? null : deadline.start();
            Letter letter = new Letter(order.kind(), number, text, details, started, now);
            Event event = order.kind().event(reading.ends(details));
            State state = apply(tx, filed, event, letter, officer.label());
            around.duty(
                    tx,
                    agreement.id(),
                    "ask." + event.word(),
                    duty(letter, Map.of("by", officer.label(), "request", number.value())));
            files.send(tx, filed, event, order.kind().type(), AskWire.encode(letter));
            return state;
        });
    }

    /// Takes a letter that the other side wrote about a request both know.
    void receive(Tx tx, Arrival arrival, Filed locked, Letter letter) {
        Instant started = letter.started() == null && locked.state() == State.LAPSED ? letter.at() : letter.started();
        Filed filed = watching.received(tx, locked, started, letter.kind().type());
        Agreement agreement = around.agreement(filed.request());
        History history = files.history(tx, filed.number());
        if (history.hasLetterAfter(letter.at())) {
            throw new EntenteException(
                    AskCode.ASK_TIME_UNFIT, letter.kind().type(), letter.at().toString());
        }
        Direction writer = filed.side() == Direction.IN ? Direction.OUT : Direction.IN;
        LetterReading reading = new LetterReading(agreement, filed, writer);
        LetterOrder order = new LetterOrder(letter.kind(), letter.text(), letter.details());
        try {
            boolean same = reading.text(order).equals(letter.text())
                    && reading.details(order, history, letter.at()).equals(letter.details());
            if (!same) {
                throw new EntenteException(
                        AskCode.ASK_BODY_BROKEN, letter.kind().type());
            }
        } catch (EntenteException unfit) {
            throw new EntenteException(
                    AskCode.ASK_BODY_BROKEN, unfit, letter.kind().type());
        }
        Event event = letter.kind().arrival(reading.ends(letter.details()));
        apply(tx, filed, event, letter, arrival.sender().label());
        files.crossed(tx, filed, Crossing.arrived(Crossing.Kind.of(event), arrival, null));
        around.duty(
                tx,
                agreement.id(),
                "ask." + letter.kind().word() + "-received",
                duty(
                        letter,
                        Map.of(
                                "request",
                                filed.number().value(),
                                "envelope",
                                arrival.id().hex())));
    }

    private State apply(Tx tx, Filed filed, Event event, Letter letter, String by) {
        watching.tell(tx, filed, letter.at(), by);
        Lifecycle.Row row = files.move(tx, filed, event, around.now(), by, letter);
        if (row.clock() != ClockEffect.NONE) {
            Clocks clocks = new Clocks(around.agreement(filed.request()), filed.request());
            files.clock(tx, filed.number(), clocks.after(row.clock(), letter, filed.deadline(), filed.stopped()));
        }
        return row.next();
    }

    private static Map<String, String> duty(Letter letter, Map<String, String> fields) {
        String key = LOGGED.get(letter.kind());
        String about = key == null ? null : letter.details().get(key);
        if (key == null || about == null) {
            return fields;
        }
        Map<String, String> more = new HashMap<>(fields);
        more.put(key, about);
        return more;
    }
}
