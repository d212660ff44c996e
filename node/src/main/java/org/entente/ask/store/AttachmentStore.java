package org.entente.ask.store;

import static org.entente.ask.store.generated.Tables.ATTACHMENT;

import java.util.List;
import java.util.Map;
import org.entente.db.Tx;
import org.jooq.Record;

/// Attachments of the other side's requests, schema `ask`.
public final class AttachmentStore {
    public record Row(String parcel, String number, String state) {}

    public void add(Tx tx, Row row) {
        tx.dsl()
                .insertInto(ATTACHMENT)
                .set(ATTACHMENT.PARCEL, row.parcel())
                .set(ATTACHMENT.NUMBER, row.number())
                .set(ATTACHMENT.STATE, row.state())
                .execute();
    }

    /// @return whether it was in the state before
    public boolean move(Tx tx, String parcel, String from, String to) {
        return tx.dsl()
                        .update(ATTACHMENT)
                        .set(ATTACHMENT.STATE, to)
                        .where(ATTACHMENT.PARCEL.eq(parcel).and(ATTACHMENT.STATE.eq(from)))
                        .execute()
                == 1;
    }

    /// The states of a request's, by parcel.
    public Map<String, String> states(Tx tx, String number) {
        return tx.dsl()
                .selectFrom(ATTACHMENT)
                .where(ATTACHMENT.NUMBER.eq(number))
                .fetchMap(ATTACHMENT.PARCEL, ATTACHMENT.STATE);
    }

    /// In a state, by parcel, behind one.
    public List<Row> in(Tx tx, String state, String after, int limit) {
        return tx.dsl()
                .selectFrom(ATTACHMENT)
                .where(ATTACHMENT.STATE.eq(state).and(ATTACHMENT.PARCEL.gt(after)))
                .orderBy(ATTACHMENT.PARCEL)
                .limit(limit)
                .fetch(AttachmentStore::row);
    }

    private static Row row(Record row) {
        return new Row(row.get(ATTACHMENT.PARCEL), row.get(ATTACHMENT.NUMBER), row.get(ATTACHMENT.STATE));
    }
}
