package org.entente.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.entente.access.Access;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.agreement.ContactDuty;
import org.entente.agreement.Institution;
import org.entente.agreement.PartyTerms;
import org.entente.agreement.clock.Deadline;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.Party;
import org.entente.kernel.Role;
import org.entente.prove.Leaf;
import org.entente.prove.Ledger;
import org.jspecify.annotations.Nullable;

/// The rooms below, as this one uses them.
public record Surroundings(
        Party own,
        Transactions transactions,
        Access access,
        Agreements agreements,
        Ledger ledger,
        CrossedMail mail,
        Clock clock) {
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /// @throws EntenteException CONTACT_NOT_REPORTED where the party's law wants no report
    ContactDuty duty(Agreement agreement) {
        return ContactDuty.of(agreement, own)
                .orElseThrow(() -> new EntenteException(ContactCode.CONTACT_NOT_REPORTED, own.code()));
    }

    /// When a contact of that moment has to be reported.
    Deadline deadline(Agreement agreement, ContactDuty duty, Instant at) {
        return agreement.clock(duty.clock(), at, other(agreement), own);
    }

    Party other(Agreement agreement) {
        return agreement.text().parties().stream()
                .map(PartyTerms::party)
                .filter(party -> !party.equals(own))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an agreement of one party"));
    }

    ZoneId zone(Agreement agreement) {
        return agreement.text().parties().stream()
                .filter(terms -> terms.party().equals(own))
                .map(PartyTerms::zone)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an agreement of others"));
    }

    /// Whose contacts the officer may see: one institution's; null for all of the party's.
    @Nullable
    InstitutionId institution(Officer officer) {
        boolean central = agreements.all().stream()
                .flatMap(one -> one.institution(officer.institution()).stream())
                .anyMatch(Institution::central);
        return central || officer.has(Role.AUDITOR) ? null : officer.institution();
    }

    /// Who reports what was addressed to an institution: itself, or the central authority for one that the agreement
    /// does not name.
    InstitutionId reporter(Agreement agreement, InstitutionId addressed) {
        return agreement.institution(addressed).isPresent()
                ? addressed
                : agreement.text().institutions().stream()
                        .filter(one -> one.central() && one.id().party().equals(own))
                        .map(Institution::id)
                        .findFirst()
                        .orElse(addressed);
    }

    boolean concerns(Officer officer, InstitutionId institution) {
        InstitutionId own = institution(officer);
        return own == null || own.equals(institution);
    }

    void duty(Tx tx, AgreementId agreement, String type, Map<String, String> fields) {
        ledger.request(tx, new Leaf.Duty(agreement, type, new TreeMap<>(fields)));
    }
}
