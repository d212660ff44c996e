package org.entente.hold;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/// What to import. `parts` are the profile's ("sdn", "add", "alt"; "file"); `asOf` is the list's date, since
/// few lists carry it. `correctedRowsOnly`: the files hold some rows only, so what is absent has not left the
/// list.
public record ImportOrder(String profile, Map<String, Path> parts, LocalDate asOf, boolean correctedRowsOnly) {
    public ImportOrder {
        parts = Map.copyOf(parts);
    }
}
