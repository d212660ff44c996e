package org.entente.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.agreement.Article;
import org.entente.agreement.ContactDuty;
import org.entente.agreement.Institution;
import org.entente.agreement.clock.Deadline;
import org.entente.contact.Contact;
import org.entente.contact.ContactKind;
import org.entente.contact.ContactReport;
import org.entente.contact.ExchangeDay;
import org.entente.contact.OwedContacts;
import org.entente.kernel.Officer;

/// Contacts and their reports as the page shows them.
final class ContactViews {
    private final Lexicon lexicon;
    private final Words words;
    private final Officer officer;

    ContactViews(Lexicon lexicon, Officer officer) {
        this.lexicon = lexicon;
        this.words = lexicon.words();
        this.officer = officer;
    }

    /// The article in our words, and the recipients.
    String article(ContactDuty duty) {
        String says = lexicon.agreement()
                .article(duty.article())
                .map(Article::paraphrase)
                .map(words::of)
                .orElse("");
        return duty.article() + ": " + says + " "
                + words.of(
                        "contacts.recipients",
                        String.join(
                                ", ", duty.recipients().stream().map(words::of).toList()));
    }

    boolean isChecked(ContactDuty duty) {
        return lexicon.agreement().article(duty.article()).map(Article::checked).orElse(false);
    }

    ContactsPage.Owed owed(OwedContacts owed, boolean mayReport) {
        List<ContactsPage.Row> rows = new ArrayList<>();
        for (ExchangeDay day : owed.exchanges()) {
            rows.add(new ContactsPage.Row(
                    lexicon.day(day.day()),
                    lexicon.institution(day.counterpart()),
                    words.count("contacts.exchanges", day.count()),
                    null));
        }
        for (Contact contact : owed.recorded()) {
            rows.add(new ContactsPage.Row(
                    lexicon.moment(contact.at()),
                    lexicon.institution(contact.counterpart()),
                    what(contact),
                    contact.wantsLeave() ? new Mark(words.of("contacts.no-leave"), Mark.Tone.SOON) : null));
        }
        return new ContactsPage.Owed(
                lexicon.institution(owed.institution()),
                Clocks.left(lexicon, owed.due(), true),
                rows,
                mayReport && owed.isReportable() && owed.institution().equals(officer.institution()),
                owed.isReportable() ? "" : words.of("contacts.waits-for-receipt"));
    }

    private String what(Contact contact) {
        return words.of(contact.kind().text()) + ": " + contact.subject();
    }

    ContactsPage.Report report(ContactReport report, boolean mayReport) {
        ContactReport.HandedOver handed = report.handed();
        Deadline deadline = new Deadline("report", report.first(), report.due(), lexicon.zone(), 0);
        return new ContactsPage.Report(
                report.number().value(),
                lexicon.institution(report.institution()),
                words.of("figures.days", day(report.first()), day(report.last())),
                Integer.toString(report.contactCount()),
                handed == null
                        ? new Mark(words.of("contacts.state.made"), Mark.Tone.PLAIN)
                        : new Mark(
                                words.of("contacts.state.handed-over"),
                                report.isLate(lexicon.now()) ? Mark.Tone.OVERDUE : Mark.Tone.PROVEN,
                                handed.reference()),
                handed == null
                        ? Clocks.left(lexicon, deadline, true)
                        : new TimeLeft(lexicon.moment(handed.at()), TimeLeft.Tone.STOPPED),
                mayReport ? DocumentPages.links("/contacts/reports/" + report.number() + "/report") : List.of(),
                mayReport && handed == null ? "/contacts?handed=" + report.number() + "#receipt" : "");
    }

    private String day(Instant at) {
        return lexicon.day(at.atZone(lexicon.zone()).toLocalDate());
    }

    ContactsPage.Recorded record(Contact contact, boolean mayReport) {
        boolean own = contact.by().equals(officer.label());
        boolean mayStrike = contact.report() == null
                && contact.struck() == null
                && contact.institution().equals(officer.institution())
                && (own || mayReport);
        Mark state = contact.struck() != null
                ? new Mark(words.of("contacts.state.struck"), Mark.Tone.QUIET, contact.struck())
                : contact.report() != null
                        ? new Mark(contact.report().value(), Mark.Tone.PLAIN)
                        : new Mark(words.of("contacts.state.owed"), Mark.Tone.SOON);
        return new ContactsPage.Recorded(
                Long.toString(contact.id()),
                lexicon.moment(contact.at()),
                lexicon.institution(contact.counterpart()),
                what(contact) + (contact.struck() == null ? "" : " – " + contact.struck()),
                Lexicon.actor(contact.by()),
                state,
                mayStrike ? "/contacts?strike=" + contact.id() + "#why" : "");
    }

    List<Choice> institutions() {
        return lexicon.agreement().text().institutions().stream()
                .map(Institution::id)
                .filter(id -> !id.party().equals(officer.party()))
                .map(id -> new Choice(id.value(), lexicon.institution(id)))
                .toList();
    }

    List<Choice> kinds() {
        return List.of(ContactKind.values()).stream()
                .map(kind -> new Choice(kind.word(), words.of(kind.text())))
                .toList();
    }
}
