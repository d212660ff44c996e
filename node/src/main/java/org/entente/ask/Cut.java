package org.entente.ask;

import org.entente.exchange.Outbox;

/// Up to which of the two queues' numbers something was counted, as the side that counted sees them. Two sides that
/// count up to the same numbers count the same words, whatever else is on its way.
public record Cut(long sent, long received) {
    static Cut of(Outbox.Standing standing) {
        return new Cut(standing.sent(), standing.received());
    }

    boolean covers(boolean own, long sequence) {
        return sequence <= (own ? sent : received);
    }

    boolean covers(Crossing word) {
        return covers(word.own(), word.sequence());
    }

    /// The same numbers as the other side sees them.
    Cut mirrored() {
        return new Cut(/* sent= */ received, /* received= */ sent);
    }
}
