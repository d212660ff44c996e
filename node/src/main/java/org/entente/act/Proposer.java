package org.entente.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.act.store.OperationStore;
import org.entente.agreement.Ground;
import org.entente.agreement.Ruling;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.PeerParty;
import org.entente.kernel.Schedule;
import org.entente.kernel.Texts;
import org.entente.kernel.UnfitValueException;

/// The proposer's side: draft, propose, accept the host's condition, arm, disarm.
final class Proposer {
    private final Surroundings around;
    private final OperationStore store;
    private final Journal journal;
    private final Letters letters;
    private final ConsentCheck check;

    Proposer(Surroundings around, OperationStore store, Journal journal) {
        this.around = around;
        this.store = store;
        this.journal = journal;
        this.letters = new Letters(around);
        this.check = new ConsentCheck(around.seals());
    }

    Operation draft(Officer officer, OperationOrder order) {
        Proposal proposal = proposal(officer, order);
        OperationLaw.unfit(around.law(proposal), proposal).ifPresent(Proposer::refuse);
        for (String measure : proposal.measures()) {
            if (OperationMeasure.of(measure).isEmpty()) {
                refuse(new UnfitValueException(
                        "a measure is one of " + OperationMeasure.keys(),
                        "una medida es una de " + OperationMeasure.keys()));
            }
        }
        if (proposal.window().isPast(around.now())) {
            refuse(new UnfitValueException("the window is past", "el plazo ya pasó"));
        }
        Operation operation = new Operation(
                proposal,
                Operation.Side.PROPOSER,
                OperationState.DRAFT,
                around.post().pseudonym(order.agreement(), order.caseNumber()),
                order.caseNumber(),
                officer.id(),
                null,
                around.now(),
                null,
                null,
                null,
                null,
                null,
                null);
        return around.transactions().in(tx -> {
            store.insert(tx, operation);
            around.duty(
                    tx,
                    proposal,
                    officer,
                    "act.drafted",
                    Map.of("case", order.caseNumber().value()));
            return operation;
        });
    }

    private static void refuse(UnfitValueException unfit) {
        throw new EntenteException(ActCode.ACT_ORDER_INVALID, unfit, UnfitValueException.fact(unfit));
    }

    private static Proposal proposal(Officer officer, OperationOrder order) {
        try {
            return new Proposal(
                    OperationId.random(),
                    order.agreement(),
                    officer.institution(),
                    order.to(),
                    order.title(),
                    order.parts(),
                    order.window(),
                    order.measures(),
                    order.guests(),
                    order.hostLeadWanted(),
                    order.basis(),
                    order.purpose());
        } catch (IllegalArgumentException e) {
            throw new EntenteException(ActCode.ACT_ORDER_INVALID, e, UnfitValueException.fact(e));
        }
    }

    Proposing propose(Officer officer, OperationId id) {
        return around.transactions().in(tx -> {
            Operation operation = journal.locked(tx, id, Operation.Side.PROPOSER);
            Proposal proposal = operation.proposal();
            if (!proposal.needsConsent()
                    || around.law(proposal).institution(proposal.to()).isEmpty()) {
                refuse(new UnfitValueException(
                        "the host is not the other party's institution",
                        "el anfitrión no es institución de la otra parte"));
            }
            Ruling ruling = OperationLaw.proposing(around.law(proposal), proposal, around.today());
            if (!ruling.allows()) {
                around.duty(tx, proposal, officer, "act.not-proposed", Map.of("ruling", ruling.word()));
                return new Proposing.NotProposed(ruling);
            }
            EnvelopeId envelope = letters.propose(tx, operation);
            store.proposed(tx, id, envelope.hex());
            return new Proposing.Proposed(journal.move(tx, operation, OperationEvent.PROPOSE, officer), ruling);
        });
    }

    Operation acceptCondition(Officer officer, OperationId id) {
        return around.transactions().in(tx -> {
            Operation operation = journal.locked(tx, id, Operation.Side.PROPOSER);
            SignedConsent consent = operation.consent();
            if (consent == null || consent.consent().condition() == null) {
                throw new EntenteException(
                        ActCode.ACT_NOT_POSSIBLE_NOW, operation.state().name(), "ACCEPT_CONDITION");
            }
            store.conditionAccepted(tx, id, officer.id(), around.now());
            around.duty(tx, operation.proposal(), officer, "act.condition-accepted", Map.of());
            return journal.reload(tx, id);
        });
    }

    Arming arm(Officer officer, OperationId id) {
        return around.transactions().in(tx -> {
            Operation operation = journal.locked(tx, id, Operation.Side.PROPOSER);
            if (operation.armedUntil() != null) {
                return new Arming.Armed(operation.armedUntil());
            }
            List<Arming.Reason> reasons = reasonsAgainstArming(operation);
            if (!reasons.isEmpty()) {
                around.duty(
                        tx,
                        operation.proposal(),
                        officer,
                        "act.held",
                        Map.of(
                                "reasons",
                                String.join(
                                        " ",
                                        reasons.stream().map(Arming.Reason::key).toList())));
                return new Arming.Held(reasons);
            }
            journal.arm(tx, operation, officer);
            letters.notice(tx, operation, OperationEvent.ARM);
            return new Arming.Armed(operation.proposal().window().end());
        });
    }

    /// Empty when nothing stands against it. The law is asked last, with what was found about the consent as a fact.
    private List<Arming.Reason> reasonsAgainstArming(Operation operation) {
        Proposal proposal = operation.proposal();
        List<Arming.Reason> reasons = new ArrayList<>();
        switch (operation.state()) {
            case REFUSED -> reasons.add(held(HoldReason.CONSENT_REFUSED));
            case REVOKED -> reasons.add(held(HoldReason.CONSENT_REVOKED));
            case DRAFT, PROPOSED, CONSENTED_PARTIALLY, CONSENTED, ARMED, DISARMED, ENDED ->
                reasons.addAll(reasonsInConsent(operation));
        }
        boolean consentIsValid = proposal.needsConsent() && reasons.isEmpty();
        if (proposal.window().isPast(around.now()) || operation.state() == OperationState.ENDED) {
            reasons.add(held(HoldReason.WINDOW_PAST));
        }
        Ruling ruling = OperationLaw.arming(around.law(proposal), proposal, consentIsValid, around.today());
        switch (ruling) {
            case Ruling.Permitted _, Ruling.MayRefuse _ -> {}
            case Ruling.Refused refused -> reasons.add(ground(refused.ground()));
            case Ruling.Unknown unknown -> reasons.add(law("UNKNOWN", String.join(", ", unknown.missing())));
            case Ruling.NeedsAssurance needs ->
                reasons.add(law(
                        "NEEDS_ASSURANCE",
                        String.join(
                                ", ",
                                needs.assurances().stream()
                                        .map(assurance -> assurance.key())
                                        .toList())));
        }
        return reasons;
    }

    private List<Arming.Reason> reasonsInConsent(Operation operation) {
        if (!operation.proposal().needsConsent()) {
            return List.of();
        }
        SignedConsent signed = operation.consent();
        if (signed == null) {
            return List.of(held(HoldReason.CONSENT_MISSING));
        }
        List<Arming.Reason> reasons = new ArrayList<>();
        for (ConsentFlaw flaw : check.flaws(operation.proposal(), signed)) {
            reasons.add(reason("flaw." + flaw.name(), Texts.of("act").bilingual("flaw." + flaw.name())));
        }
        if (signed.consent().condition() != null && operation.conditionAccepted() == null) {
            reasons.add(held(HoldReason.CONDITION_NOT_ACCEPTED));
        }
        return reasons;
    }

    Operation disarm(Officer officer, OperationId id) {
        return around.transactions().in(tx -> {
            Operation operation = journal.locked(tx, id, Operation.Side.PROPOSER);
            Operation disarmed = journal.move(tx, operation, OperationEvent.DISARM, officer);
            letters.notice(tx, operation, OperationEvent.DISARM);
            return disarmed;
        });
    }

    /// The host's revocation: what is armed is disarmed in the same transaction, and the host is told so.
    void revoked(Tx tx, Operation operation, Revocation revocation, PeerParty host) {
        store.revocation(tx, revocation);
        boolean wasArmed = operation.state() == OperationState.ARMED;
        Operation standing = wasArmed ? journal.move(tx, operation, OperationEvent.DISARM, host) : operation;
        journal.move(tx, standing, OperationEvent.REVOKE, host);
        if (wasArmed) {
            letters.notice(tx, operation, OperationEvent.DISARM);
        }
    }

    /// The window is over, on either side. Another run may have been first.
    void end(Tx tx, OperationId id, Schedule schedule) {
        Operation operation = store.findForUpdate(tx, id).orElseThrow(() -> Journal.unknown(id));
        if (Lifecycle.next(operation.state(), OperationEvent.END).isPresent()) {
            journal.move(tx, operation, OperationEvent.END, schedule);
            if (operation.state() == OperationState.ARMED) {
                letters.notice(tx, operation, OperationEvent.END);
            }
        }
    }

    private static Arming.Reason held(HoldReason reason) {
        return reason("held." + reason.name(), Texts.of("act").bilingual("held." + reason.name()));
    }

    private static Arming.Reason law(String word, String keys) {
        return reason("law." + word, Texts.of("act").bilingual("law." + word, keys));
    }

    private static Arming.Reason ground(Ground ground) {
        return new Arming.Reason("ground." + ground.key(), ground.text(), ground.article());
    }

    private static Arming.Reason reason(String key, Bilingual text) {
        return new Arming.Reason(key, text, null);
    }
}
