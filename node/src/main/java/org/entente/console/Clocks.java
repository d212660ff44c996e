package org.entente.console;

import java.time.Duration;
import java.time.Instant;
import org.entente.agreement.clock.Deadline;
import org.entente.release.Challenge;
import org.jspecify.annotations.Nullable;

/// Says how much time is left.
final class Clocks {
    /// From here a line is coloured as due soon: the working day that is left.
    private static final Duration SOON = Duration.ofHours(24);

    private Clocks() {}

    /// @param running false once the thing has ended: the clock then stands and says when it was due
    static TimeLeft left(Lexicon lexicon, @Nullable Deadline deadline, boolean running) {
        if (deadline == null) {
            return TimeLeft.NONE;
        }
        Words words = lexicon.words();
        if (!running) {
            return stopped(words, "clock.stopped", deadline);
        }
        Instant now = lexicon.now();
        TimeLeft.Tone tone = deadline.isOverdue(now)
                ? TimeLeft.Tone.OVERDUE
                : soon(now, deadline.due()) ? TimeLeft.Tone.SOON : TimeLeft.Tone.CALM;
        return new TimeLeft(words.of(deadline.timeLeft(now)), tone, deadline.due());
    }

    /// @param stopped since when an open clock stands, or null
    static TimeLeft left(Lexicon lexicon, @Nullable Deadline deadline, boolean open, @Nullable Instant stopped) {
        return deadline != null && open && stopped != null
                ? stopped(lexicon.words(), "clock.paused", deadline)
                : left(lexicon, deadline, open);
    }

    /// The end of terms or of a window, where no legal clock runs.
    static TimeLeft until(Lexicon lexicon, Instant end) {
        Deadline deadline = new Deadline("end", lexicon.now(), end, lexicon.zone(), 0);
        return lexicon.now().isBefore(end)
                ? left(lexicon, deadline, true)
                : stopped(lexicon.words(), "clock.ended", deadline);
    }

    /// The owner's time to answer.
    static TimeLeft challenge(Lexicon lexicon, Challenge challenge) {
        return left(lexicon, new Deadline("end", challenge.lodged(), challenge.deadline(), lexicon.zone(), 0), true);
    }

    /// Until somebody decides.
    static TimeLeft decision(Lexicon lexicon, Instant from, Instant due) {
        return left(lexicon, new Deadline("end", from, due, lexicon.zone(), 0), true);
    }

    private static TimeLeft stopped(Words words, String key, Deadline deadline) {
        return new TimeLeft(words.of(key, deadline.moment(words.language())), TimeLeft.Tone.STOPPED);
    }

    private static boolean soon(Instant now, Instant end) {
        return Duration.between(now, end).compareTo(SOON) <= 0;
    }
}
