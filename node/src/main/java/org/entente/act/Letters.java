package org.entente.act;

import java.time.Instant;
import java.util.Set;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;

/// Puts this room's bodies in the outbox, from one of the two institutions a proposal names to the other.
final class Letters {
    private final Surroundings around;

    Letters(Surroundings around) {
        this.around = around;
    }

    EnvelopeId propose(Tx tx, Operation operation) {
        Proposal proposal = operation.proposal();
        return send(tx, operation, proposal.from(), proposal.to(), ProposalWire.TYPE, ProposalWire.encode(proposal));
    }

    EnvelopeId toProposer(Tx tx, Operation operation, String type, Bytes body) {
        return send(
                tx, operation, operation.proposal().to(), operation.proposal().from(), type, body);
    }

    /// Tells the host, if the operation was ever proposed to it.
    void notice(Tx tx, Operation operation, OperationEvent event) {
        if (operation.envelope() != null) {
            Notice notice = new Notice(operation.id(), event, around.now());
            send(
                    tx,
                    operation,
                    operation.proposal().from(),
                    operation.proposal().to(),
                    DecisionWire.NOTICE,
                    DecisionWire.encode(notice));
        }
    }

    private EnvelopeId send(Tx tx, Operation operation, InstitutionId from, InstitutionId to, String type, Bytes body) {
        Proposal proposal = operation.proposal();
        Instant expires = around.now().plus(Limits.ENVELOPE_LIFE_MAX);
        return around.post()
                .send(
                        tx,
                        new Dispatch(
                                proposal.agreement(),
                                from,
                                to,
                                type,
                                operation.envelope(),
                                operation.casePseudonym(),
                                proposal.basis(),
                                proposal.purpose(),
                                Set.of(HandlingCode.H0),
                                expires,
                                body));
    }
}
