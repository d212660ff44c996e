package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.entente.contact.Contact;
import org.entente.contact.ContactKind;
import org.entente.contact.ContactOrder;
import org.entente.contact.ContactReport;
import org.entente.contact.Contacts;
import org.entente.contact.ExchangeDay;
import org.entente.contact.OwedContacts;
import org.entente.contact.ReportNumber;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Language;
import org.entente.kernel.Officer;
import org.entente.paper.PaperFile;
import org.entente.paper.PaperFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reports of contacts, for programs.
@RestController
public class ContactsApi {
    @Schema(name = "ContactOrder")
    public record Order(
            String counterpart,
            String kind,
            String at,
            String subject,
            @Nullable String leave) {}

    @Schema(name = "ContactStrike")
    public record Strike(String why) {}

    @Schema(name = "ContactHandOver")
    public record HandOver(String receipt) {}

    @Schema(name = "Contact")
    public record ContactView(
            String id,
            String institution,
            String counterpart,
            String kind,
            String at,
            String subject,
            String leave,
            boolean wantsLeave,
            String by,
            String due,
            @Nullable String report,
            @Nullable String struck) {
        static ContactView of(Contact contact) {
            ReportNumber report = contact.report();
            return new ContactView(
                    Long.toString(contact.id()),
                    contact.institution().value(),
                    contact.counterpart().value(),
                    contact.kind().word(),
                    contact.at().toString(),
                    contact.subject(),
                    contact.leave(),
                    contact.wantsLeave(),
                    contact.by(),
                    contact.due().toString(),
                    report == null ? null : report.value(),
                    contact.struck());
        }
    }

    @Schema(name = "ContactExchanges")
    public record Exchanges(String day, String counterpart, int count, String first, String last) {
        static Exchanges of(ExchangeDay day) {
            return new Exchanges(
                    day.day().toString(),
                    day.counterpart().value(),
                    day.count(),
                    day.first().toString(),
                    day.last().toString());
        }
    }

    @Schema(name = "ContactsOwed")
    public record Owed(String institution, String due, List<Exchanges> exchanges, List<ContactView> recorded) {
        static Owed of(OwedContacts owed) {
            return new Owed(
                    owed.institution().value(),
                    owed.due().due().toString(),
                    owed.exchanges().stream().map(Exchanges::of).toList(),
                    owed.recorded().stream().map(ContactView::of).toList());
        }
    }

    @Schema(name = "ContactReport")
    public record Report(
            String number,
            String institution,
            String first,
            String last,
            int contacts,
            String due,
            String at,
            String by,
            @Nullable String handedOver,
            @Nullable String receipt) {
        static Report of(ContactReport report) {
            ContactReport.HandedOver handed = report.handed();
            return new Report(
                    report.number().value(),
                    report.institution().value(),
                    report.first().toString(),
                    report.last().toString(),
                    report.contactCount(),
                    report.due().toString(),
                    report.made().toString(),
                    report.madeBy(),
                    handed == null ? null : handed.at().toString(),
                    handed == null ? null : handed.reference());
        }
    }

    private final Contacts contacts;
    private final AgreementId agreement;

    public ContactsApi(Contacts contacts, AgreementId agreement) {
        this.contacts = contacts;
        this.agreement = agreement;
    }

    @GetMapping("/v1/contacts")
    Items<ContactView> contacts(@AuthenticationPrincipal Officer officer) {
        return new Items<>(contacts.recorded(officer, agreement).stream()
                .map(ContactView::of)
                .toList());
    }

    @PostMapping("/v1/contacts")
    ResponseEntity<ContactView> record(@AuthenticationPrincipal Officer officer, @RequestBody Order order) {
        Contact contact = contacts.record(
                officer,
                agreement,
                new ContactOrder(
                        Words.institution("counterpart", order.counterpart()),
                        Words.parse(ContactKind.class, "kind", order.kind()),
                        Words.instant("at", order.at()),
                        order.subject(),
                        order.leave() == null ? "" : order.leave()));
        return ResponseEntity.status(HttpStatus.CREATED).body(ContactView.of(contact));
    }

    @PostMapping("/v1/contacts/{id}/strike")
    ContactView strike(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Strike strike) {
        return ContactView.of(contacts.strike(officer, agreement, number(id), strike.why()));
    }

    @GetMapping("/v1/contacts/owed")
    Items<Owed> owed(@AuthenticationPrincipal Officer officer) {
        return new Items<>(
                contacts.owed(officer, agreement).stream().map(Owed::of).toList());
    }

    @GetMapping("/v1/contacts/reports")
    Items<Report> reports(@AuthenticationPrincipal Officer officer) {
        return new Items<>(
                contacts.reports(officer, agreement).stream().map(Report::of).toList());
    }

    @PostMapping("/v1/contacts/reports")
    ResponseEntity<Report> report(@AuthenticationPrincipal Officer officer) {
        return ResponseEntity.status(HttpStatus.CREATED).body(Report.of(contacts.report(officer, agreement)));
    }

    @PostMapping("/v1/contacts/reports/{id}/receipt")
    Report handOver(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody HandOver order) {
        return Report.of(contacts.handOver(officer, reportNumber(id), order.receipt()));
    }

    /// @param language the one that stands first
    @GetMapping(
            path = "/v1/contacts/reports/{id}/report.{format}",
            produces = {
                MediaType.APPLICATION_PDF_VALUE,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            })
    ResponseEntity<byte[]> document(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam(defaultValue = "es") String language) {
        PaperFile file = contacts.document(
                officer,
                reportNumber(id),
                PaperFormat.of(format).orElseThrow(() -> new EntenteException(ApiCode.API_PATH_UNKNOWN)),
                Words.parse(Language.class, "language", language));
        return DocumentsApi.download(file);
    }

    private static ReportNumber reportNumber(String text) {
        return Words.value("id", "MX-2026-C000012", text, ReportNumber::new);
    }

    private static long number(String text) {
        return Words.value("id", "17", text, Long::parseLong);
    }
}
