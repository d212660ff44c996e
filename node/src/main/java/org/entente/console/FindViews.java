package org.entente.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.find.Answer;
import org.entente.find.Hit;
import org.entente.find.Query;
import org.entente.find.QueryEntry;
import org.entente.kernel.Bytes;
import org.entente.kernel.LegalBasis;

/// Queries as pages show them.
final class FindViews {
    private FindViews() {}

    static FindPage.Row row(Lexicon lexicon, QueryEntry entry) {
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

    /// `notAsked` are the texts that were no value of the key type.
    static QueryPage page(Lexicon lexicon, QueryEntry entry, NotAsked.Texts notAsked) {
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
                notAsked.shown(),
                notAsked.count() == 0 ? "" : words.count("query.not-asked", notAsked.count()),
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

    static QueryPage refused(Lexicon lexicon, Query query, Answer.Refused refused) {
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
                List.of(),
                "",
                "");
    }

    static String keyType(Lexicon lexicon, String key) {
        return lexicon.agreement()
                .discovery()
                .keyType(key)
                .map(type -> lexicon.words().of(type.name()))
                .orElse(key);
    }
}
