package org.entente.release;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.entente.access.Access;
import org.entente.agreement.Agreements;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.prove.Leaf;
import org.entente.prove.Ledger;

/// The rooms below, as this one uses them.
public record Surroundings(
        Transactions transactions,
        Access access,
        Agreements agreements,
        Ledger ledger,
        OwnStatements statements,
        Post post,
        Clock clock) {

    /// Times of this room are whole seconds: what is shown is what was signed.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    void duty(Tx tx, AgreementId agreement, String type, Map<String, String> fields) {
        ledger.request(tx, new Leaf.Duty(agreement, type, new TreeMap<>(fields)));
    }
}
