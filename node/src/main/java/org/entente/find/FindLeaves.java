package org.entente.find;

import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.prove.Leaf;

/// What the logs keep of discovery. No input, no output and no hit is in an EXCHANGE leaf.
final class FindLeaves {
    private FindLeaves() {}

    /// The same on both nodes but for the direction: message id and hash name request and answer together.
    static Leaf.Exchange batch(
            Leaf.Direction direction,
            Party peer,
            EvaluationRequest request,
            String keyType,
            Bytes requestHash,
            Bytes answerHash) {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("type", "find.batch");
        fields.put("set", request.setId().hex());
        fields.put("from", request.from().value());
        fields.put("key-type", keyType);
        fields.put("purpose", request.purpose().code());
        fields.put("basis", request.basis().toString());
        fields.put("padded-count", Integer.toString(request.elements().count()));
        fields.put("request", requestHash.hex());
        fields.put("answer", answerHash.hex());
        return new Leaf.Exchange(
                request.agreement(),
                direction,
                EvaluationRequest.id(request.setId(), request.number()),
                peer,
                request.number(),
                Bytes.of(Digests.sha256(requestHash.toArray(), answerHash.toArray())),
                fields);
    }

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

    /// Why a batch of the peer was not evaluated.
    static Leaf.Duty refusal(EvaluationRequest request, FindCode code, Bytes requestHash) {
        return duty(
                request.agreement(),
                "find.batch-refused",
                "code",
                code.name(),
                "set",
                request.setId().hex(),
                "number",
                Long.toString(request.number()),
                "from",
                request.from().value(),
                "padded-count",
                Integer.toString(request.elements().count()),
                "request",
                requestHash.hex());
    }

    static String[] asked(
            String officer, InstitutionId institution, String caseNumber, Purpose purpose, LegalBasis basis) {
        return new String[] {
            "officer", officer,
            "institution", institution.value(),
            "case", caseNumber,
            "purpose", purpose.code(),
            "basis", basis.toString()
        };
    }
}
