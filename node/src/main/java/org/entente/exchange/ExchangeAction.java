package org.entente.exchange;

import java.util.Locale;
import org.entente.kernel.Action;

/// What an officer may do here. Envelopes are the verbs' doing and are asked for there.
public enum ExchangeAction implements Action {
    EXPORT_PARTY_FILE,
    PIN,
    SEE_PEERS,
    SEE_LOGS,
    EXPORT_PROOF;

    @Override
    public String key() {
        return "exchange." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
