package org.entente.hold;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.access.Access;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.hold.resolve.Clusters;
import org.entente.hold.store.HoldingStore;
import org.entente.hold.store.HoldingStore.View;
import org.entente.hold.store.JudgementStore;
import org.entente.hold.store.ResolutionStore;
import org.entente.kernel.Action;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.prove.Leaf;
import org.entente.prove.Ledger;

/// Where a person says whether two records are of one subject. A judgement stands beside the records and
/// changes neither: the opposite one, later, restores everything. Thread-safe; each look and each word is a
/// leaf of the DUTY log, which names the records by their numbers and nobody.
public final class Reviews {
    private final Transactions transactions;
    private final Access access;
    private final Ledger ledger;
    private final AgreementId dutyAgreement;
    private final Clock clock;
    private final HoldingStore holdings = new HoldingStore();
    private final JudgementStore judgements = new JudgementStore();
    private final ResolutionStore resolution = new ResolutionStore();

    public Reviews(Transactions transactions, Access access, Ledger ledger, AgreementId dutyAgreement, Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.ledger = ledger;
        this.dutyAgreement = dutyAgreement;
        this.clock = clock;
    }

    /// What awaits a person in the officer's view: of `count` pairs, the likest first, those from the `from`th
    /// on.
    public record Waiting(List<JudgedPair> pairs, int count) {
        public Waiting {
            pairs = List.copyOf(pairs);
        }
    }

    /// A pair with both records, without what these are joined with.
    public record SideBySide(JudgedPair judged, Dossier one, Dossier other) {}

    /// @param from 0 for the first
    /// @param limit to 100
    public Waiting waiting(Officer officer, Purpose purpose, int from, int limit) {
        access.require(officer, HoldAction.REVIEW, Marking.UNMARKED);
        View view = view(officer, purpose);
        return transactions.in(tx -> {
            List<JudgedPair> pairs =
                    judgements.waiting(tx, view, Math.max(0, from), Math.clamp(limit, 1, Limits.REVIEW_COUNT_MAX));
            int count = judgements.waitingCount(tx, view);
            duty(tx, officer, HoldAction.REVIEW, Map.of("purpose", purpose.code(), "waiting", String.valueOf(count)));
            return new Waiting(pairs, count);
        });
    }

    /// Both records of a pair about which something stands.
    ///
    /// @throws EntenteException HOLD_PAIR_UNKNOWN
    public SideBySide sideBySide(Officer officer, RecordPair pair, Purpose purpose) {
        access.require(officer, HoldAction.REVIEW, Marking.UNMARKED);
        View view = view(officer, purpose);
        return transactions
                .in(tx -> {
                    Optional<JudgedPair> judged = judgements.find(tx, view, pair);
                    duty(
                            tx,
                            officer,
                            HoldAction.REVIEW,
                            Map.of(
                                    "purpose", purpose.code(),
                                    "one", pair.one().toString(),
                                    "other", pair.other().toString(),
                                    "found", String.valueOf(judged.isPresent())));
                    return judged.flatMap(found -> holdings.dossier(tx, view, pair.one())
                            .flatMap(one -> holdings.dossier(tx, view, pair.other())
                                    .map(other -> new SideBySide(found, one, other))));
                })
                .orElseThrow(() -> new EntenteException(HoldCode.HOLD_PAIR_UNKNOWN));
    }

    /// Says it, and clusters anew whatever hangs together with the two. A reason is needed where it undoes a
    /// join or another person's word.
    ///
    /// @param verdict a person's
    /// @throws EntenteException HOLD_PAIR_UNKNOWN, HOLD_REASON_MISSING, HOLD_JOIN_CROSSES
    public void judge(Officer officer, RecordPair pair, Verdict verdict, String reason, Purpose purpose) {
        access.require(officer, HoldAction.JUDGE, Marking.UNMARKED);
        if (!verdict.isByPerson()) {
            throw new IllegalArgumentException(verdict.key() + " is no person's word");
        }
        View view = view(officer, purpose);
        String why = reason.strip();
        transactions.run(tx -> {
            resolution.lock(tx);
            JudgedPair before =
                    judgements.find(tx, view, pair).orElseThrow(() -> new EntenteException(HoldCode.HOLD_PAIR_UNKNOWN));
            if (before.verdict() == verdict) {
                return;
            }
            boolean undoes = before.verdict().isByPerson() || (before.verdict().isJoined() && !verdict.isJoined());
            if (why.length() > Limits.REASON_LENGTH_MAX || (undoes && why.isEmpty())) {
                throw new EntenteException(HoldCode.HOLD_REASON_MISSING, String.valueOf(Limits.REASON_LENGTH_MAX));
            }
            judgements.judge(tx, pair, verdict, officer.id(), why, clock.instant());
            cluster(tx, pair, verdict);
            duty(
                    tx,
                    officer,
                    HoldAction.JUDGE,
                    Map.of(
                            "purpose", purpose.code(),
                            "one", pair.one().toString(),
                            "other", pair.other().toString(),
                            "verdict", verdict.key(),
                            "before", before.verdict().key()));
        });
    }

    private void cluster(Tx tx, RecordPair pair, Verdict verdict) {
        UUID one = pair.one().value();
        UUID other = pair.other().value();
        Set<UUID> reach = new HashSet<>(resolution.reach(tx, Set.of(one, other)));
        Clusters clusters = Clusters.of(resolution.edges(tx, reach), Limits.CLUSTER_COUNT_MAX);
        boolean stands = clusters.standing().stream()
                .anyMatch(edge -> edge.one().equals(one) && edge.other().equals(other));
        if (verdict == Verdict.JOINED_BY_PERSON && !stands) {
            throw new EntenteException(HoldCode.HOLD_JOIN_CROSSES);
        }
        resolution.cluster(tx, reach, clusters);
    }

    private View view(Officer officer, Purpose purpose) {
        return new View(access.scope(officer, purpose), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private void duty(Tx tx, Officer officer, Action action, Map<String, String> facts) {
        SortedMap<String, String> fields = new TreeMap<>(facts);
        fields.put("type", action.key());
        fields.put("officer", officer.label());
        fields.put("institution", officer.institution().value());
        ledger.request(tx, new Leaf.Duty(dutyAgreement, action.key(), fields));
    }
}
