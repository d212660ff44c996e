package org.entente.ledger.witness;

import org.entente.ledger.Hash;

/// What a witness remembers of a log: the largest tree it cosigned.
public record TreeHead(long size, Hash root) {}
