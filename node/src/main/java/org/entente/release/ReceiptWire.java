package org.entente.release;

import java.text.Normalizer;
import org.entente.kernel.Bytes;
import org.entente.kernel.Purpose;

/// Bodies of `release.acknowledged`, `release.opened`, `release.recall`, `release.expired` and `release.recalled`.
final class ReceiptWire {
    static final String ACKNOWLEDGED = "release.acknowledged";
    static final String OPENED = "release.opened";
    static final String RECALL = "release.recall";

    private ReceiptWire() {}

    static Bytes encode(Acknowledgement acknowledgement) {
        return ReleaseWire.body()
                .with("at", acknowledgement.at().getEpochSecond())
                .with("release", acknowledgement.release().hex())
                .with("termsHash", acknowledgement.termsHash().hex())
                .build()
                .encode();
    }

    static Acknowledgement parseAcknowledgement(Bytes body) {
        return ReleaseWire.parse(
                ACKNOWLEDGED,
                body,
                reader -> new Acknowledgement(
                        new ReleaseId(reader.text("release")),
                        ReleaseWire.hash(reader.text("termsHash")),
                        reader.seconds("at")));
    }

    static Bytes encode(FirstOpening opening) {
        return ReleaseWire.body()
                .with("at", opening.at().getEpochSecond())
                .with("purpose", opening.purpose().code())
                .with("release", opening.release().hex())
                .with("termsHash", opening.termsHash().hex())
                .build()
                .encode();
    }

    static FirstOpening parseFirstOpening(Bytes body) {
        return ReleaseWire.parse(
                OPENED,
                body,
                reader -> new FirstOpening(
                        new ReleaseId(reader.text("release")),
                        ReleaseWire.hash(reader.text("termsHash")),
                        new Purpose(reader.text("purpose")),
                        reader.seconds("at")));
    }

    static Bytes encode(Recall recall) {
        return ReleaseWire.body()
                .with("at", recall.at().getEpochSecond())
                .with("reason", Normalizer.normalize(recall.reason(), Normalizer.Form.NFC))
                .with("release", recall.release().hex())
                .build()
                .encode();
    }

    static Recall parseRecall(Bytes body) {
        return ReleaseWire.parse(
                RECALL,
                body,
                reader -> new Recall(
                        new ReleaseId(reader.text("release")),
                        reader.text("reason", Limits.REASON_LENGTH_MAX),
                        reader.seconds("at")));
    }

    static Bytes encode(Destruction destruction) {
        return ReleaseWire.body()
                .with("at", destruction.at().getEpochSecond())
                .with("cause", destruction.cause().name())
                .with("contentHash", destruction.contentHash().hex())
                .with("release", destruction.release().hex())
                .build()
                .encode();
    }

    static Destruction parseDestruction(Destruction.Cause expected, Bytes body) {
        return ReleaseWire.parse(expected.bodyType(), body, reader -> {
            Destruction destruction = new Destruction(
                    new ReleaseId(reader.text("release")),
                    ReleaseWire.hash(reader.text("contentHash")),
                    Destruction.Cause.valueOf(reader.text("cause")),
                    reader.seconds("at"));
            if (destruction.cause() != expected) {
                throw new IllegalArgumentException("the cause must be that of the body's type");
            }
            return destruction;
        });
    }
}
