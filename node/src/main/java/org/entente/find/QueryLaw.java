package org.entente.find;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.Agreement;
import org.entente.agreement.DiscoveryPolicy;
import org.entente.agreement.Fact;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Institution;
import org.entente.agreement.Question;
import org.entente.agreement.Ruling;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Officer;
import org.entente.kernel.Texts;

/// What our own law says to a query before anything leaves the node.
final class QueryLaw {
    private static final String TEXTS = "find";

    private final Parts parts;

    QueryLaw(Parts parts) {
        this.parts = parts;
    }

    /// Empty when the query may be asked, which it never may without a case.
    Optional<Answer.Refused> refusal(Officer officer, Query query) {
        Agreement agreement = parts.agreements().current(query.agreement());
        boolean competent = agreement
                .institution(officer.institution())
                .map((Institution one) -> one.isCompetentFor(Publisher.MEASURE))
                .orElse(false);
        if (!competent) {
            return Optional.of(own("refused.institution", officer.institution()));
        }
        if (!agreement.hasPurpose(query.purpose()) || !isAgreed(agreement, query)) {
            return Optional.of(own("refused.key-type", query.keyType(), query.purpose()));
        }
        Map<String, Fact> facts = new LinkedHashMap<>();
        facts.put("case.named", Fact.of(query.caseNumber() != null));
        facts.put("purpose", Fact.choice(query.purpose().code()));
        Optional<Fact> instrument = agreement
                .fact("basis.instrument")
                .flatMap((FactTerm term) -> term.parse(query.basis().instrument()));
        if (instrument.isEmpty() || !agreement.isInvocable(Publisher.MEASURE, query.basis())) {
            return Optional.of(own("refused.basis", query.basis()));
        }
        facts.put("basis.instrument", instrument.get());
        LocalDate today = LocalDate.ofInstant(parts.clock().instant(), ZoneOffset.UTC);
        return refusal(agreement.rule(new Question(Publisher.MEASURE, facts), today), query);
    }

    /// The peer's refusal in words, from the code it signed.
    Answer.Refused refusedByPeer(String code) {
        return new Answer.Refused(words(code), null, null);
    }

    static Bilingual words(String code) {
        String key = Texts.of(TEXTS).has("peer." + code) ? "peer." + code : "peer.other";
        return text(key, code);
    }

    private static boolean isAgreed(Agreement agreement, Query query) {
        return KeyTypes.identifierType(query.keyType()).isPresent()
                && agreement
                        .discovery()
                        .keyType(query.keyType())
                        .map((DiscoveryPolicy.KeyType type) -> type.elementsPerDay(query.purpose()) > 0)
                        .orElse(false);
    }

    private static Optional<Answer.Refused> refusal(Ruling ruling, Query query) {
        return switch (ruling) {
            case Ruling.Refused refused ->
                Optional.of(new Answer.Refused(
                        refused.ground().text(), refused.ground().article(), ruling));
            case Ruling.Unknown unknown ->
                Optional.of(new Answer.Refused(
                        text("refused.unknown", String.join(", ", unknown.missing())), query.basis(), ruling));
            case Ruling.NeedsAssurance needs ->
                Optional.of(new Answer.Refused(
                        needs.assurances().getFirst().text(),
                        needs.assurances().getFirst().article(),
                        ruling));
            case Ruling.MayRefuse _, Ruling.Permitted _ ->
                query.caseNumber() == null
                        ? Optional.of(new Answer.Refused(text("refused.no-case"), null, ruling))
                        : Optional.empty();
        };
    }

    private static Answer.Refused own(String key, Object... facts) {
        return new Answer.Refused(text(key, facts), null, null);
    }

    private static Bilingual text(String key, Object... facts) {
        return Texts.of(TEXTS).bilingual(key, facts);
    }
}
