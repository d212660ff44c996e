package org.entente.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.cli.Screen.Column;
import org.entente.kernel.EntenteException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// The files of a request, as commands of `entente request`. Public, because only public commands are inherited.
abstract class AttachmentCommands extends DeskCommands {
    AttachmentCommands(Entente entente, PrintStream out) {
        super(entente, out);
    }

    @Command(
            name = "attach",
            mixinStandardHelpOptions = true,
            description = {
                "Attach files to a request that has not left; it stops at the first that is refused.",
                "Adjuntar archivos a una solicitud que aún no sale; se detiene en el primero que se rechace."
            })
    public int attach(
            @Mixin SignedIn who,
            @Parameters(
                            index = "0",
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "FILE",
                            description = {
                                "The files: PDF, images, text, CSV, office documents without macros, video or sound.",
                                "Los archivos: PDF, imágenes, texto, CSV, documentos de oficina sin macros, video o"
                                        + " sonido."
                            })
                    List<Path> files) {
        Screen screen = who.screen(entente, out);
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, file.toString());
            }
            String name = String.valueOf(file.getFileName());
            try {
                JsonNode line = who.client().stream(path(number) + "/attachments?name=" + Pieces.encoded(name), file);
                if (!screen.isTakenByProgram(line)) {
                    screen.line(line.path("id").asString() + "  " + name + "  SHA-256 "
                            + line.path("sha256").asString());
                }
            } catch (NodeClient.NodeRefusal refused) {
                // Who named several must know which.
                screen.line("! " + file);
                throw refused;
            }
        }
        return 0;
    }

    @Command(
            name = "attachments",
            mixinStandardHelpOptions = true,
            description = {
                "The files of a request and how far each is here.",
                "Los archivos de una solicitud y cuánto ha llegado de cada uno."
            })
    public int attachments(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        JsonNode answer = who.client().get(path(number) + "/attachments");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "request.none",
                    Column.of("id"),
                    Column.of("name"),
                    Column.of("size"),
                    new Column("state", row -> screen.word("file", row.path("state"))),
                    new Column(
                            "progress",
                            row -> row.path("done").asInt() + "/"
                                    + row.path("parts").asInt()),
                    Column.of("sha256"));
        }
        return 0;
    }

    @Command(
            name = "fetch",
            mixinStandardHelpOptions = true,
            description = {"Write a file of a request to disk.", "Guardar en disco un archivo de una solicitud."})
    public int fetch(
            @Mixin SignedIn who,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            description = {"Where to write it.", "Dónde guardarlo."})
                    Path file,
            @Parameters(
                            index = "0",
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number,
            @Parameters(
                            index = "1",
                            paramLabel = "ID",
                            description = {
                                "Of the file; entente request attachments lists them.",
                                "Del archivo; entente request attachments los enumera."
                            })
                    String id) {
        who.client().save(path(number) + "/attachments/" + Pieces.encoded(id) + "/content", file);
        return 0;
    }

    @Command(
            name = "detach",
            mixinStandardHelpOptions = true,
            description = {
                "Take a file of a request that has not left away.",
                "Quitar un archivo de una solicitud que aún no sale."
            })
    public int detach(
            @Mixin SignedIn who,
            @Parameters(
                            index = "0",
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number,
            @Parameters(
                            index = "1",
                            paramLabel = "ID",
                            description = {"Of the file.", "Del archivo."})
                    String id) {
        JsonNode answer =
                who.client().post(path(number) + "/attachments/" + Pieces.encoded(id) + "/removal", List.of());
        who.screen(entente, out).isTakenByProgram(answer);
        return 0;
    }
}
