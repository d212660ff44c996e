package org.entente.act;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.entente.kernel.Bytes;
import org.entente.kernel.Role;

/// Whether a consent holds for a proposal. Both nodes run it: the host before it sends, the proposer on arrival and
/// again before arming.
///
/// A consent holds when it names the operation and the hash of the proposal as this node keeps it, comes from its host,
/// covers its whole window, and bears two signatures by two different signers, one as LAWYER and one as CASE_OFFICER,
/// each by the pinned key of an institution of the host.
final class ConsentCheck {
    private static final Set<Role> ROLES = EnumSet.of(Role.LAWYER, Role.CASE_OFFICER);

    private final InstitutionSeals seals;

    ConsentCheck(InstitutionSeals seals) {
        this.seals = seals;
    }

    /// All flaws, empty when the consent holds.
    Set<ConsentFlaw> flaws(Proposal proposal, SignedConsent signed) {
        Set<ConsentFlaw> flaws = EnumSet.noneOf(ConsentFlaw.class);
        Consent consent = signed.consent();
        if (!consent.operation().equals(proposal.id()) || !consent.agreement().equals(proposal.agreement())) {
            flaws.add(ConsentFlaw.OTHER_OPERATION);
        }
        if (!consent.proposalHash().equals(ProposalWire.hash(proposal))) {
            flaws.add(ConsentFlaw.OTHER_PROPOSAL);
        }
        if (!consent.host().equals(proposal.host())) {
            flaws.add(ConsentFlaw.OTHER_HOST);
        }
        if (!consent.window().covers(proposal.window())) {
            flaws.add(ConsentFlaw.WINDOW_NOT_COVERED);
        }
        flaws.addAll(signatureFlaws(consent, signed.signatures()));
        return flaws;
    }

    private Set<ConsentFlaw> signatureFlaws(Consent consent, List<ConsentSignature> signatures) {
        Set<ConsentFlaw> flaws = EnumSet.noneOf(ConsentFlaw.class);
        if (signatures.size() < 2) {
            flaws.add(ConsentFlaw.ONE_SIGNATURE);
        } else {
            if (signatures.stream().map(ConsentSignature::signer).distinct().count() < signatures.size()) {
                flaws.add(ConsentFlaw.SAME_SIGNER);
            }
            if (!signatures.stream()
                    .map(ConsentSignature::role)
                    .collect(Collectors.toSet())
                    .equals(ROLES)) {
                flaws.add(ConsentFlaw.ROLES_INCOMPLETE);
            }
        }
        for (ConsentSignature signature : signatures) {
            if (!signature.institution().party().equals(consent.host())) {
                flaws.add(ConsentFlaw.FOREIGN_INSTITUTION);
            } else if (!holds(consent, signature)) {
                flaws.add(ConsentFlaw.SIGNATURE_INVALID);
            }
        }
        return flaws;
    }

    private boolean holds(Consent consent, ConsentSignature signature) {
        Bytes message = ConsentWire.toBeSigned(
                consent, signature.institution(), signature.role(), signature.signer(), signature.signed());
        return seals.publicKey(consent.agreement(), signature.institution(), signature.signed())
                .filter(key -> verifies(key, message, signature.signature()))
                .isPresent();
    }

    private static boolean verifies(Bytes publicKey, Bytes message, Bytes signature) {
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(publicKey.toArray()));
        verifier.update(message.toArray(), 0, message.sizeBytes());
        return verifier.verifySignature(signature.toArray());
    }
}
