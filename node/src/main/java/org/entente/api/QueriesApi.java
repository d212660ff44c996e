package org.entente.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.entente.find.Answer;
import org.entente.find.Discovery;
import org.entente.find.Hit;
import org.entente.find.Query;
import org.entente.find.QueryEntry;
import org.entente.find.Served;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// FIND for programs. "Not known" means nothing: protected persons are in no set.
@RestController
public class QueriesApi {
    public record QueryOrder(
            @JsonProperty("case") @Nullable String caseNumber,
            Words.Basis basis,
            String purpose,
            String keyType,
            List<String> values) {}

    public record HitView(
            String value,
            String status,
            boolean cleared,
            @Nullable String handle) {
        static HitView of(Hit hit) {
            Bytes handle = hit.handle();
            return new HitView(
                    hit.value(), Items.word(hit.status()), hit.cleared(), handle == null ? null : handle.hex());
        }
    }

    /// `outcome` is `answered` or `refused`. Hits: cleared ones first.
    public record AnswerView(
            String outcome,
            @Nullable String id,
            int paddedCount,
            int peerSetPaddedCount,
            List<HitView> hits,
            int notKnownCount,
            List<String> unreadable,
            @Nullable Bilingual reason,
            @Nullable String article,
            @Nullable RulingView ruling) {}

    public record QueryView(
            String id,
            String officer,
            String institution,
            @JsonProperty("case") String caseNumber,
            String purpose,
            Words.Basis basis,
            String keyType,
            String asked,
            int paddedCount,
            @Nullable String settled,
            @Nullable String refusal,
            Bilingual outcome,
            List<HitView> hits) {
        static QueryView of(QueryEntry entry) {
            return new QueryView(
                    entry.id().hex(),
                    entry.officer().value(),
                    entry.institution().value(),
                    entry.caseNumber().value(),
                    entry.purpose().code(),
                    Words.Basis.of(entry.basis()),
                    entry.keyType(),
                    entry.asked().toString(),
                    entry.paddedCount(),
                    entry.settled() == null ? null : entry.settled().toString(),
                    entry.refusal(),
                    entry.outcome(),
                    entry.hits().stream().map(HitView::of).toList());
        }
    }

    /// All that this node learned of one query of the peer.
    public record EvaluationView(
            String time, int paddedCount, String keyType, String purpose, String institution, Words.Basis basis) {
        static EvaluationView of(Served served) {
            return new EvaluationView(
                    served.received().toString(),
                    served.elementCount(),
                    served.keyType(),
                    served.purpose().code(),
                    served.institution().value(),
                    Words.Basis.of(served.basis()));
        }
    }

    private final Discovery discovery;
    private final AgreementId agreement;

    public QueriesApi(Discovery discovery, AgreementId agreement) {
        this.discovery = discovery;
        this.agreement = agreement;
    }

    @PostMapping("/v1/queries")
    AnswerView ask(@AuthenticationPrincipal Officer officer, @RequestBody QueryOrder order) {
        String number = order.caseNumber();
        Query query = new Query(
                agreement,
                number == null || number.isBlank() ? null : Words.caseNumber("case", number),
                order.basis().toBasis("basis"),
                Words.purpose("purpose", order.purpose()),
                order.keyType(),
                order.values());
        return switch (discovery.ask(officer, query)) {
            case Answer.Answered answered ->
                new AnswerView(
                        "answered",
                        answered.id().hex(),
                        answered.paddedCount(),
                        answered.peerSetPaddedCount(),
                        answered.hits().stream().map(HitView::of).toList(),
                        answered.notKnownCount(),
                        answered.unreadable(),
                        null,
                        null,
                        null);
            case Answer.Refused refused ->
                new AnswerView(
                        "refused",
                        null,
                        0,
                        0,
                        List.of(),
                        0,
                        List.of(),
                        refused.reason(),
                        refused.article() == null ? null : refused.article().toString(),
                        refused.ruling() == null ? null : RulingView.of(refused.ruling()));
        };
    }

    /// One's own; an auditor sees everybody's. Without hits.
    @GetMapping("/v1/queries")
    Items<QueryView> queries(@AuthenticationPrincipal Officer officer) {
        return new Items<>(discovery.queries(officer, agreement).stream()
                .map(QueryView::of)
                .toList());
    }

    @GetMapping("/v1/queries/{id}")
    QueryView query(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return QueryView.of(discovery.query(officer, Words.id(id, Bytes::fromHex)));
    }

    @GetMapping("/v1/evaluations")
    Items<EvaluationView> evaluations(@AuthenticationPrincipal Officer officer) {
        return new Items<>(discovery.evaluations(officer, agreement).stream()
                .map(EvaluationView::of)
                .toList());
    }
}
