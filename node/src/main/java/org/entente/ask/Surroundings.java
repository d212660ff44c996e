package org.entente.ask;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.entente.access.Access;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.agreement.Ruling;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.prove.Leaf;
import org.entente.prove.Ledger;

/// The rooms below, as this one uses them.
public record Surroundings(
        Transactions transactions,
        Access access,
        Agreements agreements,
        Ledger ledger,
        Post post,
        Answering answering,
        Clock clock) {

    /// Times of this room are whole seconds: what is shown is what was signed.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /// @throws EntenteException AGREEMENT_UNKNOWN
    Agreement agreement(Request request) {
        return agreements.current(request.head().agreement());
    }

    void duty(Tx tx, AgreementId agreement, String type, Map<String, String> fields) {
        ledger.request(tx, new Leaf.Duty(agreement, type, new TreeMap<>(fields)));
    }

    /// What the log keeps of a ruling: the word, the rules that fired and the law they stand in.
    static Map<String, String> fields(String by, RequestNumber number, Ruling ruling) {
        return Map.of(
                "by", by,
                "request", number.value(),
                "ruling", ruling.word(),
                "rules", String.join(" ", ruling.trace().firedIds()),
                "law", ruling.trace().packHash().hex());
    }
}
