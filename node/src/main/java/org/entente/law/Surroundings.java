package org.entente.law;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.access.Access;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.agreement.Institution;
import org.entente.agreement.PartyTerms;
import org.entente.agreement.pack.PackArchive;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.prove.Leaf;
import org.entente.prove.Ledger;

/// The rooms below, as this one uses them.
public record Surroundings(
        Party own,
        Transactions transactions,
        Access access,
        Agreements agreements,
        PackArchive archive,
        Ledger ledger,
        Post post,
        Clock clock) {

    /// Times of this room are whole seconds: what is shown is what was signed.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    void duty(Tx tx, LawVersion about, String type, String by) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "by",
                by,
                "law",
                about.pack().hex(),
                "version",
                about.version(),
                "day",
                about.day() == null ? "" : about.day().toString()));
        ledger.request(tx, new Leaf.Duty(about.agreement(), type, new TreeMap<>(fields)));
    }

    /// A word about the law goes from central authority to central authority.
    EnvelopeId send(Tx tx, AgreementId id, String type, Bytes body) {
        Agreement law = agreements.current(id);
        Party other = law.text().parties().stream()
                .map(PartyTerms::party)
                .filter(party -> !party.equals(own))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an agreement of one party"));
        return post.send(
                tx,
                new Dispatch(
                        id,
                        central(law, own),
                        central(law, other),
                        type,
                        null,
                        "",
                        law.requests().getFirst().bases().getFirst(),
                        new Purpose(law.text().purposes().getFirst().key()),
                        Set.of(),
                        now().plus(Limits.ENVELOPE_LIFE),
                        body));
    }

    static InstitutionId central(Agreement law, Party party) {
        return law.text().institutions().stream()
                .filter(one -> one.central() && one.id().party().equals(party))
                .map(Institution::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a party without a central authority"));
    }
}
