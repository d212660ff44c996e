package org.entente.law.store;

import static org.entente.law.store.generated.Tables.VERSION;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.OfficerId;
import org.entente.law.LawVersion;
import org.entente.law.VersionState;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Table `law.version`.
public final class VersionStore {
    /// @return false if the pack is there already; nothing is written then
    public boolean insert(Tx tx, LawVersion row) {
        return tx.dsl()
                        .insertInto(VERSION)
                        .set(VERSION.AGREEMENT, row.agreement().value())
                        .set(VERSION.PACK, row.pack().hex())
                        .set(VERSION.VERSION_, row.version())
                        .set(VERSION.DAY, row.day())
                        .set(VERSION.OWN, row.own())
                        .set(VERSION.STATE, row.state().name())
                        .set(VERSION.FIRST_OFFICER, id(row.first()))
                        .set(VERSION.SECOND_OFFICER, id(row.second()))
                        .set(VERSION.REASON, row.reason())
                        .set(VERSION.SIGNATURES, text(row.signatures()))
                        .set(VERSION.ENVELOPE, row.envelope())
                        .set(VERSION.CREATED, row.created())
                        .set(VERSION.CHANGED, row.changed())
                        .onConflict(VERSION.AGREEMENT, VERSION.PACK)
                        .doNothing()
                        .execute()
                == 1;
    }

    public void update(Tx tx, LawVersion row) {
        tx.dsl()
                .update(VERSION)
                .set(VERSION.STATE, row.state().name())
                .set(VERSION.FIRST_OFFICER, id(row.first()))
                .set(VERSION.SECOND_OFFICER, id(row.second()))
                .set(VERSION.REASON, row.reason())
                .set(VERSION.SIGNATURES, text(row.signatures()))
                .set(VERSION.ENVELOPE, row.envelope())
                .set(VERSION.CHANGED, row.changed())
                .where(VERSION.AGREEMENT.eq(row.agreement().value()))
                .and(VERSION.PACK.eq(row.pack().hex()))
                .execute();
    }

    /// A pack that came to nothing may be proposed again.
    public void delete(Tx tx, LawVersion row) {
        tx.dsl()
                .deleteFrom(VERSION)
                .where(VERSION.AGREEMENT.eq(row.agreement().value()))
                .and(VERSION.PACK.eq(row.pack().hex()))
                .execute();
    }

    /// The row, locked until the transaction ends.
    public Optional<LawVersion> lock(Tx tx, AgreementId agreement, Bytes pack) {
        return tx.dsl()
                .selectFrom(VERSION)
                .where(VERSION.AGREEMENT.eq(agreement.value()))
                .and(VERSION.PACK.eq(pack.hex()))
                .forUpdate()
                .fetchOptional(VersionStore::version);
    }

    /// The newest change first.
    public List<LawVersion> list(Tx tx, AgreementId agreement, int countMax) {
        return tx.dsl()
                .selectFrom(VERSION)
                .where(VERSION.AGREEMENT.eq(agreement.value()))
                .orderBy(VERSION.CREATED.desc(), VERSION.DAY.desc().nullsLast(), VERSION.PACK)
                .limit(countMax)
                .fetch(VersionStore::version);
    }

    /// All in one of these states, the newest first.
    public List<LawVersion> in(Tx tx, AgreementId agreement, Collection<VersionState> states) {
        return tx.dsl()
                .selectFrom(VERSION)
                .where(VERSION.AGREEMENT.eq(agreement.value()))
                .and(VERSION.STATE.in(states.stream().map(Enum::name).toList()))
                .orderBy(VERSION.CREATED.desc(), VERSION.DAY.desc().nullsLast(), VERSION.PACK)
                .fetch(VersionStore::version);
    }

    public boolean isEmpty(Tx tx, AgreementId agreement) {
        return !tx.dsl().fetchExists(VERSION, VERSION.AGREEMENT.eq(agreement.value()));
    }

    /// How many of the other party's proposals that came to nothing, or to nothing yet, were taken after a moment.
    public int vainCount(Tx tx, AgreementId agreement, Collection<VersionState> states, Instant after) {
        return tx.dsl()
                .fetchCount(
                        VERSION,
                        VERSION.AGREEMENT
                                .eq(agreement.value())
                                .and(VERSION.OWN.isFalse())
                                .and(VERSION.STATE.in(
                                        states.stream().map(Enum::name).toList()))
                                .and(VERSION.CREATED.gt(after)));
    }

    private static LawVersion version(Record row) {
        String note = row.get(VERSION.SIGNATURES);
        return new LawVersion(
                new AgreementId(row.get(VERSION.AGREEMENT)),
                Bytes.fromHex(row.get(VERSION.PACK)),
                row.get(VERSION.VERSION_),
                row.get(VERSION.DAY),
                row.get(VERSION.OWN),
                VersionState.valueOf(row.get(VERSION.STATE)),
                officer(row.get(VERSION.FIRST_OFFICER)),
                officer(row.get(VERSION.SECOND_OFFICER)),
                row.get(VERSION.REASON),
                note == null ? null : Bytes.of(note.getBytes(StandardCharsets.UTF_8)),
                row.get(VERSION.ENVELOPE),
                row.get(VERSION.CREATED),
                row.get(VERSION.CHANGED));
    }

    private static @Nullable OfficerId officer(@Nullable String id) {
        return id == null ? null : new OfficerId(id);
    }

    private static @Nullable String id(@Nullable OfficerId officer) {
        return officer == null ? null : officer.value();
    }

    private static @Nullable String text(@Nullable Bytes note) {
        return note == null ? null : new String(note.toArray(), StandardCharsets.UTF_8);
    }
}
