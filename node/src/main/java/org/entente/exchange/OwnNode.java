package org.entente.exchange;

import java.security.GeneralSecurityException;
import java.util.List;
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

    /// Hashes of the packs this node works under and worked under before, the one in force first.
    List<Bytes> packs(AgreementId agreement);

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
