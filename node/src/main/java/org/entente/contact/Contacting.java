package org.entente.contact;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.agreement.Agreement;
import org.entente.agreement.ContactDuty;
import org.entente.agreement.Institution;
import org.entente.contact.store.ContactStore;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;

/// Contacts and reports between the store's rows and the room's records.
final class Contacting {
    private final Surroundings around;
    private final ContactStore store = new ContactStore();

    Contacting(Surroundings around) {
        this.around = around;
    }

    Contact record(Officer officer, Agreement agreement, ContactOrder order) {
        ContactDuty duty = around.duty(agreement);
        requireFit(agreement, order);
        String subject = text("subject", order.subject(), Limits.SUBJECT_LENGTH_MAX);
        String leave = clean(order.leave());
        if (leave.length() > Limits.REFERENCE_LENGTH_MAX) {
            throw new EntenteException(ContactCode.CONTACT_FIELD_UNFIT, "leave", "> " + Limits.REFERENCE_LENGTH_MAX);
        }
        return around.transactions().in(tx -> {
            Instant due = around.deadline(agreement, duty, order.at()).due();
            var row = new ContactStore.Row(
                    0,
                    officer.institution().value(),
                    order.counterpart().value(),
                    order.kind().name(),
                    order.at(),
                    due,
                    null,
                    subject,
                    leave,
                    around.now(),
                    officer.label(),
                    null,
                    null);
            long id = store.add(tx, agreement.id().value(), row);
            around.duty(
                    tx,
                    agreement.id(),
                    "contact.recorded",
                    Map.of(
                            "by",
                            officer.label(),
                            "contact",
                            Long.toString(id),
                            "kind",
                            order.kind().word()));
            return contact(agreement, store.lock(tx, agreement.id().value(), id).orElseThrow());
        });
    }

    private void requireFit(Agreement agreement, ContactOrder order) {
        boolean theirs = agreement.institution(order.counterpart()).isPresent()
                && !order.counterpart().party().equals(around.own());
        if (!theirs) {
            throw new EntenteException(
                    ContactCode.CONTACT_FIELD_UNFIT,
                    "counterpart",
                    order.counterpart().value());
        }
        Instant now = around.now();
        boolean past = !order.at().isAfter(now.plus(Limits.CLOCKS_APART_MAX))
                && !order.at().isBefore(now.minus(Limits.CONTACT_AGE_MAX));
        if (!past) {
            throw new EntenteException(
                    ContactCode.CONTACT_FIELD_UNFIT, "at", order.at().toString());
        }
    }

    Contact strike(Officer officer, Agreement agreement, long id, String why, boolean reports) {
        String clean = text("why", why, Limits.SUBJECT_LENGTH_MAX);
        return around.transactions().in(tx -> {
            ContactStore.Row row = store.lock(tx, agreement.id().value(), id)
                    .filter(one -> officer.institution().value().equals(one.institution()))
                    .filter(one -> one.by().equals(officer.label()) || (reports && one.crossing() == null))
                    .orElseThrow(() -> new EntenteException(ContactCode.CONTACT_UNKNOWN));
            if (row.crossing() != null || row.report() != null || row.struck() != null) {
                throw new EntenteException(ContactCode.CONTACT_STANDS);
            }
            store.strike(tx, id, around.now(), officer.label(), clean);
            around.duty(
                    tx,
                    agreement.id(),
                    "contact.struck-out",
                    Map.of("by", officer.label(), "contact", Long.toString(id)));
            return contact(agreement, store.lock(tx, agreement.id().value(), id).orElseThrow());
        });
    }

    Contact contact(Agreement agreement, ContactStore.Row row) {
        ContactKind kind = ContactKind.valueOf(row.kind());
        boolean wantsLeave = row.leave().isEmpty()
                && ContactDuty.of(agreement, around.own())
                        .map(duty -> duty.leaveFor().contains(kind.word()))
                        .orElse(false);
        return new Contact(
                row.id(),
                new InstitutionId(row.institution()),
                new InstitutionId(row.counterpart()),
                kind,
                row.at(),
                row.subject(),
                row.leave(),
                wantsLeave,
                row.by(),
                row.due(),
                row.report() == null ? null : new ReportNumber(row.report()),
                row.struck());
    }

    /// By institution, those with something owed only.
    List<OwedContacts> owed(Tx tx, Agreement agreement, @Nullable String scope) {
        ContactDuty duty = ContactDuty.of(agreement, around.own()).orElse(null);
        if (duty == null) {
            return List.of();
        }
        List<OwedContacts> owed = new ArrayList<>();
        for (Institution institution : agreement.text().institutions()) {
            InstitutionId id = institution.id();
            Instant earliest = id.party().equals(around.own()) && (scope == null || scope.equals(id.value()))
                    ? store.earliestOpen(tx, agreement.id().value(), id.value())
                    : null;
            if (earliest != null) {
                owed.add(new OwedContacts(
                        id,
                        store.daysOwed(tx, agreement.id().value(), id.value(), around.zone(agreement)).stream()
                                .map(Contacting::day)
                                .toList(),
                        store.owed(tx, agreement.id().value(), id.value(), Limits.LIST_MAX).stream()
                                .map(row -> contact(agreement, row))
                                .toList(),
                        around.deadline(agreement, duty, earliest)));
            }
        }
        owed.sort(Comparator.comparing(OwedContacts::due));
        return owed;
    }

    ContactReport report(Tx tx, Officer officer, Agreement agreement, ReportNumber number, Instant now) {
        List<ContactStore.Row> chosen = store.next(
                tx,
                agreement.id().value(),
                officer.institution().value(),
                Limits.RECORDED_PER_REPORT_MAX,
                Limits.CONTACTS_PER_REPORT_MAX);
        if (chosen.isEmpty()) {
            throw new EntenteException(ContactCode.CONTACT_NOTHING_OWED);
        }
        Comparator<Instant> time = Comparator.naturalOrder();
        var report = new ContactStore.Report(
                number.value(),
                agreement.id().value(),
                officer.institution().value(),
                chosen.stream().map(ContactStore.Row::at).min(time).orElseThrow(),
                chosen.stream().map(ContactStore.Row::at).max(time).orElseThrow(),
                chosen.size(),
                chosen.stream().map(ContactStore.Row::due).min(time).orElseThrow(),
                now,
                officer.label(),
                null);
        store.add(tx, report, chosen.stream().map(ContactStore.Row::id).toList());
        return report(report);
    }

    ContactPaper.Content content(Tx tx, ContactStore.Report report) {
        Agreement agreement = around.agreements().current(new AgreementId(report.agreement()));
        return new ContactPaper.Content(
                report(report),
                store.daysIn(tx, report.number(), around.zone(agreement)).stream()
                        .map(Contacting::day)
                        .toList(),
                store.recordedIn(tx, report.number()).stream()
                        .map(row -> contact(agreement, row))
                        .toList());
    }

    static ContactReport report(ContactStore.Report row) {
        ContactStore.Handed handed = row.handed();
        return new ContactReport(
                new ReportNumber(row.number()),
                new InstitutionId(row.institution()),
                row.first(),
                row.last(),
                row.contacts(),
                row.due(),
                row.made(),
                row.by(),
                handed == null ? null : new ContactReport.HandedOver(handed.at(), handed.by(), handed.reference()));
    }

    private static ExchangeDay day(ContactStore.Day day) {
        return new ExchangeDay(day.day(), new InstitutionId(day.counterpart()), day.count(), day.first(), day.last());
    }

    /// @throws EntenteException CONTACT_FIELD_UNFIT for a blank or long one
    static String text(String field, String text, int lengthMax) {
        String clean = clean(text);
        if (clean.isEmpty() || clean.length() > lengthMax) {
            throw new EntenteException(
                    ContactCode.CONTACT_FIELD_UNFIT, field, clean.isEmpty() ? "–" : "> " + lengthMax);
        }
        return clean;
    }

    private static String clean(String text) {
        return Normalizer.normalize(
                Objects.requireNonNull(text).replaceAll("\\p{Cntrl}+", " ").strip(), Normalizer.Form.NFC);
    }
}
