package org.entente.hold;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to import. `parts` are the profile's ("sdn", "add", "alt"; "file"); `asOf` is the list's date, since few lists
/// carry it: required for a published list, today for own casework. `partDates` are the dates of parts that are of
/// another day than the list.
///
/// `correctedRowsOnly`: the files hold some rows only, so what is absent has not left the list; any part may come
/// alone. `confirmDelisting`: that a large share of the source leaves the list is meant.
public record ImportOrder(
        String profile,
        Map<String, Path> parts,
        @Nullable LocalDate asOf,
        Map<String, LocalDate> partDates,
        boolean correctedRowsOnly,
        boolean confirmDelisting) {
    public ImportOrder {
        parts = Map.copyOf(parts);
        partDates = Map.copyOf(partDates);
    }

    /// All parts of one day, nothing confirmed.
    public ImportOrder(String profile, Map<String, Path> parts, @Nullable LocalDate asOf, boolean correctedRowsOnly) {
        this(profile, parts, asOf, Map.of(), correctedRowsOnly, false);
    }
}
