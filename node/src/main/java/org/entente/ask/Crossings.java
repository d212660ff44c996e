package org.entente.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.ask.store.CrossingStore;
import org.entente.ask.store.CrossingStore.Row;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.AgreementId;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;

/// The words that crossed, in and out of the store.
final class Crossings {
    private final CrossingStore store = new CrossingStore();

    void add(Tx tx, AgreementId agreement, RequestNumber number, Crossing word) {
        Crossing.Stated refusal = word.refusal();
        store.add(
                tx,
                agreement.value(),
                new Row(
                        word.envelope().hex(),
                        number.value(),
                        word.kind().name(),
                        word.own(),
                        word.sequence(),
                        word.created(),
                        refusal == null
                                ? null
                                : new CrossingStore.Refusal(
                                        refusal.ground(),
                                        refusal.article().instrument(),
                                        refusal.article().article())));
    }

    /// Requests of a period with every word about them; what the other side refused is no word.
    ///
    /// @param refused envelopes of this side that had no effect
    List<AskedRequest.Told> asked(Tx tx, AgreementId agreement, Period period, Set<EnvelopeId> refused) {
        return told(store.asked(tx, agreement.value(), period.begin(), period.end()), refused);
    }

    /// Requests of any time that no word up to a cut has ended.
    List<AskedRequest.Told> open(Tx tx, AgreementId agreement, Cut cut, Set<EnvelopeId> refused) {
        Set<String> withoutEffect = refused.stream().map(EnvelopeId::hex).collect(Collectors.toUnmodifiableSet());
        return told(store.open(tx, agreement.value(), cut.sent(), cut.received(), withoutEffect), refused);
    }

    private static List<AskedRequest.Told> told(List<CrossingStore.About> rows, Set<EnvelopeId> refused) {
        Map<AskedRequest.Subject, List<Crossing>> words = new LinkedHashMap<>();
        for (CrossingStore.About about : rows) {
            Crossing word = word(about.word());
            if (!refused.contains(word.envelope())) {
                words.computeIfAbsent(subject(about), _ -> new ArrayList<>()).add(word);
            }
        }
        return words.entrySet().stream()
                .map(one -> new AskedRequest.Told(one.getKey(), one.getValue()))
                .toList();
    }

    private static AskedRequest.Subject subject(CrossingStore.About about) {
        return new AskedRequest.Subject(
                new RequestNumber(about.word().number()),
                about.type(),
                new InstitutionId(about.from()),
                new InstitutionId(about.to()),
                about.exercise(),
                about.quiet());
    }

    private static Crossing word(Row row) {
        CrossingStore.Refusal refusal = row.refusal();
        return new Crossing(
                new EnvelopeId(row.envelope()),
                Crossing.Kind.valueOf(row.kind()),
                row.own(),
                row.sequence(),
                row.created(),
                refusal == null
                        ? null
                        : new Crossing.Stated(
                                refusal.ground(), new LegalBasis(refusal.instrument(), refusal.article())));
    }
}
