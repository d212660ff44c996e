package org.entente.ask.store;

import static org.entente.ask.store.generated.Tables.SAVED_FILTER;

import java.time.Instant;
import java.util.List;
import org.entente.db.Tx;

/// Filters that officers keep.
public final class FilterStore {
    public record FilterRow(String name, String query) {}

    /// By name.
    public List<FilterRow> all(Tx tx, String officer) {
        return tx.dsl()
                .selectFrom(SAVED_FILTER)
                .where(SAVED_FILTER.OFFICER.eq(officer))
                .orderBy(SAVED_FILTER.NAME)
                .fetch(row -> new FilterRow(row.get(SAVED_FILTER.NAME), row.get(SAVED_FILTER.QUERY)));
    }

    /// In the place of one of that name.
    public void put(Tx tx, String officer, FilterRow filter, Instant at) {
        tx.dsl()
                .insertInto(SAVED_FILTER)
                .set(SAVED_FILTER.OFFICER, officer)
                .set(SAVED_FILTER.NAME, filter.name())
                .set(SAVED_FILTER.QUERY, filter.query())
                .set(SAVED_FILTER.CREATED, at)
                .onConflict(SAVED_FILTER.OFFICER, SAVED_FILTER.NAME)
                .doUpdate()
                .set(SAVED_FILTER.QUERY, filter.query())
                .execute();
    }

    /// @return false if there was none
    public boolean remove(Tx tx, String officer, String name) {
        return tx.dsl()
                        .deleteFrom(SAVED_FILTER)
                        .where(SAVED_FILTER.OFFICER.eq(officer))
                        .and(SAVED_FILTER.NAME.eq(name))
                        .execute()
                == 1;
    }
}
