package org.entente.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.hold.Dossier;
import org.entente.hold.Holdings;
import org.entente.hold.SearchQuery;
import org.entente.hold.SearchResult;
import org.entente.hold.SubjectId;
import org.entente.kernel.EntenteException;
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

    HoldingsPages(Holdings holdings, Lexicon.Shelf shelf, Pages pages) {
        this.holdings = holdings;
        this.shelf = shelf;
        this.pages = pages;
    }

    @GetMapping("/holdings")
    View search(Frame frame, Form form) {
        Lexicon lexicon = shelf.of(frame.words());
        String text = form.value("q");
        if (text.length() < QUERY_LENGTH_MIN) {
            return pages.show("holdings", frame, new HoldingsPage(Form.EMPTY, lexicon.purposes(), "", List.of()));
        }
        SearchResult result = holdings.search(frame.officer(), new SearchQuery(text, purpose(lexicon, form), ROWS));
        List<HoldingsPage.Row> rows =
                result.items().stream().map(item -> row(lexicon, form, item)).toList();
        String state = frame.words().of(result.explained())
                + (result.cut() ? " " + frame.words().of("holdings.cut", ROWS) : "");
        return pages.show("holdings", frame, new HoldingsPage(form, lexicon.purposes(), state, rows));
    }

    @GetMapping("/holdings/{subject}")
    View open(Frame frame, Form form, @PathVariable String subject) {
        Lexicon lexicon = shelf.of(frame.words());
        Optional<Dossier> dossier = holdings.dossier(frame.officer(), SubjectId.parse(subject), purpose(lexicon, form));
        return pages.show(
                "subject",
                frame,
                dossier.map(found -> page(lexicon, found))
                        .orElseThrow(() -> new EntenteException(ConsoleCode.CONSOLE_PAGE_UNKNOWN)));
    }

    private static Purpose purpose(Lexicon lexicon, Form form) {
        String code = form.value("purpose");
        return new Purpose(code.isEmpty() ? lexicon.purposes().getFirst().value() : code);
    }

    private static HoldingsPage.Row row(Lexicon lexicon, Form form, SearchResult.Item item) {
        return new HoldingsPage.Row(
                "/holdings/" + item.subject() + "?purpose=" + purpose(lexicon, form),
                item.name(),
                kind(lexicon, item.kind().key()),
                marks(lexicon, lexicon.status(item.status()), item.personClass(), item.source()),
                item.matchedOn().equals(item.name()) ? "" : item.matchedOn());
    }

    private static SubjectPage page(Lexicon lexicon, Dossier dossier) {
        Words words = lexicon.words();
        List<String> banners = new ArrayList<>();
        if (dossier.status().isCleared()) {
            banners.add(
                    words.of("subject.cleared", lexicon.status(dossier.status()).text()));
        }
        if (dossier.personClass().isProtected()) {
            banners.add(words.of("subject.protected", personClass(words, dossier.personClass())));
        }
        List<SubjectPage.Facet> facets = dossier.facets().stream()
                .map(facet -> new SubjectPage.Facet(
                        HOLD.text("facet." + facet.kind().key(), words.language()),
                        facet.statements().stream()
                                .map(held -> statement(lexicon, held.statement(), held.withdrawn()))
                                .toList()))
                .toList();
        List<SubjectPage.LinkRow> links = dossier.links().stream()
                .map(link -> new SubjectPage.LinkRow(
                        (link.outgoing() ? "" : "← ")
                                + HOLD.text("link." + link.kind().key(), words.language()),
                        link.otherName(),
                        link.other().map(other -> "/holdings/" + other).orElse(""),
                        link.otherStatus().map(lexicon::status).map(List::of).orElse(List.of()),
                        lexicon.source(link.source())))
                .toList();
        return new SubjectPage(
                dossier.subject().toString(),
                dossier.name(),
                kind(lexicon, dossier.kind().key()),
                marks(lexicon, lexicon.status(dossier.status()), dossier.personClass(), dossier.source()),
                banners,
                facets,
                links,
                List.of());
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
