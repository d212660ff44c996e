package org.entente.act;

import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.UnfitValueException;

/// Bodies of `act.refusal`, `act.revocation` and `act.notice`.
final class DecisionWire {
    static final String REFUSAL = "act.refusal";
    static final String REVOCATION = "act.revocation";
    static final String NOTICE = "act.notice";

    private static final int GROUND_LENGTH_MAX = 60;
    private static final int ARTICLE_LENGTH_MAX = 200;

    private DecisionWire() {}

    static Bytes encode(Refusal refusal) {
        return ActWire.body()
                .with("article", refusal.article())
                .with("decided", refusal.decided().getEpochSecond())
                .with("ground", refusal.ground())
                .with("operation", refusal.operation().hex())
                .with("proposalHash", refusal.proposalHash().hex())
                .with("reasons", ActWire.bilingual(refusal.reasons()))
                .build()
                .encode();
    }

    static Refusal parseRefusal(Bytes body) {
        return ActWire.parse(
                REFUSAL,
                body,
                reader -> new Refusal(
                        new OperationId(reader.text("operation")),
                        ConsentWire.hash(reader.text("proposalHash")),
                        reader.text("ground", GROUND_LENGTH_MAX),
                        reader.text("article", ARTICLE_LENGTH_MAX),
                        ActWire.bilingual(reader.members("reasons"), Limits.REASON_LENGTH_MAX),
                        reader.seconds("decided")));
    }

    static Bytes encode(Revocation revocation) {
        return ActWire.body()
                .with("decided", revocation.decided().getEpochSecond())
                .with("operation", revocation.operation().hex())
                .with("proposalHash", revocation.proposalHash().hex())
                .with("reasons", ActWire.bilingual(revocation.reasons()))
                .build()
                .encode();
    }

    static Revocation parseRevocation(Bytes body) {
        return ActWire.parse(
                REVOCATION,
                body,
                reader -> new Revocation(
                        new OperationId(reader.text("operation")),
                        ConsentWire.hash(reader.text("proposalHash")),
                        ActWire.bilingual(reader.members("reasons"), Limits.REASON_LENGTH_MAX),
                        reader.seconds("decided")));
    }

    static Bytes encode(Notice notice) {
        return ActWire.body()
                .with("at", notice.at().getEpochSecond())
                .with("event", notice.event().name())
                .with("operation", notice.operation().hex())
                .build()
                .encode();
    }

    static Notice parseNotice(Bytes body) {
        return ActWire.parse(
                NOTICE,
                body,
                reader -> new Notice(
                        new OperationId(reader.text("operation")),
                        OperationEvent.valueOf(reader.text("event")),
                        reader.seconds("at")));
    }

    /// Reasons are owed in both languages, in words.
    static Bilingual reasons(Bilingual reasons) {
        if (reasons.en().isBlank()
                || reasons.es().isBlank()
                || reasons.en().length() > Limits.REASON_LENGTH_MAX
                || reasons.es().length() > Limits.REASON_LENGTH_MAX) {
            throw new UnfitValueException(
                    "reasons stand in both languages, each 1 to 2,000 characters",
                    "los motivos figuran en ambos idiomas, cada uno de 1 a 2000 caracteres");
        }
        return ActWire.nfc(reasons);
    }
}
