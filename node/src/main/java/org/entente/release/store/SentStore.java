package org.entente.release.store;

import static org.entente.release.store.generated.Tables.SENT;
import static org.entente.release.store.generated.Tables.SENT_ITEM;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.OfficerId;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Purpose;
import org.entente.release.ReleaseId;
import org.entente.release.SentItem;
import org.entente.release.SentRelease;
import org.entente.release.SentState;
import org.entente.release.Terms;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Tables `sent` and `sent_item`.
public final class SentStore {
    public void insert(Tx tx, SentRelease sent, List<SentItem> items) {
        tx.dsl()
                .insertInto(SENT)
                .set(SENT.RELEASE, sent.id().hex())
                .set(SENT.AGREEMENT, sent.agreement().value())
                .set(SENT.TERMS, text(sent.terms().canonical()))
                .set(SENT.TERMS_HASH, sent.termsHash().hex())
                .set(SENT.CONTENT_HASH, sent.contentHash().hex())
                .set(SENT.CASE_PSEUDONYM, sent.casePseudonym())
                .set(SENT.ENVELOPE, sent.envelopeHex())
                .set(SENT.OFFICER, sent.officer().value())
                .set(SENT.SEALED_AT, sent.sealed())
                .execute();
        for (int position = 0; position < items.size(); position++) {
            SentItem item = items.get(position);
            SentItem.Standing standing = item.standing();
            tx.dsl()
                    .insertInto(SENT_ITEM)
                    .set(SENT_ITEM.RELEASE, sent.id().hex())
                    .set(SENT_ITEM.POSITION, position)
                    .set(SENT_ITEM.STATEMENT, item.statementId())
                    .set(SENT_ITEM.PROPERTY, item.property())
                    .set(SENT_ITEM.COMPOSED_VALUE, item.composed())
                    .set(
                            SENT_ITEM.PERSON_CLASS,
                            standing == null ? null : standing.personClass().name())
                    .set(
                            SENT_ITEM.EVALUATION,
                            standing == null ? null : standing.evaluation().value())
                    .set(SENT_ITEM.INVENTED, standing == null ? null : standing.invented())
                    .execute();
        }
    }

    /// Newest first.
    public List<SentRelease> list(Tx tx, int countMax) {
        return tx.dsl()
                .selectFrom(SENT)
                .orderBy(SENT.SEALED_AT.desc(), SENT.RELEASE)
                .limit(countMax)
                .fetch(SentStore::release);
    }

    public Optional<SentRelease> find(Tx tx, ReleaseId id) {
        return tx.dsl().selectFrom(SENT).where(SENT.RELEASE.eq(id.hex())).fetchOptional(SentStore::release);
    }

    /// As [#find], locked until the transaction ends.
    public Optional<SentRelease> findForUpdate(Tx tx, ReleaseId id) {
        return tx.dsl()
                .selectFrom(SENT)
                .where(SENT.RELEASE.eq(id.hex()))
                .forUpdate()
                .fetchOptional(SentStore::release);
    }

    public List<SentItem> items(Tx tx, ReleaseId id) {
        return tx.dsl()
                .selectFrom(SENT_ITEM)
                .where(SENT_ITEM.RELEASE.eq(id.hex()))
                .orderBy(SENT_ITEM.POSITION)
                .fetch(row -> new SentItem(
                        row.get(SENT_ITEM.STATEMENT),
                        row.get(SENT_ITEM.PROPERTY),
                        row.get(SENT_ITEM.COMPOSED_VALUE),
                        standing(row)));
    }

    private static SentItem.@Nullable Standing standing(Record row) {
        String personClass = row.get(SENT_ITEM.PERSON_CLASS);
        return personClass == null
                ? null
                : new SentItem.Standing(
                        PersonClass.valueOf(personClass),
                        new EvaluationCode(row.get(SENT_ITEM.EVALUATION)),
                        row.get(SENT_ITEM.INVENTED));
    }

    /// The first one stands.
    public void acknowledged(Tx tx, ReleaseId id, Instant at) {
        tx.dsl()
                .update(SENT)
                .set(SENT.ACKNOWLEDGED_AT, DSL.coalesce(SENT.ACKNOWLEDGED_AT, at))
                .where(SENT.RELEASE.eq(id.hex()))
                .execute();
    }

    /// The first one stands.
    public void opened(Tx tx, ReleaseId id, Instant at, Purpose purpose) {
        tx.dsl()
                .update(SENT)
                .set(SENT.OPENED_AT, at)
                .set(SENT.OPENED_PURPOSE, purpose.code())
                .where(SENT.RELEASE.eq(id.hex()), SENT.OPENED_AT.isNull())
                .execute();
    }

    public void recallOrdered(Tx tx, ReleaseId id, String reason, Instant at) {
        tx.dsl()
                .update(SENT)
                .set(SENT.RECALL_REASON, reason)
                .set(SENT.RECALL_ORDERED_AT, at)
                .where(SENT.RELEASE.eq(id.hex()))
                .execute();
    }

    /// `cause` is EXPIRED or RECALLED.
    public void destroyed(Tx tx, ReleaseId id, SentState cause, Instant at) {
        tx.dsl()
                .update(SENT)
                .set(SENT.DESTROYED_AT, at)
                .set(SENT.DESTROYED_CAUSE, cause.name())
                .where(SENT.RELEASE.eq(id.hex()))
                .execute();
    }

    private static SentRelease release(Record row) {
        String purpose = row.get(SENT.OPENED_PURPOSE);
        String cause = row.get(SENT.DESTROYED_CAUSE);
        return new SentRelease(
                new ReleaseId(row.get(SENT.RELEASE)),
                new AgreementId(row.get(SENT.AGREEMENT)),
                Terms.parse(bytes(row.get(SENT.TERMS))),
                Bytes.fromHex(row.get(SENT.TERMS_HASH)),
                Bytes.fromHex(row.get(SENT.CONTENT_HASH)),
                row.get(SENT.CASE_PSEUDONYM),
                SentRelease.envelope(row.get(SENT.ENVELOPE)),
                new OfficerId(row.get(SENT.OFFICER)),
                row.get(SENT.SEALED_AT),
                row.get(SENT.ACKNOWLEDGED_AT),
                row.get(SENT.OPENED_AT),
                purpose == null ? null : new Purpose(purpose),
                row.get(SENT.RECALL_ORDERED_AT),
                row.get(SENT.DESTROYED_AT),
                cause == null ? null : SentState.valueOf(cause));
    }

    static String text(Bytes utf8) {
        return new String(utf8.toArray(), StandardCharsets.UTF_8);
    }

    static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
