package org.entente.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a bench takes its holdings from.
sealed interface Lists {
    /// The demonstration's own number.
    int INVENTED_SUBJECT_COUNT = 20_000;

    /// A folder with the published lists.
    record Published(Path folder) implements Lists {}

    /// So many invented subjects a side.
    record Invented(int subjectCount) implements Lists {}

    /// The folder that was named, else `lists` of the data folder, else the invented population.
    static Lists find(@Nullable Path named) throws IOException {
        if (named != null && !Files.isDirectory(named)) {
            throw new IOException("no folder " + named);
        }
        Path folder = named == null ? dataFolder().resolve("lists") : named;
        return Files.isDirectory(folder) ? new Published(folder) : new Invented(INVENTED_SUBJECT_COUNT);
    }

    /// `$ENTENTE_DATA`, else `../shared/data` beside this repository.
    static Path dataFolder() {
        return Optional.ofNullable(System.getenv("ENTENTE_DATA"))
                .map(Path::of)
                .orElseGet(
                        () -> Path.of(System.getProperty("entente.root", ".")).resolve("../shared/data"));
    }
}
