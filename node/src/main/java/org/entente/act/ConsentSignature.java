package org.entente.act;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Role;

/// One host officer's signature under a consent: Ed25519 with the signing key of the officer's institution over
/// [ConsentWire#toBeSigned]. `signer` is a keyed hash of the officer's account for this one operation (16 hex digits):
/// the proposer learns that two signers differ, not who they are; the host can show later who they were.
public record ConsentSignature(InstitutionId institution, Role role, String signer, Instant signed, Bytes signature) {
    public static final int SIGNATURE_SIZE_BYTES = 64;

    public ConsentSignature {
        signed = signed.truncatedTo(ChronoUnit.SECONDS);
        if (!signer.matches("[0-9a-f]{16}") || signature.sizeBytes() != SIGNATURE_SIZE_BYTES) {
            throw new IllegalArgumentException("a consent signature has a 16 hex digit signer and 64 bytes");
        }
    }
}
