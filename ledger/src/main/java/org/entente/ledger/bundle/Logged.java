package org.entente.ledger.bundle;

import java.util.Optional;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Octets;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.ledger.leaf.Leaf;
import org.entente.ledger.leaf.Opening;

/// One entry of an EXCHANGE log: its stored bytes, the proof that it stands there, and, where the log's owner gives
/// it, the opening of its commitment. The lines under the checkpoint are put into their one order.
public record Logged(Octets entry, TlogProof proof, Optional<Opening> opening) {
    public Logged {
        leafOf(entry);
        proof = new TlogProof(proof.inclusion(), proof.signed().ordered());
    }

    public Leaf.Exchange leaf() {
        return leafOf(entry);
    }

    public String origin() {
        return proof.signed().checkpoint().origin();
    }

    private static Leaf.Exchange leafOf(Octets entry) {
        if (Leaf.parse(entry.toArray()) instanceof Leaf.Exchange exchange) {
            return exchange;
        }
        throw new LedgerException(Fault.BUNDLE_MALFORMED, "not an exchange leaf");
    }
}
