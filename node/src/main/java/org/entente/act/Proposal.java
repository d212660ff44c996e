package org.entente.act;

import java.util.List;
import org.entente.kernel.AgreementId;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.kernel.UnfitValueException;

/// What is proposed, as both parties keep it. `measures` are short keys ("surveillance", "liaison"), sorted and
/// distinct. The case number stays at home. Lethal or military force is no field: no operation here has it.
public record Proposal(
        OperationId id,
        AgreementId agreement,
        InstitutionId from,
        InstitutionId to,
        String title,
        List<DeclaredPart> parts,
        Window window,
        List<String> measures,
        Guests guests,
        boolean hostLeadWanted,
        LegalBasis basis,
        Purpose purpose) {
    public Proposal {
        title = ActWire.nfc(title);
        parts = List.copyOf(parts);
        measures = measures.stream().distinct().sorted().toList();
        if (title.isBlank() || title.length() > Limits.TITLE_LENGTH_MAX) {
            throw new UnfitValueException("a title has 1 to 200 characters", "un título tiene de 1 a 200 caracteres");
        }
        if (parts.isEmpty() || parts.size() > Limits.PARTS_MAX) {
            throw new UnfitValueException(
                    "an operation declares 1 to 20 places", "una operación declara de 1 a 20 lugares");
        }
        if (measures.isEmpty()
                || measures.size() > Limits.MEASURES_MAX
                || !measures.stream().allMatch(measure -> measure.matches("[a-z][a-z-]{1,39}"))) {
            throw new UnfitValueException(
                    "an operation has 1 to 12 measures, each a short key",
                    "una operación tiene de 1 a 12 medidas, cada una con clave breve");
        }
        if (from.party().equals(to.party())) {
            throw new UnfitValueException(
                    "a proposal goes to an institution of the other party",
                    "una propuesta se dirige a una institución de la otra parte");
        }
    }

    public Party proposer() {
        return from.party();
    }

    public Party host() {
        return to.party();
    }

    /// Whether any declared part is not surely the proposer's own ground.
    public boolean needsConsent() {
        return parts.stream().anyMatch(part -> part.territory().needsConsentOfOther(proposer()));
    }
}
