package org.entente.exchange;

import java.security.GeneralSecurityException;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Party;
import org.entente.ledger.note.Signer;

/// What exchange needs of this node itself. Private keys stay behind it. Thread-safe.
public interface OwnNode {
    Party party();

    /// What this node tells the peer about itself under an agreement.
    ///
    /// @throws org.entente.kernel.EntenteException if this node knows no such agreement
    PartyFile partyFile(AgreementId agreement);

    /// The key named `envelope` in the party file.
    Signer envelopeSigner(AgreementId agreement);

    /// HPKE open, RFC 9180 base mode with the suite of [Seal], under the sealing key of an institution of ours.
    ///
    /// @throws GeneralSecurityException if it does not open
    byte[] unseal(InstitutionId institution, byte[] encapsulation, byte[] info, byte[] associatedData, byte[] wrapped)
            throws GeneralSecurityException;

    /// A 32-byte value that this node alone can compute from `label`, the same at every call.
    Bytes derive(AgreementId agreement, String label);
}
