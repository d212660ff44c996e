package org.entente.act;

import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;

/// What this room needs of the exchange. Boot gives the real one.
public interface Post {
    EnvelopeId send(Tx tx, Dispatch dispatch);

    /// The body of a received envelope, by the key of the institution it is sealed to.
    Bytes open(Tx tx, EnvelopeId envelope, InstitutionId by);

    /// What stands for a case number in a clear header.
    String pseudonym(AgreementId agreement, CaseNumber caseNumber);
}
