package org.entente.exchange;

import org.entente.kernel.Bytes;

/// Carries one cover to the peer and brings its answer back.
public interface EnvelopeTransport extends AutoCloseable {
    Reply deliver(Peer peer, Bytes cover);

    /// Cuts off what is under way.
    @Override
    default void close() {}

    /// The peer's answer to a cover.
    sealed interface Reply {
        /// A receipt, still to be verified.
        record Receipted(Bytes receipt) implements Reply {}

        /// The peer waits for another number first.
        record Gap(long expectedSequence) implements Reply {}

        /// No receipt and no effect: the peer could not tell whose it is, or cannot take it now. `reason` is a code's
        /// name or a few words for an operator.
        record NotTaken(String reason) implements Reply {}
    }
}
