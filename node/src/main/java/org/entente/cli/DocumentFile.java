package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a document goes, and in which language it begins.
final class DocumentFile {
    @Option(
            names = "--language",
            paramLabel = "en|es",
            description = {
                "The language that stands first; default: the terminal's.",
                "El idioma que va primero; por omisión, el de la terminal."
            })
    @Nullable
    String language;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = {"Where to write it.", "Dónde escribirlo."})
    Path file = Path.of("");

    /// Fetches the document as the file's name ends, PDF or DOCX, and writes it.
    ///
    /// @param address of the document, without its ending
    /// @throws EntenteException CLI_FILE_UNREADABLE
    void write(Entente entente, NodeClient client, String address) {
        String first = language == null ? entente.language().name().toLowerCase(Locale.ROOT) : language;
        String format = file.toString().toLowerCase(Locale.ROOT).endsWith(".docx") ? "docx" : "pdf";
        Bytes content = client.bytes(address + "." + format + "?language=" + Pieces.encoded(first));
        try {
            Files.write(file, content.toArray());
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
        }
    }
}
