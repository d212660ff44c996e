package org.entente.act;

import java.util.List;
import org.entente.act.store.OperationStore;
import org.entente.agreement.Ruling;
import org.entente.exchange.Desk;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.Schedule;

/// ACT: propose an operation, get the host's consent, arm it only then. Thread-safe.
///
/// Errors common to all: ACT_OPERATION_UNKNOWN; ACT_OTHER_SIDE for what only the other party may do;
/// ACT_NOT_POSSIBLE_NOW for an event the present state does not know.
public final class Operations {
    private final Surroundings around;
    private final OperationStore store = new OperationStore();
    private final Journal journal;
    private final Proposer proposer;
    private final Host host;

    public Operations(Surroundings around) {
        this.around = around;
        this.journal = new Journal(around, store);
        this.proposer = new Proposer(around, store, journal);
        this.host = new Host(around, store, journal);
    }

    /// Where the exchange brings what arrives for this room. It authenticates no one: it asks access for the peer.
    public Desk desk() {
        return new ActDesk(around, store, journal, proposer);
    }

    /// @throws EntenteException ACT_ORDER_INVALID naming what is wrong
    public Operation draft(Officer officer, OperationOrder order) {
        around.access().require(officer, ActAction.PROPOSE, Marking.UNMARKED);
        return proposer.draft(officer, order);
    }

    /// Sends a draft to the host if this party's own law allows it.
    ///
    /// @throws EntenteException ACT_ORDER_INVALID if all of it is own ground or the host's institution is unknown
    public Proposing propose(Officer officer, OperationId id) {
        around.access().require(officer, ActAction.PROPOSE, Marking.UNMARKED);
        return proposer.propose(officer, id);
    }

    /// Accepts the host's condition in the proposer's name; without it nothing is armed. Twice is once.
    public Operation acceptCondition(Officer officer, OperationId id) {
        around.access().require(officer, ActAction.ACCEPT_CONDITION, Marking.UNMARKED);
        return proposer.acceptCondition(officer, id);
    }

    /// Arms until the end of the window, or says everything that stands against it; either is in the DUTY log.
    public Arming arm(Officer officer, OperationId id) {
        around.access().require(officer, ActAction.ARM, Marking.UNMARKED);
        return proposer.arm(officer, id);
    }

    public Operation disarm(Officer officer, OperationId id) {
        around.access().require(officer, ActAction.ARM, Marking.UNMARKED);
        return proposer.disarm(officer, id);
    }

    /// As the host: signs. The first signature holds the words, the second by another officer in the other role sends
    /// the consent.
    public Signing consent(Officer officer, OperationId id, ConsentOrder order) {
        around.access().require(officer, ActAction.CONSENT, Marking.UNMARKED);
        return host.consent(officer, id, order);
    }

    /// As the host: refuses with a ground of the pack and reasons in both languages, also after a first signature.
    ///
    /// @throws EntenteException ACT_GROUND_UNKNOWN; ACT_ORDER_INVALID without reasons
    public Operation refuse(Officer officer, OperationId id, String ground, Bilingual reasons) {
        around.access().require(officer, ActAction.REFUSE, Marking.UNMARKED);
        return host.refuse(officer, id, ground, reasons);
    }

    /// As the host: takes the consent back. The operation is disarmed when this arrives.
    ///
    /// @throws EntenteException ACT_ORDER_INVALID without reasons
    public Operation revoke(Officer officer, OperationId id, Bilingual reasons) {
        around.access().require(officer, ActAction.REVOKE, Marking.UNMARKED);
        return host.revoke(officer, id, reasons);
    }

    /// Own and received, newest first, at most 500.
    public List<Operation> list(Officer officer) {
        around.access().require(officer, ActAction.READ, Marking.UNMARKED);
        return around.transactions().in(tx -> store.list(tx, Limits.LIST_MAX));
    }

    public Operation show(Officer officer, OperationId id) {
        around.access().require(officer, ActAction.READ, Marking.UNMARKED);
        return around.transactions().in(tx -> journal.reload(tx, id));
    }

    /// What happened to it on this node, oldest first.
    public List<Step> steps(Officer officer, OperationId id) {
        around.access().require(officer, ActAction.READ, Marking.UNMARKED);
        return around.transactions().in(tx -> store.steps(tx, id));
    }

    /// What this party's law says of the proposal today. At the host, facts only its officers can state are missing.
    public Ruling ruling(Officer officer, OperationId id) {
        Operation operation = show(officer, id);
        Proposal proposal = operation.proposal();
        return switch (operation.side()) {
            case PROPOSER -> OperationLaw.proposing(around.law(proposal), proposal, around.today());
            case HOST -> OperationLaw.receiving(around.law(proposal), proposal, around.today());
        };
    }

    /// Ends, and so disarms, what is past its window. Boot runs it every second.
    ///
    /// @return how many operations ended
    public int sweep(Schedule schedule) {
        around.access().require(schedule, ActAction.END, Marking.UNMARKED);
        List<OperationId> due = around.transactions().in(tx -> store.dueToEnd(tx, around.now(), Limits.END_BATCH_MAX));
        for (OperationId id : due) {
            around.transactions().run(tx -> proposer.end(tx, id, schedule));
        }
        return due.size();
    }
}
