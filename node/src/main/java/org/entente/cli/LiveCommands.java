package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.entente.cli.Screen.Column;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Commands on a live node that belong to no verb.
///
/// The root command extends this: picocli calls a command method on the object of the command above it.
@Command
abstract class LiveCommands {
    private final PrintStream out;

    LiveCommands(PrintStream out) {
        this.out = out;
    }

    abstract Entente entente();

    @Command(
            name = "sign-in",
            mixinStandardHelpOptions = true,
            description = {
                "Spend the code of a sign-in link and keep the session in the node's folder.",
                "Usar el código de un enlace de acceso y guardar la sesión en la carpeta del nodo."
            })
    int signIn(
            @Option(
                            names = "--home",
                            required = true,
                            paramLabel = "DIR",
                            description = {"The node's folder.", "La carpeta del nodo."})
                    Path home,
            @Parameters(
                            paramLabel = "CODE",
                            description = {"The last part of the link.", "La última parte del enlace."})
                    String code) {
        NodeClient anonymous = new NodeClient(new Home(home).address());
        JsonNode session = anonymous.post("/v1/sessions", Map.of("code", code));
        String officer = session.path("officer").path("id").asString();
        keepToken(home, officer, new Secret(session.path("token").asString()));
        new Screen(out, entente().language(), false)
                .say("signedIn", officer, session.path("expires").asString());
        return 0;
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = {"The node, its peer, its logs.", "El nodo, su contraparte, sus registros."})
    int status(@Mixin SignedIn who) {
        JsonNode answer = who.client().get("/v1/status");
        Screen screen = who.screen(entente(), out);
        if (!screen.isTakenByProgram(answer)) {
            screen.detail(
                    answer,
                    Column.of("party"),
                    Column.of("agreement"),
                    Column.of("version"),
                    Column.of("pack", "packVersion"),
                    Column.of("hash", "packHash"),
                    Column.of("peer", "peer.party"),
                    Column.of("fingerprint", "peer.fingerprint"),
                    new Column("state", row -> screen.word("peer", row.at("/peer/reachable"))));
        }
        return 0;
    }

    @Command(
            name = "inbox",
            mixinStandardHelpOptions = true,
            description = {
                "Open requests of the other party by time left: entente request list.",
                "Solicitudes abiertas de la otra parte por plazo restante: entente request list."
            })
    int inbox(@Mixin SignedIn who) {
        return new RequestCommand(entente(), out).list(who, "in", new ListFilter());
    }

    @Command(
            name = "call",
            mixinStandardHelpOptions = true,
            description = {
                "Call any path of the API: GET, or POST with a JSON or YAML file.",
                "Llamar cualquier ruta de la API: GET, o POST con un archivo JSON o YAML."
            })
    int call(
            @Mixin SignedIn who,
            @Option(
                            names = "--post",
                            paramLabel = "FILE",
                            description = {
                                "The body; with it the call is a POST.",
                                "El cuerpo; con él, la llamada es POST."
                            })
                    @Nullable
                    Path body,
            @Parameters(
                            paramLabel = "PATH",
                            description = {"For example /v1/status.", "Por ejemplo /v1/status."})
                    String path) {
        if (body != null) {
            who.screen(entente(), out).json(who.client().answer(path, Pieces.body(body)));
            return 0;
        }
        NodeClient.Answer answer = who.client().answer(path);
        if (answer.isJson()) {
            who.screen(entente(), out).json(answer.json());
        } else {
            byte[] bytes = answer.bytes().toArray();
            out.write(bytes, 0, bytes.length);
            out.flush();
        }
        return 0;
    }

    private static void keepToken(Path home, String officer, Secret token) {
        Path file = home.resolve("tokens").resolve(officer);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, token.reveal() + "\n", StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
        }
    }
}
