package org.entente.act;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.entente.access.Access;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.kernel.Actor;
import org.entente.prove.Leaf;
import org.entente.prove.Ledger;

/// The rooms below, as this one uses them.
public record Surroundings(
        Transactions transactions,
        Access access,
        Agreements agreements,
        Ledger ledger,
        Post post,
        InstitutionSeals seals,
        Clock clock) {

    /// Times of this room are whole seconds: what is shown is what was signed.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    LocalDate today() {
        return now().atZone(ZoneOffset.UTC).toLocalDate();
    }

    Agreement law(Proposal proposal) {
        return agreements.current(proposal.agreement());
    }

    void duty(Tx tx, Proposal proposal, Actor actor, String type, Map<String, String> more) {
        Map<String, String> fields = new TreeMap<>(more);
        fields.put("by", actor.label());
        fields.put("operation", proposal.id().hex());
        ledger.request(tx, new Leaf.Duty(proposal.agreement(), type, new TreeMap<>(fields)));
    }
}
