package org.entente.find;

import java.time.Instant;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;

/// All that this node learned of one query of the peer.
public record Served(
        Instant received,
        int elementCount,
        String keyType,
        Purpose purpose,
        InstitutionId institution,
        LegalBasis basis) {}
