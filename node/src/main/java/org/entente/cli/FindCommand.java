package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.cli.Screen.Column;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `entente find`: what both know, without showing what either knows. "Not known" means nothing.
@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        description = {
            "Ask the peer which values it knows; it learns neither values nor hits.",
            "Preguntar a la contraparte qué valores conoce; no se entera ni de valores ni de aciertos."
        })
final class FindCommand {
    private static final String PUBLICATIONS = "/v1/discovery/publications";

    private final Entente entente;
    private final PrintStream out;

    FindCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "ask",
            mixinStandardHelpOptions = true,
            description = {
                "A look-up or a batch under a case, a basis and a purpose.",
                "Una consulta o un lote con expediente, fundamento y finalidad."
            })
    int ask(
            @Mixin SignedIn who,
            @Option(
                            names = "--case",
                            defaultValue = "",
                            paramLabel = "NUMBER",
                            description = {"Without one the law refuses.", "Sin expediente, la ley lo deniega."})
                    String caseNumber,
            @Option(
                            names = "--basis",
                            required = true,
                            paramLabel = "INSTRUMENT/ARTICLE",
                            description = {"For example UNTOC-2000/27.", "Por ejemplo UNTOC-2000/27."})
                    String basis,
            @Option(
                            names = "--purpose",
                            required = true,
                            paramLabel = "CODE",
                            description = {"A purpose of the agreement.", "Una finalidad del acuerdo."})
                    String purpose,
            @Option(
                            names = "--key-type",
                            required = true,
                            paramLabel = "TYPE",
                            description = {"For example rfc, curp, firearm.", "Por ejemplo rfc, curp, firearm."})
                    String keyType,
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description = {"Values, one a line.", "Valores, uno por línea."})
                    @Nullable
                    Path file,
            @Parameters(
                            arity = "0..*",
                            paramLabel = "VALUE",
                            description = {"The values to ask about.", "Los valores que se consultan."})
                    @Nullable
                    List<String> values) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("case", caseNumber);
        body.put("basis", Pieces.basis(basis));
        body.put("purpose", purpose);
        body.put("keyType", keyType);
        body.put("values", values(file, values));
        JsonNode answer = who.client().post("/v1/queries", body);
        boolean answered = answer.path("outcome").asString().equals("answered");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            if (answered) {
                printAnswer(screen, answer);
            } else {
                screen.line(screen.both(answer.path("reason")));
                new RequestPaper(screen).ruling(answer.path("ruling"));
            }
        }
        return answered ? 0 : 1;
    }

    private static void printAnswer(Screen screen, JsonNode answer) {
        screen.table(answer.path("hits"), "find.none", hits(screen));
        screen.say(
                "find.answered",
                answer.path("hits").size(),
                answer.path("notKnownCount").asInt());
        if (!answer.path("unreadable").isEmpty()) {
            screen.say("find.unreadable", Screen.text(answer.path("unreadable")));
        }
    }

    private static List<String> values(@Nullable Path file, @Nullable List<String> values) {
        List<String> all = new ArrayList<>(values == null ? List.of() : values);
        if (file != null) {
            try {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .forEach(all::add);
            } catch (IOException e) {
                throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
            }
        }
        return all;
    }

    private static Column[] hits(Screen screen) {
        return new Column[] {Column.of("value"), new Column("status", row -> screen.word("status", row.path("status")))
        };
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Queries made; your own, or all for an auditor.",
                "Consultas hechas: las propias, o todas para un auditor."
            })
    int list(@Mixin SignedIn who) {
        JsonNode answer = who.client().get("/v1/queries");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "find.noQueries",
                    Column.of("id"),
                    Column.of("asked"),
                    Column.of("officer"),
                    Column.of("case"),
                    Column.of("purpose"),
                    Column.of("keyType"),
                    Column.of("padded", "paddedCount"),
                    Column.of("refusal"));
        }
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {"One query and its hits.", "Una consulta y sus aciertos."})
    int show(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "QUERY",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        JsonNode answer = who.client().get("/v1/queries/" + Pieces.encoded(id));
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.detail(
                    answer,
                    Column.of("id"),
                    Column.of("asked"),
                    Column.of("officer"),
                    Column.of("case"),
                    Column.of("purpose"),
                    Column.of("basis"),
                    Column.of("keyType"),
                    Column.of("padded", "paddedCount"),
                    Column.of("refusal"));
            screen.table(answer.path("hits"), "find.none", hits(screen));
        }
        return 0;
    }

    @Command(
            name = "served",
            mixinStandardHelpOptions = true,
            description = {
                "What the peer asked of this node: all that could be learned of it (auditor).",
                "Lo que la contraparte consultó: todo lo que de ello puede saberse (auditor)."
            })
    int served(@Mixin SignedIn who) {
        JsonNode answer = who.client().get("/v1/evaluations");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "find.noServed",
                    Column.of("at", "time"),
                    Column.of("padded", "paddedCount"),
                    Column.of("keyType"),
                    Column.of("purpose"),
                    Column.of("institution"),
                    Column.of("basis"));
        }
        return 0;
    }

    @Command(
            name = "publish",
            mixinStandardHelpOptions = true,
            description = {
                "Publish the discovery sets of a purpose (operator).",
                "Publicar los conjuntos de consulta de una finalidad (operador)."
            })
    int publish(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "PURPOSE",
                            description = {"A purpose of the agreement.", "Una finalidad del acuerdo."})
                    String purpose) {
        return end(who, await(who, who.client().post(PUBLICATIONS, Map.of("purpose", purpose))));
    }

    @Command(
            name = "publications",
            mixinStandardHelpOptions = true,
            description = {"Publications of this node (operator).", "Publicaciones de este nodo (operador)."})
    int publications(@Mixin SignedIn who) {
        JsonNode answer = who.client().get(PUBLICATIONS);
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "find.noPublications",
                    Column.of("id"),
                    Column.of("purpose"),
                    screen.state("publication"),
                    Column.of("sets", "setsDone"),
                    Column.of("entries", "done"),
                    Column.of("begun", "started"),
                    Column.of("officer"));
        }
        return 0;
    }

    @Command(
            name = "publication",
            mixinStandardHelpOptions = true,
            description = {
                "Wait for a publication that runs, then how it stands (operator).",
                "Esperar una publicación en curso y mostrar cómo quedó (operador)."
            })
    int publication(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "PUBLICATION",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        return end(who, await(who, who.client().get(PUBLICATIONS + "/" + Pieces.encoded(id))));
    }

    private JsonNode await(SignedIn who, JsonNode begun) {
        Screen screen = who.screen(entente, out);
        Waiting waiting = new Waiting(who.json ? entente.terminal().err() : out);
        return waiting.until(who.client(), begun, PUBLICATIONS, state -> {
            boolean rated = state.path("ratePerSecond").asLong() > 0;
            return screen.sentence(
                    rated ? "find.publish.progress" : "find.publish.begun",
                    state.path("done").asLong(),
                    state.path("total").asLong(),
                    state.path("ratePerSecond").asLong(),
                    state.path("secondsLeft").asLong(),
                    state.path("setsDone").asInt(),
                    state.path("sets").asInt());
        });
    }

    private int end(SignedIn who, JsonNode state) {
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(state)) {
            screen.detail(
                    state,
                    Column.of("id"),
                    Column.of("purpose"),
                    screen.state("publication"),
                    Column.of("sets", "setsDone"),
                    Column.of("entries", "done"));
            screen.line(screen.both(state.path("explained")));
        }
        return state.path("state").asString().equals("done") ? 0 : 1;
    }

    @Command(
            name = "sets",
            mixinStandardHelpOptions = true,
            description = {
                "Discovery sets, own and the peer's (operator).",
                "Conjuntos de consulta, propios y de la contraparte (operador)."
            })
    int sets(@Mixin SignedIn who) {
        return sets(who, who.client().get("/v1/discovery/sets"));
    }

    private int sets(SignedIn who, JsonNode answer) {
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "find.noSets",
                    new Column("direction", row -> screen.word("set", row.path("direction"))),
                    Column.of("keyType"),
                    Column.of("purpose"),
                    Column.of("epoch"),
                    screen.state("set"),
                    Column.of("padded", "paddedCount"),
                    Column.of("published"));
        }
        return 0;
    }
}
