package org.entente.ask;

import java.time.Instant;

/// That figures of a period were sent to the other side, or came from it.
public record ExchangedFigures(Period period, boolean own, Instant at) {}
