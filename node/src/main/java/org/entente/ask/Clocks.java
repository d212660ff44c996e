package org.entente.ask;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.agreement.Agreement;
import org.entente.agreement.clock.Deadline;
import org.entente.kernel.Party;
import org.jspecify.annotations.Nullable;

/// The clock of a request: which one runs, until when, whether it stands, and when somebody is next told of it. It is
/// computed from the pack and the letters alone, so both sides have the same.
final class Clocks {
    private final Agreement agreement;
    private final Request request;

    Clocks(Agreement agreement, Request request) {
        this.agreement = agreement;
        this.request = request;
    }

    /// A clock as it is kept. `alarm` is the next moment at which something is told of it, or of the request that has
    /// none: an open request always has one.
    record Kept(@Nullable Deadline deadline, @Nullable Instant stopped, Instant alarm) {}

    /// What the law starts with an event, the earliest to end if several.
    @Nullable
    Deadline started(String event, Instant at) {
        return Questions.rule(agreement, request, Direction.IN, Head.Declarations.NONE).trace().clocks().stream()
                .filter(key -> agreement.legalClock(key).start().equals(event))
                .map(key -> agreement.clock(key, at, requesting(), requested()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// A clock that runs from now on, or none.
    Kept running(@Nullable Deadline deadline, Instant now) {
        return new Kept(deadline, null, next(deadline, now));
    }

    /// The clock after a letter.
    ///
    /// @param kept what ran or stood before it
    Kept after(ClockEffect effect, Letter letter, @Nullable Deadline kept, @Nullable Instant stopped) {
        return switch (effect) {
            case NONE -> throw new IllegalArgumentException("the clock is as it was");
            case STANDS -> stands(letter, kept);
            case RUNS_ON -> runsOn(letter, kept, stopped);
            case EXTENDED ->
                running(kept == null ? null : agreement.extend(kept, requesting(), requested()), letter.at());
            case TURNS -> turned(letter, kept, stopped);
        };
    }

    /// A term for somebody's liberty waits for no answer.
    private Kept stands(Letter letter, @Nullable Deadline kept) {
        if (kept != null && !agreement.legalClock(kept.clock()).stands()) {
            return running(kept, letter.at());
        }
        Instant review = review(letter, kept);
        return new Kept(
                kept,
                kept == null ? null : letter.at(),
                review == null ? letter.at().plus(Limits.REMINDER) : review);
    }

    /// What came due while the clock stood is told now, since a stand may give back less than it took: a Friday's
    /// morning
    /// until Saturday is no working day. What was told before it stood is not told again.
    private Kept runsOn(Letter letter, @Nullable Deadline kept, @Nullable Instant stopped) {
        if (kept == null || stopped == null) {
            return running(kept, letter.at());
        }
        Deadline resumed = resumed(kept, stopped, letter.at());
        List<Instant> before = moments(kept);
        List<Instant> moved = moments(resumed);
        Instant alarm = IntStream.range(0, moved.size())
                .filter(i -> before.get(i).isAfter(stopped) || moved.get(i).isAfter(letter.at()))
                .mapToObj(moved::get)
                .findFirst()
                .orElseGet(() -> reminder(resumed.due(), letter.at()));
        return new Kept(resumed, null, alarm);
    }

    private Kept turned(Letter letter, @Nullable Deadline kept, @Nullable Instant stopped) {
        String event = letter.clockEvent();
        Deadline begun = started(event, letter.happened());
        if (begun != null) {
            // It may be told late: what has passed since is told now.
            return running(begun, begun.start());
        }
        boolean over =
                kept != null && agreement.legalClock(kept.clock()).stops().contains(event);
        if (kept == null || over) {
            return running(null, letter.at());
        }
        Instant alarm = stopped == null ? next(kept, letter.at()) : letter.at().plus(Limits.REMINDER);
        return new Kept(kept, stopped, alarm);
    }

    private Deadline resumed(Deadline kept, Instant stopped, Instant at) {
        // A clock that is a few seconds ahead here never moves a deadline back.
        Instant resumed = at.isBefore(stopped) ? stopped : at;
        return agreement.resume(kept, stopped, resumed, requesting(), requested());
    }

    private static @Nullable Instant review(Letter letter, @Nullable Deadline kept) {
        LocalDate day = letter.review();
        if (day == null) {
            return null;
        }
        return day.atStartOfDay(kept == null ? ZoneOffset.UTC : kept.zone()).toInstant();
    }

    /// Every moment at which something is told of a running clock, in order, the last when it is due.
    List<Instant> moments(Deadline deadline) {
        return Stream.concat(agreement.alarms(deadline, requesting(), requested()).stream(), Stream.of(deadline.due()))
                .toList();
    }

    /// When something is told of a running clock after a moment; once it has run out, and where none runs, the next
    /// reminder.
    Instant next(@Nullable Deadline deadline, Instant after) {
        return deadline == null
                ? after.plus(Limits.REMINDER)
                : moments(deadline).stream()
                        .filter(moment -> moment.isAfter(after))
                        .findFirst()
                        .orElseGet(() -> reminder(deadline.due(), after));
    }

    /// The first moment after `after` that is a whole number of reminders behind `from`: both sides find the same.
    static Instant reminder(Instant from, Instant after) {
        long passed = Math.max(0, Duration.between(from, after).dividedBy(Limits.REMINDER));
        return from.plus(Limits.REMINDER.multipliedBy(passed + 1));
    }

    private Party requesting() {
        return request.head().from().party();
    }

    private Party requested() {
        return request.head().to().party();
    }
}
