package org.entente.release.store;

import static org.entente.release.store.generated.Tables.OPENING;
import static org.entente.release.store.generated.Tables.RECEIVED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.OfficerId;
import org.entente.release.ReceivedRelease;
import org.entente.release.ReceivedState;
import org.entente.release.ReleaseId;
import org.entente.release.SentRelease;
import org.entente.release.Terms;
import org.entente.release.Use;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Tables `received` and `opening`: the only place where received content is, sealed.
public final class ReceivedStore {
    /// Content and wrapped content key of one release, as stored.
    public record SealedContent(Bytes content, Bytes wrappedKey) {}

    /// @return false if a release with this id is there already; nothing is written then
    public boolean insert(Tx tx, ReceivedRelease received, SealedContent sealed) {
        return tx.dsl()
                        .insertInto(RECEIVED)
                        .set(RECEIVED.RELEASE, received.id().hex())
                        .set(RECEIVED.AGREEMENT, received.agreement().value())
                        .set(RECEIVED.TERMS, SentStore.text(received.terms().canonical()))
                        .set(RECEIVED.TERMS_HASH, received.termsHash().hex())
                        .set(RECEIVED.CONTENT_HASH, received.contentHash().hex())
                        .set(RECEIVED.CASE_PSEUDONYM, received.casePseudonym())
                        .set(RECEIVED.ENVELOPE, received.envelopeHex())
                        .set(RECEIVED.CONTENT, sealed.content().toArray())
                        .set(RECEIVED.WRAPPED_KEY, sealed.wrappedKey().toArray())
                        .set(RECEIVED.ARRIVED_AT, received.arrived())
                        .set(RECEIVED.EXPIRES_AT, received.terms().use().expires())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// Newest first.
    public List<ReceivedRelease> list(Tx tx, int countMax) {
        return tx.dsl()
                .selectFrom(RECEIVED)
                .orderBy(RECEIVED.ARRIVED_AT.desc(), RECEIVED.RELEASE)
                .limit(countMax)
                .fetch(ReceivedStore::release);
    }

    public Optional<ReceivedRelease> find(Tx tx, ReleaseId id) {
        return tx.dsl()
                .selectFrom(RECEIVED)
                .where(RECEIVED.RELEASE.eq(id.hex()))
                .fetchOptional(ReceivedStore::release);
    }

    /// As [#find], locked until the transaction ends.
    public Optional<ReceivedRelease> findForUpdate(Tx tx, ReleaseId id) {
        return tx.dsl()
                .selectFrom(RECEIVED)
                .where(RECEIVED.RELEASE.eq(id.hex()))
                .forUpdate()
                .fetchOptional(ReceivedStore::release);
    }

    /// Empty once destroyed.
    public Optional<SealedContent> content(Tx tx, ReleaseId id) {
        return tx.dsl()
                .select(RECEIVED.CONTENT, RECEIVED.WRAPPED_KEY)
                .from(RECEIVED)
                .where(RECEIVED.RELEASE.eq(id.hex()), RECEIVED.DESTROYED_AT.isNull())
                .fetchOptional(row -> new SealedContent(Bytes.of(row.value1()), Bytes.of(row.value2())));
    }

    public void acknowledged(Tx tx, ReleaseId id, OfficerId by, Instant at) {
        tx.dsl()
                .update(RECEIVED)
                .set(RECEIVED.ACKNOWLEDGED_AT, at)
                .set(RECEIVED.ACKNOWLEDGED_BY, by.value())
                .where(RECEIVED.RELEASE.eq(id.hex()))
                .execute();
    }

    public void opened(Tx tx, ReleaseId id, Instant at) {
        tx.dsl()
                .update(RECEIVED)
                .set(RECEIVED.OPENED_AT, at)
                .where(RECEIVED.RELEASE.eq(id.hex()))
                .execute();
    }

    public void opening(Tx tx, ReleaseId id, OfficerId officer, Use use, Instant at, @Nullable String refusal) {
        tx.dsl()
                .insertInto(OPENING)
                .set(OPENING.RELEASE, id.hex())
                .set(OPENING.OFFICER, officer.value())
                .set(OPENING.PURPOSE, use.purpose().code())
                .set(OPENING.CASE_NUMBER, use.caseNumber().value())
                .set(OPENING.AT, at)
                .set(OPENING.REFUSAL, refusal)
                .execute();
    }

    /// Content and wrapped key leave the table. `cause` is EXPIRED or RECALLED.
    public void destroy(Tx tx, ReleaseId id, ReceivedState cause, @Nullable String reason, Instant at) {
        tx.dsl()
                .update(RECEIVED)
                .setNull(RECEIVED.CONTENT)
                .setNull(RECEIVED.WRAPPED_KEY)
                .set(RECEIVED.DESTROYED_AT, at)
                .set(RECEIVED.DESTROYED_CAUSE, cause.name())
                .set(RECEIVED.RECALL_REASON, reason)
                .where(RECEIVED.RELEASE.eq(id.hex()), RECEIVED.DESTROYED_AT.isNull())
                .execute();
    }

    public List<ReleaseId> dueToExpire(Tx tx, Instant now, int countMax) {
        return tx.dsl()
                .select(RECEIVED.RELEASE)
                .from(RECEIVED)
                .where(RECEIVED.DESTROYED_AT.isNull(), RECEIVED.EXPIRES_AT.le(now))
                .orderBy(RECEIVED.EXPIRES_AT)
                .limit(countMax)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new ReleaseId(row.value1()));
    }

    /// Destroyed, but the wrapping key may still be there and the owner has no receipt.
    public List<ReleaseId> dueToAttest(Tx tx, int countMax) {
        return tx.dsl()
                .select(RECEIVED.RELEASE)
                .from(RECEIVED)
                .where(RECEIVED.DESTROYED_AT.isNotNull(), RECEIVED.ATTESTED_AT.isNull())
                .orderBy(RECEIVED.DESTROYED_AT)
                .limit(countMax)
                .fetch(row -> new ReleaseId(row.value1()));
    }

    /// @return false if another run was first
    public boolean attested(Tx tx, ReleaseId id, Instant at) {
        return tx.dsl()
                        .update(RECEIVED)
                        .set(RECEIVED.ATTESTED_AT, at)
                        .where(RECEIVED.RELEASE.eq(id.hex()), RECEIVED.ATTESTED_AT.isNull())
                        .execute()
                == 1;
    }

    private static ReceivedRelease release(Record row) {
        Instant acknowledged = row.get(RECEIVED.ACKNOWLEDGED_AT);
        Instant opened = row.get(RECEIVED.OPENED_AT);
        return new ReceivedRelease(
                new ReleaseId(row.get(RECEIVED.RELEASE)),
                new AgreementId(row.get(RECEIVED.AGREEMENT)),
                Terms.parse(SentStore.bytes(row.get(RECEIVED.TERMS))),
                Bytes.fromHex(row.get(RECEIVED.TERMS_HASH)),
                Bytes.fromHex(row.get(RECEIVED.CONTENT_HASH)),
                row.get(RECEIVED.CASE_PSEUDONYM),
                SentRelease.envelope(row.get(RECEIVED.ENVELOPE)),
                row.get(RECEIVED.ARRIVED_AT),
                acknowledged,
                opened,
                row.get(RECEIVED.DESTROYED_AT),
                state(acknowledged, opened, row.get(RECEIVED.DESTROYED_CAUSE)));
    }

    private static ReceivedState state(
            @Nullable Instant acknowledged, @Nullable Instant opened, @Nullable String cause) {
        if (cause != null) {
            return ReceivedState.valueOf(cause);
        }
        if (opened != null) {
            return ReceivedState.OPENED;
        }
        return acknowledged == null ? ReceivedState.ARRIVED : ReceivedState.ACKNOWLEDGED;
    }
}
