package org.entente.release;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.entente.access.Access;
import org.entente.agreement.Agreements;
import org.entente.agreement.Institution;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.AgreementId;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
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
        Clock clock,
        Seclusion seclusion) {
    /// Requests that only named officers know: what answers them is seen by these only. Boot gives the room above.
    public interface Seclusion {
        /// Envelopes of requests that the officer does not know of. Not called inside a transaction.
        Set<EnvelopeId> hidden(Officer officer);
    }

    /// Where every request is known to all who may read releases.
    public Surroundings(
            Transactions transactions,
            Access access,
            Agreements agreements,
            Ledger ledger,
            OwnStatements statements,
            Post post,
            Clock clock) {
        this(transactions, access, agreements, ledger, statements, post, clock, _ -> Set.of());
    }

    /// Which releases the officer may know of; asked before a transaction begins.
    Predicate<Terms> known(Officer officer) {
        Set<EnvelopeId> hidden = seclusion.hidden(officer);
        return terms -> {
            EnvelopeId request = terms.inReplyTo();
            return request == null || !hidden.contains(request);
        };
    }

    /// Whether the officer serves that institution, or a central authority of the party.
    boolean speaksFor(Officer officer, InstitutionId institution, AgreementId agreement) {
        return officer.institution().equals(institution)
                || agreements
                        .current(agreement)
                        .institution(officer.institution())
                        .filter(Institution::central)
                        .isPresent();
    }

    /// Times of this room are whole seconds: what is shown is what was signed.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    void duty(Tx tx, AgreementId agreement, String type, Map<String, String> fields) {
        ledger.request(tx, new Leaf.Duty(agreement, type, new TreeMap<>(fields)));
    }
}
