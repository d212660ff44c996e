package org.entente.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.access.Access;
import org.entente.access.Mandate;
import org.entente.access.Officers;
import org.entente.hold.Dossier;
import org.entente.hold.HoldAction;
import org.entente.hold.Holdings;
import org.entente.hold.JudgedPair;
import org.entente.hold.SearchQuery;
import org.entente.hold.SearchResult;
import org.entente.hold.SubjectId;
import org.entente.hold.Verdict;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Purpose;
import org.entente.kernel.SourceReference;
import org.entente.kernel.Statement;
import org.entente.kernel.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Searching one's own holdings and opening a dossier. Both are logged by the face that answers.
@Controller
final class HoldingsPages {
    private static final int ROWS = 100;
    /// Shorter beginnings find too much to read; nothing is asked, and nothing logged.
    private static final int QUERY_LENGTH_MIN = 3;

    private static final Texts HOLD = Texts.of("hold");

    private final Holdings holdings;
    private final Lexicon.Shelf shelf;
    private final Pages pages;
    private final Frames frames;
    private final Officers officers;
    private final Access access;

    HoldingsPages(
            Holdings holdings, Lexicon.Shelf shelf, Pages pages, Frames frames, Officers officers, Access access) {
        this.access = access;
        this.officers = officers;
        this.holdings = holdings;
        this.frames = frames;
        this.shelf = shelf;
        this.pages = pages;
    }

    @GetMapping("/holdings")
    View search(Frame frame, Form form, HttpServletRequest request, HttpServletResponse response) {
        Lexicon lexicon = shelf.of(frame.words());
        String text = form.value("q");
        Purpose purpose = purpose(lexicon, frame);
        if (!frame.purpose().isEmpty()) {
            PreferencePages.keepForSession(request, response, frames.purposeCookie(), frame.purpose());
        }
        if (text.length() < QUERY_LENGTH_MIN) {
            Form empty = Form.of(Map.of("purpose", List.of(purpose.code())));
            return pages.show("holdings", frame, new HoldingsPage(empty, lexicon.purposes(), "", List.of()));
        }
        SearchResult result = holdings.search(frame.officer(), new SearchQuery(text, purpose, ROWS));
        List<HoldingsPage.Row> rows =
                result.items().stream().map(item -> row(lexicon, purpose, item)).toList();
        String state = frame.words().of(result.explained())
                + (result.cut() ? " " + frame.words().of("holdings.cut", ROWS) : "");
        Form shown = Form.of(Map.of("q", List.of(text), "purpose", List.of(purpose.code())));
        return pages.show("holdings", frame, new HoldingsPage(shown, lexicon.purposes(), state, rows));
    }

    @GetMapping("/holdings/{subject}")
    View open(Frame frame, @PathVariable String subject) {
        Lexicon lexicon = shelf.of(frame.words());
        Purpose purpose = purpose(lexicon, frame);
        Optional<Dossier> dossier = holdings.dossier(frame.officer(), SubjectId.parse(subject), purpose);
        return pages.show(
                "subject",
                frame,
                dossier.map(found -> page(
                                lexicon,
                                purpose,
                                found,
                                banners(lexicon, frame.officer(), found),
                                access.offers(frame.officer(), HoldAction.JUDGE)))
                        .orElseThrow(() -> new EntenteException(ConsoleCode.CONSOLE_PAGE_UNKNOWN)));
    }

    static Purpose purpose(Lexicon lexicon, Frame frame) {
        String code = frame.purpose();
        return new Purpose(code.isEmpty() ? lexicon.purposes().getFirst().value() : code);
    }

    /// A dossier's address under the purpose it is opened for.
    static String href(SubjectId subject, Purpose purpose) {
        return "/holdings/" + subject + "?purpose=" + purpose.code();
    }

    private static HoldingsPage.Row row(Lexicon lexicon, Purpose purpose, SearchResult.Item item) {
        return new HoldingsPage.Row(
                href(item.subject(), purpose),
                item.name(),
                kind(lexicon, item.kind().key()),
                marks(lexicon, lexicon.status(item.status()), item.personClass(), item.source()),
                item.matchedOn().equals(item.name()) ? "" : item.matchedOn(),
                item.why().map(lexicon.words()::of).orElse(""),
                lexicon.source(item.source()),
                lexicon.caution(item.source()));
    }

    /// What comes before all else: that the subject is cleared; that it is protected, under which mandate the reader
    /// sees
    /// it, and until when.
    private List<String> banners(Lexicon lexicon, Officer reader, Dossier dossier) {
        Words words = lexicon.words();
        List<String> banners = new ArrayList<>();
        if (dossier.status().isCleared()) {
            banners.add(
                    words.of("subject.cleared", lexicon.status(dossier.status()).text()));
        }
        PersonClass concerned = dossier.personClass();
        if (concerned.isProtected()) {
            officers.mandatesOf(reader).stream()
                    .filter(mandate -> mandate.classes().contains(concerned))
                    .max(Comparator.comparing(Mandate::until))
                    .ifPresent(mandate -> banners.add(words.of(
                            "subject.protected",
                            personClass(words, concerned),
                            mandate.grantedBy(),
                            lexicon.moment(mandate.until()),
                            mandate.reason())));
        }
        return banners;
    }

    private static List<SubjectPage.Facet> facets(Lexicon lexicon, Dossier dossier) {
        return dossier.facets().stream()
                .map(facet -> new SubjectPage.Facet(
                        HOLD.text("facet." + facet.kind().key(), lexicon.words().language()),
                        facet.statements().stream()
                                .map(held -> statement(lexicon, held.statement(), held.withdrawn()))
                                .toList()))
                .toList();
    }

    private static SubjectPage.Joined joined(Lexicon lexicon, Purpose purpose, Dossier.Joined joined) {
        Words words = lexicon.words();
        Dossier record = joined.record();
        List<Mark> marks = new ArrayList<>(marks(lexicon, record));
        marks.add(
                joined.confirmed()
                        ? new Mark(words.of(Verdict.JOINED_BY_PERSON.inWords()), Mark.Tone.PROVEN)
                        : new Mark(words.of(Verdict.JOINED_BY_MACHINE.inWords()), Mark.Tone.SOON));
        return new SubjectPage.Joined(
                record.name(),
                href(record.subject(), purpose),
                lexicon.source(record.source()),
                marks,
                joined.confirmed() ? "" : words.of("subject.unconfirmed"),
                facets(lexicon, record));
    }

    private static JudgedView judged(
            Lexicon lexicon, Purpose purpose, Dossier dossier, JudgedPair pair, boolean mayJudge) {
        return JudgedView.of(
                lexicon,
                pair,
                JudgedView.title(lexicon, pair, dossier),
                mayJudge ? JudgedView.href(pair, purpose) : "");
    }

    private static SubjectPage page(
            Lexicon lexicon, Purpose purpose, Dossier dossier, List<String> banners, boolean mayJudge) {
        Words words = lexicon.words();
        List<SubjectPage.LinkRow> links = dossier.links().stream()
                .map(link -> new SubjectPage.LinkRow(
                        (link.outgoing() ? "" : "← ")
                                + HOLD.text("link." + link.kind().key(), words.language()),
                        link.otherName(),
                        link.other().map(other -> href(other, purpose)).orElse(""),
                        link.otherStatus().map(lexicon::status).map(List::of).orElse(List.of()),
                        lexicon.source(link.source())))
                .toList();
        return new SubjectPage(
                dossier.subject().toString(),
                dossier.name(),
                kind(lexicon, dossier.kind().key()),
                marks(lexicon, dossier),
                banners,
                facets(lexicon, dossier),
                links,
                dossier.joined().stream()
                        .map(joined -> joined(lexicon, purpose, joined))
                        .toList(),
                dossier.judged().stream()
                        .map(pair -> judged(lexicon, purpose, dossier, pair, mayJudge))
                        .toList(),
                List.of());
    }

    static List<Mark> marks(Lexicon lexicon, Dossier dossier) {
        return marks(lexicon, lexicon.status(dossier.status()), dossier.personClass(), dossier.source());
    }

    private static SubjectPage.Row statement(Lexicon lexicon, Statement statement, boolean withdrawn) {
        Words words = lexicon.words();
        List<Mark> marks = new ArrayList<>(Mark.handling(words, statement.handling()));
        if (statement.source().invented()) {
            marks.add(Mark.invented(words));
        }
        if (withdrawn) {
            marks.add(new Mark(words.of("mark.withdrawn"), Mark.Tone.SOON, words.of("mark.withdrawn.title")));
        }
        return new SubjectPage.Row(
                property(words, statement.property()),
                statement.value(),
                lexicon.source(statement.source()),
                lexicon.caution(statement.source()),
                statement.basis() + " · " + statement.evaluation() + " · " + lexicon.day(statement.retainUntil()),
                marks);
    }

    private static List<Mark> marks(Lexicon lexicon, Mark status, PersonClass personClass, SourceReference source) {
        Words words = lexicon.words();
        List<Mark> marks = new ArrayList<>();
        marks.add(status);
        if (personClass != PersonClass.NOT_A_PERSON && personClass != PersonClass.LISTED_ADMINISTRATIVE) {
            marks.add(new Mark(personClass(words, personClass), Mark.Tone.QUIET));
        }
        if (source.invented()) {
            marks.add(Mark.invented(words));
        }
        return marks;
    }

    static String property(Words words, String key) {
        return HOLD.has("property." + key) ? HOLD.text("property." + key, words.language()) : key;
    }

    private static String kind(Lexicon lexicon, String key) {
        return HOLD.text("kind." + key, lexicon.words().language());
    }

    static String personClass(Words words, PersonClass personClass) {
        return words.of("class." + personClass.name().toLowerCase(Locale.ROOT));
    }
}
