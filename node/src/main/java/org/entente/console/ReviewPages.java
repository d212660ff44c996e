package org.entente.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.hold.Dossier;
import org.entente.hold.FacetKind;
import org.entente.hold.JudgedPair;
import org.entente.hold.RecordPair;
import org.entente.hold.Reviews;
import org.entente.hold.SubjectId;
import org.entente.hold.Verdict;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Purpose;
import org.entente.kernel.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Pairs of records that await a person, one after the other, and any pair that a dossier leads to.
@Controller
final class ReviewPages {
    private static final String REASON = "reason";

    /// Where one stands in the queue; absent for a pair opened by itself.
    private static final String AT = "at";

    private static final Map<String, Verdict> VERDICTS = Map.of(
            "same", Verdict.JOINED_BY_PERSON,
            "different", Verdict.APART_BY_PERSON,
            "unsure", Verdict.UNSURE_BY_PERSON);

    /// Said under the reason; nothing was changed.
    private static final Set<String> BESIDE_THE_REASON = Set.of("HOLD_REASON_MISSING", "HOLD_JOIN_CROSSES");

    private final Reviews reviews;
    private final Office office;

    ReviewPages(Reviews reviews, Office office) {
        this.reviews = reviews;
        this.office = office;
    }

    @GetMapping("/review")
    View queue(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = frame.words();
        Purpose purpose = HoldingsPages.purpose(lexicon, frame);
        int at = at(form);
        Reviews.Waiting waiting = reviews.waiting(frame.officer(), purpose, at, 1);
        if (waiting.pairs().isEmpty() && waiting.count() > 0) {
            return new RedirectView(queue(purpose, waiting.count() - 1));
        }
        if (waiting.pairs().isEmpty()) {
            return office.pages()
                    .show("review", frame, new ReviewPage(words.of("review.none"), null, Form.EMPTY, "", ""));
        }
        RecordPair pair = waiting.pairs().getFirst().pair();
        Reviews.SideBySide found = reviews.sideBySide(frame.officer(), pair, purpose);
        return office.pages()
                .show(
                        "review",
                        frame,
                        new ReviewPage(
                                words.of("review.state", at + 1, waiting.count()),
                                pair(lexicon, found, purpose, "&at=" + at, queue(purpose, at)),
                                Form.EMPTY,
                                at > 0 ? queue(purpose, at - 1) : "",
                                at + 1 < waiting.count() ? queue(purpose, at + 1) : ""));
    }

    @GetMapping("/review/{one}/{other}")
    View one(Frame frame, @PathVariable String one, @PathVariable String other, Form form) {
        return page(frame, pair(one, other), Form.EMPTY, form);
    }

    @PostMapping("/review/{one}/{other}")
    View judge(Frame frame, @PathVariable String one, @PathVariable String other, Form form) {
        Purpose purpose = HoldingsPages.purpose(office.lexicon(frame), frame);
        RecordPair pair = pair(one, other);
        Verdict verdict = VERDICTS.get(form.value("verdict"));
        if (verdict == null) {
            return page(frame, pair, form, form);
        }
        try {
            reviews.judge(frame.officer(), pair, verdict, form.value(REASON), purpose);
        } catch (EntenteException refused) {
            if (!BESIDE_THE_REASON.contains(refused.code().name())) {
                throw refused;
            }
            return page(frame, pair, form.with(REASON, frame.words().of(Texts.what(refused))), form);
        }
        return new RedirectView(
                form.value(AT).isEmpty()
                        ? HoldingsPages.href(pair.one(), purpose) + "&done=pair-judged"
                        : queue(purpose, at(form)) + "&done=pair-judged");
    }

    private View page(Frame frame, RecordPair pair, Form shown, Form asked) {
        Lexicon lexicon = office.lexicon(frame);
        Purpose purpose = HoldingsPages.purpose(lexicon, frame);
        boolean queued = !asked.value(AT).isEmpty();
        String back = queued ? queue(purpose, at(asked)) : HoldingsPages.href(pair.one(), purpose);
        Reviews.SideBySide found = reviews.sideBySide(frame.officer(), pair, purpose);
        ReviewPage.Pair view = pair(lexicon, found, purpose, queued ? "&at=" + at(asked) : "", back);
        return office.pages()
                .show(
                        "review",
                        frame.at("/review/" + pair.one() + "/" + pair.other() + "?purpose=" + purpose.code()),
                        new ReviewPage(frame.words().of("review.one"), view, shown, "", ""));
    }

    private static ReviewPage.Pair pair(
            Lexicon lexicon, Reviews.SideBySide found, Purpose purpose, String at, String back) {
        JudgedPair judged = found.judged();
        Verdict stands = judged.verdict();
        return new ReviewPage.Pair(
                side(lexicon, found.one(), purpose),
                side(lexicon, found.other(), purpose),
                rows(lexicon.words(), found.one(), found.other()),
                JudgedView.of(lexicon, judged, lexicon.words().of("review.score"), ""),
                "/review/" + judged.pair().one() + "/" + judged.pair().other() + "?purpose=" + purpose.code() + at,
                stands.isByPerson() || stands.isJoined(),
                back);
    }

    private static ReviewPage.Side side(Lexicon lexicon, Dossier dossier, Purpose purpose) {
        return new ReviewPage.Side(
                dossier.name(),
                HoldingsPages.href(dossier.subject(), purpose),
                HoldingsPages.marks(lexicon, dossier),
                lexicon.source(dossier.source()),
                lexicon.caution(dossier.source()));
    }

    /// Property by property, identity by identity, in the order of the first record.
    private static List<ReviewPage.Row> rows(Words words, Dossier one, Dossier other) {
        Map<String, List<String>> left = said(words, one);
        Map<String, List<String>> right = said(words, other);
        Map<String, List<String>> all = new LinkedHashMap<>(left);
        right.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .map(property -> {
                    List<String> here = left.getOrDefault(property, List.of());
                    List<String> there = right.getOrDefault(property, List.of());
                    return new ReviewPage.Row(
                            property, here, there, !folded(here).equals(folded(there)));
                })
                .toList();
    }

    private static Set<String> folded(List<String> values) {
        return values.stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<String>> said(Words words, Dossier dossier) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (Dossier.Facet facet : dossier.facets()) {
            String of = facet.kind() == FacetKind.PRIMARY
                    ? ""
                    : " (" + Texts.of("hold").text("facet." + facet.kind().key(), words.language()) + ")";
            for (Dossier.Held held : facet.statements()) {
                String property = HoldingsPages.property(words, held.statement().property()) + of;
                said.computeIfAbsent(property, _ -> new ArrayList<>())
                        .add(held.statement().value());
            }
        }
        return said;
    }

    private static RecordPair pair(String one, String other) {
        return new RecordPair(SubjectId.parse(one), SubjectId.parse(other));
    }

    private static String queue(Purpose purpose, int at) {
        return "/review?purpose=" + purpose.code() + "&at=" + at;
    }

    private static int at(Form form) {
        String at = form.value(AT);
        return at.matches("[0-9]{1,6}") ? Integer.parseInt(at) : 0;
    }
}
