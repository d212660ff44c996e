package org.entente.ask;

/// What an event does to the clock of a request.
enum ClockEffect {
    NONE,
    /// The clock stands from now on.
    STANDS,
    /// It runs on, its end moved by the time it stood.
    RUNS_ON,
    /// Its end is moved by the law's extension.
    EXTENDED,
    /// The clock that stops with this event is over, and the one that starts with it begins.
    TURNS
}
