package org.entente.console;

import java.util.List;
import java.util.Map;
import org.entente.agreement.ContactDuty;
import org.entente.contact.Contact;
import org.entente.contact.ContactAction;
import org.entente.contact.ContactCode;
import org.entente.contact.ContactKind;
import org.entente.contact.ContactOrder;
import org.entente.contact.ContactReport;
import org.entente.contact.Contacts;
import org.entente.contact.ReportNumber;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.paper.PaperFile;
import org.entente.paper.PaperFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Contacts with the other party's officials: what is to be reported and until when, and the reports.
@Controller
final class ContactsPages {
    private static final String PATH = "/contacts";

    private final Contacts contacts;
    private final Office office;

    ContactsPages(Contacts contacts, Office office) {
        this.contacts = contacts;
        this.office = office;
    }

    @GetMapping(PATH)
    View show(
            Frame frame,
            @RequestParam(defaultValue = "") String strike,
            @RequestParam(defaultValue = "") String handed) {
        return page(frame, Form.EMPTY, strike, handed);
    }

    /// What the reader's own institution has yet to report, or to hand over.
    List<Line> waiting(Lexicon lexicon, Officer officer) {
        if (!office.offers(officer, ContactAction.REPORT)) {
            return List.of();
        }
        Words words = lexicon.words();
        AgreementId agreement = lexicon.agreement().id();
        ContactDuty duty = contacts.duty(officer, agreement).orElse(null);
        return duty == null
                ? List.of()
                : contacts.owed(officer, agreement).stream()
                        .filter(owed -> owed.institution().equals(officer.institution()))
                        .map(owed -> new Line(
                                PATH,
                                duty.article().toString(),
                                words.of("contacts.waiting"),
                                Clocks.left(lexicon, owed.due(), true),
                                String.join(
                                        ", ",
                                        duty.recipients().stream()
                                                .map(words::of)
                                                .toList()),
                                List.of(),
                                words.of(owed.isReportable() ? "contacts.report.title" : "contacts.hand-over")))
                        .toList();
    }

    @PostMapping(PATH)
    View record(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        FormReader reader = new FormReader(frame.words(), form);
        var counterpart = reader.value("counterpart", InstitutionId::new);
        var kind = reader.value(
                "kind", word -> ContactKind.of(word).orElseThrow(() -> new IllegalArgumentException(word)));
        var at = reader.moment("at", lexicon.zone());
        String subject = reader.text("subject");
        if (counterpart.isPresent() && kind.isPresent() && at.isPresent() && !reader.isBroken()) {
            var order = new ContactOrder(counterpart.get(), kind.get(), at.get(), subject, form.value("leave"));
            return record(frame, reader, order);
        }
        return page(frame.at(PATH), reader.form(), "", "");
    }

    private View record(Frame frame, FormReader reader, ContactOrder order) {
        try {
            contacts.record(frame.officer(), agreement(frame), order);
            return new RedirectView(PATH + "?done=contact-recorded");
        } catch (EntenteException unfit) {
            if (unfit.code() != ContactCode.CONTACT_FIELD_UNFIT) {
                throw unfit;
            }
            String field = unfit.facts().getFirst();
            reader.wrong(field, frame.words().has("error." + field) ? "error." + field : "error.unfit");
            return page(frame.at(PATH), reader.form(), "", "");
        }
    }

    @PostMapping(PATH + "/{id}/strike")
    View strike(Frame frame, Form form, @PathVariable String id) {
        FormReader reader = new FormReader(frame.words(), form);
        String why = reader.text("why");
        if (reader.isBroken()) {
            return page(frame.at(PATH), reader.form(), id, "");
        }
        contacts.strike(frame.officer(), agreement(frame), number(id), why);
        return new RedirectView(PATH + "?done=contact-struck");
    }

    /// The first press names the effect; the second, with `signed`, makes the report.
    @PostMapping(PATH + "/reports")
    View report(Frame frame, Form form) {
        Words words = frame.words();
        if (form.has("signed", "yes")) {
            contacts.report(frame.officer(), agreement(frame));
            return new RedirectView(PATH + "?done=contacts-reported");
        }
        Lexicon lexicon = office.lexicon(frame);
        return office.pages()
                .show(
                        "confirm",
                        frame,
                        new ConfirmPage(
                                words.of("contacts.report.title"),
                                words.of("place.contacts"),
                                List.of(new ConfirmPage.Row(
                                        words.of("column.institution"),
                                        lexicon.institution(frame.officer().institution()))),
                                words.of("contacts.report.warning"),
                                List.of(),
                                null,
                                PATH + "/reports",
                                Map.of("signed", List.of("yes")),
                                words.of("contacts.report.do"),
                                false,
                                PATH));
    }

    @PostMapping(PATH + "/reports/{number}/receipt")
    View handOver(Frame frame, Form form, @PathVariable String number) {
        FormReader reader = new FormReader(frame.words(), form);
        String receipt = reader.text("receipt");
        if (reader.isBroken()) {
            return page(frame.at(PATH), reader.form(), "", number);
        }
        contacts.handOver(frame.officer(), reportNumber(number), receipt);
        return new RedirectView(PATH + "?done=contacts-handed-over");
    }

    @GetMapping(PATH + "/reports/{number}/report.{format}")
    ResponseEntity<byte[]> document(
            Frame frame,
            @PathVariable String number,
            @PathVariable String format,
            @RequestParam(defaultValue = "es") String language) {
        PaperFile file = contacts.document(
                frame.officer(),
                reportNumber(number),
                PaperFormat.of(format).orElseThrow(ContactsPages::unknown),
                DocumentPages.language(language));
        return DocumentPages.download(file);
    }

    private View page(Frame frame, Form form, String strike, String handed) {
        Lexicon lexicon = office.lexicon(frame);
        Officer officer = frame.officer();
        AgreementId agreement = lexicon.agreement().id();
        ContactViews views = new ContactViews(lexicon, officer);
        ContactDuty duty = contacts.duty(officer, agreement).orElse(null);
        boolean mayReport = duty != null && office.offers(officer, ContactAction.REPORT);
        List<Contact> recorded = contacts.recorded(officer, agreement);
        List<ContactReport> reports = contacts.reports(officer, agreement);
        return office.pages()
                .show(
                        "contacts",
                        frame,
                        new ContactsPage(
                                duty != null,
                                duty == null ? "" : views.article(duty),
                                duty == null || views.isChecked(duty)
                                        ? ""
                                        : frame.words().of("contacts.provisional"),
                                form,
                                contacts.owed(officer, agreement).stream()
                                        .map(one -> views.owed(one, mayReport))
                                        .toList(),
                                reports.stream()
                                        .map(one -> views.report(one, mayReport))
                                        .toList(),
                                recorded.stream()
                                        .map(one -> views.record(one, mayReport))
                                        .toList(),
                                recorded.stream()
                                        .filter(one -> Long.toString(one.id()).equals(strike))
                                        .map(one -> views.record(one, mayReport))
                                        .filter(one -> !one.strikeHref().isEmpty())
                                        .findFirst()
                                        .orElse(null),
                                reports.stream()
                                        .filter(one -> one.number().value().equals(handed))
                                        .map(one -> views.report(one, mayReport))
                                        .filter(one -> !one.handHref().isEmpty())
                                        .findFirst()
                                        .orElse(null),
                                mayReport || !office.offers(officer, ContactAction.RECORD),
                                duty != null && office.offers(officer, ContactAction.RECORD),
                                views.institutions(),
                                views.kinds()));
    }

    private AgreementId agreement(Frame frame) {
        return office.lexicon(frame).agreement().id();
    }

    private static ReportNumber reportNumber(String text) {
        try {
            return new ReportNumber(text);
        } catch (IllegalArgumentException unread) {
            throw unknown();
        }
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw unknown();
        }
        return Long.parseLong(text);
    }

    private static EntenteException unknown() {
        return new EntenteException(ConsoleCode.CONSOLE_PAGE_UNKNOWN);
    }
}
