package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.entente.agreement.Agreement;
import org.entente.agreement.Comparison;
import org.entente.agreement.Coverage;
import org.entente.agreement.pack.PackFiles;
import org.entente.agreement.pack.PackReader;
import org.entente.cli.Screen.Column;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The law in versions, as commands of `entente agreement`: clients of the node, but for the coverage.
/// Public, because only public commands are inherited.
abstract class LawCommands {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Entente entente;
    final PrintStream out;

    LawCommands(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "propose",
            mixinStandardHelpOptions = true,
            description = {
                "Propose a pack as the next version of the law (lawyer of the central authority).",
                "Proponer un paquete como siguiente versión de la ley (jurista de la autoridad central)."
            })
    public int propose(
            @Mixin SignedIn who,
            @Option(
                            names = "--day",
                            required = true,
                            paramLabel = "2027-01-01",
                            description = {
                                "First day in UTC on which it is in force.",
                                "Primer día en UTC en que está vigente."
                            })
                    String day,
            @Parameters(
                            paramLabel = "DIR",
                            description = {"The pack's folder.", "La carpeta del paquete."})
                    Path folder) {
        JsonNode answer = who.client()
                .answer("/v1/law", JSON.valueToTree(Map.of("files", texts(PackFiles.read(folder)), "day", day)));
        Screen screen = who.screen(entente, out);
        boolean kept = answer.path("outcome").asString("").equals("proposed");
        if (!screen.isTakenByProgram(answer)) {
            problems(screen, answer);
            if (kept) {
                screen.say(
                        "law.proposed",
                        answer.at("/version/version").asString(),
                        answer.at("/version/pack").asString());
            }
        }
        return kept ? 0 : 1;
    }

    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description = {
                "Show what a pack or a proposed version would change, also for your open requests.",
                "Mostrar qué cambiaría un paquete o una versión propuesta, también para sus solicitudes abiertas."
            })
    public int compare(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "DIR|HASH",
                            description = {
                                "The pack's folder, or the hash of a version.",
                                "La carpeta del paquete o la huella de una versión."
                            })
                    String draft) {
        JsonNode answer = draft.matches("[0-9a-f]{64}")
                ? who.client().get("/v1/law/" + draft + "/comparison")
                : who.client()
                        .answer(
                                "/v1/law/comparison",
                                JSON.valueToTree(Map.of("files", texts(PackFiles.read(Path.of(draft))))));
        Screen screen = who.screen(entente, out);
        boolean sound = answer.path("outcome").asString("").equals("compared");
        if (!screen.isTakenByProgram(answer)) {
            problems(screen, answer);
            if (sound) {
                print(screen, answer);
            }
        }
        return sound ? 0 : 1;
    }

    private void print(Screen screen, JsonNode answer) {
        screen.say(
                "law.compared",
                answer.path("draftVersion").asString(),
                answer.path("currentVersion").asString());
        screen.table(
                answer.path("changes"),
                "law.unchanged",
                new Column("kind", row -> kind(row.path("kind").asString(""))),
                Column.of("key"),
                new Column("change", row -> change(row.path("change").asString(""))));
        screen.table(
                answer.path("requests"),
                "law.noRequests",
                Column.of("request", "id"),
                Column.of("type"),
                new Column(
                        "now", row -> screen.word("ruling", row.path("now")) + " " + Screen.text(row.path("firedNow"))),
                new Column(
                        "then",
                        row -> screen.word("ruling", row.path("then")) + " " + Screen.text(row.path("firedThen"))),
                Column.of("dueNow"),
                Column.of("dueThen"));
    }

    private String kind(String word) {
        for (Comparison.Kind kind : Comparison.Kind.values()) {
            if (kind.word().equals(word)) {
                return kind.text().in(entente.language());
            }
        }
        return word;
    }

    private String change(String word) {
        for (Comparison.Change change : Comparison.Change.values()) {
            if (change.word().equals(word)) {
                return change.text().in(entente.language());
            }
        }
        return word;
    }

    @Command(
            name = "versions",
            mixinStandardHelpOptions = true,
            description = {
                "The versions of the law, in force and proposed.",
                "Las versiones de la ley, vigentes y propuestas."
            })
    public int versions(@Mixin SignedIn who) {
        JsonNode answer = who.client().get("/v1/law");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "law.none",
                    Column.of("version"),
                    Column.of("day"),
                    new Column("proposedBy", row -> screen.word("law", row.path("proposedBy"))),
                    new Column(
                            "state",
                            row -> screen.word(
                                    "law",
                                    row.path("current").asBoolean(false)
                                            ? JSON.valueToTree("current")
                                            : row.path("state"))),
                    Column.of("officers"),
                    Column.of("reason"),
                    Column.of("pack"));
        }
        return 0;
    }

    @Command(
            name = "fetch",
            mixinStandardHelpOptions = true,
            description = {
                "Write the files of a version into a new folder, to be read.",
                "Escribir los archivos de una versión en una carpeta nueva, para leerlos."
            })
    public int fetch(
            @Mixin SignedIn who,
            @Parameters(
                            index = "0",
                            paramLabel = "HASH",
                            description = {"The hash of the version's pack.", "La huella del paquete de la versión."})
                    String pack,
            @Parameters(
                            index = "1",
                            paramLabel = "DIR",
                            description = {"The new folder.", "La carpeta nueva."})
                    Path folder) {
        JsonNode files = who.client().get("/v1/law/" + Pieces.encoded(pack) + "/files");
        try {
            Files.createDirectory(folder);
            for (String name : PackFiles.NAMES) {
                Files.writeString(folder.resolve(name), files.path(name).asString(""));
            }
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, folder.toString());
        }
        who.screen(entente, out)
                .say("agreement.hash", PackFiles.read(folder).hash().hex());
        return 0;
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = {
                "Approve a proposed version; the second officer of a party makes its node sign.",
                "Aprobar una versión propuesta; con el segundo funcionario de una parte firma su nodo."
            })
    public int approve(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "HASH",
                            description = {"The hash of the version's pack.", "La huella del paquete de la versión."})
                    String pack) {
        return decided(who, who.client().post("/v1/law/" + Pieces.encoded(pack) + "/approval", Map.of()));
    }

    @Command(
            name = "decline",
            mixinStandardHelpOptions = true,
            description = {
                "Decline a proposed version, with a reason for the other party.",
                "Rechazar una versión propuesta, con un motivo para la otra parte."
            })
    public int decline(
            @Mixin SignedIn who,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"Why.", "Por qué."})
                    String reason,
            @Parameters(
                            paramLabel = "HASH",
                            description = {"The hash of the version's pack.", "La huella del paquete de la versión."})
                    String pack) {
        return decided(
                who, who.client().post("/v1/law/" + Pieces.encoded(pack) + "/refusal", Map.of("reason", reason)));
    }

    private int decided(SignedIn who, JsonNode answer) {
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.say("law.decided", answer.path("version").asString(), screen.word("law", answer.path("state")));
        }
        return 0;
    }

    @Command(
            name = "coverage",
            mixinStandardHelpOptions = true,
            description = {
                "List what rests on each provision of a pack, and the provisions on which nothing does.",
                "Enumerar lo que se apoya en cada disposición de un paquete, y aquellas en que nada se apoya."
            })
    public int coverage(
            @Parameters(
                            paramLabel = "DIR",
                            description = {"The pack's folder.", "La carpeta del paquete."})
                    Path folder) {
        Agreement agreement = PackReader.read(folder);
        Coverage coverage = Coverage.of(agreement.text());
        Screen screen = new Screen(out, entente.language(), false);
        screen.table(
                JSON.valueToTree(coverage.lines()),
                "law.unchanged",
                Column.of("provision"),
                Column.of("rules"),
                Column.of("grounds"),
                Column.of("clocks"),
                Column.of("bases"),
                Column.of("forms"),
                Column.of("covered", "terms"));
        screen.say("law.coverage", coverage.usedCount(), coverage.lines().size());
        return 0;
    }

    private void problems(Screen screen, JsonNode answer) {
        answer.path("problems").forEach(problem -> screen.line(screen.both(problem)));
    }

    private static Map<String, String> texts(PackFiles pack) {
        Map<String, String> texts = new TreeMap<>();
        pack.files().forEach((name, bytes) -> texts.put(name, text(name, bytes)));
        return texts;
    }

    /// What is no UTF-8 would arrive as something else than what the officer has read.
    private static String text(String name, Bytes bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, name);
        }
    }
}
