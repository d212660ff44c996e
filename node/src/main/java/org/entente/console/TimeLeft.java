package org.entente.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Time left as a sentence with a unit and a date, and the tone that goes with it. `due` while a clock runs.
record TimeLeft(String sentence, Tone tone, @Nullable Instant due) {
    static final TimeLeft NONE = new TimeLeft("", Tone.CALM);

    TimeLeft(String sentence, Tone tone) {
        this(sentence, tone, null);
    }

    enum Tone {
        CALM,
        SOON,
        OVERDUE,
        /// The clock stands: answered, refused, withdrawn.
        STOPPED
    }
}
