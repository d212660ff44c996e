package org.entente.act;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.Fact;
import org.entente.agreement.Ground;
import org.entente.agreement.PartyTerms;
import org.entente.agreement.Question;
import org.entente.agreement.Ruling;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Party;
import org.entente.kernel.UnfitValueException;

/// An operation as the law sees it: the facts a proposal declares, put to the pack's measure. Pure.
final class OperationLaw {
    static final String MEASURE = "operation-on-territory";

    private OperationLaw() {}

    /// The proposer asks its own law before it proposes.
    static Ruling proposing(Agreement agreement, Proposal proposal, LocalDate today) {
        Map<String, Fact> facts = facts(proposal, Operation.Side.PROPOSER, "proposal");
        return agreement.rule(new Question(MEASURE, facts), today);
    }

    /// The proposer asks its own law before it arms.
    static Ruling arming(Agreement agreement, Proposal proposal, boolean consentIsValid, LocalDate today) {
        Map<String, Fact> facts = facts(proposal, Operation.Side.PROPOSER, "arming");
        facts.put("consent.valid", Fact.of(consentIsValid));
        return agreement.rule(new Question(MEASURE, facts), today);
    }

    /// What the host's law says of the proposal as it came: what only the host's officers can state is still missing.
    static Ruling receiving(Agreement agreement, Proposal proposal, LocalDate today) {
        Map<String, Fact> facts = facts(proposal, Operation.Side.HOST, "proposal");
        return agreement.rule(new Question(MEASURE, facts), today);
    }

    /// The host's law with what an officer states by signing.
    static Ruling consenting(Agreement agreement, Proposal proposal, LocalDate today) {
        Map<String, Fact> facts = facts(proposal, Operation.Side.HOST, "proposal");
        facts.put("risk.human-rights", Fact.NO);
        return agreement.rule(new Question(MEASURE, facts), today);
    }

    /// What of a proposal the agreement knows nothing of; empty for one that it can rule.
    static Optional<UnfitValueException> unfit(Agreement agreement, Proposal proposal) {
        Set<Party> parties =
                agreement.text().parties().stream().map(PartyTerms::party).collect(Collectors.toSet());
        boolean elsewhere = proposal.parts().stream()
                .map(DeclaredPart::territory)
                .anyMatch(territory -> territory instanceof Territory.Of of && !parties.contains(of.party()));
        if (elsewhere) {
            return Optional.of(new UnfitValueException(
                    "a territory of a State that is no party: nobody could consent to it here",
                    "un territorio de un Estado que no es parte: aquí nadie podría consentir"));
        }
        if (!agreement.isInvocable(MEASURE, proposal.basis())) {
            return Optional.of(new UnfitValueException(
                    "an operation does not rest on this article", "una operación no se funda en ese artículo"));
        }
        return agreement.hasPurpose(proposal.purpose())
                ? Optional.empty()
                : Optional.of(new UnfitValueException(
                        "the agreement has no such purpose", "el acuerdo no prevé esa finalidad"));
    }

    static Ground ground(Agreement agreement, String key) {
        return agreement.grounds(MEASURE).stream()
                .filter(ground -> ground.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new EntenteException(ActCode.ACT_GROUND_UNKNOWN, key));
    }

    private static Map<String, Fact> facts(Proposal proposal, Operation.Side side, String stage) {
        Guests guests = proposal.guests();
        Map<String, Fact> facts = new LinkedHashMap<>();
        facts.put(
                "side",
                Fact.choice(
                        switch (side) {
                            case PROPOSER -> "requesting";
                            case HOST -> "requested";
                        }));
        facts.put("stage", Fact.choice(stage));
        facts.put("basis.instrument", Fact.choice(proposal.basis().instrument()));
        facts.put("purpose", Fact.choice(proposal.purpose().code()));
        // A proposal cannot be written without a case.
        facts.put("case.named", Fact.YES);
        // No measure that is known here has lethal or military force; of any other nothing is known, and nothing goes
        // on.
        if (proposal.measures().stream()
                .allMatch(measure -> OperationMeasure.of(measure).isPresent())) {
            facts.put("force.planned", Fact.NO);
        }
        facts.put("territory", Fact.choice(territory(proposal)));
        facts.put("host", Fact.choice(proposal.host().code().toLowerCase(Locale.ROOT)));
        facts.put("host-lead.named", Fact.of(proposal.hostLeadWanted()));
        facts.put("guests.present", Fact.of(guests.count() > 0));
        facts.put(
                "guests.powers",
                Fact.choice(
                        switch (guests.powers()) {
                            case LIAISON -> "liaison";
                            case COERCIVE -> "coercive";
                        }));
        facts.put("guests.accredited", Fact.of(guests.accredited()));
        facts.put("guests.armed", Fact.of(guests.armed()));
        facts.put("guests.arms-permit", Fact.of(guests.armsPermitted()));
        return facts;
    }

    private static String territory(Proposal proposal) {
        if (!proposal.needsConsent()) {
            return "home";
        }
        boolean isSure = proposal.parts().stream().noneMatch(part -> part.territory() instanceof Territory.Unsure);
        return isSure ? "host" : "unsure";
    }
}
