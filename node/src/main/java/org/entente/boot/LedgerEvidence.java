package org.entente.boot;

import java.util.Optional;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.LeafEvidence;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.prove.Leaf;
import org.entente.prove.LeafRequest;
import org.entente.prove.NodeLedger;

/// What `exchange` shows of our logs, from `prove`. The node has one agreement, so its ledger is the agreement's.
final class LedgerEvidence implements LeafEvidence {
    private final NodeLedger ledger;

    LedgerEvidence(NodeLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<Shown> of(LeafRequest request) {
        return ledger.newest(request).map(LedgerEvidence::shown);
    }

    @Override
    public Optional<Shown> cosigned(AgreementId agreement, EnvelopeId id, Leaf.Direction direction) {
        return ledger.cosigned(Bytes.fromHex(id.hex()), direction).map(LedgerEvidence::shown);
    }

    private static Shown shown(NodeLedger.Proved proved) {
        return new Shown(proved.leaf(), proved.proof());
    }
}
