package org.entente.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.find.Answer;
import org.entente.find.Discovery;
import org.entente.find.FindAction;
import org.entente.find.Hit;
import org.entente.find.Query;
import org.entente.find.QueryEntry;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Asking the other party which identifiers it knows; past queries; what it asked here.
@Controller
final class FindPages {
    private static final String MEASURE = "blind-query";
    /// The agreement's greatest batch; padding counts too.
    private static final int VALUES_MAX = 65_535;

    private final Discovery discovery;
    private final Office office;

    FindPages(Discovery discovery, Office office) {
        this.discovery = discovery;
        this.office = office;
    }

    @GetMapping("/find")
    View write(Frame frame) {
        return page(frame, Form.EMPTY);
    }

    @PostMapping("/find")
    View ask(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        FormReader reader = new FormReader(frame.words(), form);
        List<String> values = reader.text("values")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String keyType = reader.text("keyType");
        Optional<CaseNumber> caseNumber = reader.value("case", CaseNumber::new);
        Optional<Purpose> purpose = reader.value("purpose", Purpose::new);
        Optional<LegalBasis> basis = reader.value("basis", Lexicon::basis);
        if (values.size() > VALUES_MAX) {
            reader.wrong("values", "error.values");
        }
        if (reader.isBroken()) {
            return page(frame, reader.form());
        }
        Query query = new Query(
                lexicon.agreement().id(),
                caseNumber.orElseThrow(),
                basis.orElseThrow(),
                purpose.orElseThrow(),
                keyType,
                values);
        return switch (discovery.ask(frame.officer(), query)) {
            case Answer.Answered answered ->
                new RedirectView("/find/queries/" + answered.id().hex());
            case Answer.Refused refused -> office.pages().show("query", frame, refused(lexicon, query, refused));
        };
    }

    @GetMapping("/find/queries/{id}")
    View query(Frame frame, @PathVariable String id) {
        QueryEntry entry = discovery.query(frame.officer(), Bytes.fromHex(id));
        return office.pages().show("query", frame, page(office.lexicon(frame), entry));
    }

    @GetMapping("/find/served")
    View served(Frame frame) {
        Lexicon lexicon = office.lexicon(frame);
        Officer officer = frame.officer();
        List<ServedPage.Row> rows = discovery
                .evaluations(officer, lexicon.agreement().id())
                .stream()
                .map(one -> new ServedPage.Row(
                        lexicon.moment(one.received()),
                        lexicon.institution(one.institution()),
                        keyType(lexicon, one.keyType()),
                        String.valueOf(one.elementCount()),
                        lexicon.purpose(one.purpose()),
                        one.basis().toString()))
                .toList();
        return office.pages().show("served", frame, new ServedPage(tabs(frame.words(), officer, false), rows));
    }

    private View page(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        Officer officer = frame.officer();
        List<FindPage.Row> past = office.offers(officer, FindAction.SEE_QUERIES)
                ? discovery.queries(officer, lexicon.agreement().id()).stream()
                        .map(entry -> row(lexicon, entry))
                        .toList()
                : List.of();
        FindPage page = new FindPage(
                form,
                office.offers(officer, FindAction.ASK),
                tabs(frame.words(), officer, true),
                lexicon.purposes(),
                lexicon.bases(MEASURE),
                lexicon.agreement().discovery().keyTypes().stream()
                        .map(type -> new Choice(type.key(), frame.words().of(type.name())))
                        .toList(),
                past);
        return office.pages().show("find", frame, page);
    }

    private List<Link> tabs(Words words, Officer officer, boolean asking) {
        return office.offers(officer, FindAction.SEE_EVALUATIONS)
                ? List.of(
                        ReleasesPages.tab("/find", words.of("find.tab"), asking),
                        ReleasesPages.tab("/find/served", words.of("served.title"), !asking))
                : List.of();
    }

    private static FindPage.Row row(Lexicon lexicon, QueryEntry entry) {
        Words words = lexicon.words();
        return new FindPage.Row(
                lexicon.moment(entry.asked()),
                "/find/queries/" + entry.id().hex(),
                keyType(lexicon, entry.keyType()) + ", " + words.of("query.padded", entry.paddedCount()),
                entry.officer().value(),
                settled(words, entry));
    }

    private static String settled(Words words, QueryEntry entry) {
        String refusal = entry.refusal();
        if (refusal != null) {
            return words.of("query.refused", refusal);
        }
        return words.of(entry.settled() == null ? "query.open" : "query.settled");
    }

    private static QueryPage page(Lexicon lexicon, QueryEntry entry) {
        Words words = lexicon.words();
        List<Hit> hits = entry.hits().stream()
                .sorted(Comparator.comparing(Hit::cleared).reversed())
                .toList();
        String refusal = entry.refusal();
        return new QueryPage(
                words.of("query.title", lexicon.moment(entry.asked())),
                words.count(
                        "query.state", hits.stream().map(Hit::value).distinct().count()),
                facts(lexicon, entry),
                refusal != null,
                refusal == null ? "" : words.of("query.refused", refusal),
                hits.stream().map(hit -> hit(lexicon, hit)).toList(),
                refusal == null ? words.of("query.others") : "",
                words.of(
                        "query.learned.is",
                        lexicon.moment(entry.asked()),
                        entry.paddedCount(),
                        keyType(lexicon, entry.keyType()),
                        lexicon.institution(entry.institution()),
                        lexicon.purpose(entry.purpose()),
                        entry.basis()));
    }

    private static QueryPage.Hit hit(Lexicon lexicon, Hit hit) {
        Bytes handle = hit.handle();
        return new QueryPage.Hit(
                hit.value(),
                List.of(lexicon.status(hit.status())),
                lexicon.words().of(hit.cleared() ? "query.hit.cleared" : "query.hit.known"),
                handle == null ? "" : handle.hex());
    }

    private static List<ConfirmPage.Row> facts(Lexicon lexicon, QueryEntry entry) {
        Words words = lexicon.words();
        List<ConfirmPage.Row> rows = new ArrayList<>();
        rows.add(new ConfirmPage.Row(words.of("field.case"), entry.caseNumber().value()));
        rows.add(new ConfirmPage.Row(words.of("column.officer"), entry.officer().value()));
        rows.add(new ConfirmPage.Row(words.of("field.keyType"), keyType(lexicon, entry.keyType())));
        rows.add(new ConfirmPage.Row(words.of("field.purpose"), lexicon.purpose(entry.purpose())));
        rows.add(new ConfirmPage.Row(words.of("field.basis"), entry.basis().toString()));
        return rows;
    }

    private static QueryPage refused(Lexicon lexicon, Query query, Answer.Refused refused) {
        Words words = lexicon.words();
        LegalBasis article = refused.article();
        return new QueryPage(
                words.of("query.refused.title"),
                words.of("query.refused.state"),
                List.of(
                        new ConfirmPage.Row(words.of("field.keyType"), keyType(lexicon, query.keyType())),
                        new ConfirmPage.Row(words.of("field.purpose"), lexicon.purpose(query.purpose())),
                        new ConfirmPage.Row(
                                words.of("field.basis"), query.basis().toString())),
                true,
                words.of(refused.reason()) + (article == null ? "" : " " + article),
                List.of(),
                "",
                "");
    }

    private static String keyType(Lexicon lexicon, String key) {
        return lexicon.agreement()
                .discovery()
                .keyType(key)
                .map(type -> lexicon.words().of(type.name()))
                .orElse(key);
    }
}
