package org.entente.exchange.store;

import static org.entente.exchange.store.generated.Tables.INBOX;
import static org.entente.exchange.store.generated.Tables.LINK;
import static org.entente.exchange.store.generated.Tables.OUTBOX;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Outbox, inbox and their counters. Stateless.
public final class QueueStore {
    /// One row of the outbox.
    public record Outgoing(
            Bytes id,
            long sequence,
            Bytes note,
            Bytes ciphertext,
            Bytes leaf,
            Instant expires,
            int tries,
            @Nullable String trouble,
            @Nullable Bytes receipt,
            @Nullable String refusal) {}

    /// One row of the inbox; `ciphertext` is null once destroyed, `refusal` null when accepted.
    public record Incoming(
            Bytes id,
            long sequence,
            Bytes hash,
            Bytes note,
            @Nullable Bytes ciphertext,
            Bytes leaf,
            Bytes receipt,
            @Nullable String refusal,
            Instant received) {}

    /// What a header says of its type and of the envelope it replies to, to be found by.
    public record Subject(String type, @Nullable Bytes inReplyTo) {}

    /// An envelope by its signed header, from either queue.
    public record Crossed(Bytes id, Bytes note, boolean isSent) {}

    private static final String OUT = "out";
    private static final String IN = "in";

    /// Takes the next outgoing number. The row stays locked until the transaction ends, so numbers have no gaps and
    /// stand in commit order: a transaction that rolls back gives its number back before anyone else can look.
    public long takeSequence(Tx tx, AgreementId agreement) {
        return tx.dsl()
                        .insertInto(LINK, LINK.AGREEMENT, LINK.DIRECTION, LINK.NEXT_SEQUENCE)
                        .values(agreement.value(), OUT, 2L)
                        .onConflict(LINK.AGREEMENT, LINK.DIRECTION)
                        .doUpdate()
                        .set(LINK.NEXT_SEQUENCE, LINK.NEXT_SEQUENCE.plus(1))
                        .returning(LINK.NEXT_SEQUENCE)
                        .fetchSingle()
                        .get(LINK.NEXT_SEQUENCE)
                - 1;
    }

    /// The number the next incoming envelope must carry; locks the row, so that two deliveries of one envelope meet
    /// here and not at a unique index.
    public long lockExpected(Tx tx, AgreementId agreement) {
        return tx.dsl()
                .insertInto(LINK, LINK.AGREEMENT, LINK.DIRECTION)
                .values(agreement.value(), IN)
                .onConflict(LINK.AGREEMENT, LINK.DIRECTION)
                .doUpdate()
                .set(LINK.AGREEMENT, agreement.value())
                .returning(LINK.NEXT_SEQUENCE)
                .fetchSingle()
                .get(LINK.NEXT_SEQUENCE);
    }

    public void advanceExpected(Tx tx, AgreementId agreement) {
        tx.dsl()
                .update(LINK)
                .set(LINK.NEXT_SEQUENCE, LINK.NEXT_SEQUENCE.plus(1))
                .where(LINK.AGREEMENT.eq(agreement.value()))
                .and(LINK.DIRECTION.eq(IN))
                .execute();
    }

    public void add(Tx tx, AgreementId agreement, Outgoing row, Subject subject) {
        tx.dsl()
                .insertInto(OUTBOX)
                .set(OUTBOX.ID, row.id().toArray())
                .set(OUTBOX.AGREEMENT, agreement.value())
                .set(OUTBOX.SEQUENCE, row.sequence())
                .set(OUTBOX.NOTE, row.note().toArray())
                .set(OUTBOX.CIPHERTEXT, row.ciphertext().toArray())
                .set(OUTBOX.LEAF, row.leaf().toArray())
                .set(OUTBOX.EXPIRES, row.expires())
                .set(OUTBOX.TYPE, subject.type())
                .set(OUTBOX.IN_REPLY_TO, array(subject.inReplyTo()))
                .execute();
    }

    public Optional<Outgoing> outgoing(Tx tx, Bytes id) {
        return tx.dsl()
                .selectFrom(OUTBOX)
                .where(OUTBOX.ID.eq(id.toArray()))
                .fetchOptional()
                .map(QueueStore::toOutgoing);
    }

    /// The oldest envelope without a receipt: nothing behind it may leave first.
    public Optional<Outgoing> head(Tx tx, AgreementId agreement) {
        return tx.dsl()
                .selectFrom(OUTBOX)
                .where(OUTBOX.AGREEMENT.eq(agreement.value()).and(OUTBOX.RECEIPT.isNull()))
                .orderBy(OUTBOX.SEQUENCE)
                .limit(1)
                .fetchOptional()
                .map(QueueStore::toOutgoing);
    }

    public Optional<Outgoing> outgoing(Tx tx, AgreementId agreement, long sequence) {
        return tx.dsl()
                .selectFrom(OUTBOX)
                .where(OUTBOX.AGREEMENT.eq(agreement.value()).and(OUTBOX.SEQUENCE.eq(sequence)))
                .fetchOptional()
                .map(QueueStore::toOutgoing);
    }

    /// The last own number up to which every envelope has a receipt; 0 before the first.
    public long lastReceipted(Tx tx, AgreementId agreement) {
        Long waiting = tx.dsl()
                .select(DSL.min(OUTBOX.SEQUENCE))
                .from(OUTBOX)
                .where(OUTBOX.AGREEMENT.eq(agreement.value()).and(OUTBOX.RECEIPT.isNull()))
                .fetchOne(0, Long.class);
        return waiting == null ? last(tx, agreement, OUT) : waiting - 1;
    }

    /// The last number of the peer that has arrived; 0 before the first.
    public long lastArrived(Tx tx, AgreementId agreement) {
        return last(tx, agreement, IN);
    }

    private static long last(Tx tx, AgreementId agreement, String direction) {
        return tx.dsl()
                .select(LINK.NEXT_SEQUENCE)
                .from(LINK)
                .where(LINK.AGREEMENT.eq(agreement.value()).and(LINK.DIRECTION.eq(direction)))
                .fetchOptional(LINK.NEXT_SEQUENCE)
                .map(next -> next - 1)
                .orElse(0L);
    }

    /// Envelopes of these types that their receiver refused, of either queue, in no order.
    public List<Crossed> refused(Tx tx, AgreementId agreement, Set<String> types) {
        List<Crossed> refused = new ArrayList<>(tx.dsl()
                .select(OUTBOX.ID, OUTBOX.NOTE)
                .from(OUTBOX)
                .where(OUTBOX.AGREEMENT.eq(agreement.value()))
                .and(OUTBOX.TYPE.in(types))
                .and(OUTBOX.REFUSAL.isNotNull())
                .fetch(row -> new Crossed(bytes(row, OUTBOX.ID), bytes(row, OUTBOX.NOTE), true)));
        refused.addAll(tx.dsl()
                .select(INBOX.ID, INBOX.NOTE)
                .from(INBOX)
                .where(INBOX.AGREEMENT.eq(agreement.value()))
                .and(INBOX.TYPE.in(types))
                .and(INBOX.REFUSAL.isNotNull())
                .fetch(row -> new Crossed(bytes(row, INBOX.ID), bytes(row, INBOX.NOTE), false)));
        return refused;
    }

    /// A signed header, and when it was received if the peer sent it.
    public record Passed(Bytes note, @Nullable Instant received) {}

    /// Envelopes of one queue behind a number, in their order, at most `max`.
    public List<Passed> behind(Tx tx, AgreementId agreement, boolean sent, long after, int max) {
        return sent
                ? tx.dsl()
                        .select(OUTBOX.NOTE)
                        .from(OUTBOX)
                        .where(OUTBOX.AGREEMENT.eq(agreement.value()).and(OUTBOX.SEQUENCE.gt(after)))
                        .orderBy(OUTBOX.SEQUENCE)
                        .limit(max)
                        .fetch(row -> new Passed(bytes(row, OUTBOX.NOTE), null))
                : tx.dsl()
                        .select(INBOX.NOTE, INBOX.RECEIVED)
                        .from(INBOX)
                        .where(INBOX.AGREEMENT.eq(agreement.value()).and(INBOX.SEQUENCE.gt(after)))
                        .orderBy(INBOX.SEQUENCE)
                        .limit(max)
                        .fetch(row -> new Passed(bytes(row, INBOX.NOTE), row.get(INBOX.RECEIVED)));
    }

    public void recordTry(Tx tx, Bytes id, @Nullable String trouble) {
        tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.TRIES, OUTBOX.TRIES.plus(1))
                .set(OUTBOX.TROUBLE, trouble)
                .where(OUTBOX.ID.eq(id.toArray()))
                .execute();
    }

    /// Settles an envelope; the first receipt stands, a later one changes nothing.
    public void settle(Tx tx, Bytes id, Bytes receipt, @Nullable String refusal, Instant at) {
        tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.RECEIPT, receipt.toArray())
                .set(OUTBOX.REFUSAL, refusal)
                .set(OUTBOX.SETTLED, at)
                .setNull(OUTBOX.TROUBLE)
                .where(OUTBOX.ID.eq(id.toArray()).and(OUTBOX.RECEIPT.isNull()))
                .execute();
    }

    public void add(Tx tx, AgreementId agreement, Incoming row, Subject subject) {
        tx.dsl()
                .insertInto(INBOX)
                .set(INBOX.AGREEMENT, agreement.value())
                .set(INBOX.ID, row.id().toArray())
                .set(INBOX.SEQUENCE, row.sequence())
                .set(INBOX.HASH, row.hash().toArray())
                .set(INBOX.NOTE, row.note().toArray())
                .set(INBOX.CIPHERTEXT, array(row.ciphertext()))
                .set(INBOX.LEAF, row.leaf().toArray())
                .set(INBOX.RECEIPT, row.receipt().toArray())
                .set(INBOX.REFUSAL, row.refusal())
                .set(INBOX.RECEIVED, row.received())
                .set(INBOX.TYPE, subject.type())
                .set(INBOX.IN_REPLY_TO, array(subject.inReplyTo()))
                .execute();
    }

    public Optional<Incoming> incoming(Tx tx, AgreementId agreement, Bytes id) {
        return tx.dsl()
                .selectFrom(INBOX)
                .where(INBOX.AGREEMENT.eq(agreement.value()).and(INBOX.ID.eq(id.toArray())))
                .fetchOptional()
                .map(QueueStore::toIncoming);
    }

    /// By id alone: ids are 128 random bits, but two peers of ours could use the same one.
    public List<Incoming> incoming(Tx tx, Bytes id) {
        return tx.dsl()
                .selectFrom(INBOX)
                .where(INBOX.ID.eq(id.toArray()))
                .orderBy(INBOX.AGREEMENT)
                .fetch(QueueStore::toIncoming);
    }

    public void destroyBody(Tx tx, AgreementId agreement, Bytes id) {
        tx.dsl()
                .update(INBOX)
                .setNull(INBOX.CIPHERTEXT)
                .where(INBOX.AGREEMENT.eq(agreement.value()).and(INBOX.ID.eq(id.toArray())))
                .execute();
    }

    /// The envelope of this id, whichever side sent it.
    public Optional<Crossed> crossed(Tx tx, AgreementId agreement, Bytes id) {
        return tx.dsl()
                .select(OUTBOX.ID, OUTBOX.NOTE)
                .from(OUTBOX)
                .where(OUTBOX.AGREEMENT.eq(agreement.value()).and(OUTBOX.ID.eq(id.toArray())))
                .fetchOptional()
                .map(row -> new Crossed(bytes(row, OUTBOX.ID), bytes(row, OUTBOX.NOTE), true))
                .or(() -> tx.dsl()
                        .select(INBOX.ID, INBOX.NOTE)
                        .from(INBOX)
                        .where(INBOX.AGREEMENT.eq(agreement.value()).and(INBOX.ID.eq(id.toArray())))
                        .fetchOptional()
                        .map(row -> new Crossed(bytes(row, INBOX.ID), bytes(row, INBOX.NOTE), false)));
    }

    /// The first envelope of this type that the other side of `to` sent in reply to it and that nobody refused.
    public Optional<Crossed> reply(Tx tx, AgreementId agreement, Crossed to, String type) {
        return to.isSent() ? received(tx, agreement, to.id(), type) : sent(tx, agreement, to.id(), type);
    }

    private static Optional<Crossed> received(Tx tx, AgreementId agreement, Bytes inReplyTo, String type) {
        return tx.dsl()
                .select(INBOX.ID, INBOX.NOTE)
                .from(INBOX)
                .where(INBOX.AGREEMENT.eq(agreement.value()))
                .and(INBOX.IN_REPLY_TO.eq(inReplyTo.toArray()))
                .and(INBOX.TYPE.eq(type))
                .and(INBOX.REFUSAL.isNull())
                .orderBy(INBOX.SEQUENCE)
                .limit(1)
                .fetchOptional()
                .map(row -> new Crossed(bytes(row, INBOX.ID), bytes(row, INBOX.NOTE), false));
    }

    private static Optional<Crossed> sent(Tx tx, AgreementId agreement, Bytes inReplyTo, String type) {
        return tx.dsl()
                .select(OUTBOX.ID, OUTBOX.NOTE)
                .from(OUTBOX)
                .where(OUTBOX.AGREEMENT.eq(agreement.value()))
                .and(OUTBOX.IN_REPLY_TO.eq(inReplyTo.toArray()))
                .and(OUTBOX.TYPE.eq(type))
                .and(OUTBOX.REFUSAL.isNull())
                .orderBy(OUTBOX.SEQUENCE)
                .limit(1)
                .fetchOptional()
                .map(row -> new Crossed(bytes(row, OUTBOX.ID), bytes(row, OUTBOX.NOTE), true));
    }

    private static Outgoing toOutgoing(Record row) {
        return new Outgoing(
                bytes(row, OUTBOX.ID),
                row.get(OUTBOX.SEQUENCE),
                bytes(row, OUTBOX.NOTE),
                bytes(row, OUTBOX.CIPHERTEXT),
                bytes(row, OUTBOX.LEAF),
                row.get(OUTBOX.EXPIRES),
                row.get(OUTBOX.TRIES),
                row.get(OUTBOX.TROUBLE),
                bytesOrNull(row, OUTBOX.RECEIPT),
                row.get(OUTBOX.REFUSAL));
    }

    private static Incoming toIncoming(Record row) {
        return new Incoming(
                bytes(row, INBOX.ID),
                row.get(INBOX.SEQUENCE),
                bytes(row, INBOX.HASH),
                bytes(row, INBOX.NOTE),
                bytesOrNull(row, INBOX.CIPHERTEXT),
                bytes(row, INBOX.LEAF),
                bytes(row, INBOX.RECEIPT),
                row.get(INBOX.REFUSAL),
                row.get(INBOX.RECEIVED));
    }

    private static Bytes bytes(Record row, TableField<Record, byte[]> column) {
        return Bytes.of(row.get(column));
    }

    private static @Nullable Bytes bytesOrNull(Record row, TableField<Record, byte[]> column) {
        byte @Nullable [] value = row.get(column);
        return value == null ? null : Bytes.of(value);
    }

    private static byte @Nullable [] array(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.toArray();
    }
}
