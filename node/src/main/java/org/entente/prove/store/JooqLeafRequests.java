package org.entente.prove.store;

import static org.entente.prove.store.generated.Tables.LEAF_REQUEST;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.prove.Leaf;
import org.entente.prove.LeafRequest;
import org.entente.prove.LeafRequests;
import org.entente.prove.LogKind;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Leaf requests in PostgreSQL, schema `prove`.
public final class JooqLeafRequests implements LeafRequests {
    @Override
    public void put(Tx tx, Row row) {
        Crossing crossing = row.crossing();
        tx.dsl()
                .insertInto(LEAF_REQUEST)
                .set(LEAF_REQUEST.ID, row.request().id().toArray())
                .set(LEAF_REQUEST.AGREEMENT, row.agreement().value())
                .set(LEAF_REQUEST.LOG, row.log().word())
                .set(LEAF_REQUEST.OPENING, array(row.opening()))
                .set(LEAF_REQUEST.DIRECTION, crossing == null ? null : word(crossing.direction()))
                .set(LEAF_REQUEST.ENVELOPE, crossing == null ? null : array(crossing.envelopeId()))
                .set(LEAF_REQUEST.PEER, crossing == null ? null : crossing.peer())
                .set(LEAF_REQUEST.SEQUENCE, crossing == null ? null : crossing.sequence())
                .set(LEAF_REQUEST.ENVELOPE_HASH, crossing == null ? null : array(crossing.envelopeHash()))
                .set(LEAF_REQUEST.REQUESTED, row.requested())
                .execute();
    }

    @Override
    public List<Row> undrained(Tx tx, AgreementId agreement, LogKind log, int countMax) {
        return tx.dsl()
                .selectFrom(LEAF_REQUEST)
                .where(LEAF_REQUEST.AGREEMENT.eq(agreement.value()))
                .and(LEAF_REQUEST.LOG.eq(log.word()))
                .and(LEAF_REQUEST.POSITION.isNull())
                .orderBy(LEAF_REQUEST.REQUESTED, LEAF_REQUEST.SEQUENCE, LEAF_REQUEST.ID)
                .limit(countMax)
                .fetch(JooqLeafRequests::row);
    }

    @Override
    public void place(Tx tx, Map<LeafRequest, Long> positions) {
        tx.dsl()
                .batch(positions.entrySet().stream()
                        .map(placed -> tx.dsl()
                                .update(LEAF_REQUEST)
                                .set(LEAF_REQUEST.POSITION, placed.getValue())
                                .where(LEAF_REQUEST.ID.eq(placed.getKey().id().toArray())))
                        .toList())
                .execute();
    }

    @Override
    public long placedCount(Tx tx, AgreementId agreement, LogKind log) {
        Long last = tx.dsl()
                .select(DSL.max(LEAF_REQUEST.POSITION))
                .from(LEAF_REQUEST)
                .where(LEAF_REQUEST.AGREEMENT.eq(agreement.value()))
                .and(LEAF_REQUEST.LOG.eq(log.word()))
                .fetchOne(0, Long.class);
        return last == null ? 0 : last + 1;
    }

    @Override
    public Optional<Row> row(Tx tx, LeafRequest request) {
        return tx.dsl()
                .selectFrom(LEAF_REQUEST)
                .where(LEAF_REQUEST.ID.eq(request.id().toArray()))
                .fetchOptional(JooqLeafRequests::row);
    }

    @Override
    public Optional<Row> crossing(Tx tx, AgreementId agreement, Bytes envelopeId, Leaf.Direction direction) {
        return tx.dsl()
                .selectFrom(LEAF_REQUEST)
                .where(LEAF_REQUEST.ENVELOPE.eq(envelopeId.toArray()))
                .and(LEAF_REQUEST.AGREEMENT.eq(agreement.value()))
                .and(LEAF_REQUEST.DIRECTION.eq(word(direction)))
                .orderBy(LEAF_REQUEST.POSITION)
                .limit(1)
                .fetchOptional(JooqLeafRequests::row);
    }

    @Override
    public List<Row> placed(Tx tx, AgreementId agreement, LogKind log, long first, int countMax) {
        return tx.dsl()
                .selectFrom(LEAF_REQUEST)
                .where(LEAF_REQUEST.AGREEMENT.eq(agreement.value()))
                .and(LEAF_REQUEST.LOG.eq(log.word()))
                .and(LEAF_REQUEST.POSITION.ge(first))
                .orderBy(LEAF_REQUEST.POSITION)
                .limit(countMax)
                .fetch(JooqLeafRequests::row);
    }

    private static Row row(Record record) {
        String direction = record.get(LEAF_REQUEST.DIRECTION);
        byte[] opening = record.get(LEAF_REQUEST.OPENING);
        Crossing crossing = direction == null
                ? null
                : new Crossing(
                        Leaf.Direction.valueOf(direction.toUpperCase(Locale.ROOT)),
                        Bytes.of(record.get(LEAF_REQUEST.ENVELOPE)),
                        record.get(LEAF_REQUEST.PEER),
                        record.get(LEAF_REQUEST.SEQUENCE),
                        Bytes.of(record.get(LEAF_REQUEST.ENVELOPE_HASH)));
        return new Row(
                new LeafRequest(Bytes.of(record.get(LEAF_REQUEST.ID))),
                new AgreementId(record.get(LEAF_REQUEST.AGREEMENT)),
                LogKind.valueOf(record.get(LEAF_REQUEST.LOG).toUpperCase(Locale.ROOT)),
                crossing,
                opening == null ? null : Bytes.of(opening),
                record.get(LEAF_REQUEST.REQUESTED),
                record.get(LEAF_REQUEST.POSITION));
    }

    private static String word(Leaf.Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static byte @Nullable [] array(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.toArray();
    }
}
