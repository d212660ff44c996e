package org.entente.find.store;

import static org.entente.find.store.generated.Tables.OWN_SET;
import static org.entente.find.store.generated.Tables.PEER_SET;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Purpose;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Tag sets, own and the peer's. Stateless.
public final class SetStore {
    /// What is common to both directions. `epoch` counts from 0 for each agreement, key type and purpose.
    public record Set(
            Bytes setId,
            AgreementId agreement,
            String keyType,
            Purpose purpose,
            int epoch,
            Bytes publicKey,
            Bytes sha256,
            int entryCount) {}

    public record OwnSet(
            Set set,
            int tagCount,
            @Nullable UUID publication,
            Instant published,
            @Nullable Instant accepted,
            @Nullable Instant superseded,
            @Nullable Instant destroyed) {}

    /// `from` announced it to `to`; `acceptance` is the envelope that carries our signature for its key.
    public record PeerSet(
            Set set,
            String announcement,
            InstitutionId from,
            InstitutionId to,
            Instant announced,
            @Nullable Instant accepted,
            @Nullable String acceptance,
            @Nullable String refused) {}

    public int nextEpoch(Tx tx, AgreementId agreement, String keyType, Purpose purpose) {
        Integer latest = tx.dsl()
                .select(DSL.max(OWN_SET.EPOCH))
                .from(OWN_SET)
                .where(OWN_SET.AGREEMENT.eq(agreement.value()))
                .and(OWN_SET.KEY_TYPE.eq(keyType))
                .and(OWN_SET.PURPOSE.eq(purpose.code()))
                .fetchOne(0, Integer.class);
        return latest == null ? 0 : latest + 1;
    }

    public void addOwn(Tx tx, OwnSet own) {
        Set set = own.set();
        tx.dsl()
                .insertInto(OWN_SET)
                .set(OWN_SET.SET_ID, set.setId().toArray())
                .set(OWN_SET.AGREEMENT, set.agreement().value())
                .set(OWN_SET.KEY_TYPE, set.keyType())
                .set(OWN_SET.PURPOSE, set.purpose().code())
                .set(OWN_SET.EPOCH, set.epoch())
                .set(OWN_SET.PUBLIC_KEY, set.publicKey().toArray())
                .set(OWN_SET.SHA256, set.sha256().toArray())
                .set(OWN_SET.ENTRY_COUNT, set.entryCount())
                .set(OWN_SET.TAG_COUNT, own.tagCount())
                .set(OWN_SET.PUBLICATION, own.publication())
                .set(OWN_SET.PUBLISHED, own.published())
                .execute();
    }

    public Optional<OwnSet> own(Tx tx, Bytes setId) {
        return tx.dsl()
                .selectFrom(OWN_SET)
                .where(OWN_SET.SET_ID.eq(setId.toArray()))
                .fetchOptional()
                .map(SetStore::ownSet);
    }

    /// Every set whose handles are kept.
    public List<Bytes> remembered(Tx tx, AgreementId agreement) {
        return tx.dsl()
                .select(OWN_SET.SET_ID)
                .from(OWN_SET)
                .where(OWN_SET.AGREEMENT.eq(agreement.value()))
                .and(OWN_SET.HANDLES_FORGOTTEN.isNull())
                .fetch(row -> Bytes.of(row.value1()));
    }

    /// Newest first, destroyed ones too.
    public List<OwnSet> owns(Tx tx, AgreementId agreement, int countMax) {
        return tx.dsl()
                .selectFrom(OWN_SET)
                .where(OWN_SET.AGREEMENT.eq(agreement.value()))
                .orderBy(OWN_SET.PUBLISHED.desc(), OWN_SET.SET_ID)
                .limit(countMax)
                .fetch(SetStore::ownSet);
    }

    /// Also ends the older epochs of the same key type and purpose. Accepting again changes nothing.
    public void acceptOwn(Tx tx, Set set, Instant at) {
        tx.dsl()
                .update(OWN_SET)
                .set(OWN_SET.ACCEPTED, at)
                .where(OWN_SET.SET_ID.eq(set.setId().toArray()))
                .and(OWN_SET.ACCEPTED.isNull())
                .execute();
        tx.dsl()
                .update(OWN_SET)
                .set(OWN_SET.SUPERSEDED, at)
                .where(OWN_SET.AGREEMENT.eq(set.agreement().value()))
                .and(OWN_SET.KEY_TYPE.eq(set.keyType()))
                .and(OWN_SET.PURPOSE.eq(set.purpose().code()))
                .and(OWN_SET.EPOCH.lt(set.epoch()))
                .and(OWN_SET.SUPERSEDED.isNull())
                .execute();
    }

    public List<OwnSet> supersededBefore(Tx tx, Instant moment) {
        return tx.dsl()
                .selectFrom(OWN_SET)
                .where(OWN_SET.SUPERSEDED.lt(moment))
                .and(OWN_SET.DESTROYED.isNull())
                .orderBy(OWN_SET.SUPERSEDED)
                .fetch(SetStore::ownSet);
    }

    /// Sets whose key exists, the newest epoch of a key type and purpose first.
    public List<OwnSet> undestroyed(Tx tx) {
        return tx.dsl()
                .selectFrom(OWN_SET)
                .where(OWN_SET.DESTROYED.isNull())
                .orderBy(OWN_SET.AGREEMENT, OWN_SET.KEY_TYPE, OWN_SET.PURPOSE, OWN_SET.EPOCH.desc())
                .fetch(SetStore::ownSet);
    }

    /// Sets without a key that left service before a moment, however early the key went, and still have handles.
    public List<OwnSet> unforgottenBefore(Tx tx, Instant moment) {
        return tx.dsl()
                .selectFrom(OWN_SET)
                .where(DSL.coalesce(OWN_SET.SUPERSEDED, OWN_SET.DESTROYED).lt(moment))
                .and(OWN_SET.DESTROYED.isNotNull())
                .and(OWN_SET.HANDLES_FORGOTTEN.isNull())
                .orderBy(OWN_SET.DESTROYED)
                .fetch(SetStore::ownSet);
    }

    public void forgetHandles(Tx tx, Bytes setId, Instant at) {
        tx.dsl()
                .update(OWN_SET)
                .set(OWN_SET.HANDLES_FORGOTTEN, at)
                .where(OWN_SET.SET_ID.eq(setId.toArray()))
                .execute();
    }

    public void destroyOwn(Tx tx, Bytes setId, Instant at) {
        tx.dsl()
                .update(OWN_SET)
                .set(OWN_SET.DESTROYED, at)
                .where(OWN_SET.SET_ID.eq(setId.toArray()))
                .execute();
    }

    /// False when the set, or another for the same epoch, is there already.
    public boolean addPeer(Tx tx, PeerSet peer) {
        Set set = peer.set();
        return tx.dsl()
                        .insertInto(PEER_SET)
                        .set(PEER_SET.SET_ID, set.setId().toArray())
                        .set(PEER_SET.AGREEMENT, set.agreement().value())
                        .set(PEER_SET.KEY_TYPE, set.keyType())
                        .set(PEER_SET.PURPOSE, set.purpose().code())
                        .set(PEER_SET.EPOCH, set.epoch())
                        .set(PEER_SET.PUBLIC_KEY, set.publicKey().toArray())
                        .set(PEER_SET.SHA256, set.sha256().toArray())
                        .set(PEER_SET.ENTRY_COUNT, set.entryCount())
                        .set(PEER_SET.ANNOUNCEMENT, peer.announcement())
                        .set(PEER_SET.FROM_INSTITUTION, peer.from().value())
                        .set(PEER_SET.TO_INSTITUTION, peer.to().value())
                        .set(PEER_SET.ANNOUNCED, peer.announced())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// The newest first.
    public List<PeerSet> peers(Tx tx, AgreementId agreement, String keyType, Purpose purpose) {
        return tx.dsl()
                .selectFrom(PEER_SET)
                .where(PEER_SET.AGREEMENT.eq(agreement.value()))
                .and(PEER_SET.KEY_TYPE.eq(keyType))
                .and(PEER_SET.PURPOSE.eq(purpose.code()))
                .orderBy(PEER_SET.EPOCH.desc())
                .fetch(SetStore::peerSet);
    }

    public List<PeerSet> peers(Tx tx, AgreementId agreement, int countMax) {
        return tx.dsl()
                .selectFrom(PEER_SET)
                .where(PEER_SET.AGREEMENT.eq(agreement.value()))
                .orderBy(PEER_SET.ANNOUNCED.desc(), PEER_SET.SET_ID)
                .limit(countMax)
                .fetch(SetStore::peerSet);
    }

    /// Announced, neither accepted nor refused: oldest first.
    public List<PeerSet> awaited(Tx tx) {
        return tx.dsl()
                .selectFrom(PEER_SET)
                .where(PEER_SET.ACCEPTED.isNull())
                .and(PEER_SET.REFUSED.isNull())
                .orderBy(PEER_SET.ANNOUNCED)
                .fetch(SetStore::peerSet);
    }

    public void acceptPeer(Tx tx, Bytes setId, String acceptance, Instant at) {
        tx.dsl()
                .update(PEER_SET)
                .set(PEER_SET.ACCEPTED, at)
                .set(PEER_SET.ACCEPTANCE, acceptance)
                .where(PEER_SET.SET_ID.eq(setId.toArray()))
                .execute();
    }

    public void refusePeer(Tx tx, Bytes setId, String reason) {
        tx.dsl()
                .update(PEER_SET)
                .set(PEER_SET.REFUSED, reason)
                .where(PEER_SET.SET_ID.eq(setId.toArray()))
                .execute();
    }

    /// The next batch number under a set, from 1. The row stays locked until the transaction ends.
    public long takeNumber(Tx tx, Bytes setId) {
        return tx.dsl()
                .update(PEER_SET)
                .set(PEER_SET.NEXT_NUMBER, PEER_SET.NEXT_NUMBER.plus(1))
                .where(PEER_SET.SET_ID.eq(setId.toArray()))
                .returningResult(PEER_SET.NEXT_NUMBER.minus(1))
                .fetchSingle()
                .value1();
    }

    private static OwnSet ownSet(Record row) {
        return new OwnSet(
                new Set(
                        Bytes.of(row.get(OWN_SET.SET_ID)),
                        new AgreementId(row.get(OWN_SET.AGREEMENT)),
                        row.get(OWN_SET.KEY_TYPE),
                        new Purpose(row.get(OWN_SET.PURPOSE)),
                        row.get(OWN_SET.EPOCH),
                        Bytes.of(row.get(OWN_SET.PUBLIC_KEY)),
                        Bytes.of(row.get(OWN_SET.SHA256)),
                        row.get(OWN_SET.ENTRY_COUNT)),
                row.get(OWN_SET.TAG_COUNT),
                row.get(OWN_SET.PUBLICATION),
                row.get(OWN_SET.PUBLISHED),
                row.get(OWN_SET.ACCEPTED),
                row.get(OWN_SET.SUPERSEDED),
                row.get(OWN_SET.DESTROYED));
    }

    private static PeerSet peerSet(Record row) {
        return new PeerSet(
                new Set(
                        Bytes.of(row.get(PEER_SET.SET_ID)),
                        new AgreementId(row.get(PEER_SET.AGREEMENT)),
                        row.get(PEER_SET.KEY_TYPE),
                        new Purpose(row.get(PEER_SET.PURPOSE)),
                        row.get(PEER_SET.EPOCH),
                        Bytes.of(row.get(PEER_SET.PUBLIC_KEY)),
                        Bytes.of(row.get(PEER_SET.SHA256)),
                        row.get(PEER_SET.ENTRY_COUNT)),
                row.get(PEER_SET.ANNOUNCEMENT),
                new InstitutionId(row.get(PEER_SET.FROM_INSTITUTION)),
                new InstitutionId(row.get(PEER_SET.TO_INSTITUTION)),
                row.get(PEER_SET.ANNOUNCED),
                row.get(PEER_SET.ACCEPTED),
                row.get(PEER_SET.ACCEPTANCE),
                row.get(PEER_SET.REFUSED));
    }
}
