package org.entente.find;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.entente.blind.BlindedBatch;
import org.entente.blind.Finalization;
import org.entente.blind.InputBatch;
import org.entente.blind.PrfOutputs;
import org.entente.blind.tags.Label;
import org.entente.blind.tags.PrfInput;
import org.entente.blind.tags.TagSet;
import org.entente.exchange.SignedFrame;
import org.entente.find.store.QueryStore;
import org.entente.find.store.SetStore;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.kernel.Officer;
import org.entente.match.IdentifierType;
import org.entente.prove.Leaf;
import org.jspecify.annotations.Nullable;

/// One query from an officer's values to hits. What leaves the node: random-looking elements, a padded number of them,
/// institution, purpose and basis. What is recorded before it leaves: officer, case, and a commitment to the values.
final class Asker {
    private final Parts parts;
    private final PeerSets sets;
    private final QueryLaw law;
    private final SetStore setStore = new SetStore();
    private final QueryStore store = new QueryStore();

    Asker(Parts parts, PeerSets sets) {
        this.parts = parts;
        this.sets = sets;
        this.law = new QueryLaw(parts);
    }

    Answer ask(Officer officer, Query query) {
        if (query.values().size() > Limits.TEXT_COUNT_MAX) {
            throw tooMany(query.values().size());
        }
        Optional<Answer.Refused> refused = law.refusal(officer, query);
        CaseNumber caseNumber = query.caseNumber();
        if (refused.isPresent() || caseNumber == null) {
            Answer.Refused answer = refused.orElseThrow();
            parts.transactions().run(tx -> parts.ledger().request(tx, refusalLeaf(officer, query, answer)));
            return answer;
        }
        Reading reading = read(query);
        SetStore.PeerSet set = sets.ready(query.agreement(), query.keyType(), query.purpose())
                .orElseThrow(() -> new EntenteException(
                        FindCode.FIND_NOTHING_PUBLISHED,
                        query.keyType(),
                        query.purpose().code()));
        TagSet tags = sets.tags(set);
        InputBatch.Builder inputs = new InputBatch.Builder();
        List<byte[]> encoded = reading.values().stream()
                .map(value -> new PrfInput(query.keyType(), value).encoded())
                .toList();
        encoded.forEach(inputs::add);
        inputs.padTo(paddedCount(encoded.size()), parts.random());
        try (BlindedBatch batch = parts.voprf().blind(inputs.build())) {
            Sent sent = record(officer, query, caseNumber, set, batch, reading.values(), encoded);
            return settle(officer, sent, batch, tags, set, reading);
        }
    }

    /// A power of two, 8 at least, 65,535 at most: all that the holder learns of the number of values.
    static int paddedCount(int count) {
        int least = Math.max(count, Limits.PADDED_COUNT_MIN);
        return Math.min(Limits.VALUE_COUNT_MAX, Integer.highestOneBit(2 * least - 1));
    }

    /// Distinct values in random order, and what could not be read.
    private record Reading(List<String> values, List<String> unreadable) {}

    /// What is on its way: the recorded query, the request and its bytes.
    private record Sent(QueryStore.Asked asked, EvaluationRequest request, Bytes frame, Bytes hash) {}

    private Reading read(Query query) {
        IdentifierType type = KeyTypes.identifierType(query.keyType()).orElseThrow();
        LinkedHashSet<String> distinct = new LinkedHashSet<>();
        List<String> unreadable = new ArrayList<>();
        for (String text : query.values()) {
            KeyTypes.canonical(type, text).ifPresentOrElse(distinct::add, () -> unreadable.add(text));
        }
        if (distinct.isEmpty()) {
            throw new EntenteException(FindCode.FIND_NO_VALUE, query.keyType());
        }
        if (distinct.size() > Limits.VALUE_COUNT_MAX) {
            throw tooMany(distinct.size());
        }
        List<String> values = new ArrayList<>(distinct);
        Collections.shuffle(values, parts.random());
        return new Reading(List.copyOf(values), List.copyOf(unreadable));
    }

    private Sent record(
            Officer officer,
            Query query,
            CaseNumber caseNumber,
            SetStore.PeerSet set,
            BlindedBatch batch,
            List<String> values,
            List<byte[]> encoded) {
        Bytes salt = Ids.random256();
        Bytes root = InputRoot.of(salt, encoded, caseNumber);
        return parts.transactions().in(tx -> {
            EvaluationRequest request = new EvaluationRequest(
                    query.agreement(),
                    set.set().setId(),
                    setStore.takeNumber(tx, set.set().setId()),
                    officer.institution(),
                    query.purpose(),
                    query.basis(),
                    parts.clock().instant(),
                    batch.blindedElements());
            Bytes frame = request.sign(parts.link());
            QueryStore.Asked asked = new QueryStore.Asked(
                    Ids.random128(),
                    query.agreement(),
                    officer.id(),
                    officer.institution(),
                    caseNumber,
                    query.purpose(),
                    query.basis(),
                    query.keyType(),
                    request.setId(),
                    request.number(),
                    request.created(),
                    request.elements().count(),
                    salt,
                    root,
                    null,
                    null);
            store.add(tx, asked, values);
            Bytes hash = SignedFrame.hash(frame);
            parts.ledger().request(tx, askedLeaf(asked, values.size(), hash));
            return new Sent(asked, request, frame, hash);
        });
    }

    private Answer settle(
            Officer officer, Sent sent, BlindedBatch batch, TagSet tags, SetStore.PeerSet set, Reading reading) {
        Bytes frame = call(sent);
        EvaluationAnswer answer =
                EvaluationAnswer.open(parts.link(), sent.asked().agreement(), sent.hash(), frame);
        return switch (answer) {
            case EvaluationAnswer.Refused refused -> {
                close(officer, sent, answer.hash(), refused.code(), List.of());
                yield law.refusedByPeer(refused.code());
            }
            case EvaluationAnswer.Evaluated evaluated -> {
                Announcement announced = SetRows.announcement(set.set());
                Finalization end = batch.finalizeUnder(announced.prfKey(), evaluated.evaluation());
                yield switch (end) {
                    case Finalization.Refused worthless -> throw refused(officer, sent, answer.hash(), worthless);
                    case Finalization.Verified verified -> {
                        List<QueryStore.FoundLabel> labels = search(tags, verified.outputs(), reading.values());
                        close(officer, sent, answer.hash(), null, labels);
                        yield answered(sent, set, reading, labels);
                    }
                };
            }
        };
    }

    /// The same bytes each time: a batch that was counted is answered from the holder's store.
    private Bytes call(Sent sent) {
        for (int tries = 1; ; tries++) {
            try {
                return parts.link().call(sent.asked().agreement(), EvaluationRequest.OPERATION, sent.frame());
            } catch (EntenteException failed) {
                if (failed.code() != FindCode.FIND_PEER_AWAY || tries == Limits.CALL_TRIES) {
                    throw failed;
                }
            }
        }
    }

    private static List<QueryStore.FoundLabel> search(TagSet tags, PrfOutputs outputs, List<String> values) {
        List<QueryStore.FoundLabel> found = new ArrayList<>();
        try (outputs) {
            for (int position = 0; position < values.size(); position++) {
                int slot = 0;
                for (Label label : tags.search(outputs, position).labels()) {
                    Bytes handle = Bytes.of(label.handle().toByteArray());
                    found.add(new QueryStore.FoundLabel(position, slot++, handle, label.status(), label.kind()));
                }
            }
        }
        return List.copyOf(found);
    }

    private void close(
            Officer officer,
            Sent sent,
            Bytes answerHash,
            @Nullable String refusal,
            List<QueryStore.FoundLabel> labels) {
        QueryStore.Asked asked = sent.asked();
        parts.transactions().run(tx -> {
            store.settle(tx, asked.id(), refusal, labels, parts.clock().instant());
            Leaf.Exchange leaf = FindLeaves.batch(
                    Leaf.Direction.SENT,
                    parts.link().peer(asked.agreement()),
                    sent.request(),
                    asked.keyType(),
                    sent.hash(),
                    answerHash);
            parts.ledger().request(tx, leaf);
            long hitCount = labels.stream()
                    .map(QueryStore.FoundLabel::position)
                    .distinct()
                    .count();
            String outcome = refusal == null ? "answered" : refusal;
            parts.ledger().request(tx, settledLeaf(officer, asked, outcome, hitCount));
        });
    }

    private EntenteException refused(Officer officer, Sent sent, Bytes answerHash, Finalization.Refused worthless) {
        close(officer, sent, answerHash, FindCode.FIND_ANSWER_REFUSED.name(), List.of());
        return new EntenteException(
                FindCode.FIND_ANSWER_REFUSED, worthless.reason().name());
    }

    private static Answer.Answered answered(
            Sent sent, SetStore.PeerSet set, Reading reading, List<QueryStore.FoundLabel> labels) {
        List<Hit> hits = hits(reading.values(), labels);
        long known = hits.stream().map(Hit::value).distinct().count();
        return new Answer.Answered(
                sent.asked().id(),
                sent.asked().paddedCount(),
                set.set().entryCount(),
                hits,
                reading.values().size() - (int) known,
                reading.unreadable());
    }

    /// Cleared ones first, then by value.
    static List<Hit> hits(List<String> values, List<QueryStore.FoundLabel> labels) {
        return labels.stream()
                .map(label -> Hit.of(values.get(label.position()), label.status(), label.handle()))
                .sorted(Comparator.comparing((Hit hit) -> !hit.cleared()).thenComparing(Hit::value))
                .toList();
    }

    private static EntenteException tooMany(int count) {
        return new EntenteException(
                FindCode.FIND_TOO_MANY_VALUES, Integer.toString(count), Integer.toString(Limits.VALUE_COUNT_MAX));
    }

    private static Leaf.Duty askedLeaf(QueryStore.Asked asked, int valueCount, Bytes requestHash) {
        return FindLeaves.duty(
                asked.agreement(),
                "find.asked",
                "query",
                asked.id().hex(),
                "officer",
                asked.officer().value(),
                "institution",
                asked.institution().value(),
                "case",
                asked.caseNumber().value(),
                "purpose",
                asked.purpose().code(),
                "basis",
                asked.basis().toString(),
                "key-type",
                asked.keyType(),
                "set",
                asked.setId().hex(),
                "number",
                Long.toString(asked.number()),
                "value-count",
                Integer.toString(valueCount),
                "input-root",
                asked.inputRoot().hex(),
                "request",
                requestHash.hex());
    }

    private static Leaf.Duty settledLeaf(Officer officer, QueryStore.Asked asked, String outcome, long hitCount) {
        return FindLeaves.duty(
                asked.agreement(),
                "find.settled",
                "query",
                asked.id().hex(),
                "officer",
                officer.id().value(),
                "case",
                asked.caseNumber().value(),
                "outcome",
                outcome,
                "hit-count",
                Long.toString(hitCount));
    }

    private static Leaf.Duty refusalLeaf(Officer officer, Query query, Answer.Refused answer) {
        CaseNumber caseNumber = query.caseNumber();
        return FindLeaves.duty(
                query.agreement(),
                "find.refused",
                "officer",
                officer.id().value(),
                "case",
                caseNumber == null ? "" : caseNumber.value(),
                "purpose",
                query.purpose().code(),
                "basis",
                query.basis().toString(),
                "key-type",
                query.keyType(),
                "reason",
                answer.reason().en());
    }
}
