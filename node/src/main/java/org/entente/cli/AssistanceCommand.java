package org.entente.cli;

import java.io.PrintStream;
import java.time.LocalDate;
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

/// `entente request assistance`: counsel and interpreters of one request.
@Command(
        name = "assistance",
        mixinStandardHelpOptions = true,
        description = {
            "Counsel and interpreters of a request: recorded, ended, told to the other party.",
            "Defensa e intérpretes de una solicitud: anotarlos, terminarlos, comunicarlos a la otra parte."
        })
final class AssistanceCommand {
    private final Entente entente;
    private final PrintStream out;

    AssistanceCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Those of both parties.", "Los de ambas partes."})
    int list(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        return print(who, who.client().get(path(number)));
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {
                "Record counsel or an interpreter; the other party is told only with --tell.",
                "Anotar a la defensa o a un intérprete; la otra parte solo se entera con --tell."
            })
    int add(
            @Mixin SignedIn who,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "counsel|interpreter",
                            description = {"As what.", "Como qué."})
                    String role,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            description = {"Who it is.", "Quién es."})
                    String name,
            @Option(
                            names = "--person",
                            required = true,
                            paramLabel = "NAME",
                            description = {"For whom.", "Para quién."})
                    String person,
            @Option(
                            names = "--body",
                            defaultValue = "",
                            paramLabel = "TEXT",
                            description = {"Bar and number, or institution.", "Colegio y cédula, o institución."})
                    String body,
            @Option(
                            names = "--language",
                            paramLabel = "CODE",
                            description = {"As es, tzo; may be repeated.", "Como es, tzo; puede repetirse."})
                    @Nullable
                    List<String> languages,
            @Option(
                            names = "--contact",
                            defaultValue = "",
                            paramLabel = "TEXT",
                            description = {"How to reach them.", "Cómo localizarle."})
                    String contact,
            @Option(
                            names = "--from",
                            required = true,
                            paramLabel = "DAY",
                            description = {"First day.", "Primer día."})
                    LocalDate from,
            @Option(
                            names = "--tell",
                            description = {"Tell the other party.", "Comunicarlo a la otra parte."})
                    boolean tells,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("role", role);
        order.put("name", name);
        order.put("person", person);
        order.put("body", body);
        order.put("languages", languages == null ? List.of() : languages);
        order.put("contact", contact);
        order.put("from", from.toString());
        order.put("tell", tells);
        return printOne(who, who.client().post(path(number), order));
    }

    @Command(
            name = "end",
            mixinStandardHelpOptions = true,
            description = {"End one of your party's.", "Terminar uno de su parte."})
    int end(
            @Mixin SignedIn who,
            @Option(
                            names = "--until",
                            required = true,
                            paramLabel = "DAY",
                            description = {"Last day.", "Último día."})
                    LocalDate until,
            @Option(
                            names = "--tell",
                            description = {"Tell the other party.", "Comunicarlo a la otra parte."})
                    boolean tells,
            @Parameters(
                            index = "0",
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number,
            @Parameters(
                            index = "1",
                            paramLabel = "ID",
                            description = {"Which one.", "Cuál."})
                    String id) {
        Map<String, Object> order = Map.of("until", until.toString(), "tell", tells);
        return printOne(who, who.client().post(path(number) + "/" + Pieces.encoded(id) + "/end", order));
    }

    @Command(
            name = "tell",
            mixinStandardHelpOptions = true,
            description = {
                "Tell the other party how one of yours stands now.",
                "Comunicar a la otra parte cómo está ahora uno de los suyos."
            })
    int tell(
            @Mixin SignedIn who,
            @Parameters(
                            index = "0",
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number,
            @Parameters(
                            index = "1",
                            paramLabel = "ID",
                            description = {"Which one.", "Cuál."})
                    String id) {
        return printOne(who, who.client().post(path(number) + "/" + Pieces.encoded(id) + "/telling", Map.of()));
    }

    private int print(SignedIn who, JsonNode answer) {
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "assistance.none",
                    Column.of("id"),
                    new Column("role", row -> screen.word("assistance-role", row.path("role"))),
                    Column.of("name"),
                    Column.of("person"),
                    Column.of("from"),
                    Column.of("until"),
                    Column.of("by"));
        }
        return 0;
    }

    private int printOne(SignedIn who, JsonNode one) {
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(one)) {
            screen.detail(
                    one,
                    Column.of("id"),
                    new Column("role", row -> screen.word("assistance-role", row.path("role"))),
                    Column.of("name"),
                    Column.of("person"),
                    Column.of("from"),
                    Column.of("until"),
                    Column.of("told", "toldAt"));
        }
        return 0;
    }

    private static String path(String number) {
        return "/v1/requests/" + Pieces.encoded(number) + "/assistance";
    }
}
