package org.entente.hold.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.entente.hold.HoldCode;
import org.entente.kernel.EntenteException;

/// The files of one import by part ("sdn", "add", "alt"; "file").
public record SourceFiles(Map<String, Path> parts) {
    private static final int BUFFER_LENGTH = 65_536;
    private static final int BYTE_ORDER_MARK = '\uFEFF';

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

    /// Reads UTF-8 where the whole file is valid UTF-8 (a list saved again by its reader often is), else
    /// `charset`. Undecodable bytes become [#DAMAGED] and are reported by row, instead of ending the import.
    Reader reader(String part, Charset charset) throws IOException {
        Charset actual = isUtf8(path(part)) ? StandardCharsets.UTF_8 : charset;
        Reader reader = new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(path(part)),
                        actual.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                BUFFER_LENGTH);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        char[] buffer = new char[BUFFER_LENGTH];
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
            int length = 0;
            while (length >= 0) {
                length = reader.read(buffer);
            }
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }
}
