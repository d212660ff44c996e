package org.entente.contact;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.Agreement;
import org.entente.agreement.ContactDuty;
import org.entente.contact.store.ContactStore;
import org.entente.db.Tx;
import org.entente.kernel.Actor;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Language;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.Schedule;
import org.entente.paper.PaperFile;
import org.entente.paper.PaperFormat;
import org.entente.paper.Press;
import org.jspecify.annotations.Nullable;

/// The report that a party's own law wants of every contact with the other party's officials. Thread-safe; each change
/// is one transaction with its entry in the DUTY log. An officer has what their institution has to report, those of a
/// central authority and auditors what all of the party's have; whoever only records contacts has their own records.
public final class Contacts {
    private final Surroundings around;
    private final Press press;
    private final Contacting contacting;
    private final ContactStore store = new ContactStore();

    public Contacts(Surroundings around, Press press) {
        this.around = around;
        this.press = press;
        this.contacting = new Contacting(around);
    }

    /// What the law of the officer's party wants; empty if it wants no report.
    public Optional<ContactDuty> duty(Officer officer, AgreementId agreement) {
        require(officer, ContactAction.READ);
        return ContactDuty.of(around.agreements().current(agreement), around.own());
    }

    /// Records a contact that the node could not see, of the officer's own institution.
    ///
    /// @throws EntenteException CONTACT_NOT_REPORTED; CONTACT_FIELD_UNFIT for an institution that is not the other
    ///     party's, a moment ahead or more than a year ago, an empty or long subject, a long reference
    public Contact record(Officer officer, AgreementId agreement, ContactOrder order) {
        require(officer, ContactAction.RECORD);
        return contacting.record(officer, around.agreements().current(agreement), order);
    }

    /// Strikes out a record made in error; it stays readable, with the reason. Whoever made it may, or who reports.
    ///
    /// @throws EntenteException CONTACT_UNKNOWN; CONTACT_STANDS; CONTACT_FIELD_UNFIT without a reason
    public Contact strike(Officer officer, AgreementId agreement, long id, String why) {
        require(officer, ContactAction.RECORD);
        return contacting.strike(officer, around.agreements().current(agreement), id, why, reports(officer));
    }

    /// What officers recorded, newest first, at most 500.
    public List<Contact> recorded(Officer officer, AgreementId id) {
        require(officer, ContactAction.READ);
        Agreement agreement = around.agreements().current(id);
        return around.transactions()
                .in(tx -> store
                        .recorded(
                                tx,
                                id.value(),
                                scope(officer),
                                seesAll(officer) ? null : officer.label(),
                                Limits.LIST_MAX)
                        .stream()
                        .map(row -> contacting.contact(agreement, row))
                        .toList());
    }

    /// What has yet to be reported, by institution, the earliest term first.
    public List<OwedContacts> owed(Officer officer, AgreementId agreement) {
        require(officer, ContactAction.READ);
        return seesAll(officer)
                ? around.transactions()
                        .in(tx -> contacting.owed(tx, around.agreements().current(agreement), scope(officer)))
                : List.of();
    }

    /// Makes a report of what the officer's institution has yet to report, the earliest first, at most 200 records and
    /// 10,000 envelopes.
    ///
    /// @throws EntenteException CONTACT_NOT_REPORTED; CONTACT_NOTHING_OWED
    public ContactReport report(Officer officer, AgreementId id) {
        require(officer, ContactAction.REPORT);
        Agreement agreement = around.agreements().current(id);
        around.duty(agreement);
        return around.transactions().in(tx -> {
            Instant now = around.now();
            int year = now.atZone(ZoneOffset.UTC).getYear();
            ReportNumber number = ReportNumber.of(around.own(), year, store.nextCount(tx, year));
            ContactReport report = contacting.report(tx, officer, agreement, number, now);
            around.duty(
                    tx,
                    id,
                    "contact.reported",
                    Map.of(
                            "by",
                            officer.label(),
                            "report",
                            number.value(),
                            "contacts",
                            Integer.toString(report.contactCount())));
            return report;
        });
    }

    /// Reports that were made: those not handed over first, then the newest, at most 500.
    public List<ContactReport> reports(Officer officer, AgreementId agreement) {
        require(officer, ContactAction.READ);
        return seesAll(officer)
                ? around.transactions()
                        .in(tx -> store.reports(tx, agreement.value(), scope(officer), Limits.LIST_MAX).stream()
                                .map(Contacting::report)
                                .toList())
                : List.of();
    }

    /// The report as a document. That it was made, by whom and with which hash, is in the DUTY log before this returns.
    ///
    /// @throws EntenteException CONTACT_REPORT_UNKNOWN
    public PaperFile document(Officer officer, ReportNumber number, PaperFormat format, Language first) {
        require(officer, ContactAction.REPORT);
        record Looked(ContactStore.Report report, ContactPaper.Content content) {}
        Looked looked = around.transactions().in(tx -> {
            ContactStore.Report report = known(tx, officer, number);
            return new Looked(report, contacting.content(tx, report));
        });
        AgreementId id = new AgreementId(looked.report().agreement());
        Agreement agreement = around.agreements().current(id);
        ContactPaper paper = new ContactPaper(agreement, around.duty(agreement), around.zone(agreement));
        Bytes content = switch (format) {
            case PDF -> press.pdf(paper.of(looked.content(), around.now()), first);
            case DOCX -> press.docx(paper.of(looked.content(), around.now()), first);
        };
        String language = first.name().toLowerCase(Locale.ROOT);
        PaperFile file = new PaperFile(number + "-" + language + "." + format.word(), format, content);
        Map<String, String> fields = Map.of(
                "by", officer.label(),
                "report", number.value(),
                "format", format.word(),
                "language", language,
                "sha256", file.sha256().hex());
        around.transactions().run(tx -> around.duty(tx, id, "contact.document-made", fields));
        return file;
    }

    /// Notes that the recipients have a report: its term has ended.
    ///
    /// @param reference what their receipt is known by, at most 200 characters
    /// @throws EntenteException CONTACT_REPORT_UNKNOWN; CONTACT_REPORT_HANDED_OVER; CONTACT_FIELD_UNFIT
    public ContactReport handOver(Officer officer, ReportNumber number, String reference) {
        require(officer, ContactAction.REPORT);
        String clean = Contacting.text("reference", reference, Limits.REFERENCE_LENGTH_MAX);
        return around.transactions().in(tx -> {
            ContactStore.Report report = known(tx, officer, number);
            var handed = new ContactStore.Handed(around.now(), officer.label(), clean);
            if (!store.handOver(tx, number.value(), handed)) {
                throw new EntenteException(ContactCode.CONTACT_REPORT_HANDED_OVER, number.value());
            }
            around.duty(
                    tx,
                    new AgreementId(report.agreement()),
                    "contact.report-handed-over",
                    Map.of("by", officer.label(), "report", number.value()));
            return Contacting.report(known(tx, officer, number));
        });
    }

    /// Takes what crossed since, and tells what the terms have to say, each once. Boot runs it every few seconds.
    ///
    /// @return how many contacts it took and terms it told
    public int sweep(Schedule schedule) {
        require(schedule, ContactAction.SWEEP);
        return new Terms(around).sweep(schedule.label());
    }

    /// Another institution's report is unknown to who may not see it.
    private ContactStore.Report known(Tx tx, Officer officer, ReportNumber number) {
        return store.report(tx, number.value())
                .filter(report ->
                        around.concerns(officer, Contacting.report(report).institution()))
                .orElseThrow(() -> new EntenteException(ContactCode.CONTACT_REPORT_UNKNOWN, number.value()));
    }

    private boolean reports(Officer officer) {
        return around.access().offers(officer, ContactAction.REPORT);
    }

    /// Who reports, or audits: whoever only records sees no one else's.
    private boolean seesAll(Officer officer) {
        return reports(officer) || !around.access().offers(officer, ContactAction.RECORD);
    }

    private @Nullable String scope(Officer officer) {
        var institution = around.institution(officer);
        return institution == null ? null : institution.value();
    }

    private void require(Actor actor, ContactAction action) {
        around.access().require(actor, action, Marking.UNMARKED);
    }
}
