package org.entente.ask;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.entente.agreement.Fact;
import org.entente.kernel.AgreementId;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.entente.kernel.UnfitValueException;

/// What every request says, whatever its type. `from` is the originator; `offence` a key of the pack; `facts` what the
/// asking officer stated to the law; `assurances` the undertakings given; `demonstration` marks an exercise with
/// invented subjects, on every screen and paper. `created` is whole seconds; `quiet`: only named
/// officers of each side know of it.
public record Head(
        RequestNumber number,
        AgreementId agreement,
        InstitutionId from,
        InstitutionId to,
        LegalBasis basis,
        Purpose purpose,
        Urgency urgency,
        String urgencyReason,
        Set<HandlingCode> handling,
        String offence,
        boolean demonstration,
        Declarations declarations,
        Instant created,
        boolean quiet) {
    /// An ordinary request.
    public Head(
            RequestNumber number,
            AgreementId agreement,
            InstitutionId from,
            InstitutionId to,
            LegalBasis basis,
            Purpose purpose,
            Urgency urgency,
            String urgencyReason,
            Set<HandlingCode> handling,
            String offence,
            boolean demonstration,
            Declarations declarations,
            Instant created) {
        this(
                number,
                agreement,
                from,
                to,
                basis,
                purpose,
                urgency,
                urgencyReason,
                handling,
                offence,
                demonstration,
                declarations,
                created,
                false);
    }

    public Head {
        handling = Set.copyOf(handling);
        if (handling.isEmpty()) {
            throw new UnfitValueException("a request has a handling code", "una solicitud lleva un código de manejo");
        }
        if (urgency != Urgency.ORDINARY && urgencyReason.isBlank()) {
            throw new UnfitValueException("an urgent request says why", "una solicitud urgente dice por qué lo es");
        }
        if (from.party().equals(to.party()) || !number.party().equals(from.party())) {
            throw new IllegalArgumentException("a request goes to the other party under one's own number");
        }
    }

    /// Facts and undertakings as an officer stated them, by the pack's keys.
    public record Declarations(Map<String, Fact> facts, Set<String> assurances) {
        public static final Declarations NONE = new Declarations(Map.of(), Set.of());

        public Declarations {
            facts = Map.copyOf(facts);
            assurances = Set.copyOf(assurances);
        }
    }
}
