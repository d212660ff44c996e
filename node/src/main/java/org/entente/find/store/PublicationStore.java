package org.entente.find.store;

import static org.entente.find.store.generated.Tables.OWN_SET;
import static org.entente.find.store.generated.Tables.PUBLICATION;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Publications and the sets each has announced. Stateless.
public final class PublicationStore {
    /// `ended` is null while it runs and after the process that ran it died.
    public record Row(
            UUID id,
            AgreementId agreement,
            Purpose purpose,
            OfficerId officer,
            Instant started,
            @Nullable Instant ended,
            @Nullable String failure) {}

    /// The unfinished one, or a new one where there is none.
    public Row begin(Tx tx, AgreementId agreement, Purpose purpose, OfficerId officer, Instant at) {
        tx.dsl()
                .insertInto(PUBLICATION)
                .set(PUBLICATION.ID, UUID.randomUUID())
                .set(PUBLICATION.AGREEMENT, agreement.value())
                .set(PUBLICATION.PURPOSE, purpose.code())
                .set(PUBLICATION.OFFICER, officer.value())
                .set(PUBLICATION.STARTED, at)
                .onConflictDoNothing()
                .execute();
        return tx.dsl()
                .selectFrom(PUBLICATION)
                .where(PUBLICATION.AGREEMENT.eq(agreement.value()))
                .and(PUBLICATION.PURPOSE.eq(purpose.code()))
                .and(PUBLICATION.ENDED.isNull())
                .fetchSingle(PublicationStore::row);
    }

    public void end(Tx tx, UUID id, Instant at, @Nullable String failure) {
        tx.dsl()
                .update(PUBLICATION)
                .set(PUBLICATION.ENDED, at)
                .set(PUBLICATION.FAILURE, failure)
                .where(PUBLICATION.ID.eq(id))
                .execute();
    }

    public Optional<Row> find(Tx tx, AgreementId agreement, UUID id) {
        return tx.dsl()
                .selectFrom(PUBLICATION)
                .where(PUBLICATION.ID.eq(id))
                .and(PUBLICATION.AGREEMENT.eq(agreement.value()))
                .fetchOptional()
                .map(PublicationStore::row);
    }

    /// Newest first.
    public List<Row> list(Tx tx, AgreementId agreement, int countMax) {
        return tx.dsl()
                .selectFrom(PUBLICATION)
                .where(PUBLICATION.AGREEMENT.eq(agreement.value()))
                .orderBy(PUBLICATION.STARTED.desc(), PUBLICATION.ID)
                .limit(countMax)
                .fetch(PublicationStore::row);
    }

    /// By key type, the entries of the sets that it has announced, before padding.
    public Map<String, Integer> announced(Tx tx, UUID id) {
        Map<String, Integer> counts = new HashMap<>();
        tx.dsl()
                .select(OWN_SET.KEY_TYPE, OWN_SET.TAG_COUNT)
                .from(OWN_SET)
                .where(OWN_SET.PUBLICATION.eq(id))
                .forEach(row -> counts.put(row.value1(), row.value2()));
        return counts;
    }

    private static Row row(Record row) {
        return new Row(
                row.get(PUBLICATION.ID),
                new AgreementId(row.get(PUBLICATION.AGREEMENT)),
                new Purpose(row.get(PUBLICATION.PURPOSE)),
                new OfficerId(row.get(PUBLICATION.OFFICER)),
                row.get(PUBLICATION.STARTED),
                row.get(PUBLICATION.ENDED),
                row.get(PUBLICATION.FAILURE));
    }
}
