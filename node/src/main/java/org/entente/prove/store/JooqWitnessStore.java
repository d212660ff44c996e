package org.entente.prove.store;

import static org.entente.prove.store.generated.Tables.WITNESSED;

import java.util.Optional;
import org.entente.db.Transactions;
import org.entente.ledger.Hash;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.witness.TreeHead;
import org.entente.ledger.witness.WitnessStore;
import org.jooq.DSLContext;
import org.jooq.Record;

/// What our witness cosigned, in PostgreSQL. The compare and swap is one statement under the row's lock.
public final class JooqWitnessStore implements WitnessStore {
    private final Transactions transactions;

    public JooqWitnessStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<TreeHead> latest(String origin) {
        return transactions.in(tx -> tx.dsl()
                .selectFrom(WITNESSED)
                .where(WITNESSED.ORIGIN.eq(origin))
                .fetchOptional(JooqWitnessStore::head));
    }

    @Override
    public boolean replace(String origin, Optional<TreeHead> expected, TreeHead next, SignedCheckpoint signed) {
        return transactions.in(tx -> expected.isEmpty()
                ? insert(tx.dsl(), origin, next, signed)
                : update(tx.dsl(), origin, expected.get(), next, signed));
    }

    private static boolean insert(DSLContext dsl, String origin, TreeHead next, SignedCheckpoint signed) {
        return dsl.insertInto(WITNESSED)
                        .set(WITNESSED.ORIGIN, origin)
                        .set(WITNESSED.SIZE, next.size())
                        .set(WITNESSED.ROOT, next.root().toArray())
                        .set(WITNESSED.CHECKPOINT, signed.bytes())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static boolean update(
            DSLContext dsl, String origin, TreeHead expected, TreeHead next, SignedCheckpoint signed) {
        return dsl.update(WITNESSED)
                        .set(WITNESSED.SIZE, next.size())
                        .set(WITNESSED.ROOT, next.root().toArray())
                        .set(WITNESSED.CHECKPOINT, signed.bytes())
                        .where(WITNESSED.ORIGIN.eq(origin))
                        .and(WITNESSED.SIZE.eq(expected.size()))
                        .and(WITNESSED.ROOT.eq(expected.root().toArray()))
                        .execute()
                == 1;
    }

    private static TreeHead head(Record row) {
        return new TreeHead(row.get(WITNESSED.SIZE), Hash.of(row.get(WITNESSED.ROOT)));
    }
}
