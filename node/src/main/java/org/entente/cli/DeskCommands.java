package org.entente.cli;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.cli.Screen.Column;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// How an office orders its work, as commands of `entente request`: who has what, many at once,
/// filters that are kept. Public, because only public commands are inherited.
abstract class DeskCommands extends LetterCommands {
    private static final String FILTERS = "/v1/request-filters";

    DeskCommands(Entente entente, PrintStream out) {
        super(entente, out);
    }

    @Command(
            name = "assign",
            mixinStandardHelpOptions = true,
            description = {
                "Give requests to an officer, each as if alone; without --to, to yourself.",
                "Asignar solicitudes a un funcionario, cada una por separado; sin --to, a usted."
            })
    public int assign(
            @Mixin SignedIn who,
            @Option(
                            names = "--to",
                            paramLabel = "OFFICER|none",
                            description = {
                                "Who gets them; none takes them off whoever has them.",
                                "Quién las recibe; none se las quita a quien las tenga."
                            })
                    @Nullable
                    String to,
            @Parameters(
                            arity = "1..*",
                            paramLabel = "REQUEST",
                            description = {"Their numbers, at most 100.", "Sus números, hasta 100."})
                    List<String> numbers) {
        String officer = to == null ? who.officer : to;
        return each(who, "assignments", Map.of("requests", numbers, "officer", officer));
    }

    @Command(
            name = "assignees",
            mixinStandardHelpOptions = true,
            description = {"Who may be given a request.", "A quién puede asignarse una solicitud."})
    public int assignees(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        JsonNode answer = who.client().get(path(number) + "/assignees");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "officer.none",
                    Column.of("officer", "id"),
                    Column.of("name"),
                    Column.of("institution"));
        }
        return 0;
    }

    @Command(
            name = "withdraw-several",
            mixinStandardHelpOptions = true,
            description = {
                "Withdraw several requests of one's own, each as if alone, for one reason.",
                "Retirar varias solicitudes propias, cada una por separado, por un mismo motivo."
            })
    public int withdrawSeveral(
            @Mixin SignedIn who,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"Why; it stays in each file.", "Por qué; queda en cada expediente."})
                    String reason,
            @Parameters(
                            arity = "1..*",
                            paramLabel = "REQUEST",
                            description = {"Their numbers, at most 100.", "Sus números, hasta 100."})
                    List<String> numbers) {
        return each(who, "withdrawals", Map.of("requests", numbers, "reason", reason));
    }

    private int each(SignedIn who, String act, Map<String, Object> body) {
        JsonNode answer = who.client().post("/v1/requests/" + act, body);
        Screen screen = who.screen(entente, out);
        boolean all = true;
        boolean taken = screen.isTakenByProgram(answer);
        for (JsonNode one : answer.path("items")) {
            boolean done = one.path("done").asBoolean();
            all &= done;
            if (!taken) {
                String id = one.path("id").asString();
                if (done) {
                    screen.say("bulk.done", id);
                } else {
                    screen.line(id + ": " + screen.both(one.path("reason")) + " ("
                            + one.path("code").asString() + ")");
                }
            }
        }
        return all ? 0 : 1;
    }

    @Command(
            name = "filters",
            mixinStandardHelpOptions = true,
            description = {
                "The filters you keep, and how many requests pass each.",
                "Los filtros que usted guarda y cuántas solicitudes pasan cada uno."
            })
    public int filters(@Mixin SignedIn who) {
        JsonNode answer = who.client().get(FILTERS);
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"), "filter.none", Column.of("name"), Column.of("count"), Column.of("query"));
        }
        return 0;
    }

    @Command(
            name = "keep-filter",
            mixinStandardHelpOptions = true,
            description = {
                "Keep a filter under a name, in the place of one of that name.",
                "Guardar un filtro con un nombre, en lugar del que tenga ese nombre."
            })
    public int keepFilter(
            @Mixin SignedIn who,
            @Option(
                            names = "--box",
                            defaultValue = "in",
                            paramLabel = "in|out",
                            description = {"Received or sent. Default: in.", "Recibidas o enviadas. Por omisión: in."})
                    String box,
            @Mixin ListFilter filter,
            @Parameters(
                            paramLabel = "NAME",
                            description = {"Its name, at most 60 characters.", "Su nombre, hasta 60 caracteres."})
                    String name) {
        Map<String, Object> body = new HashMap<>(filter.parts());
        body.put("name", name);
        body.put("box", box);
        return said(who, who.client().post(FILTERS, body), "filter.kept", name);
    }

    @Command(
            name = "remove-filter",
            mixinStandardHelpOptions = true,
            description = {"Remove a filter you keep.", "Eliminar un filtro que usted guarda."})
    public int removeFilter(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "NAME",
                            description = {"Its name.", "Su nombre."})
                    String name) {
        return said(who, who.client().post(FILTERS + "/removal", Map.of("name", name)), "filter.removed", name);
    }

    @Command(
            name = "notices",
            mixinStandardHelpOptions = true,
            description = {
                "What happened to your requests in the last sixty days; --read marks it as read.",
                "Lo ocurrido con sus solicitudes en los últimos sesenta días; --read lo marca como leído."
            })
    public int notices(
            @Mixin SignedIn who,
            @Option(
                            names = "--read",
                            description = {"Mark all of it as read.", "Marcar todo como leído."})
                    boolean read) {
        JsonNode answer = who.client().get("/v1/notices");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "notice.none",
                    Column.of("at"),
                    new Column("event", row -> screen.both(row.path("text"))),
                    Column.of("request"),
                    new Column("unread", row -> row.path("unread").asBoolean() ? "*" : ""));
        }
        if (read && !answer.path("items").isEmpty()) {
            String newest = answer.at("/items/0/id").asString();
            who.client().post("/v1/notices/read", Map.of("upTo", newest));
        }
        return 0;
    }

    private int said(SignedIn who, JsonNode answer, String key, String name) {
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.say(key, name);
        }
        return 0;
    }
}
