package org.entente.ledger.log;

import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;

/// An entry to append, at most 65,535 bytes, under the id that guards against a second append.
public record Addition(RequestId id, Octets entry) {
    public Addition {
        if (entry.sizeBytes() > Limits.ENTRY_BYTES) {
            throw new LedgerException(Fault.OUT_OF_RANGE, "entry size " + entry.sizeBytes());
        }
    }
}
