package org.entente.console;

/// Time left as a sentence with a unit and a date, and the tone that goes with it.
record TimeLeft(String sentence, Tone tone) {
    static final TimeLeft NONE = new TimeLeft("", Tone.CALM);

    enum Tone {
        CALM,
        SOON,
        OVERDUE,
        /// The clock stands: answered, refused, withdrawn.
        STOPPED
    }
}
