package org.entente.api;

import java.util.List;
import java.util.Set;
import org.entente.hold.Dossier;
import org.entente.hold.Holdings;
import org.entente.hold.IdentifierSelection;
import org.entente.hold.SearchQuery;
import org.entente.hold.SearchResult;
import org.entente.hold.SourceNames;
import org.entente.hold.SubjectId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.SourceReference;
import org.entente.kernel.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Own holdings: search, dossier, identifiers for a batch. Every look is logged.
@RestController
public class HoldingsApi {
    private static final String CUSTOMARY_PURPOSE = "criminal-investigation";

    /// `name` is the list by name; `caution` says its day and that it may have changed since.
    public record Source(
            String source,
            String locator,
            @Nullable String asOf,
            boolean invented,
            Bilingual name,
            @Nullable Bilingual caution) {
        static Source of(SourceReference reference) {
            return new Source(
                    reference.source(),
                    reference.locator(),
                    reference.asOf() == null ? null : reference.asOf().toString(),
                    reference.invented(),
                    SourceNames.name(reference),
                    SourceNames.caution(reference).orElse(null));
        }
    }

    public record Found(
            String subject,
            String kind,
            String name,
            String status,
            String personClass,
            boolean invented,
            Source source,
            String matchedOn,
            @Nullable Bilingual why) {
        static Found of(SearchResult.Item item) {
            return new Found(
                    item.subject().toString(),
                    item.kind().key(),
                    item.name(),
                    Items.word(item.status()),
                    Items.word(item.personClass()),
                    item.source().invented(),
                    Source.of(item.source()),
                    item.matchedOn(),
                    item.why().orElse(null));
        }
    }

    /// `explained` says in words why so many, or why none.
    public record SearchView(List<Found> items, boolean cut, Bilingual explained) {}

    public record StatementView(
            String id,
            String property,
            String value,
            Source source,
            @Nullable String observed,
            String recorded,
            Words.Basis basis,
            List<String> handling,
            String evaluation,
            String retainUntil,
            String personClass,
            boolean withdrawn) {
        static StatementView of(Statement statement, boolean withdrawn) {
            return new StatementView(
                    statement.id(),
                    statement.property(),
                    statement.value(),
                    Source.of(statement.source()),
                    statement.observed() == null ? null : statement.observed().toString(),
                    statement.recorded().toString(),
                    Words.Basis.of(statement.basis()),
                    Words.codes(statement.handling()),
                    statement.evaluation().value(),
                    statement.retainUntil().toString(),
                    Items.word(statement.personClass()),
                    withdrawn);
        }
    }

    public record FacetView(String kind, List<StatementView> statements) {}

    public record LinkView(
            String kind,
            boolean outgoing,
            @Nullable String subject,
            String name,
            @Nullable String status,
            Source source) {}

    public record DossierView(
            String subject,
            String kind,
            String name,
            String status,
            String personClass,
            Source source,
            List<FacetView> facets,
            List<LinkView> links,
            List<JoinedView> joined,
            List<ReviewApi.JudgedView> judgements) {
        static DossierView of(Dossier dossier) {
            return new DossierView(
                    dossier.subject().toString(),
                    dossier.kind().key(),
                    dossier.name(),
                    Items.word(dossier.status()),
                    Items.word(dossier.personClass()),
                    Source.of(dossier.source()),
                    dossier.facets().stream()
                            .map(facet -> new FacetView(
                                    Items.word(facet.kind()),
                                    facet.statements().stream()
                                            .map(held -> StatementView.of(held.statement(), held.withdrawn()))
                                            .toList()))
                            .toList(),
                    dossier.links().stream()
                            .map(link -> new LinkView(
                                    Items.word(link.kind()),
                                    link.outgoing(),
                                    link.other().map(SubjectId::toString).orElse(null),
                                    link.otherName(),
                                    link.otherStatus().map(Items::word).orElse(null),
                                    Source.of(link.source())))
                            .toList(),
                    dossier.joined().stream()
                            .map(joined -> new JoinedView(joined.confirmed(), of(joined.record())))
                            .toList(),
                    dossier.judged().stream().map(ReviewApi.JudgedView::of).toList());
        }
    }

    /// Another record of the same subject. Not `confirmed`: only the machine joined it, and nothing of it is released,
    /// offered for discovery or printed as this subject's.
    public record JoinedView(boolean confirmed, DossierView record) {}

    public record Identifier(String value, String subject) {}

    private final Holdings holdings;

    public HoldingsApi(Holdings holdings) {
        this.holdings = holdings;
    }

    @GetMapping("/v1/holdings")
    SearchView search(
            @AuthenticationPrincipal Officer officer,
            @RequestParam String q,
            @RequestParam(defaultValue = CUSTOMARY_PURPOSE) String purpose,
            @RequestParam(defaultValue = "50") int limit) {
        SearchResult result = holdings.search(officer, new SearchQuery(q, Words.purpose("purpose", purpose), limit));
        return new SearchView(result.items().stream().map(Found::of).toList(), result.cut(), result.explained());
    }

    /// 404 for what does not exist and for what the officer may not see: the two cannot be told apart.
    @GetMapping("/v1/holdings/{subject}")
    DossierView dossier(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String subject,
            @RequestParam(defaultValue = CUSTOMARY_PURPOSE) String purpose) {
        return holdings.dossier(officer, SubjectId.parse(subject), Words.purpose("purpose", purpose))
                .map(DossierView::of)
                .orElseThrow(() -> new EntenteException(ApiCode.API_SUBJECT_UNKNOWN));
    }

    /// Identifiers for a batch at the peer: an export, logged as one.
    @GetMapping("/v1/holdings/identifiers")
    Items<Identifier> identifiers(
            @AuthenticationPrincipal Officer officer,
            @RequestParam String keyType,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") Set<String> programme,
            @RequestParam(defaultValue = CUSTOMARY_PURPOSE) String purpose) {
        Purpose why = Words.purpose("purpose", purpose);
        IdentifierSelection selection = Words.value(
                "keyType",
                IdentifierSelection.words(),
                keyType,
                word -> IdentifierSelection.of(word, source, programme, why));
        return new Items<>(holdings.identifiers(officer, selection).stream()
                .map(selected ->
                        new Identifier(selected.value(), selected.subject().toString()))
                .toList());
    }
}
