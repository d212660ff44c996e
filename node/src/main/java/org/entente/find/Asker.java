package org.entente.find;

import java.time.Duration;
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

/// One query from an officer's values to hits. What leaves the node: random-looking elements, a padded number of them,
/// institution, purpose and basis. What is recorded before it leaves: officer, case, and a commitment to the values.
final class Asker {
    private final Parts parts;
    private final PeerSets sets;
    private final Closing closing;
    private final QueryLaw law;
    private final SetStore setStore = new SetStore();
    private final QueryStore store = new QueryStore();

    Asker(Parts parts, PeerSets sets, Closing closing) {
        this.parts = parts;
        this.sets = sets;
        this.closing = closing;
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
            return settle(sent, batch, tags, set, reading);
        }
    }

    /// A power of two, 8 at least, 65,535 at most: all that the holder learns of the number of values.
    static int paddedCount(int count) {
        int least = Math.max(count, Limits.PADDED_COUNT_MIN);
        return Math.min(Limits.VALUE_COUNT_MAX, Integer.highestOneBit(2 * least - 1));
    }

    /// Distinct values in random order, and what could not be read.
    private record Reading(List<String> values, List<String> unreadable) {}

    /// What is on its way: the recorded query and the signed request.
    private record Sent(QueryStore.Asked asked, Bytes frame) {}

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
            store.add(tx, asked, frame, values);
            parts.ledger().request(tx, askedLeaf(asked, values.size(), SignedFrame.hash(frame)));
            return new Sent(asked, frame);
        });
    }

    private Answer settle(Sent sent, BlindedBatch batch, TagSet tags, SetStore.PeerSet set, Reading reading) {
        EvaluationAnswer answer = call(sent);
        try {
            return switch (answer) {
                case EvaluationAnswer.Refused refused -> {
                    closing.refused(sent.asked(), sent.frame(), refused);
                    yield law.refusedByPeer(refused.code());
                }
                case EvaluationAnswer.Evaluated evaluated -> open(sent, batch, tags, set, reading, evaluated);
            };
        } catch (RuntimeException failed) {
            // Without this call's blinds nobody can open the answer any more; a query that has its end keeps it.
            closing.lost(sent.asked(), sent.frame(), answer);
            throw failed;
        }
    }

    private Answer open(
            Sent sent,
            BlindedBatch batch,
            TagSet tags,
            SetStore.PeerSet set,
            Reading reading,
            EvaluationAnswer.Evaluated answer) {
        Announcement announced = SetRows.announcement(set.set());
        return switch (batch.finalizeUnder(announced.prfKey(), answer.evaluation())) {
            case Finalization.Refused worthless -> {
                closing.worthless(sent.asked(), sent.frame(), answer);
                throw new EntenteException(
                        FindCode.FIND_ANSWER_REFUSED, worthless.reason().name());
            }
            case Finalization.Verified verified -> {
                List<QueryStore.FoundLabel> labels = search(tags, verified.outputs(), reading.values());
                closing.found(sent.asked(), sent.frame(), answer, labels);
                yield answered(sent, set, reading, labels);
            }
        };
    }

    /// The same bytes each time: a batch that was counted is answered from the holder's store. A peer that stays away
    /// is asked again by [Reminders].
    private EvaluationAnswer call(Sent sent) {
        Duration pause = Limits.CALL_PAUSE_FIRST;
        for (int tries = 1; ; tries++) {
            try {
                return closing.send(sent.asked(), sent.frame());
            } catch (EntenteException failed) {
                if (failed.code() != FindCode.FIND_PEER_AWAY || tries == Limits.CALL_TRIES || !isPaused(pause)) {
                    throw failed;
                }
                pause = pause.multipliedBy(2);
            }
        }
    }

    private boolean isPaused(Duration pause) {
        try {
            parts.pauses().pause(pause);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
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
