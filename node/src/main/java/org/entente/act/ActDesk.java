package org.entente.act;

import java.util.Map;
import java.util.Set;
import org.entente.act.store.OperationStore;
import org.entente.db.Tx;
import org.entente.exchange.Arrival;
import org.entente.exchange.Desk;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;

/// What arrives about operations. A proposal is held against its header; everything else against the proposal as this
/// node keeps it: only its host may consent, refuse or revoke, only its proposer may notify.
final class ActDesk implements Desk {
    private final Surroundings around;
    private final OperationStore store;
    private final Journal journal;
    private final Proposer proposer;
    private final ConsentCheck check;

    ActDesk(Surroundings around, OperationStore store, Journal journal, Proposer proposer) {
        this.around = around;
        this.store = store;
        this.journal = journal;
        this.proposer = proposer;
        this.check = new ConsentCheck(around.seals());
    }

    @Override
    public Set<String> types() {
        return Set.of(
                ProposalWire.TYPE,
                ConsentWire.TYPE,
                DecisionWire.REFUSAL,
                DecisionWire.REVOCATION,
                DecisionWire.NOTICE);
    }

    @Override
    public void receive(Tx tx, Arrival arrival) {
        around.access().require(arrival.sender(), ActAction.RECEIVE, Marking.UNMARKED);
        Bytes body = around.post().open(tx, arrival.id(), arrival.to());
        switch (arrival.type()) {
            case ProposalWire.TYPE -> proposed(tx, arrival, ProposalWire.parse(body));
            case ConsentWire.TYPE -> consented(tx, arrival, ConsentWire.parse(body));
            case DecisionWire.REFUSAL -> refused(tx, arrival, DecisionWire.parseRefusal(body));
            case DecisionWire.REVOCATION -> revoked(tx, arrival, DecisionWire.parseRevocation(body));
            case DecisionWire.NOTICE -> noticed(tx, arrival, DecisionWire.parseNotice(body));
            default -> throw broken(arrival);
        }
    }

    private void proposed(Tx tx, Arrival arrival, Proposal proposal) {
        boolean isUnderHeader = proposal.from().equals(arrival.from())
                && proposal.to().equals(arrival.to())
                && proposal.agreement().equals(arrival.sender().agreement())
                && proposal.purpose().equals(arrival.purpose())
                && proposal.basis().equals(arrival.basis());
        Operation operation = new Operation(
                proposal,
                Operation.Side.HOST,
                OperationState.PROPOSED,
                arrival.casePseudonym(),
                null,
                null,
                arrival.id(),
                around.now(),
                null,
                null,
                null,
                null,
                null,
                null);
        boolean isOfThisLaw = OperationLaw.unfit(around.law(proposal), proposal).isEmpty();
        if (!isUnderHeader || !isOfThisLaw || !proposal.needsConsent() || !store.insert(tx, operation)) {
            throw broken(arrival);
        }
        around.duty(
                tx,
                proposal,
                arrival.sender(),
                "act.received",
                Map.of("envelope", arrival.id().hex()));
    }

    private void consented(Tx tx, Arrival arrival, SignedConsent signed) {
        Operation operation = own(tx, arrival, signed.consent().operation());
        Set<ConsentFlaw> flaws = check.flaws(operation.proposal(), signed);
        // A consent for a shorter time is a consent; it does not arm.
        flaws.remove(ConsentFlaw.WINDOW_NOT_COVERED);
        if (!flaws.isEmpty()) {
            throw new EntenteException(ActCode.ACT_CONSENT_INVALID, flaws.toString());
        }
        store.consent(tx, operation.id(), signed);
        journal.move(tx, operation, OperationEvent.CONSENT, arrival.sender());
    }

    private void refused(Tx tx, Arrival arrival, Refusal refusal) {
        Operation operation = own(tx, arrival, refusal.operation());
        requireHash(arrival, operation, refusal.proposalHash());
        store.refusal(tx, refusal);
        journal.move(tx, operation, OperationEvent.REFUSE, arrival.sender());
    }

    private void revoked(Tx tx, Arrival arrival, Revocation revocation) {
        Operation operation = own(tx, arrival, revocation.operation());
        requireHash(arrival, operation, revocation.proposalHash());
        proposer.revoked(tx, operation, revocation, arrival.sender());
    }

    private void noticed(Tx tx, Arrival arrival, Notice notice) {
        Operation operation = journal.locked(tx, notice.operation(), Operation.Side.HOST);
        if (!operation.proposal().from().equals(arrival.from())) {
            throw broken(arrival);
        }
        store.notice(tx, notice);
        around.duty(
                tx,
                operation.proposal(),
                arrival.sender(),
                "act.notice",
                Map.of("event", notice.event().name()));
    }

    /// An own proposal that the sender is the host of.
    private Operation own(Tx tx, Arrival arrival, OperationId id) {
        Operation operation = journal.locked(tx, id, Operation.Side.PROPOSER);
        if (!operation.proposal().to().equals(arrival.from())
                || !operation.proposal().agreement().equals(arrival.sender().agreement())) {
            throw broken(arrival);
        }
        return operation;
    }

    private static void requireHash(Arrival arrival, Operation operation, Bytes hash) {
        if (!ProposalWire.hash(operation.proposal()).equals(hash)) {
            throw broken(arrival);
        }
    }

    private static EntenteException broken(Arrival arrival) {
        return new EntenteException(ActCode.ACT_BODY_BROKEN, arrival.type());
    }
}
