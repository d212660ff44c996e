package org.entente.contact;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.agreement.Agreement;
import org.entente.agreement.Article;
import org.entente.agreement.ContactDuty;
import org.entente.agreement.Institution;
import org.entente.kernel.Bilingual;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;
import org.entente.paper.Paper;
import org.entente.paper.Paper.Line;

/// Lays a report of contacts out: who reports to whom under which article, what crossed by day, each recorded contact.
record ContactPaper(Agreement agreement, ContactDuty duty, ZoneId zone) {
    private static final Texts TEXTS = Texts.of("contact");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.US);

    /// A report with what stands in it.
    record Content(ContactReport report, List<ExchangeDay> exchanges, List<Contact> recorded) {}

    Paper of(Content content, Instant made) {
        List<Paper.Part> parts = new ArrayList<>(List.of(about(content.report())));
        if (!content.exchanges().isEmpty()) {
            parts.add(new Paper.Part(
                    TEXTS.bilingual("part.exchanges"),
                    List.of(),
                    content.exchanges().stream().map(this::exchanges).toList()));
        }
        content.recorded().forEach(contact -> parts.add(recorded(contact)));
        ContactReport.HandedOver handed = content.report().handed();
        if (handed != null) {
            parts.add(new Paper.Part(
                    TEXTS.bilingual("part.handed"),
                    List.of(),
                    List.of(line("handed-over", moment(handed.at())), line("reference", same(handed.reference())))));
        }
        InstitutionId institution = content.report().institution();
        return new Paper(
                content.report().number().value(),
                TEXTS.bilingual("paper.title"),
                isChecked() ? List.of() : List.of(TEXTS.bilingual("mark.provisional")),
                List.of(),
                notices(),
                parts,
                new Paper.Signatory(institution, name(institution)),
                made);
    }

    private boolean isChecked() {
        return agreement.article(duty.article()).map(Article::checked).orElse(false);
    }

    private List<Bilingual> notices() {
        List<Bilingual> notices = new ArrayList<>(List.of(TEXTS.bilingual("notice.basic-data")));
        agreement.article(duty.article()).map(Article::paraphrase).ifPresent(notices::add);
        if (!isChecked()) {
            notices.add(TEXTS.bilingual("notice.unchecked"));
        }
        return notices;
    }

    private Paper.Part about(ContactReport report) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("number", same(report.number().value())));
        lines.add(line("reporter", name(report.institution())));
        duty.recipients().forEach(recipient -> lines.add(line("recipient", recipient)));
        lines.add(line("article", same(duty.article().toString())));
        lines.add(line("first", moment(report.first())));
        lines.add(line("last", moment(report.last())));
        lines.add(line("contacts", same(Integer.toString(report.contactCount()))));
        lines.add(line("due", moment(report.due())));
        lines.add(line("made", moment(report.made())));
        return new Paper.Part(
                TEXTS.bilingual("part.about"), List.of(duty.article().toString()), lines);
    }

    private Line exchanges(ExchangeDay day) {
        Bilingual who = name(day.counterpart());
        String span = time(day.first()) + "–" + time(day.last());
        return new Line(
                same(day.day().toString()),
                new Bilingual(
                        TEXTS.text("exchanges", Language.EN, who.en(), day.count(), span),
                        TEXTS.text("exchanges", Language.ES, who.es(), day.count(), span)));
    }

    private Paper.Part recorded(Contact contact) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("when", moment(contact.at())));
        lines.add(line("counterpart", name(contact.counterpart())));
        lines.add(line("subject", same(contact.subject())));
        if (!contact.leave().isEmpty()) {
            lines.add(line("leave", same(contact.leave())));
        } else if (contact.wantsLeave()) {
            lines.add(line("leave", TEXTS.bilingual("leave.none")));
        }
        return new Paper.Part(contact.kind().text(), List.of(), lines);
    }

    private Bilingual name(InstitutionId id) {
        return agreement.institution(id).map(Institution::name).orElse(same(id.value()));
    }

    private Bilingual moment(Instant at) {
        return same(MOMENT.format(ZonedDateTime.ofInstant(at, zone)));
    }

    private String time(Instant at) {
        return TIME.format(ZonedDateTime.ofInstant(at, zone));
    }

    private static Line line(String label, Bilingual value) {
        return new Line(TEXTS.bilingual("label." + label), value);
    }

    private static Bilingual same(String text) {
        return new Bilingual(text, text);
    }
}
