package org.entente.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.cli.Screen.Column;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `entente challenge`: challenges to released statements; `entente release challenge` lodges one.
@Command(
        name = "challenge",
        mixinStandardHelpOptions = true,
        description = {
            "Challenges to released statements: what is open, the answer.",
            "Impugnaciones de datos entregados: lo abierto, la respuesta."
        })
final class ChallengeCommand {
    private final Entente entente;
    private final PrintStream out;

    ChallengeCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Challenges by time left, open ones first.",
                "Impugnaciones según el tiempo restante, primero las abiertas."
            })
    int list(
            @Mixin SignedIn who,
            @Option(
                            names = "--release",
                            paramLabel = "RELEASE",
                            description = {"Only those to this release.", "Solo las de esta entrega."})
                    @Nullable
                    String release) {
        JsonNode answer =
                who.client().get("/v1/challenges" + (release == null ? "" : "?release=" + Pieces.encoded(release)));
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "challenge.none",
                    Column.of("id"),
                    screen.state("challenge"),
                    new Column("ground", row -> screen.word("challenge-ground", row.path("ground"))),
                    Column.of("release", "reaches.0.release"),
                    Column.of("deadline"));
        }
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {
                "One challenge: whom it reached and when, and how it ended.",
                "Una impugnación: a quién llegó y cuándo, y cómo terminó."
            })
    int show(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "CHALLENGE",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        return print(entente, out, who, who.client().get("/v1/challenges/" + Pieces.encoded(id)));
    }

    @Command(
            name = "answer",
            mixinStandardHelpOptions = true,
            description = {
                "End a challenge to what this party gave: by a correction, a deletion, or reasons.",
                "Terminar una impugnación de lo que entregó esta parte: con corrección, supresión o razones."
            })
    int answer(
            @Mixin SignedIn who,
            @Option(
                            names = "--ending",
                            required = true,
                            paramLabel = "corrected|deleted|maintained",
                            description = {"How it ends.", "Cómo termina."})
                    String ending,
            @Option(
                            names = "--reasons",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"The receivers read them.", "Las leen quienes recibieron los datos."})
                    String reasons,
            @Option(
                            names = "--correct",
                            paramLabel = "POSITION=VALUE",
                            description = {
                                "A corrected value by its place in the release; empty leaves it out. May be repeated.",
                                "Un valor corregido según su lugar en la entrega; vacío lo omite. Puede repetirse."
                            })
                    @Nullable
                    Map<Integer, String> corrections,
            @Parameters(
                            paramLabel = "CHALLENGE",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("ending", ending, "reasons", reasons));
        if (corrections != null) {
            List<Map<String, Object>> values = corrections.entrySet().stream()
                    .map(one -> Map.<String, Object>of("position", one.getKey(), "value", one.getValue()))
                    .toList();
            body.put("corrections", values);
        }
        JsonNode answer = who.client().post("/v1/challenges/" + Pieces.encoded(id) + "/answer", body);
        if (answer.path("outcome").asString().equals("answered")) {
            return print(entente, out, who, answer.path("challenge"));
        }
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.line(screen.both(answer.path("reason")));
        }
        return 1;
    }

    @Command(
            name = "send-again",
            mixinStandardHelpOptions = true,
            description = {
                "Send a challenge again that the other node refused; its owner has the whole term.",
                "Enviar de nuevo una impugnación que el otro nodo rechazó; su titular tiene todo el plazo."
            })
    int sendAgain(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "CHALLENGE",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        JsonNode answer = who.client().post("/v1/challenges/" + Pieces.encoded(id) + "/sending", Map.of());
        if (answer.path("outcome").asString().equals("sent")) {
            return print(entente, out, who, answer.path("challenge"));
        }
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.line(screen.both(answer.path("reason")));
        }
        return 1;
    }

    static int print(Entente entente, PrintStream out, SignedIn who, JsonNode challenge) {
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(challenge)) {
            screen.detail(
                    challenge,
                    Column.of("id"),
                    screen.state("challenge"),
                    new Column("broughtBy", row -> screen.word("challenger", row.path("broughtBy"))),
                    Column.of("name", "representative"),
                    Column.of("reference"),
                    new Column("ground", row -> screen.word("challenge-ground", row.path("ground"))),
                    Column.of("text"),
                    Column.of("case"),
                    Column.of("lodged"),
                    Column.of("deadline"));
            screen.table(
                    challenge.path("reaches"),
                    "challenge.none",
                    Column.of("release"),
                    Column.of("statement", "positions"),
                    Column.of("told", "toldReceipt"),
                    new Column("lost", row -> screen.both(row.path("toldLost"))),
                    Column.of("arrived"),
                    new Column("end", row -> screen.word("challenge", row.at("/answer/ending"))),
                    Column.of("reasons", "answer.reasons"),
                    Column.of("corrected", "answer.corrected"),
                    Column.of("answerReceipt", "answer.receipt"));
        }
        return 0;
    }
}
