package org.entente.console;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.ask.AskAction;
import org.entente.find.Answer;
import org.entente.find.Discovery;
import org.entente.find.FindAction;
import org.entente.find.PublishedSet;
import org.entente.find.Query;
import org.entente.find.QueryEntry;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;
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

    /// Faults of what was typed: the form says them beside the field.
    private static final Set<String> MENDED_HERE = Set.of("FIND_NO_VALUE", "FIND_TOO_MANY_VALUES");

    private final Discovery discovery;
    private final Demonstration demonstration;
    private final Office office;
    private final NotAsked notAsked = new NotAsked();

    FindPages(Discovery discovery, Demonstration demonstration, Office office) {
        this.demonstration = demonstration;
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
        Answer answer;
        try {
            answer = discovery.ask(frame.officer(), query);
        } catch (EntenteException e) {
            if (!MENDED_HERE.contains(e.code().name())) {
                throw e;
            }
            return page(frame, form.with("values", frame.words().of(Texts.what(e))));
        }
        return switch (answer) {
            case Answer.Answered answered -> {
                notAsked.keep(answered.id(), answered.unreadable());
                yield new RedirectView("/find/queries/" + answered.id().hex() + "?done=asked");
            }
            case Answer.Refused refused ->
                office.pages().show("query", frame, FindViews.refused(lexicon, query, refused));
        };
    }

    @GetMapping("/find/queries/{id}")
    View query(Frame frame, @PathVariable String id) {
        QueryEntry entry = discovery.query(frame.officer(), Bytes.fromHex(id));
        Lexicon lexicon = office.lexicon(frame);
        FindViews.Answered answered = new FindViews.Answered(
                entry,
                notAsked.of(entry.id()),
                setMade(lexicon, frame.officer(), entry),
                office.offers(frame.officer(), AskAction.SUBMIT),
                demonstration.holds(frame.officer()));
        return office.pages().show("query", frame, FindViews.page(lexicon, answered));
    }

    /// The day of the other party's newest set before the query.
    private @Nullable LocalDate setMade(Lexicon lexicon, Officer officer, QueryEntry entry) {
        if (!office.offers(officer, FindAction.SEE_SETS)) {
            return null;
        }
        return discovery.sets(officer, lexicon.agreement().id()).stream()
                .filter(set -> set.direction() == PublishedSet.Direction.PEER
                        && set.keyType().equals(entry.keyType())
                        && set.purpose().equals(entry.purpose())
                        && !set.published().isAfter(entry.asked()))
                .max(Comparator.comparing(PublishedSet::published))
                .map(set -> LocalDate.ofInstant(set.published(), lexicon.zone()))
                .orElse(null);
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
                        FindViews.keyType(lexicon, one.keyType()),
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
                        .map(entry -> FindViews.row(lexicon, entry))
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
}
