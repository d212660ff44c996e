package org.entente.console;

import org.entente.kernel.AgreementId;
import org.entente.kernel.Party;

/// Whose console this is, and under which agreement it works.
public record HomeParty(Party party, AgreementId agreement) {}
