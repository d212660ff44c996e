package org.entente.hold.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.entente.hold.HoldCode;
import org.entente.kernel.EntenteException;

/// The files of one import by part ("sdn", "add", "alt"; "file").
public record SourceFiles(Map<String, Path> parts) {
    private static final int BUFFER_LENGTH = 65_536;

    /// Stands where bytes are not of the encoding.
    static final char DAMAGED = '\uFFFD';

    public SourceFiles {
        parts = Map.copyOf(parts);
    }

    Path path(String part) {
        Path path = parts.get(part);
        if (path == null) {
            throw new EntenteException(HoldCode.HOLD_PART_MISSING, part);
        }
        return path;
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    /// Undecodable bytes become [#DAMAGED] and are reported by row, instead of ending the import.
    Reader reader(String part, Charset charset) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(path(part)),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                BUFFER_LENGTH);
    }
}
