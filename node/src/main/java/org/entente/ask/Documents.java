package org.entente.ask;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.agreement.Agreement;
import org.entente.agreement.Article;
import org.entente.agreement.Assurance;
import org.entente.agreement.Fact;
import org.entente.agreement.FactTerm;
import org.entente.agreement.FieldKind;
import org.entente.agreement.FormTable;
import org.entente.agreement.Institution;
import org.entente.agreement.Measure;
import org.entente.agreement.Offence;
import org.entente.agreement.PurposeTerm;
import org.entente.agreement.Term;
import org.entente.ask.RequestDocument.Line;
import org.entente.ask.RequestDocument.Section;
import org.entente.kernel.Bilingual;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Language;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.entente.kernel.Texts;

/// Lays a request out as a paper, in the words of the agreement.
final class Documents {
    private static final Texts TEXTS = Texts.of("ask");

    /// The label of the line that says when it was written.
    static final Bilingual WRITTEN = TEXTS.bilingual("label.created");

    private final Agreement agreement;
    private final Request request;
    private final Head head;
    private final Measure measure;

    private Documents(Agreement agreement, Request request) {
        this.agreement = agreement;
        this.request = request;
        this.head = request.head();
        this.measure = agreement.measure(request.type().measure());
    }

    static RequestDocument of(Agreement agreement, Request request) {
        Documents paper = new Documents(agreement, request);
        List<Section> sections = new ArrayList<>();
        sections.add(paper.parties());
        sections.add(paper.basis());
        sections.addAll(paper.form());
        sections.add(paper.declarations());
        sections.removeIf(section -> section.lines().isEmpty());
        return new RequestDocument(
                paper.measure.title(), notices(agreement, paper.head, paper.measure, paper.head.basis()), sections);
    }

    /// What stands at the top of a paper about a request.
    ///
    /// @param basis the article it rests on
    static List<Bilingual> notices(Agreement agreement, Head head, Measure measure, LegalBasis basis) {
        List<Bilingual> notices = new ArrayList<>();
        if (head.demonstration()) {
            notices.add(TEXTS.bilingual("notice.demonstration"));
        }
        boolean checked = agreement.article(basis).map(Article::checked).orElse(false);
        if (!checked) {
            notices.add(TEXTS.bilingual("notice.unchecked"));
        }
        measure.notice().ifPresent(notices::add);
        notices.add(TEXTS.bilingual("notice.force"));
        return notices;
    }

    private Section parties() {
        List<Line> lines = new ArrayList<>();
        lines.add(line(
                "number",
                head.number().isProvisional()
                        ? TEXTS.bilingual("number.later")
                        : same(head.number().value())));
        lines.add(line("from", institution(head.from())));
        lines.add(line("to", institution(head.to())));
        lines.add(line("created", same(head.created().toString())));
        lines.add(line("urgency", TEXTS.bilingual("urgency." + head.urgency().word())));
        if (!head.urgencyReason().isBlank()) {
            lines.add(line("urgency-reason", same(head.urgencyReason())));
        }
        return new Section(TEXTS.bilingual("section.parties"), lines);
    }

    private Section basis() {
        List<Line> lines = new ArrayList<>();
        lines.add(line("basis", same(head.basis().toString())));
        agreement.article(head.basis()).ifPresent(article -> lines.add(line("article", article.paraphrase())));
        lines.add(line("purpose", purpose(agreement, head.purpose())));
        if (!head.offence().isEmpty()) {
            lines.add(line(
                    "offence",
                    agreement.offence(head.offence()).map(Offence::name).orElse(same(head.offence()))));
        }
        for (HandlingCode code : new TreeSet<>(head.handling())) {
            lines.add(line("handling", handling(agreement, code)));
        }
        agreement.text().assurances().stream()
                .filter(one -> head.declarations().assurances().contains(one.key()))
                .map(Assurance::text)
                .forEach(text -> lines.add(line("assurance", text)));
        return new Section(TEXTS.bilingual("section.basis"), lines);
    }

    private List<Section> form() {
        return measure.form().stream()
                .map(section -> new Section(
                        section.heading(),
                        section.fields().stream()
                                .filter(field -> request.fields().containsKey(field.key()))
                                .flatMap(field -> lines(field, request.fields().getOrDefault(field.key(), "")))
                                .toList()))
                .toList();
    }

    /// A table is a line a row.
    private static Stream<Line> lines(Measure.FormField field, String text) {
        return field.kind() == FieldKind.TABLE
                ? FormTable.rows(text).stream().map(cells -> new Line(field.label(), row(field, cells)))
                : Stream.of(new Line(field.label(), value(field, text)));
    }

    private static Bilingual row(Measure.FormField field, List<String> cells) {
        StringJoiner en = new StringJoiner("; ");
        StringJoiner es = new StringJoiner("; ");
        for (int i = 0; i < cells.size(); i++) {
            Measure.FormField column = field.columns().get(i);
            if (!cells.get(i).isEmpty()) {
                Bilingual value = value(column, cells.get(i));
                en.add(column.label().en() + ": " + value.en());
                es.add(column.label().es() + ": " + value.es());
            }
        }
        return new Bilingual(en.toString(), es.toString());
    }

    static Bilingual value(Measure.FormField field, String text) {
        return switch (field.kind()) {
            case TEXT, NUMBER, TABLE -> same(text);
            case DAY -> new Bilingual(day(text, Language.EN), day(text, Language.ES));
            case YES_NO -> TEXTS.bilingual("answer." + text);
            case CHOICE -> field.options().getOrDefault(text, same(text));
        };
    }

    static String day(String text, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(LocalDate.parse(text));
    }

    static Bilingual purpose(Agreement agreement, Purpose purpose) {
        return agreement.text().purposes().stream()
                .filter(term -> term.key().equals(purpose.code()))
                .findFirst()
                .map(PurposeTerm::text)
                .orElse(same(purpose.code()));
    }

    private Section declarations() {
        return facts(agreement, head.declarations());
    }

    /// What was stated to the law, by either side.
    static Section facts(Agreement agreement, Head.Declarations declarations) {
        List<Line> lines = new ArrayList<>();
        Map<String, Fact> stated = new TreeMap<>(declarations.facts());
        agreement.text().facts().stream()
                .filter(term -> stated.containsKey(term.key()))
                .sorted(Comparator.comparing(FactTerm::key))
                .forEach(term -> lines.add(new Line(term.question(), answer(term, stated))));
        return new Section(TEXTS.bilingual("section.declarations"), lines);
    }

    private static Bilingual answer(FactTerm term, Map<String, Fact> stated) {
        return switch (stated.get(term.key())) {
            case Fact.YesNo yesNo -> TEXTS.bilingual(yesNo.value() ? "answer.yes" : "answer.no");
            case Fact.Choice choice -> term.options().getOrDefault(choice.option(), same(choice.option()));
            case Fact.Amount amount -> same(amount.text());
            case null -> same("");
        };
    }

    private Bilingual institution(InstitutionId id) {
        return agreement.institution(id).map(Institution::name).orElse(same(id.value()));
    }

    static Bilingual handling(Agreement agreement, HandlingCode code) {
        Bilingual means = agreement.text().handlingCodes().stream()
                .filter(term -> term.key().equals(code.name()))
                .findFirst()
                .map(Term::text)
                .orElse(same(""));
        return new Bilingual(code + ": " + means.en(), code + ": " + means.es());
    }

    private static Line line(String label, Bilingual value) {
        return new Line(TEXTS.bilingual("label." + label), value);
    }

    private static Bilingual same(String text) {
        return new Bilingual(text, text);
    }
}
