package org.entente.ask;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.entente.agreement.Agreement;
import org.entente.agreement.Article;
import org.entente.agreement.Assurance;
import org.entente.agreement.Ground;
import org.entente.agreement.Institution;
import org.entente.agreement.Measure;
import org.entente.agreement.Ruling;
import org.entente.ask.RequestDocument.Section;
import org.entente.exchange.Receipt;
import org.entente.kernel.Bilingual;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Texts;
import org.entente.kernel.UseTerms;
import org.entente.paper.Paper;
import org.entente.paper.Paper.Line;
import org.entente.release.Terms;
import org.jspecify.annotations.Nullable;

/// Lays the documents about a request out, in the words of the agreement and in the order of its form.
/// A document that the other party wrote is a transcript: this side's institution signs what its node
/// received.
final class PaperLayout {
    private static final Texts TEXTS = Texts.of("ask");

    private final Agreement agreement;
    private final Filed filed;
    private final History history;
    private final Instant made;
    private final Head head;
    private final Measure measure;
    private final Ruling ruling;

    PaperLayout(Agreement agreement, Filed filed, History history, Instant made) {
        this.agreement = agreement;
        this.filed = filed;
        this.history = history;
        this.made = made;
        this.head = filed.request().head();
        this.measure = agreement.measure(filed.request().type().measure());
        this.ruling = Questions.rule(agreement, filed.request(), filed.side(), filed.own());
    }

    /// What stands outside the request's own file; each is there for the kinds that want it.
    record Sources(@Nullable Receipt receipt, List<Answering.Cover> covers) {}

    Paper of(PaperKind kind, Sources sources) {
        return switch (kind) {
            case REQUEST -> request();
            case RECEIPT -> paper(kind, head.to(), List.of(receipt(Objects.requireNonNull(sources.receipt()))));
            case ASSURANCES -> paper(kind, head.from(), List.of(assurances()));
            case BASIS_DECISION -> decision();
            case ACCEPTANCE ->
                paper(kind, filed.authority(), List.of(acceptance(Objects.requireNonNull(history.acceptance()))));
            case REFUSAL -> paper(kind, filed.authority(), refusals());
            case ANSWER -> answer(sources.covers());
            case REPORT -> paper(kind, reporter(), report());
        };
    }

    /// The preview of the screen, whole; each part with the articles that ask for it.
    private Paper request() {
        RequestDocument document = Documents.of(agreement, filed.request());
        return paper(
                document.title(),
                head.from(),
                document.notices(),
                document.sections().stream()
                        .map(section -> new Paper.Part(section.heading(), articles(section), lines(section.lines())))
                        .toList(),
                head.handling());
    }

    private List<String> articles(Section section) {
        return measure.form().stream()
                .filter(one -> one.heading().equals(section.heading()))
                .flatMap(one -> one.fields().stream())
                .map(field -> field.article().toString())
                .distinct()
                .toList();
    }

    private Paper.Part receipt(Receipt receipt) {
        return part(
                "section.receipt",
                line("received-by", institution(head.to())),
                line("received", moment(receipt.received())),
                line("verdict", TEXTS.bilingual(verdict(receipt))),
                code("envelope", receipt.envelope().hex()),
                code("envelope-hash", receipt.envelopeHash().hex()),
                line("sequence", same(Long.toString(receipt.sequence()))),
                code("log-entry", receipt.leaf().hex()));
    }

    private static String verdict(Receipt receipt) {
        return switch (receipt.verdict()) {
            case Receipt.Verdict.Accepted _ -> "verdict.accepted";
            case Receipt.Verdict.Refused _ -> "verdict.refused";
        };
    }

    private Paper.Part assurances() {
        List<Line> lines = new ArrayList<>();
        lines.add(line("assured-by", institution(head.from())));
        agreement.text().assurances().stream()
                .filter(one -> head.declarations().assurances().contains(one.key()))
                .map(Assurance::text)
                .forEach(text -> lines.add(line("assurance", text)));
        return new Paper.Part(TEXTS.bilingual("section.assurances"), List.of(), lines);
    }

    /// For this party's own file: it does not cross.
    private Paper decision() {
        List<Line> law = new ArrayList<>();
        law.add(line("ruling", TEXTS.bilingual("ruling." + ruling.word())));
        for (Ruling.FiredRule fired : ruling.trace().fired()) {
            law.add(new Line(same(articles(fired)), fired.rule().text()));
        }
        law.add(line("pack", same(agreement.id() + " " + agreement.version())));
        law.add(code("pack-hash", ruling.trace().packHash().hex()));
        List<Paper.Part> parts = new ArrayList<>(List.of(about()));
        for (History.Noted noted : history.decisions()) {
            List<Line> lines = new ArrayList<>();
            lines.add(line("decided", noted.event().text()));
            lines.add(line("when", moment(noted.at())));
            if (filed.side() == Direction.IN) {
                lines.add(line("institution", institution(history.authorityAt(noted, filed.request()))));
            }
            lines.add(line("by", same(noted.by().substring(noted.by().indexOf(':') + 1))));
            if (!noted.note().isBlank()) {
                lines.add(line("note", same(noted.note())));
            }
            parts.add(new Paper.Part(TEXTS.bilingual("section.decision"), List.of(), lines));
        }
        Paper.Part facts = facts(filed.own());
        if (!facts.lines().isEmpty()) {
            parts.add(facts);
        }
        parts.add(new Paper.Part(TEXTS.bilingual("section.ruling"), List.of(), law));
        List<Bilingual> notices = new ArrayList<>(List.of(TEXTS.bilingual("notice.internal")));
        notices.addAll(notices(head.basis()));
        return paper(PaperKind.BASIS_DECISION.text(), filed.institution(), notices, parts, head.handling());
    }

    private Paper.Part facts(Head.Declarations own) {
        Section section = Documents.facts(agreement, own);
        return new Paper.Part(TEXTS.bilingual("section.facts"), List.of(), lines(section.lines()));
    }

    private static String articles(Ruling.FiredRule fired) {
        return String.join(
                "; ",
                fired.rule().articles().stream()
                        .map(article -> article.basis().toString())
                        .toList());
    }

    private Paper.Part acceptance(Letter letter) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("accepted-by", institution(filed.authority())));
        lines.add(line("when", moment(letter.at())));
        if (!letter.text().isBlank()) {
            lines.add(line("words", same(letter.text())));
        }
        return new Paper.Part(TEXTS.bilingual("section.acceptance"), List.of(), lines);
    }

    /// Of the whole, or of each part.
    private List<Paper.Part> refusals() {
        List<Paper.Part> refusals = new ArrayList<>();
        for (History.Noted noted : history.lines()) {
            if (noted.part() instanceof Part.Refused refused) {
                refusals.add(refusal(refused.note(), refused.what(), history.authorityAt(noted, filed.request())));
            }
        }
        RefusalNote whole = filed.refusal();
        if (whole != null) {
            refusals.add(refusal(whole, "", filed.authority()));
        }
        return refusals;
    }

    private Paper.Part refusal(RefusalNote note, String what, InstitutionId by) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("refused-by", institution(by)));
        if (!what.isEmpty()) {
            lines.add(line("part", same(what)));
        }
        lines.add(line("when", moment(note.at())));
        lines.add(line(
                "ground",
                agreement.text().grounds().stream()
                        .filter(one -> one.key().equals(note.ground()))
                        .findFirst()
                        .map(Ground::text)
                        .orElse(same(note.ground()))));
        lines.add(line("ground-article", same(note.article().toString())));
        agreement.article(note.article()).ifPresent(article -> lines.add(line("article", article.paraphrase())));
        lines.add(line("reasons", note.reasons()));
        return new Paper.Part(TEXTS.bilingual("section.refusal"), List.of(), lines);
    }

    /// One for each release, those of parts first.
    private Paper answer(List<Answering.Cover> covers) {
        List<Paper.Part> parts = new ArrayList<>(List.of(about()));
        List<HandlingCode> codes = new ArrayList<>(head.handling());
        for (Answering.Cover cover : covers) {
            parts.add(new Paper.Part(TEXTS.bilingual("section.answer"), List.of(), released(cover)));
            parts.add(new Paper.Part(TEXTS.bilingual("section.terms"), List.of(), law(cover.terms())));
            parts.add(part(
                    "section.hashes",
                    code("terms-hash", cover.termsHash().hex()),
                    code("content-hash", cover.contentHash().hex())));
            codes.addAll(cover.terms().use().handling());
        }
        Terms last = covers.getLast().terms();
        return paper(PaperKind.ANSWER.text(), last.from(), notices(last.basis()), parts, codes);
    }

    private List<Line> released(Answering.Cover cover) {
        Terms terms = cover.terms();
        List<Line> lines = new ArrayList<>();
        lines.add(line("answered-by", institution(terms.from())));
        if (terms.release().equals(filed.release())) {
            String when = filed.side() == Direction.OUT ? "received" : "when";
            history.answered().ifPresent(at -> lines.add(line(when, moment(at))));
        }
        for (Part part : history.parts()) {
            if (part instanceof Part.Answered answered && answered.release().equals(terms.release())) {
                lines.add(line("when", moment(answered.at())));
                lines.add(line("rest", same(answered.rest())));
            }
        }
        lines.add(code("release", terms.release().hex()));
        Integer count = cover.statementCount();
        if (count != null) {
            lines.add(line("statements", same(count.toString())));
        }
        return lines;
    }

    private List<Line> law(Terms terms) {
        UseTerms use = terms.use();
        List<Line> law = new ArrayList<>();
        law.add(line("basis", same(terms.basis().toString())));
        law.add(line("purpose", Documents.purpose(agreement, use.purpose())));
        use.handling().stream()
                .sorted()
                .forEach(code -> law.add(line("handling", Documents.handling(agreement, code))));
        if (!use.restriction().isBlank()) {
            law.add(line("restriction", same(use.restriction())));
        }
        law.add(line("onward", TEXTS.bilingual(use.onwardAllowed() ? "answer.yes" : "answer.no")));
        law.add(line("expires", moment(use.expires())));
        law.add(line("always", Terms.NOT_FOR_USE_OF_FORCE));
        return law;
    }

    /// What the other side told is a transcript here, if only in part.
    private InstitutionId reporter() {
        boolean theirs = history.milestones().stream().map(History.Noted::event).anyMatch(LetterKind::arrives);
        InstitutionId other = filed.side() == Direction.IN ? head.from() : filed.authority();
        return theirs ? other : filed.institution();
    }

    private List<Paper.Part> report() {
        return history.milestones().stream()
                .sorted(Comparator.comparing(
                        noted -> Objects.requireNonNull(noted.letter()).happened()))
                .map(this::milestone)
                .toList();
    }

    private Paper.Part milestone(History.Noted noted) {
        Letter letter = Objects.requireNonNull(noted.letter());
        List<Line> lines = new ArrayList<>(
                lines(Histories.entry(agreement, filed.request(), noted).lines()));
        if (!letter.text().isBlank()) {
            lines.add(line("words", same(letter.text())));
        }
        boolean theirs = LetterKind.arrives(noted.event());
        InstitutionId other = filed.side() == Direction.IN ? head.from() : filed.authority();
        lines.add(line("told-by", institution(theirs ? other : filed.institution())));
        lines.add(line("told", moment(letter.at())));
        List<String> articles = measure.course().stream()
                .flatMap(course -> course.milestone(letter.milestone()).stream())
                .map(one -> one.article().toString())
                .toList();
        Bilingual name = measure.course()
                .flatMap(course -> course.milestone(letter.milestone()))
                .map(one -> one.name())
                .orElse(same(letter.milestone()));
        return new Paper.Part(name, articles, lines);
    }

    /// Which request it is about.
    private Paper.Part about() {
        return part(
                "section.about",
                line("number", same(head.number().value())),
                line("type", measure.title()),
                line("from", institution(head.from())),
                line("to", institution(head.to())),
                line("created", moment(head.created())),
                line("basis", same(head.basis().toString())));
    }

    private Paper paper(PaperKind kind, InstitutionId author, List<Paper.Part> own) {
        List<Paper.Part> parts = new ArrayList<>(List.of(about()));
        parts.addAll(own);
        return paper(kind.text(), author, notices(head.basis()), parts, head.handling());
    }

    private Paper paper(
            Bilingual title,
            InstitutionId author,
            List<Bilingual> notices,
            List<Paper.Part> parts,
            Iterable<HandlingCode> handling) {
        List<Bilingual> read = new ArrayList<>();
        List<Bilingual> marks = new ArrayList<>(marks());
        if (!author.party().equals(filed.institution().party())) {
            marks.addFirst(TEXTS.bilingual("mark.transcript"));
            read.add(TEXTS.bilingual("notice.transcript"));
        }
        read.addAll(notices);
        List<HandlingCode> codes = new ArrayList<>();
        handling.forEach(codes::add);
        InstitutionId signatory = filed.institution();
        return new Paper(
                head.number().value(),
                title,
                marks,
                codes,
                read,
                parts,
                new Paper.Signatory(signatory, institution(signatory)),
                made);
    }

    /// As the request's own paper has them, for the article that the document rests on.
    private List<Bilingual> notices(LegalBasis basis) {
        return Documents.notices(agreement, head, measure, basis);
    }

    private List<Bilingual> marks() {
        List<Bilingual> marks = new ArrayList<>();
        if (filed.side() == Direction.OUT && filed.envelope() == null) {
            marks.add(TEXTS.bilingual("mark.draft"));
        }
        if (filed.state() == State.LAPSED) {
            marks.add(TEXTS.bilingual("mark.undelivered"));
        }
        if (head.demonstration()) {
            marks.add(TEXTS.bilingual("mark.demonstration"));
        }
        boolean checked = agreement.article(head.basis()).map(Article::checked).orElse(false);
        if (ruling.trace().provisional() || !checked) {
            marks.add(TEXTS.bilingual("mark.provisional"));
        }
        return marks;
    }

    private Bilingual institution(InstitutionId id) {
        return agreement.institution(id).map(Institution::name).orElse(same(id.value()));
    }

    private static List<Line> lines(List<RequestDocument.Line> lines) {
        return lines.stream().map(one -> new Line(one.label(), one.value())).toList();
    }

    private static Paper.Part part(String heading, Line... lines) {
        return new Paper.Part(TEXTS.bilingual(heading), List.of(), List.of(lines));
    }

    private static Line line(String label, Bilingual value) {
        return new Line(TEXTS.bilingual("label." + label), value);
    }

    private static Line code(String label, String hex) {
        return new Line(TEXTS.bilingual("label." + label), same(hex), true);
    }

    private static Bilingual moment(Instant at) {
        return same(
                at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC"));
    }

    private static Bilingual same(String text) {
        return new Bilingual(text, text);
    }
}
