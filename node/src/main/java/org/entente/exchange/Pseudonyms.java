package org.entente.exchange;

import org.entente.kernel.AgreementId;
import org.entente.kernel.CaseNumber;

/// Case pseudonyms: 64 bits under a key of this node and agreement. The peer can tell that two envelopes belong to one
/// case and learns nothing else; 16 hex digits keep ten million cases apart with odds of one in 370,000.
public final class Pseudonyms {
    private static final int HEX_DIGITS = 16;

    private final OwnNode own;

    public Pseudonyms(OwnNode own) {
        this.own = own;
    }

    public String of(AgreementId agreement, CaseNumber number) {
        return own.derive(agreement, "case-pseudonym/" + number).hex().substring(0, HEX_DIGITS);
    }
}
