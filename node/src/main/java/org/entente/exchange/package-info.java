/// What crosses between two nodes: envelopes, their receipts, the queue out, the door in, and whom to trust for it.
/// The room knows no verb: a body is opaque and belongs to the [Desk] that registered for its type.
///
/// The wire forms stand in `spec/envelope.md`.
@NullMarked
package org.entente.exchange;

import org.jspecify.annotations.NullMarked;
