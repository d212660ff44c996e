package org.entente.ask;

import java.time.Instant;

/// What happened to a request: `by` is an officer's or party's label, `note` what they wrote, empty if nothing.
public record HistoryEntry(Instant at, Event event, String by, String note) {}
