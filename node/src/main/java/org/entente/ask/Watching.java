package org.entente.ask;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.agreement.Agreement;
import org.entente.agreement.clock.Deadline;
import org.entente.agreement.clock.LegalClock;
import org.entente.ask.store.RequestStore;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;

/// Tells what a clock has to say, once: its alarms, its end, the day of a review; and every thirty days that a request
/// without a running clock is still open. It stands in the request's history and in the DUTY log, on both sides; no
/// clock runs out in silence, and no request rests for ever.
final class Watching {
    private final Surroundings around;
    private final Files files;

    Watching(Surroundings around, Files files) {
        this.around = around;
        this.files = files;
    }

    /// @return how many events were told
    int sweep(String by) {
        Instant now = around.now();
        return around.paged(
                (tx, after) -> files.alarmsDue(tx, now, after),
                RequestNumber::value,
                due -> around.step(due, (tx, number) -> tell(tx, files.lock(tx, number), now, by)));
    }

    /// What became of own words about requests: one that will not arrive is noted, once.
    ///
    /// @return how many will not
    int sweepWords(String by) {
        return around.paged(files::words, RequestStore.Word::envelope, word -> sweep(word, by));
    }

    private int sweep(RequestStore.Word word, String by) {
        RequestNumber about = new RequestNumber(word.number());
        // Asked outside a transaction: the outbox opens its own.
        return switch (around.post().progress(new EnvelopeId(word.envelope()))) {
            case Post.Progress.OnTheWay _ -> 0;
            case Post.Progress.Delivered _ ->
                around.step(about, (tx, _) -> {
                    files.forget(tx, word.envelope());
                    return 0;
                });
            case Post.Progress.Failed failed ->
                around.step(about, (tx, number) -> lost(tx, number, word, failed.code(), by));
        };
    }

    private int lost(Tx tx, RequestNumber number, RequestStore.Word word, String code, String by) {
        Filed filed = files.lock(tx, number);
        if (!files.forget(tx, word.envelope())) {
            return 0;
        }
        files.note(tx, number, Event.WORD_NOT_DELIVERED, by, new Lost(Event.valueOf(word.event()), code).note());
        around.duty(
                tx,
                filed.request().head().agreement(),
                "ask." + Event.WORD_NOT_DELIVERED.word(),
                Map.of("by", by, "request", number.value(), "code", code));
        return 1;
    }

    /// Our request was received then: from now on its clock is kept and watched here too.
    ///
    /// @param filed locked; as it is kept when this returns
    Filed received(Tx tx, Filed filed, Instant at) {
        boolean unwatched = filed.state() == State.SENT || filed.state() == State.LAPSED;
        if (!unwatched || filed.alarm() != null || filed.accepted() != null) {
            return filed;
        }
        Clocks clocks = new Clocks(around.agreement(filed.request()), filed.request());
        files.clock(tx, filed.number(), clocks.running(clocks.started("received", at), at));
        return files.lock(tx, filed.number());
    }

    /// As [#received], by the receipt that our own outbox has. Before it came, by what the other side says of it.
    ///
    /// @param type of the word that says so, if one does
    /// @throws EntenteException ASK_TIME_UNFIT if that is before the request was written
    Filed received(Tx tx, Filed filed, @Nullable Instant said, String type) {
        if (filed.side() == Direction.IN || filed.envelope() == null) {
            return filed;
        }
        Instant receipt = around.post()
                .received(tx, filed.crossed())
                .map(at -> at.truncatedTo(ChronoUnit.SECONDS))
                .orElse(said);
        if (receipt == null) {
            return filed;
        }
        if (receipt.isBefore(filed.request().head().created().minus(Limits.CLOCKS_APART_MAX))) {
            throw new EntenteException(AskCode.ASK_TIME_UNFIT, type, receipt.toString());
        }
        return received(tx, filed, receipt);
    }

    /// The file once its clock has said what it had to say until a moment, whether the clock was known here or not.
    ///
    /// @param filed locked
    Filed upTo(Tx tx, Filed filed, Instant until, String by) {
        // Of a request believed lost no receipt comes: its clock counts from the word that shows it arrived.
        Filed watched = received(tx, filed, filed.state() == State.LAPSED ? until : null, "");
        tell(tx, watched, until, by);
        return watched;
    }

    /// What a locked request's clock had to say until a moment, before an event of that moment changes the clock or
    /// ends the request.
    int tell(Tx tx, Filed filed, Instant until, String by) {
        Instant alarm = filed.alarm();
        if (alarm == null || alarm.isAfter(until) || !filed.state().isOpen()) {
            return 0;
        }
        Deadline running = filed.stopped() == null ? filed.deadline() : null;
        if (running != null && !alarm.isAfter(running.due())) {
            return tell(tx, filed, running, alarm, until, by);
        }
        tell(tx, filed, Event.REVIEW_DUE, "", by);
        files.clock(
                tx, filed.number(), new Clocks.Kept(filed.deadline(), filed.stopped(), Clocks.reminder(alarm, until)));
        return 1;
    }

    private int tell(Tx tx, Filed filed, Deadline deadline, Instant alarm, Instant until, String by) {
        Agreement agreement = around.agreement(filed.request());
        Clocks clocks = new Clocks(agreement, filed.request());
        LegalClock clock = agreement.legalClock(deadline.clock());
        List<Instant> moments = clocks.moments(deadline);
        int told = 0;
        for (int i = 0; i < moments.size(); i++) {
            Instant moment = moments.get(i);
            if (!moment.isBefore(alarm) && !moment.isAfter(until)) {
                boolean end = i == moments.size() - 1;
                String note =
                        end ? clock.key() : clock.key() + " " + clock.alarms().get(i);
                tell(tx, filed, end ? Event.CLOCK_RAN_OUT : Event.ALARM, note, by);
                told++;
            }
        }
        files.clock(tx, filed.number(), new Clocks.Kept(deadline, null, clocks.next(deadline, until)));
        return told;
    }

    private void tell(Tx tx, Filed filed, Event event, String note, String by) {
        files.apply(tx, filed, event, around.now(), by, note);
        Map<String, String> fields =
                new HashMap<>(Map.of("by", by, "request", filed.number().value()));
        if (!note.isEmpty()) {
            fields.put("clock", note);
        }
        around.duty(tx, filed.request().head().agreement(), "ask." + event.word(), fields);
    }

    /// What a note of [Event#WORD_NOT_DELIVERED] says: the event that sent the word, and why it did not arrive.
    record Lost(Event event, String code) {
        static Lost of(String note) {
            String[] words = note.split(" ", 2);
            return new Lost(Event.valueOf(words[0]), words[1]);
        }

        String note() {
            return event.name() + " " + code;
        }
    }

    /// What a note of [Event#ALARM] says: the clock, and after how many of its units.
    record Alarm(String clock, @Nullable Integer after) {
        static Alarm of(String note) {
            String[] words = note.split(" ", 2);
            return new Alarm(words[0], words.length == 2 ? Integer.valueOf(words[1]) : null);
        }
    }
}
