package org.entente.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.Measure;
import org.entente.agreement.pack.PackFiles;
import org.entente.agreement.pack.PackReader;
import org.entente.cli.Screen.Column;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `entente request`: what is asked, on both sides of it.
@Command(
        name = "request",
        mixinStandardHelpOptions = true,
        description = {"Write, send and answer requests.", "Escribir, enviar y responder solicitudes."})
final class RequestCommand extends AttachmentCommands {
    private static final AgreementId SHIPPED = new AgreementId("us-mx");

    RequestCommand(Entente entente, PrintStream out) {
        super(entente, out);
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "The requests of a box; the inbox is ordered by time left.",
                "Las solicitudes de una bandeja; la de entrada, por plazo restante."
            })
    int list(
            @Mixin SignedIn who,
            @Option(
                            names = "--box",
                            defaultValue = "in",
                            paramLabel = "in|received|out",
                            description = {
                                "Open ones received, all received, or sent. Default: in.",
                                "Recibidas abiertas, todas las recibidas o las enviadas. Por omisión: in."
                            })
                    String box,
            @Mixin ListFilter filter) {
        JsonNode answer = who.client().get("/v1/requests?box=" + Pieces.encoded(box) + filter.query());
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "request.none",
                    Column.of("id"),
                    new Column("type", row -> screen.both(row.path("title"))),
                    screen.state("request"),
                    Column.of("from"),
                    Column.of("to"),
                    Column.of("basis"),
                    new Column("timeLeft", row -> screen.both(row.at("/deadline/text"))),
                    Column.of("assignee", "assignment.officer"));
        }
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {
                "One request: its paper, the law's ruling, what is still to be answered, its history.",
                "Una solicitud: su texto, el dictamen de la ley, lo que falta responder y su historia."
            })
    int show(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        JsonNode answer = who.client().get(path(number));
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            new RequestPaper(screen).print(answer);
        }
        return 0;
    }

    @Command(
            name = "documents",
            mixinStandardHelpOptions = true,
            description = {"The documents there are of a request now.", "Los documentos que hay ahora de una solicitud."
            })
    int documents(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        JsonNode answer = who.client().get(path(number) + "/documents");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "request.none",
                    Column.of("kind"),
                    new Column("title", row -> screen.both(row.path("title"))));
        }
        return 0;
    }

    @Command(
            name = "document",
            mixinStandardHelpOptions = true,
            description = {
                "Write a document of a request to a file: signed PDF, or DOCX by the file's name.",
                "Escribir un documento de una solicitud en un archivo: PDF firmado, o DOCX según su nombre."
            })
    int document(
            @Mixin SignedIn who,
            @Mixin DocumentFile file,
            @Parameters(
                            index = "0",
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number,
            @Parameters(
                            index = "1",
                            paramLabel = "KIND",
                            description = {
                                "The document; entente request documents lists them.",
                                "El documento; entente request documents los enumera."
                            })
                    String kind) {
        file.write(entente, who.client(), path(number) + "/documents/" + Pieces.encoded(kind));
        return 0;
    }

    @Command(
            name = "write",
            mixinStandardHelpOptions = true,
            description = {
                "Print a file to fill in and send, as YAML.",
                "Mostrar un archivo para llenar y enviar, en YAML."
            })
    int write(
            @Parameters(
                            paramLabel = "TYPE",
                            description = {
                                "The type of request, such as firearm-trace.",
                                "El tipo de solicitud, como firearm-trace."
                            })
                    String type,
            @Option(
                            names = "--pack",
                            paramLabel = "DIR",
                            description = {
                                "The agreement's pack; default: the one that ships.",
                                "El paquete del acuerdo; por omisión, el incluido."
                            })
                    @Nullable
                    Path pack) {
        PackFiles files = pack == null ? PackFiles.shipped(SHIPPED).orElseThrow() : PackFiles.read(pack);
        Agreement agreement = PackReader.read(files);
        Measure measure = agreement.requests().stream()
                .filter(one -> one.key().equals(type))
                .findFirst()
                .orElseThrow(() -> new EntenteException(
                        CliCode.CLI_NO_FORM,
                        type,
                        agreement.requests().stream().map(Measure::key).collect(Collectors.joining(", "))));
        out.print(RequestForm.of(agreement, measure));
        return 0;
    }

    @Command(
            name = "send",
            mixinStandardHelpOptions = true,
            description = {
                "Submit a request from a JSON or YAML file; it leaves after the lawyer's check.",
                "Presentar una solicitud desde un archivo JSON o YAML; sale tras la revisión del jurista."
            })
    int send(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "FILE",
                            description = {"See: entente request write.", "Vea: entente request write."})
                    Path file) {
        JsonNode answer = who.client().answer("/v1/requests", Pieces.body(file));
        Screen screen = who.screen(entente, out);
        String outcome = answer.path("outcome").asString();
        if (!screen.isTakenByProgram(answer)) {
            screen.say("request." + outcome, answer.path("id").asString(""));
            for (JsonNode problem : answer.path("problems")) {
                screen.line("  " + problem.path("field").asString() + ": " + screen.both(problem.path("text")));
            }
            new RequestPaper(screen).ruling(answer.path("ruling"));
        }
        return outcome.equals("recorded") ? 0 : 1;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Accept or doubt the basis (lawyer), before sending and before answering.",
                "Aceptar o poner en duda el fundamento (jurista), antes de enviar y de responder."
            })
    int check(
            @Mixin SignedIn who,
            @Option(
                            names = "--doubt",
                            description = {
                                "Doubt it; without this it is accepted.",
                                "Ponerlo en duda; sin esto se acepta."
                            })
                    boolean doubt,
            @Option(
                            names = "--note",
                            defaultValue = "",
                            paramLabel = "TEXT",
                            description = {"A note for the file.", "Una nota para el expediente."})
                    String note,
            @Option(
                            names = "--fact",
                            paramLabel = "KEY=VALUE",
                            description = {
                                "An answer to an open question of the law; repeat it.",
                                "Respuesta a una pregunta abierta de la ley; repítala."
                            })
                    @Nullable
                    Map<String, String> facts,
            @Option(
                            names = "--revision",
                            paramLabel = "N",
                            description = {
                                "The revision you read, as `request show` says; refused if it has changed since.",
                                "La revisión que leyó, según `request show`; se rechaza si cambió después."
                            })
                    @Nullable
                    Integer revision,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("accepted", !doubt);
        body.put("note", note);
        body.put("facts", facts == null ? Map.of() : facts);
        if (revision != null) {
            body.put("revision", revision);
        }
        JsonNode answer = who.client().post(path(number) + "/basis-check", body);
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.line(number + ": " + screen.word("request", answer.path("state")));
            new RequestPaper(screen).ruling(answer.path("ruling"));
        }
        return answer.path("accepted").asBoolean() == !doubt ? 0 : 1;
    }

    @Command(
            name = "refuse",
            mixinStandardHelpOptions = true,
            description = {
                "Refuse a request on a ground of the agreement.",
                "Denegar una solicitud por un motivo del acuerdo."
            })
    int refuse(
            @Mixin SignedIn who,
            @Mixin Reasons reasons,
            @Option(
                            names = "--ground",
                            required = true,
                            paramLabel = "KEY",
                            description = {
                                "The ground; entente request show lists those open.",
                                "El motivo; entente request show enumera los disponibles."
                            })
                    String ground,
            @Option(
                            names = "--without-consultation",
                            defaultValue = "",
                            paramLabel = "TEXT",
                            description = {
                                "Why the parties did not consult, where the ground wants it.",
                                "Por qué las partes no consultaron, si el motivo lo exige."
                            })
                    String withoutConsultation,
            @Option(
                            names = "--part",
                            defaultValue = "",
                            paramLabel = "TEXT",
                            description = {
                                "The part that is refused while the rest stays open; without it the whole is.",
                                "La parte que se niega mientras el resto queda abierto; sin ella, toda la solicitud."
                            })
                    String part,
            @Option(
                            names = "--article",
                            paramLabel = "INSTRUMENT/ARTICLE",
                            description = {
                                "Another article than the ground's own.",
                                "Un artículo distinto al del motivo."
                            })
                    @Nullable
                    String article,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ground", ground);
        body.put("reasons", reasons.both());
        body.put("withoutConsultation", withoutConsultation);
        body.put("part", part);
        if (article != null) {
            body.put("article", Pieces.basis(article));
        }
        JsonNode answer = who.client().post(path(number) + "/refusal", body);
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.say(
                    "request.refused",
                    number,
                    screen.both(answer.path("text")),
                    answer.path("article").asString(""));
        }
        return 0;
    }

    @Command(
            name = "answer",
            mixinStandardHelpOptions = true,
            description = {
                "Release chosen statements as the answer, under terms.",
                "Entregar datos elegidos como respuesta, con condiciones."
            })
    int answer(
            @Mixin SignedIn who,
            @Mixin TermsOptions terms,
            @Option(
                            names = "--statement",
                            paramLabel = "ID",
                            description = {"A statement of a dossier; repeat it.", "Un dato de un expediente; repítala."
                            })
                    @Nullable
                    List<String> statements,
            @Option(
                            names = "--field",
                            paramLabel = "PROPERTY=VALUE",
                            description = {
                                "A field written for this answer; repeat it.",
                                "Un campo escrito para esta respuesta; repítala."
                            })
                    @Nullable
                    Map<String, String> fields,
            @Option(
                            names = "--rest",
                            defaultValue = "",
                            paramLabel = "TEXT",
                            description = {
                                "This answers a part: what still follows.",
                                "Esto responde a una parte: lo que falta por enviar."
                            })
                    String rest,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("statements", statements == null ? List.of() : statements);
        body.put(
                "fields",
                (fields == null ? Map.<String, String>of() : fields)
                        .entrySet().stream()
                                .map(field -> Map.of("property", field.getKey(), "value", field.getValue()))
                                .toList());
        body.put("terms", terms.body());
        body.put("rest", rest);
        JsonNode answer = who.client().post(path(number) + "/answer", body);
        Screen screen = who.screen(entente, out);
        boolean released = answer.path("outcome").asString().equals("released");
        if (!screen.isTakenByProgram(answer)) {
            if (released) {
                screen.say("request.released", number, answer.path("release").asString());
            } else {
                screen.line(screen.both(answer.path("reason")));
            }
        }
        return released ? 0 : 1;
    }

    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = {"Withdraw a request of one's own.", "Retirar una solicitud propia."})
    int withdraw(
            @Mixin SignedIn who,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"Why; it stays in the file.", "Por qué; queda en el expediente."})
                    String reason,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        return letter(who, number, "withdrawal", Map.of("reason", reason));
    }
}
