package org.entente.cli;

import java.io.PrintStream;
import java.util.Map;
import org.entente.cli.Screen.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `entente forewarning`: no-surprise notices to an authority of the other party.
@Command(
        name = "forewarning",
        mixinStandardHelpOptions = true,
        description = {
            "No-surprise notices: tell an authority of the other party what concerns a high official, now or later.",
            "Avisos previos: decir a una autoridad de la otra parte lo que atañe a un alto funcionario, ya o después."
        })
final class ForewarningCommand {
    private static final String PATH = "/v1/forewarnings";

    private final Entente entente;
    private final PrintStream out;

    ForewarningCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"What waits first, by time left.", "Primero lo pendiente, según el tiempo restante."})
    int list(@Mixin SignedIn who) {
        JsonNode answer = who.client().get(PATH);
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "forewarning.none",
                    Column.of("id"),
                    screen.state("forewarning"),
                    Column.of("from"),
                    Column.of("to"),
                    Column.of("due"));
        }
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {"One of them; the look is logged.", "Uno de ellos; la consulta queda asentada."})
    int show(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "ID",
                            description = {"Which one.", "Cuál."})
                    String id) {
        return print(who, who.client().get(PATH + "/" + Pieces.encoded(id)));
    }

    @Command(
            name = "write",
            mixinStandardHelpOptions = true,
            description = {
                "Write one: sent now, with its request, or delayed with a reason.",
                "Escribir uno: se envía ya, con su solicitud, o se aplaza con un motivo."
            })
    int write(@Mixin SignedIn who, @Mixin ForewarningOptions options) {
        return print(who, who.client().post(PATH, options.body()));
    }

    @Command(
            name = "send",
            mixinStandardHelpOptions = true,
            description = {"Send one that waits.", "Enviar uno pendiente."})
    int send(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "ID",
                            description = {"Which one.", "Cuál."})
                    String id) {
        return print(who, who.client().post(PATH + "/" + Pieces.encoded(id) + "/sending", Map.of()));
    }

    @Command(
            name = "delay",
            mixinStandardHelpOptions = true,
            description = {
                "Let one wait, because telling could tip somebody off.",
                "Aplazar uno, porque avisar podría alertar a alguien."
            })
    int delay(
            @Mixin SignedIn who,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"Why; it stays here.", "Por qué; se queda aquí."})
                    String reason,
            @Option(
                            names = "--due",
                            required = true,
                            paramLabel = "INSTANT",
                            description = {"Until when.", "Hasta cuándo."})
                    String due,
            @Parameters(
                            paramLabel = "ID",
                            description = {"Which one.", "Cuál."})
                    String id) {
        Map<String, Object> order = Map.of("reason", reason, "due", due);
        return print(who, who.client().post(PATH + "/" + Pieces.encoded(id) + "/delay", order));
    }

    @Command(
            name = "leave",
            mixinStandardHelpOptions = true,
            description = {
                "Decide not to send one that waits, with a reason.",
                "Decidir, con un motivo, no enviar uno pendiente."
            })
    int leave(
            @Mixin SignedIn who,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"Why; it stays here.", "Por qué; se queda aquí."})
                    String reason,
            @Parameters(
                            paramLabel = "ID",
                            description = {"Which one.", "Cuál."})
                    String id) {
        Map<String, Object> order = Map.of("reason", reason);
        return print(who, who.client().post(PATH + "/" + Pieces.encoded(id) + "/leaving", order));
    }

    private int print(SignedIn who, JsonNode one) {
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(one)) {
            screen.detail(
                    one,
                    Column.of("id"),
                    screen.state("forewarning"),
                    Column.of("from"),
                    Column.of("to"),
                    Column.of("text"),
                    Column.of("request"),
                    Column.of("case"),
                    Column.of("due"));
        }
        return 0;
    }
}
