package org.entente.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.find.Answer;
import org.entente.find.Hit;
import org.entente.find.Query;
import org.entente.find.QueryEntry;
import org.entente.kernel.Bytes;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.LegalBasis;
import org.jspecify.annotations.Nullable;

/// Queries as pages show them.
final class FindViews {
    /// What only a list or a court about a listing says of somebody.
    private static final Set<EvidentialStatus> OF_LISTS = EnumSet.of(
            EvidentialStatus.LISTED,
            EvidentialStatus.LISTED_PRESUMED,
            EvidentialStatus.LISTED_FINAL,
            EvidentialStatus.REBUTTED,
            EvidentialStatus.CLEARED_BY_COURT,
            EvidentialStatus.DELISTED);

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
        if (entry.refusal() != null) {
            return words.of(entry.outcome());
        }
        return words.of(entry.settled() == null ? "query.open" : "query.settled");
    }

    /// One query with what its page needs besides: `notAsked` are the texts that were no value of the key type,
    /// `setMade` is the day of the other party's set, where it is known.
    record Answered(
            QueryEntry entry,
            NotAsked.Texts notAsked,
            @Nullable LocalDate setMade,
            boolean mayWrite,
            boolean demonstration) {}

    static QueryPage page(Lexicon lexicon, Answered answered) {
        QueryEntry entry = answered.entry();
        NotAsked.Texts notAsked = answered.notAsked();
        Words words = lexicon.words();
        List<Hit> hits = entry.hits().stream()
                .sorted(Comparator.comparing(Hit::cleared).reversed())
                .toList();
        String refusal = entry.refusal();
        return new QueryPage(
                words.of("query.title", lexicon.moment(entry.asked())),
                answered.demonstration(),
                words.count(
                        "query.state", hits.stream().map(Hit::value).distinct().count()),
                facts(lexicon, entry),
                refusal != null,
                refusal == null ? "" : words.of(entry.outcome()),
                hits.stream().map(hit -> hit(lexicon, answered, hit)).toList(),
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

    /// The hit with this reference; a cleared one has none and starts nothing.
    static Optional<Hit> hit(QueryEntry entry, String reference) {
        return entry.hits().stream()
                .filter(hit -> !hit.cleared()
                        && hit.handle() != null
                        && hit.handle().hex().equals(reference))
                .findFirst();
    }

    private static QueryPage.Hit hit(Lexicon lexicon, Answered answered, Hit hit) {
        Bytes handle = hit.handle();
        String request = handle == null || !answered.mayWrite()
                ? ""
                : "/requests/new?type="
                        + RequestForms.typeFor(
                                        lexicon.agreement(), answered.entry().keyType())
                                .measure() + "&query="
                        + answered.entry().id().hex() + "&reference=" + handle.hex();
        return new QueryPage.Hit(
                hit.value(),
                List.of(lexicon.status(hit.status())),
                lexicon.words().of(hit.cleared() ? "query.hit.cleared" : "query.hit.known"),
                handle == null ? "" : handle.hex(),
                request,
                caution(lexicon, answered, hit));
    }

    /// What a list said when the other party made its set.
    private static String caution(Lexicon lexicon, Answered answered, Hit hit) {
        if (!OF_LISTS.contains(hit.status())) {
            return "";
        }
        LocalDate made = answered.setMade();
        return made == null
                ? lexicon.words().of("source.undated")
                : lexicon.words().of("query.as-of", lexicon.day(made));
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
                false,
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
