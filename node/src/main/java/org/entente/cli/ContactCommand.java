package org.entente.cli;

import java.io.PrintStream;
import java.util.Map;
import org.entente.cli.Screen.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `entente contact`: the report of contacts with the other party's officials.
@Command(
        name = "contact",
        mixinStandardHelpOptions = true,
        description = {
            "Contacts with the other party's officials, and their report.",
            "Contactos con funcionarios de la otra parte y su informe."
        })
final class ContactCommand {
    private final Entente entente;
    private final PrintStream out;

    ContactCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"The contacts that officers recorded.", "Los contactos que registraron los funcionarios."})
    int list(@Mixin SignedIn who) {
        JsonNode answer = who.client().get("/v1/contacts");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "contact.none",
                    Column.of("id"),
                    Column.of("at"),
                    kind(screen),
                    Column.of("with", "counterpart"),
                    Column.of("matter", "subject"),
                    Column.of("by"),
                    Column.of("due"),
                    Column.of("report"),
                    Column.of("struck"));
        }
        return 0;
    }

    private static Column kind(Screen screen) {
        return new Column("kind", row -> screen.word("contact", row.path("kind")));
    }

    @Command(
            name = "owed",
            mixinStandardHelpOptions = true,
            description = {"What has yet to be reported, and until when.", "Lo que falta por informar, y hasta cuándo."
            })
    int owed(@Mixin SignedIn who) {
        JsonNode answer = who.client().get("/v1/contacts/owed");
        Screen screen = who.screen(entente, out);
        if (screen.isTakenByProgram(answer)) {
            return 0;
        }
        if (answer.path("items").isEmpty()) {
            screen.say("contact.nothingOwed");
        }
        for (JsonNode owed : answer.path("items")) {
            screen.say(
                    "contact.owed",
                    owed.path("institution").asString(),
                    owed.path("due").asString());
            if (!owed.path("exchanges").isEmpty()) {
                screen.table(
                        owed.path("exchanges"),
                        "contact.none",
                        Column.of("day"),
                        Column.of("with", "counterpart"),
                        Column.of("count"));
            }
            if (!owed.path("recorded").isEmpty()) {
                screen.table(
                        owed.path("recorded"),
                        "contact.none",
                        Column.of("id"),
                        Column.of("at"),
                        kind(screen),
                        Column.of("with", "counterpart"),
                        Column.of("matter", "subject"));
            }
        }
        return 0;
    }

    /// A contact, option by option.
    static final class Told {
        @Option(
                names = "--with",
                required = true,
                paramLabel = "INSTITUTION",
                description = {
                    "The other party's institution, as us-atf.",
                    "La institución de la otra parte, como us-atf."
                })
        String counterpart = "";

        @Option(
                names = "--kind",
                required = true,
                paramLabel = "meeting|exchange|call|message",
                description = {"How.", "Cómo."})
        String kind = "";

        @Option(
                names = "--at",
                required = true,
                paramLabel = "2026-11-28T18:00:00Z",
                description = {"When it was, in UTC.", "Cuándo fue, en UTC."})
        String at = "";

        @Option(
                names = "--subject",
                required = true,
                paramLabel = "TEXT",
                description = {
                    "What it was about: basic data, at most 200 characters.",
                    "Sobre qué: datos básicos, 200 caracteres como máximo."
                })
        String subject = "";

        @Option(
                names = "--leave",
                defaultValue = "",
                paramLabel = "REFERENCE",
                description = {"The leave given beforehand.", "La autorización previa."})
        String leave = "";
    }

    @Command(
            name = "record",
            mixinStandardHelpOptions = true,
            description = {
                "Record a meeting, call, message or exchange outside the node.",
                "Registrar una reunión, llamada, mensaje o intercambio fuera del nodo."
            })
    int record(@Mixin SignedIn who, @Mixin Told told) {
        JsonNode answer = who.client()
                .post(
                        "/v1/contacts",
                        Map.of(
                                "counterpart", told.counterpart,
                                "kind", told.kind,
                                "at", told.at,
                                "subject", told.subject,
                                "leave", told.leave));
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.say(
                    "contact.recorded",
                    answer.path("id").asString(),
                    answer.path("due").asString());
        }
        return 0;
    }

    @Command(
            name = "strike",
            mixinStandardHelpOptions = true,
            description = {"Strike out a record made in error.", "Tachar un registro hecho por error."})
    int strike(
            @Mixin SignedIn who,
            @Option(
                            names = "--why",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"What was wrong with it.", "Qué tenía de erróneo."})
                    String why,
            @Parameters(
                            paramLabel = "CONTACT",
                            description = {"Its number.", "Su número."})
                    String id) {
        JsonNode answer = who.client().post("/v1/contacts/" + Pieces.encoded(id) + "/strike", Map.of("why", why));
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.say("contact.struck", answer.path("id").asString());
        }
        return 0;
    }

    @Command(
            name = "reports",
            mixinStandardHelpOptions = true,
            description = {"The reports that were made.", "Los informes elaborados."})
    int reports(@Mixin SignedIn who) {
        JsonNode answer = who.client().get("/v1/contacts/reports");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "contact.noReport",
                    Column.of("number"),
                    Column.of("institution"),
                    Column.of("contacts"),
                    Column.of("due"),
                    Column.of("at"),
                    Column.of("handedOver"),
                    Column.of("receipt"));
        }
        return 0;
    }

    @Command(
            name = "report",
            mixinStandardHelpOptions = true,
            description = {
                "Make a report of what your institution has yet to report.",
                "Elaborar un informe de lo que su institución aún debe informar."
            })
    int report(@Mixin SignedIn who) {
        JsonNode answer = who.client().post("/v1/contacts/reports", Map.of());
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.say(
                    "contact.reported",
                    answer.path("number").asString(),
                    answer.path("contacts").asInt(),
                    answer.path("due").asString());
        }
        return 0;
    }

    @Command(
            name = "document",
            mixinStandardHelpOptions = true,
            description = {
                "Write a report to a file: signed PDF, or DOCX by the file's name.",
                "Escribir un informe en un archivo: PDF firmado, o DOCX según su nombre."
            })
    int document(
            @Mixin SignedIn who,
            @Mixin DocumentFile file,
            @Parameters(
                            paramLabel = "REPORT",
                            description = {"Its number.", "Su número."})
                    String number) {
        file.write(entente, who.client(), "/v1/contacts/reports/" + Pieces.encoded(number) + "/report");
        return 0;
    }

    @Command(
            name = "handed-over",
            mixinStandardHelpOptions = true,
            description = {
                "Note that the recipients have a report: its term has ended.",
                "Anotar que los destinatarios tienen un informe: su plazo terminó."
            })
    int handedOver(
            @Mixin SignedIn who,
            @Option(
                            names = "--receipt",
                            required = true,
                            paramLabel = "REFERENCE",
                            description = {"What their receipt is known by.", "La referencia de su acuse."})
                    String receipt,
            @Parameters(
                            paramLabel = "REPORT",
                            description = {"Its number.", "Su número."})
                    String number) {
        JsonNode answer = who.client()
                .post("/v1/contacts/reports/" + Pieces.encoded(number) + "/receipt", Map.of("receipt", receipt));
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.say("contact.handedOver", answer.path("number").asString());
        }
        return 0;
    }
}
