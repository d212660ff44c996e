package org.entente.ask.store;

import static org.entente.ask.store.generated.Tables.ASSISTANCE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.db.Tx;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Counsel and interpreters, schema `ask`.
public final class AssistanceStore {
    /// As it is recorded.
    public record Values(
            String id,
            String role,
            String name,
            String person,
            String body,
            List<String> languages,
            String contact,
            LocalDate from,
            @Nullable LocalDate until,
            boolean received,
            String by,
            Instant at,
            String salt) {
        public Values {
            languages = List.copyOf(languages);
        }
    }

    /// With what became of it.
    public record Row(
            String number,
            Values values,
            @Nullable String endedBy,
            @Nullable Instant endedAt,
            @Nullable String toldEnvelope,
            @Nullable Instant toldAt) {
        public boolean received() {
            return values.received();
        }

        public String role() {
            return values.role();
        }
    }

    public void add(Tx tx, String number, Values values) {
        tx.dsl()
                .insertInto(ASSISTANCE)
                .set(ASSISTANCE.ASSISTANCE_, values.id())
                .set(ASSISTANCE.NUMBER, number)
                .set(ASSISTANCE.ROLE, values.role())
                .set(ASSISTANCE.NAME, values.name())
                .set(ASSISTANCE.PERSON, values.person())
                .set(ASSISTANCE.BODY, values.body())
                .set(ASSISTANCE.LANGUAGES, values.languages().toArray(String[]::new))
                .set(ASSISTANCE.CONTACT, values.contact())
                .set(ASSISTANCE.FROM_DAY, values.from())
                .set(ASSISTANCE.UNTIL_DAY, values.until())
                .set(ASSISTANCE.RECEIVED, values.received())
                .set(ASSISTANCE.BY, values.by())
                .set(ASSISTANCE.AT, values.at())
                .set(ASSISTANCE.SALT, values.salt())
                .execute();
    }

    /// What the other side told before, where it tells it anew.
    public void remove(Tx tx, String id) {
        tx.dsl()
                .deleteFrom(ASSISTANCE)
                .where(ASSISTANCE.ASSISTANCE_.eq(id), ASSISTANCE.RECEIVED.isTrue())
                .execute();
    }

    public void end(Tx tx, String id, LocalDate day, String by, Instant at) {
        tx.dsl()
                .update(ASSISTANCE)
                .set(ASSISTANCE.UNTIL_DAY, day)
                .set(ASSISTANCE.ENDED_BY, by)
                .set(ASSISTANCE.ENDED_AT, at)
                .where(ASSISTANCE.ASSISTANCE_.eq(id))
                .execute();
    }

    public void told(Tx tx, String id, String envelope, Instant at) {
        tx.dsl()
                .update(ASSISTANCE)
                .set(ASSISTANCE.TOLD_ENVELOPE, envelope)
                .set(ASSISTANCE.TOLD_AT, at)
                .where(ASSISTANCE.ASSISTANCE_.eq(id))
                .execute();
    }

    public Optional<Row> find(Tx tx, String id) {
        return tx.dsl()
                .selectFrom(ASSISTANCE)
                .where(ASSISTANCE.ASSISTANCE_.eq(id))
                .fetchOptional()
                .map(AssistanceStore::row);
    }

    /// Of one request, in the order in which they were recorded.
    public List<Row> of(Tx tx, String number) {
        return tx.dsl()
                .selectFrom(ASSISTANCE)
                .where(ASSISTANCE.NUMBER.eq(number))
                .orderBy(ASSISTANCE.ORDINAL)
                .fetch(AssistanceStore::row);
    }

    private static Row row(Record row) {
        return new Row(
                row.get(ASSISTANCE.NUMBER),
                new Values(
                        row.get(ASSISTANCE.ASSISTANCE_),
                        row.get(ASSISTANCE.ROLE),
                        row.get(ASSISTANCE.NAME),
                        row.get(ASSISTANCE.PERSON),
                        row.get(ASSISTANCE.BODY),
                        List.of(row.get(ASSISTANCE.LANGUAGES)),
                        row.get(ASSISTANCE.CONTACT),
                        row.get(ASSISTANCE.FROM_DAY),
                        row.get(ASSISTANCE.UNTIL_DAY),
                        row.get(ASSISTANCE.RECEIVED),
                        row.get(ASSISTANCE.BY),
                        row.get(ASSISTANCE.AT),
                        row.get(ASSISTANCE.SALT)),
                row.get(ASSISTANCE.ENDED_BY),
                row.get(ASSISTANCE.ENDED_AT),
                row.get(ASSISTANCE.TOLD_ENVELOPE),
                row.get(ASSISTANCE.TOLD_AT));
    }
}
