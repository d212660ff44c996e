package org.entente.find;

import java.util.Base64;
import org.entente.blind.BlindException;
import org.entente.blind.ElementBatch;
import org.entente.blind.Evaluation;
import org.entente.blind.Proof;
import org.entente.blind.Suite;
import org.entente.exchange.SignedFrame;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;

/// The holder's signed answer to one request, named by the request's hash.
sealed interface EvaluationAnswer {
    String KIND = "evaluationAnswer";
    int VERSION = 1;
    String EVALUATED = "evaluated";

    /// SHA-256 of the answer's own note.
    Bytes hash();

    /// Not yet proved to be the right key's: that is the reader's next step.
    record Evaluated(Evaluation evaluation, Bytes hash) implements EvaluationAnswer {}

    /// `code` is the name of a [FindCode].
    record Refused(String code, Bytes hash) implements EvaluationAnswer {}

    static Bytes sign(PeerLink link, AgreementId agreement, Bytes requestHash, Evaluation evaluation) {
        byte[] proof = evaluation.proof().encoding().toByteArray();
        Json.Members content = Json.members()
                .with("v", VERSION)
                .with("request", requestHash.hex())
                .with("outcome", EVALUATED)
                .with("proof", Base64.getEncoder().encodeToString(proof))
                .build();
        Bytes elements = Bytes.of(evaluation.evaluatedElements().toByteArray());
        return link.sign(agreement, KIND, content, elements);
    }

    static Bytes signRefusal(PeerLink link, AgreementId agreement, Bytes requestHash, FindCode code) {
        Json.Members content = Json.members()
                .with("v", VERSION)
                .with("request", requestHash.hex())
                .with("outcome", "refused")
                .with("code", code.name())
                .build();
        return link.sign(agreement, KIND, content, Bytes.of(new byte[0]));
    }

    /// @throws EntenteException FRAME_MALFORMED, FRAME_FORGED, FIND_MESSAGE_MALFORMED, also for the answer to another
    /// request
    static EvaluationAnswer open(PeerLink link, AgreementId agreement, Bytes requestHash, Bytes frame) {
        SignedFrame opened = link.open(agreement, KIND, frame);
        MemberReader reader = opened.content().reader();
        reader.whole("v", VERSION, VERSION);
        if (!reader.text("request").equals(requestHash.hex())) {
            throw Announcement.malformed("request");
        }
        EvaluationAnswer answer = reader.text("outcome").equals(EVALUATED)
                ? evaluated(opened, reader)
                : new Refused(reader.text("code", 60), opened.hash());
        reader.end();
        return answer;
    }

    private static Evaluated evaluated(SignedFrame frame, MemberReader reader) {
        Suite suite = Suite.RISTRETTO255_SHA512;
        try {
            Proof proof = Proof.of(suite, reader.base64("proof").toArray());
            ElementBatch elements = ElementBatch.of(suite, frame.payload().toArray());
            return new Evaluated(new Evaluation(elements, proof), frame.hash());
        } catch (BlindException broken) {
            throw new EntenteException(FindCode.FIND_MESSAGE_MALFORMED, broken, "answer");
        }
    }
}
