package org.entente.ask;

import java.util.List;
import org.entente.ask.store.FilterStore;
import org.entente.ask.store.FilterStore.FilterRow;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;

/// The filters that officers keep, each their own. What a filter shows is asked anew each time.
/// Thread-safe.
public final class SavedFilters {
    private final Surroundings around;
    private final Files files;
    private final FilterStore store = new FilterStore();

    public SavedFilters(Surroundings around) {
        this.around = around;
        this.files = new Files(around);
    }

    /// By name, each with how many requests pass it now.
    public List<SavedFilter> all(Officer officer) {
        require(officer);
        return around.transactions()
                .in(tx -> store.all(tx, officer.id().value()).stream()
                        .map(row -> {
                            RequestFilter filter = RequestFilter.ofQuery(row.query());
                            return new SavedFilter(row.name(), filter, files.count(tx, officer, filter));
                        })
                        .toList());
    }

    /// Keeps a filter, in the place of one of that name.
    ///
    /// @throws EntenteException ASK_FIELD_UNFIT for a name that is blank or too long;
    ///     ASK_FILTERS_SPENT
    public void keep(Officer officer, String name, RequestFilter filter) {
        require(officer);
        String clean = name.strip();
        if (clean.isEmpty()
                || clean.length() > Limits.FILTER_NAME_LENGTH_MAX
                || clean.codePoints().anyMatch(Character::isISOControl)) {
            throw new EntenteException(AskCode.ASK_FIELD_UNFIT, "name", clean);
        }
        around.transactions().run(tx -> {
            List<FilterRow> kept = store.all(tx, officer.id().value());
            boolean isNew = kept.stream().noneMatch(row -> row.name().equals(clean));
            if (isNew && kept.size() >= Limits.FILTERS_MAX) {
                throw new EntenteException(AskCode.ASK_FILTERS_SPENT, Integer.toString(Limits.FILTERS_MAX));
            }
            store.put(tx, officer.id().value(), new FilterRow(clean, filter.query()), around.now());
        });
    }

    /// @throws EntenteException ASK_FILTER_UNKNOWN
    public void remove(Officer officer, String name) {
        require(officer);
        around.transactions().run(tx -> {
            if (!store.remove(tx, officer.id().value(), name)) {
                throw new EntenteException(AskCode.ASK_FILTER_UNKNOWN, name);
            }
        });
    }

    private void require(Officer officer) {
        around.access().require(officer, AskAction.READ, Marking.UNMARKED);
    }
}
