package org.entente.find;

import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.find.store.QueryStore.Asked;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.prove.Leaf;
import org.jspecify.annotations.Nullable;

/// What the logs keep of discovery. No input, no output and no hit is in an EXCHANGE leaf.
final class FindLeaves {
    private FindLeaves() {}

    /// One authentic request and its one signed answer: the same on both nodes but for the direction. Message id and
    /// hash name the very bytes, so that no two messages share a leaf's name.
    static Leaf.Exchange batch(Leaf.Direction direction, Party peer, Batch batch) {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("type", "find.batch");
        fields.put("set", batch.setId().hex());
        fields.put("from", batch.from().value());
        // A holder that does not know the set cannot say what it was about, and both must say the same.
        if (!batch.outcome().equals(FindCode.FIND_KEY_UNKNOWN.name())) {
            fields.put("key-type", batch.keyType());
        }
        fields.put("purpose", batch.purpose().code());
        fields.put("basis", batch.basis().toString());
        fields.put("padded-count", Integer.toString(batch.paddedCount()));
        fields.put("outcome", batch.outcome());
        fields.put("request", batch.request().hex());
        fields.put("answer", batch.answer().hex());
        return new Leaf.Exchange(
                batch.agreement(),
                direction,
                EvaluationRequest.id(batch.request()),
                peer,
                batch.number(),
                Bytes.of(
                        Digests.sha256(batch.request().toArray(), batch.answer().toArray())),
                fields);
    }

    /// What both nodes know of a batch. `request` and `answer` are hashes.
    ///
    /// @param outcome [EvaluationAnswer#EVALUATED] or the code of the refusal
    record Batch(
            AgreementId agreement,
            Bytes setId,
            long number,
            InstitutionId from,
            String keyType,
            Purpose purpose,
            LegalBasis basis,
            int paddedCount,
            String outcome,
            Bytes request,
            Bytes answer) {}

    /// `namesAndValues` alternate.
    static Leaf.Duty duty(AgreementId agreement, String type, String... namesAndValues) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Leaf.Duty(agreement, type, fields);
    }

    static Leaf.Duty set(String type, String actor, Announcement set) {
        return duty(
                set.agreement(),
                type,
                "actor",
                actor,
                "key-type",
                set.keyType(),
                "purpose",
                set.purpose().code(),
                "epoch",
                Integer.toString(set.epoch()),
                "set",
                set.setId().hex(),
                "public-key",
                set.publicKey().hex(),
                "sha256",
                set.sha256().hex(),
                "padded-count",
                Integer.toString(set.entryCount()));
    }

    /// Why a batch of the peer was not evaluated, and how many elements it cost all the same.
    static Leaf.Duty refusal(Batch batch, int countedCount) {
        return duty(
                batch.agreement(),
                "find.batch-refused",
                "code",
                batch.outcome(),
                "set",
                batch.setId().hex(),
                "number",
                Long.toString(batch.number()),
                "from",
                batch.from().value(),
                "key-type",
                batch.keyType(),
                "purpose",
                batch.purpose().code(),
                "padded-count",
                Integer.toString(batch.paddedCount()),
                "counted-count",
                Integer.toString(countedCount),
                "request",
                batch.request().hex());
    }

    /// The end of a query of ours.
    static Leaf.Duty settled(Asked asked, @Nullable String refusal, long hitCount) {
        return duty(
                asked.agreement(),
                "find.settled",
                "query",
                asked.id().hex(),
                "officer",
                asked.officer().value(),
                "case",
                asked.caseNumber().value(),
                "outcome",
                refusal == null ? "answered" : refusal,
                "hit-count",
                refusal == null ? Long.toString(hitCount) : "");
    }
}
