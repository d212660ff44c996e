package org.entente.hold.imports;

import java.io.IOException;
import java.time.LocalDate;

/// Reads one format, row by row, into a sink. Never stops at a bad row; throws IOException only when the file
/// itself cannot be read on.
public sealed interface Importer permits SdnImporter, SatImporter, UnImporter, CaseworkImporter {
    ///
    /// @param held what the rows may lean on when they come without the rest of their list
    void read(SourceFiles files, LocalDate asOf, Held held, DraftSink sink) throws IOException;

    static Importer of(Profile profile) {
        return switch (profile.format()) {
            case SDN -> new SdnImporter(profile);
            case SAT_69B -> new SatImporter(profile);
            case UN_XML -> new UnImporter(profile);
            case CASEWORK -> new CaseworkImporter();
        };
    }
}
