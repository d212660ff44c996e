package org.entente.ledger.bundle;

import org.entente.ledger.note.VerifierKey;

/// One envelope and its two entries: SENT in the sender's log, RECEIVED in the receiver's. `key` verifies the header.
public record Crossing(Step step, EnvelopeHeader header, VerifierKey key, Logged sent, Logged received) {}
