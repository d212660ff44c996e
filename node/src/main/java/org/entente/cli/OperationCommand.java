package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.cli.Screen.Column;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `entente operation`: proposer and host, from the draft to its end.
@Command(
        name = "operation",
        mixinStandardHelpOptions = true,
        description = {
            "Operations: nothing is armed on a territory without its owner's consent.",
            "Operaciones: nada se activa en un territorio sin el consentimiento de su titular."
        })
final class OperationCommand {
    private static final String FORM = "operation.yaml";

    private final Entente entente;
    private final PrintStream out;

    OperationCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Operations of both parties.", "Operaciones de ambas partes."})
    int list(@Mixin SignedIn who) {
        JsonNode answer = who.client().get("/v1/operations");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "operation.none",
                    Column.of("id"),
                    screen.state("operation"),
                    Column.of("from"),
                    Column.of("to"),
                    Column.of("territories"),
                    Column.of("start"),
                    Column.of("title"));
        }
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {
                "One operation: consent, ruling, history.",
                "Una operación: consentimiento, dictamen, historia."
            })
    int show(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "OPERATION",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        JsonNode answer = who.client().get(path(id));
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            print(screen, answer.path("operation"));
            new RequestPaper(screen).ruling(answer.path("ruling"));
            screen.line("");
            screen.table(
                    answer.path("history"),
                    "operation.none",
                    Column.of("at"),
                    new Column("event", row -> screen.word("event", row.path("event"))),
                    screen.state("operation"),
                    Column.of("by"));
        }
        return 0;
    }

    @Command(
            name = "write",
            mixinStandardHelpOptions = true,
            description = {"Print a file to fill in and draft, as YAML.", "Mostrar un archivo para llenar, en YAML."})
    int write() {
        try (InputStream form = OperationCommand.class.getResourceAsStream(FORM)) {
            if (form == null) {
                throw new EntenteException(CliCode.CLI_NO_FORM, FORM, "-");
            }
            out.print(new String(form.readAllBytes(), StandardCharsets.UTF_8));
            return 0;
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, FORM);
        }
    }

    @Command(
            name = "draft",
            mixinStandardHelpOptions = true,
            description = {
                "Keep an operation from a JSON or YAML file as a draft.",
                "Guardar como borrador una operación desde un archivo JSON o YAML."
            })
    int draft(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "FILE",
                            description = {"See: entente operation write.", "Vea: entente operation write."})
                    Path file) {
        return state(who, who.client().post("/v1/operations", Pieces.body(file)));
    }

    @Command(
            name = "propose",
            mixinStandardHelpOptions = true,
            description = {"Send a draft to its host.", "Enviar un borrador a su anfitrión."})
    int propose(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "OPERATION",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        return outcome(who, who.client().post(path(id) + "/proposal", Map.of()));
    }

    @Command(
            name = "consent",
            mixinStandardHelpOptions = true,
            description = {
                "Sign the host's consent; a lawyer and a case officer, each once.",
                "Firmar el consentimiento del anfitrión; un jurista y un agente, una vez cada uno."
            })
    int consent(
            @Mixin SignedIn who,
            @Option(
                            names = "--condition-en",
                            paramLabel = "TEXT",
                            description = {"The condition in English.", "La condición en inglés."})
                    @Nullable
                    String english,
            @Option(
                            names = "--condition-es",
                            paramLabel = "TEXT",
                            description = {"The condition in Spanish.", "La condición en español."})
                    @Nullable
                    String spanish,
            @Option(
                            names = "--until",
                            paramLabel = "2026-12-24T00:00:00Z",
                            description = {
                                "When it ends; default: with the window.",
                                "Cuándo termina; por omisión, con el periodo."
                            })
                    @Nullable
                    String until,
            @Parameters(
                            paramLabel = "OPERATION",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (english != null || spanish != null) {
            body.put("condition", Map.of("en", english == null ? "" : english, "es", spanish == null ? "" : spanish));
        }
        if (until != null) {
            body.put("until", until);
        }
        return outcome(who, who.client().post(path(id) + "/consent", body));
    }

    @Command(
            name = "refuse",
            mixinStandardHelpOptions = true,
            description = {"Refuse a proposal on a ground (host).", "Denegar una propuesta por un motivo (anfitrión)."})
    int refuse(
            @Mixin SignedIn who,
            @Mixin Reasons reasons,
            @Option(
                            names = "--ground",
                            required = true,
                            paramLabel = "KEY",
                            description = {"A ground of the agreement.", "Un motivo del acuerdo."})
                    String ground,
            @Parameters(
                            paramLabel = "OPERATION",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        return state(
                who, who.client().post(path(id) + "/refusal", Map.of("ground", ground, "reasons", reasons.both())));
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = {
                "Withdraw a consent (host); the operation is disarmed when this arrives.",
                "Revocar un consentimiento (anfitrión); la operación se desactiva al llegar."
            })
    int revoke(
            @Mixin SignedIn who,
            @Mixin Reasons reasons,
            @Parameters(
                            paramLabel = "OPERATION",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        return state(who, who.client().post(path(id) + "/revocation", Map.of("reasons", reasons.both())));
    }

    @Command(
            name = "arm",
            mixinStandardHelpOptions = true,
            description = {
                "Mark an operation as going; refused without a whole consent.",
                "Activar una operación; se niega sin consentimiento completo."
            })
    int arm(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "OPERATION",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        return outcome(who, who.client().post(path(id) + "/arming", Map.of()));
    }

    @Command(
            name = "disarm",
            mixinStandardHelpOptions = true,
            description = {"Mark it as no longer going.", "Desactivarla."})
    int disarm(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "OPERATION",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        return state(who, who.client().post(path(id) + "/disarming", Map.of()));
    }

    @Command(
            name = "accept-condition",
            mixinStandardHelpOptions = true,
            description = {
                "Accept the host's condition (proposer); nothing is armed before.",
                "Aceptar la condición del anfitrión (proponente); antes nada se activa."
            })
    int acceptCondition(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "OPERATION",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        return state(who, who.client().post(path(id) + "/condition-acceptance", Map.of()));
    }

    private int state(SignedIn who, JsonNode operation) {
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(operation)) {
            print(screen, operation);
        }
        return 0;
    }

    private int outcome(SignedIn who, JsonNode answer) {
        Screen screen = who.screen(entente, out);
        boolean refused = answer.path("outcome").asString().equals("refused");
        if (!screen.isTakenByProgram(answer)) {
            screen.line(screen.word("operation", answer.path("outcome")));
            for (JsonNode reason : answer.path("reasons")) {
                screen.line("  " + screen.both(reason.path("text")));
            }
            if (answer.path("reasons").isEmpty() && answer.path("reason").isObject()) {
                screen.line("  " + screen.both(answer.path("reason")));
            }
            new RequestPaper(screen).ruling(answer.path("ruling"));
        }
        return refused ? 1 : 0;
    }

    private static void print(Screen screen, JsonNode operation) {
        screen.detail(
                operation,
                Column.of("id"),
                screen.state("operation"),
                Column.of("title"),
                Column.of("from"),
                Column.of("to"),
                Column.of("territories"),
                Column.of("start"),
                Column.of("end"),
                Column.of("measures"),
                Column.of("basis"),
                Column.of("signatures", "consent.signatureCount"),
                new Column("condition", row -> screen.both(row.at("/consent/condition"))),
                Column.of("armedUntil"),
                Column.of("ground", "refusal.ground"),
                new Column("reasons", row -> screen.both(row.at("/refusal/reasons"))),
                new Column("revoked", row -> screen.both(row.path("revoked"))));
    }

    private static String path(String id) {
        return "/v1/operations/" + Pieces.encoded(id);
    }
}
