package org.entente.find;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.entente.blind.BlindException;
import org.entente.blind.ElementBatch;
import org.entente.blind.Suite;
import org.entente.exchange.SignedFrame;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;

/// The asker's batch: everything the holder ever learns about a query. No case, no officer, no input.
///
/// @param number counts the batches under one set from 1; the same number with the same bytes has the same answer
record EvaluationRequest(
        AgreementId agreement,
        Bytes setId,
        long number,
        InstitutionId from,
        Purpose purpose,
        LegalBasis basis,
        Instant created,
        ElementBatch elements) {
    static final String OPERATION = "evaluate";

    private static final String KIND = "evaluationRequest";
    private static final int VERSION = 1;
    private static final byte[] ID_LABEL = "entente/find-batch".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_SIZE_BYTES = 16;

    Bytes sign(PeerLink link) {
        Json.Members content = Json.members()
                .with("v", VERSION)
                .with("agreement", agreement.value())
                .with("set", setId.hex())
                .with("number", number)
                .with("from", from.value())
                .with("purpose", purpose.code())
                .with("instrument", basis.instrument())
                .with("article", basis.article())
                .with("created", created.getEpochSecond())
                .build();
        return link.sign(agreement, KIND, content, Bytes.of(elements.toByteArray()));
    }

    static SignedFrame open(PeerLink link, AgreementId agreement, Bytes frame) {
        return link.open(agreement, KIND, frame);
    }

    /// @throws EntenteException FIND_MESSAGE_MALFORMED
    static EvaluationRequest read(SignedFrame frame) {
        MemberReader reader = frame.content().reader();
        reader.whole("v", VERSION, VERSION);
        try {
            EvaluationRequest request = new EvaluationRequest(
                    new AgreementId(reader.text("agreement")),
                    Announcement.hex(reader, "set", ID_SIZE_BYTES),
                    reader.whole("number", 1, Json.WHOLE_MAX),
                    new InstitutionId(reader.text("from")),
                    new Purpose(reader.text("purpose")),
                    new LegalBasis(reader.text("instrument"), reader.text("article")),
                    reader.seconds("created"),
                    ElementBatch.of(Suite.RISTRETTO255_SHA512, frame.payload().toArray()));
            reader.end();
            return request;
        } catch (IllegalArgumentException | BlindException broken) {
            throw new EntenteException(FindCode.FIND_MESSAGE_MALFORMED, broken, "request");
        }
    }

    /// What both logs call the batch.
    static Bytes id(Bytes requestHash) {
        byte[] hash = Digests.sha256(ID_LABEL, requestHash.toArray());
        return Bytes.of(Arrays.copyOf(hash, ID_SIZE_BYTES));
    }

    FindLeaves.Batch batch(String keyType, String outcome, Bytes requestHash, Bytes answerHash) {
        return new FindLeaves.Batch(
                agreement,
                setId,
                number,
                from,
                keyType,
                purpose,
                basis,
                elements.count(),
                outcome,
                requestHash,
                answerHash);
    }
}
