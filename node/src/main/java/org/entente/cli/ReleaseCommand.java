package org.entente.cli;

import java.io.PrintStream;
import java.util.Map;
import org.entente.cli.Screen.Column;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `entente release`: what was given and what was received, terms before content.
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {"Releases: terms, content, recall.", "Entregas: condiciones, contenido, revocación."})
final class ReleaseCommand {
    private final Entente entente;
    private final PrintStream out;

    ReleaseCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Releases received or given.", "Entregas recibidas o dadas."})
    int list(
            @Mixin SignedIn who,
            @Option(
                            names = "--box",
                            defaultValue = "in",
                            paramLabel = "in|out",
                            description = {"Received (default) or given.", "Recibidas (por omisión) o dadas."})
                    String box) {
        JsonNode answer = who.client().get("/v1/releases?box=" + Pieces.encoded(box));
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "release.none",
                    Column.of("id"),
                    screen.state("release"),
                    Column.of("purpose", "terms.purpose"),
                    Column.of("handling", "terms.handling"),
                    Column.of("expires", "terms.expires"));
        }
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {
                "The terms of one release and how far it has come; never its content.",
                "Las condiciones de una entrega y su avance; nunca su contenido."
            })
    int show(
            @Mixin SignedIn who,
            @Option(
                            names = "--box",
                            defaultValue = "in",
                            paramLabel = "in|out",
                            description = {"Received (default) or given.", "Recibida (por omisión) o dada."})
                    String box,
            @Parameters(
                            paramLabel = "RELEASE",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        return print(who, who.client().get(path(id) + "?box=" + Pieces.encoded(box)));
    }

    @Command(
            name = "acknowledge",
            mixinStandardHelpOptions = true,
            description = {
                "Accept the terms of a received release; its owner gets a signed receipt.",
                "Aceptar las condiciones de una entrega recibida; su titular recibe un acuse firmado."
            })
    int acknowledge(
            @Mixin SignedIn who,
            @Option(
                            names = "--terms",
                            paramLabel = "HASH",
                            description = {
                                "The hash of the terms as you read them; default: as they now stand.",
                                "La huella de las condiciones que usted leyó; por omisión, las vigentes."
                            })
                    @Nullable
                    String hash,
            @Parameters(
                            paramLabel = "RELEASE",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        return print(
                who,
                who.client().post(path(id) + "/acknowledgement", hash == null ? Map.of() : Map.of("termsHash", hash)));
    }

    @Command(
            name = "open",
            mixinStandardHelpOptions = true,
            description = {
                "Read a received release for a purpose and a case; the attempt is logged.",
                "Leer una entrega recibida para una finalidad y un expediente; el intento queda anotado."
            })
    int open(
            @Mixin SignedIn who,
            @Option(
                            names = "--purpose",
                            required = true,
                            paramLabel = "CODE",
                            description = {"What for.", "Para qué."})
                    String purpose,
            @Option(
                            names = "--case",
                            required = true,
                            paramLabel = "NUMBER",
                            description = {"Your case file.", "Su expediente."})
                    String caseNumber,
            @Option(
                            names = "--for-accused",
                            description = {
                                "To disclose what helps an accused; a suspension does not forbid it.",
                                "Para revelar lo que favorece a un acusado; una suspensión no lo impide."
                            })
                    boolean forAccused,
            @Parameters(
                            paramLabel = "RELEASE",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        JsonNode answer = who.client()
                .post(path(id) + "/opening", Map.of("purpose", purpose, "case", caseNumber, "forAccused", forAccused));
        Screen screen = who.screen(entente, out);
        boolean opened = answer.path("outcome").asString().equals("opened");
        if (!screen.isTakenByProgram(answer)) {
            if (opened) {
                screen.table(
                        answer.path("statements"),
                        "release.none",
                        Column.of("property"),
                        Column.of("value"),
                        new Column("status", row -> screen.word("status", row.path("status"))),
                        new Column("personClass", row -> screen.word("class", row.path("personClass"))),
                        Column.of("handling"),
                        Column.of("evaluation"),
                        Column.of("source"),
                        Column.of("asOf", "sourceAsOf"),
                        Column.of("basis"));
                screen.say("release.force");
            } else {
                screen.line(screen.both(answer.path("reason")));
            }
        }
        return opened ? 0 : 1;
    }

    @Command(
            name = "recall",
            mixinStandardHelpOptions = true,
            description = {
                "Take a given release back; content and key are destroyed at the receiver.",
                "Revocar una entrega dada; contenido y llave se destruyen en poder del receptor."
            })
    int recall(
            @Mixin SignedIn who,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"Why; it stays in the file.", "Por qué; queda en el expediente."})
                    String reason,
            @Parameters(
                            paramLabel = "RELEASE",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        return print(who, who.client().post(path(id) + "/recall", Map.of("reason", reason)));
    }

    @Command(
            name = "challenge",
            mixinStandardHelpOptions = true,
            description = {
                "Lodge a challenge to a release or to statements of it; its owner has 30 days.",
                "Presentar una impugnación de una entrega o de datos de ella; su titular tiene 30 días."
            })
    int challenge(
            @Mixin SignedIn who,
            @Mixin ChallengeOptions options,
            @Parameters(
                            paramLabel = "RELEASE",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        return ChallengeCommand.print(entente, out, who, who.client().post(path(id) + "/challenges", options.body()));
    }

    private int print(SignedIn who, JsonNode release) {
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(release)) {
            screen.detail(
                    release,
                    Column.of("id"),
                    screen.state("release"),
                    Column.of("purpose", "terms.purpose"),
                    Column.of("handling", "terms.handling"),
                    Column.of("restriction", "terms.restriction"),
                    Column.of("expires", "terms.expires"),
                    Column.of("terms", "termsHash"),
                    Column.of("acknowledged"),
                    Column.of("opened"),
                    Column.of("destroyed"));
            screen.say("release.force");
        }
        return 0;
    }

    private static String path(String id) {
        return "/v1/releases/" + Pieces.encoded(id);
    }
}
