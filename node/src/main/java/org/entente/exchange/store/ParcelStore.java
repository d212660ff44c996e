package org.entente.exchange.store;

import static org.entente.exchange.store.generated.Tables.PARCEL;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// What is known of parcels, schema `exchange`. Stateless.
public final class ParcelStore {
    /// As text; the room makes sense of it. `key` is wrapped.
    public record Row(
            String id,
            AgreementId agreement,
            boolean own,
            long sizeBytes,
            Bytes content,
            Bytes chunks,
            Bytes key,
            String state) {}

    /// @return false if the id is taken
    public boolean add(Tx tx, Row row, Instant at) {
        return tx.dsl()
                        .insertInto(PARCEL)
                        .set(PARCEL.ID, row.id())
                        .set(PARCEL.AGREEMENT, row.agreement().value())
                        .set(PARCEL.OWN, row.own())
                        .set(PARCEL.SIZE, row.sizeBytes())
                        .set(PARCEL.CONTENT, row.content().toArray())
                        .set(PARCEL.CHUNKS, row.chunks().toArray())
                        .set(PARCEL.KEY, row.key().toArray())
                        .set(PARCEL.STATE, row.state())
                        .set(PARCEL.CREATED, at)
                        .onConflict(PARCEL.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    public Optional<Row> find(Tx tx, String id) {
        return tx.dsl().selectFrom(PARCEL).where(PARCEL.ID.eq(id)).fetchOptional(ParcelStore::row);
    }

    /// @return whether it was in the state before
    public boolean move(Tx tx, String id, String from, String to) {
        return tx.dsl()
                        .update(PARCEL)
                        .set(PARCEL.STATE, to)
                        .where(PARCEL.ID.eq(id).and(PARCEL.STATE.eq(from)))
                        .execute()
                == 1;
    }

    public boolean remove(Tx tx, String id, String state) {
        return tx.dsl()
                        .deleteFrom(PARCEL)
                        .where(PARCEL.ID.eq(id).and(PARCEL.STATE.eq(state)))
                        .execute()
                == 1;
    }

    /// In a state, oldest first.
    public List<Row> in(Tx tx, String state, int limit) {
        return tx.dsl()
                .selectFrom(PARCEL)
                .where(PARCEL.STATE.eq(state))
                .orderBy(PARCEL.CREATED, PARCEL.ID)
                .limit(limit)
                .fetch(ParcelStore::row);
    }

    /// How many clear bytes those in a state have together.
    public long sizeBytes(Tx tx, String state) {
        var sum = DSL.coalesce(DSL.sum(PARCEL.SIZE), DSL.inline(0)).cast(Long.class);
        Long bytes =
                tx.dsl().select(sum).from(PARCEL).where(PARCEL.STATE.eq(state)).fetchOne(sum);
        return bytes == null ? 0 : bytes;
    }

    /// How many clear bytes those of a peer's parcels have together that are in one state, or in another
    /// and announced after a moment.
    public long peerBytes(Tx tx, AgreementId agreement, String any, String recent, Instant after) {
        var sum = DSL.coalesce(DSL.sum(PARCEL.SIZE), DSL.inline(0)).cast(Long.class);
        Long bytes = tx.dsl()
                .select(sum)
                .from(PARCEL)
                .where(PARCEL.AGREEMENT.eq(agreement.value()).and(PARCEL.OWN.isFalse()))
                .and(PARCEL.STATE.eq(any).or(PARCEL.STATE.eq(recent).and(PARCEL.CREATED.gt(after))))
                .fetchOne(sum);
        return bytes == null ? 0 : bytes;
    }

    /// Those of these ids that are in one of these states.
    public Set<String> among(Tx tx, Collection<String> ids, Collection<String> states) {
        return tx.dsl()
                .select(PARCEL.ID)
                .from(PARCEL)
                .where(PARCEL.ID.in(ids).and(PARCEL.STATE.in(states)))
                .fetchSet(PARCEL.ID);
    }

    private static Row row(Record row) {
        return new Row(
                row.get(PARCEL.ID),
                new AgreementId(row.get(PARCEL.AGREEMENT)),
                row.get(PARCEL.OWN),
                row.get(PARCEL.SIZE),
                Bytes.of(row.get(PARCEL.CONTENT)),
                Bytes.of(row.get(PARCEL.CHUNKS)),
                Bytes.of(row.get(PARCEL.KEY)),
                row.get(PARCEL.STATE));
    }
}
