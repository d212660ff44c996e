package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Commands on a live node: each is one call of its API, signed in as `--as`, and prints the answer as JSON.
///
/// The root command extends this: picocli calls a command method on the object of the command above it.
@Command
class LiveCommands {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintStream out;

    LiveCommands(PrintStream out) {
        this.out = out;
    }

    @Command(
            name = "sign-in",
            mixinStandardHelpOptions = true,
            description = {
                "Spend the code of a sign-in link and keep the session in the node's folder.",
                "Usar el código de un enlace de acceso y guardar la sesión en la carpeta del nodo."
            })
    int signIn(
            @Option(names = "--home", required = true, paramLabel = "DIR") Path home,
            @Parameters(paramLabel = "CODE") String code) {
        NodeClient anonymous = new NodeClient(new Home(home).address());
        JsonNode session = anonymous.post("/v1/sessions", Map.of("code", code));
        keepToken(
                home,
                session.path("officer").path("id").asString(),
                new Secret(session.path("token").asString()));
        out.println(session.path("officer").path("id").asString());
        return 0;
    }

    @Command(
            name = "link",
            mixinStandardHelpOptions = true,
            description = {"Issue a sign-in link (operator).", "Emitir un enlace de acceso (operador)."})
    int link(@Mixin SignedIn who, @Parameters(paramLabel = "OFFICER") String officer) {
        return print(who.client().post("/v1/sign-in-links", Map.of("officer", officer)));
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = {"The node, its peer, its logs.", "El nodo, su contraparte, sus registros."})
    int status(@Mixin SignedIn who) {
        return print(who.client().get("/v1/status"));
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Load records under an import profile (operator).",
                "Cargar registros con un perfil de importación (operador)."
            })
    int load(
            @Mixin SignedIn who,
            @Option(names = "--profile", required = true, paramLabel = "NAME") String profile,
            @Parameters(arity = "1..3", paramLabel = "PART=FILE") Map<String, Path> files) {
        return print(who.client().upload("/v1/imports?profile=" + Query.encoded(profile), files));
    }

    @Command(
            name = "search",
            mixinStandardHelpOptions = true,
            description = {"Search your own holdings.", "Buscar en los registros propios."})
    int search(
            @Mixin SignedIn who,
            @Option(names = "--purpose", defaultValue = "criminal-investigation") String purpose,
            @Parameters(paramLabel = "TEXT") String text) {
        return print(who.client().get("/v1/holdings?purpose=" + Query.encoded(purpose) + "&q=" + Query.encoded(text)));
    }

    @Command(
            name = "dossier",
            mixinStandardHelpOptions = true,
            description = {"One subject with the source of every statement.", "Un sujeto con la fuente de cada dato."})
    int dossier(@Mixin SignedIn who, @Parameters(paramLabel = "SUBJECT") String subject) {
        return print(who.client().get("/v1/holdings/" + Query.encoded(subject)));
    }

    @Command(
            name = "publish",
            mixinStandardHelpOptions = true,
            description = {
                "Publish the discovery sets of a purpose (operator).",
                "Publicar los conjuntos de hallazgo de una finalidad (operador)."
            })
    int publish(@Mixin SignedIn who, @Parameters(paramLabel = "PURPOSE") String purpose) {
        return print(who.client().post("/v1/discovery/publications", Map.of("purpose", purpose)));
    }

    @Command(
            name = "find",
            mixinStandardHelpOptions = true,
            description = {
                "Ask the peer which of these values it knows; it learns neither values nor hits.",
                "Preguntar a la contraparte qué valores conoce; no se entera ni de los valores ni de los aciertos."
            })
    int find(
            @Mixin SignedIn who,
            @Option(names = "--case", defaultValue = "", paramLabel = "NUMBER") String caseNumber,
            @Option(names = "--basis", required = true, paramLabel = "INSTRUMENT/ARTICLE") String basis,
            @Option(names = "--purpose", required = true) String purpose,
            @Option(names = "--key-type", required = true) String keyType,
            @Parameters(arity = "1..*", paramLabel = "VALUE") List<String> values) {
        JsonNode answer = who.client()
                .post(
                        "/v1/queries",
                        Map.of(
                                "case", caseNumber,
                                "basis", Query.basis(basis),
                                "purpose", purpose,
                                "keyType", keyType,
                                "values", values));
        print(answer);
        return answer.path("outcome").asString().equals("answered") ? 0 : 1;
    }

    @Command(
            name = "call",
            mixinStandardHelpOptions = true,
            description = {
                "Call any path of the API: GET, or POST with a JSON file.",
                "Llamar cualquier ruta de la API: GET, o POST con un archivo JSON."
            })
    int call(
            @Mixin SignedIn who,
            @Option(names = "--post", paramLabel = "JSON-FILE") @Nullable Path body,
            @Parameters(paramLabel = "PATH") String path) {
        if (body == null) {
            return print(who.client().get(path));
        }
        try {
            return print(who.client().post(path, JSON.readTree(Files.readAllBytes(body))));
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, body.toString());
        }
    }

    private int print(JsonNode answer) {
        out.println(JSON.writeValueAsString(answer));
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

    /// Pieces of a request line.
    private static final class Query {
        private Query() {}

        static String encoded(String text) {
            return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
        }

        static Map<String, String> basis(String text) {
            int slash = text.indexOf('/');
            Map<String, String> basis = new LinkedHashMap<>();
            basis.put("instrument", slash < 0 ? text : text.substring(0, slash));
            basis.put("article", slash < 0 ? "" : text.substring(slash + 1));
            return basis;
        }
    }
}
