package org.entente.exchange;

import java.time.Instant;

/// How far an outgoing envelope has come. A receipt outweighs the clock: an envelope that was accepted in its last
/// second is DELIVERED however late the receipt arrives.
public sealed interface OutboxState {
    /// Its SENT leaf is not yet under a signed checkpoint, or nothing has been tried.
    record Queued() implements OutboxState {}

    /// Handed to the network at least once; no receipt yet. `trouble` is the last reason, empty if none is known.
    record Sent(int tries, String trouble) implements OutboxState {}

    record Delivered(Receipt receipt) implements OutboxState {}

    /// The peer has it and gave it no effect. `code` names the peer's rule.
    record Refused(String code, Receipt receipt) implements OutboxState {}

    /// Past its time without a receipt. It still travels, because its number must be spent; the peer will refuse it.
    record Expired(Instant at) implements OutboxState {}
}
