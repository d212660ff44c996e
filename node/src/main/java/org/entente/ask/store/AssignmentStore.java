package org.entente.ask.store;

import static org.entente.ask.store.generated.Tables.REQUEST;

import org.entente.db.Tx;
import org.jspecify.annotations.Nullable;

/// Who has a request on this side.
public final class AssignmentStore {
    /// The account; null while nobody has it.
    public @Nullable String assignee(Tx tx, String number) {
        return tx.dsl()
                .select(REQUEST.ASSIGNEE)
                .from(REQUEST)
                .where(REQUEST.NUMBER.eq(number))
                .fetchOne(REQUEST.ASSIGNEE);
    }

    public void assign(Tx tx, String number, @Nullable String officer) {
        tx.dsl()
                .update(REQUEST)
                .set(REQUEST.ASSIGNEE, officer)
                .where(REQUEST.NUMBER.eq(number))
                .execute();
    }
}
