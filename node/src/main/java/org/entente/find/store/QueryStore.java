package org.entente.find.store;

import static org.entente.find.store.generated.Tables.HIT;
import static org.entente.find.store.generated.Tables.QUERY;
import static org.entente.find.store.generated.Tables.QUERY_VALUE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// This node's own queries: who asked what, and what was found. Stateless.
public final class QueryStore {
    /// One statement for up to 65,535 values.
    private static final String ADD_VALUES = """
            insert into find.query_value (query, position, value)
            select ?, position - 1, value from unnest(?::text[]) with ordinality as given (value, position)""";

    /// `settled` is null while no answer was settled; `refusal` is the peer's code if it refused.
    public record Asked(
            Bytes id,
            AgreementId agreement,
            OfficerId officer,
            InstitutionId institution,
            CaseNumber caseNumber,
            Purpose purpose,
            LegalBasis basis,
            String keyType,
            Bytes setId,
            long number,
            Instant asked,
            int paddedCount,
            Bytes salt,
            Bytes inputRoot,
            @Nullable Instant settled,
            @Nullable String refusal) {}

    /// A record of the peer under the value at `position`.
    public record FoundLabel(int position, int slot, Bytes handle, int status, int kind) {}

    /// `frame` is the signed request, kept until the query is settled.
    public void add(Tx tx, Asked asked, Bytes frame, List<String> values) {
        tx.dsl()
                .insertInto(QUERY)
                .set(QUERY.ID, asked.id().toArray())
                .set(QUERY.AGREEMENT, asked.agreement().value())
                .set(QUERY.OFFICER, asked.officer().value())
                .set(QUERY.INSTITUTION, asked.institution().value())
                .set(QUERY.CASE_NUMBER, asked.caseNumber().value())
                .set(QUERY.PURPOSE, asked.purpose().code())
                .set(QUERY.BASIS_INSTRUMENT, asked.basis().instrument())
                .set(QUERY.BASIS_ARTICLE, asked.basis().article())
                .set(QUERY.KEY_TYPE, asked.keyType())
                .set(QUERY.SET_ID, asked.setId().toArray())
                .set(QUERY.NUMBER, asked.number())
                .set(QUERY.ASKED, asked.asked())
                .set(QUERY.PADDED_COUNT, asked.paddedCount())
                .set(QUERY.SALT, asked.salt().toArray())
                .set(QUERY.INPUT_ROOT, asked.inputRoot().toArray())
                .set(QUERY.FRAME, frame.toArray())
                .execute();
        tx.dsl().execute(ADD_VALUES, asked.id().toArray(), values.toArray(String[]::new));
    }

    /// False, and nothing changes, when the query is settled already.
    public boolean settle(Tx tx, Bytes id, @Nullable String refusal, List<FoundLabel> labels, Instant at) {
        int count = tx.dsl()
                .update(QUERY)
                .set(QUERY.SETTLED, at)
                .set(QUERY.REFUSAL, refusal)
                .setNull(QUERY.FRAME)
                .where(QUERY.ID.eq(id.toArray()))
                .and(QUERY.SETTLED.isNull())
                .execute();
        if (count == 0) {
            return false;
        }
        for (FoundLabel label : labels) {
            tx.dsl()
                    .insertInto(HIT)
                    .set(HIT.QUERY, id.toArray())
                    .set(HIT.POSITION, label.position())
                    .set(HIT.SLOT, label.slot())
                    .set(HIT.HANDLE, label.handle().toArray())
                    .set(HIT.STATUS, label.status())
                    .set(HIT.KIND, label.kind())
                    .execute();
        }
        return true;
    }

    /// Queries asked before a moment that have no end yet, the oldest first.
    public List<Bytes> unsettled(Tx tx, Instant before) {
        return tx.dsl()
                .select(QUERY.ID)
                .from(QUERY)
                .where(QUERY.SETTLED.isNull())
                .and(QUERY.ASKED.lt(before))
                .orderBy(QUERY.ASKED)
                .fetch(row -> Bytes.of(row.value1()));
    }

    /// The signed request of a query without an end.
    public Optional<Bytes> frame(Tx tx, Bytes id) {
        return tx.dsl()
                .select(QUERY.FRAME)
                .from(QUERY)
                .where(QUERY.ID.eq(id.toArray()))
                .and(QUERY.FRAME.isNotNull())
                .fetchOptional(row -> Bytes.of(row.value1()));
    }

    public Optional<Asked> asked(Tx tx, Bytes id) {
        return tx.dsl()
                .selectFrom(QUERY)
                .where(QUERY.ID.eq(id.toArray()))
                .fetchOptional()
                .map(QueryStore::asked);
    }

    /// Newest first; everybody's where `officer` is null.
    public List<Asked> asked(Tx tx, AgreementId agreement, @Nullable OfficerId officer, int countMax) {
        Condition whose = officer == null ? DSL.noCondition() : QUERY.OFFICER.eq(officer.value());
        return tx.dsl()
                .selectFrom(QUERY)
                .where(QUERY.AGREEMENT.eq(agreement.value()))
                .and(whose)
                .orderBy(QUERY.ASKED.desc(), QUERY.ID)
                .limit(countMax)
                .fetch(QueryStore::asked);
    }

    /// In the order they were sent.
    public List<String> values(Tx tx, Bytes id) {
        return tx.dsl()
                .select(QUERY_VALUE.VALUE)
                .from(QUERY_VALUE)
                .where(QUERY_VALUE.QUERY.eq(id.toArray()))
                .orderBy(QUERY_VALUE.POSITION)
                .fetch(QUERY_VALUE.VALUE);
    }

    public List<FoundLabel> labels(Tx tx, Bytes id) {
        return tx.dsl()
                .selectFrom(HIT)
                .where(HIT.QUERY.eq(id.toArray()))
                .orderBy(HIT.POSITION, HIT.SLOT)
                .fetch(row -> new FoundLabel(
                        row.get(HIT.POSITION),
                        row.get(HIT.SLOT),
                        Bytes.of(row.get(HIT.HANDLE)),
                        row.get(HIT.STATUS),
                        row.get(HIT.KIND)));
    }

    private static Asked asked(Record row) {
        return new Asked(
                Bytes.of(row.get(QUERY.ID)),
                new AgreementId(row.get(QUERY.AGREEMENT)),
                new OfficerId(row.get(QUERY.OFFICER)),
                new InstitutionId(row.get(QUERY.INSTITUTION)),
                new CaseNumber(row.get(QUERY.CASE_NUMBER)),
                new Purpose(row.get(QUERY.PURPOSE)),
                new LegalBasis(row.get(QUERY.BASIS_INSTRUMENT), row.get(QUERY.BASIS_ARTICLE)),
                row.get(QUERY.KEY_TYPE),
                Bytes.of(row.get(QUERY.SET_ID)),
                row.get(QUERY.NUMBER),
                row.get(QUERY.ASKED),
                row.get(QUERY.PADDED_COUNT),
                Bytes.of(row.get(QUERY.SALT)),
                Bytes.of(row.get(QUERY.INPUT_ROOT)),
                row.get(QUERY.SETTLED),
                row.get(QUERY.REFUSAL));
    }
}
