package org.entente.cli;

import java.io.PrintStream;
import java.util.Map;
import org.entente.cli.Screen.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// `entente figures`: what both parties asked, answered and refused, the same on both nodes.
@Command(
        name = "figures",
        mixinStandardHelpOptions = true,
        description = {
            "Figures of cooperation, compared with the other party's.",
            "Cifras de la cooperación, comparadas con las de la otra parte."
        })
final class FiguresCommand {
    private final Entente entente;
    private final PrintStream out;

    FiguresCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    /// Which days.
    static final class Days {
        @Option(
                names = "--first",
                defaultValue = "",
                paramLabel = "2026-11-01",
                description = {
                    "First day in UTC; without it that of this month.",
                    "Primer día en UTC; sin él, el de este mes."
                })
        String first = "";

        @Option(
                names = "--last",
                defaultValue = "",
                paramLabel = "2026-11-30",
                description = {
                    "Last day in UTC; without it the last of that month.",
                    "Último día en UTC; sin él, el último de ese mes."
                })
        String last = "";

        String query() {
            return "?first=" + Pieces.encoded(first) + "&last=" + Pieces.encoded(last);
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {
                "Figures of a period, the other party's held against them, ages of open requests.",
                "Cifras de un periodo, cotejadas con las de la otra parte, y antigüedad de lo abierto."
            })
    int show(@Mixin SignedIn who, @Mixin Days days) {
        JsonNode answer = who.client().get("/v1/figures" + days.query());
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            print(screen, answer);
        }
        return 0;
    }

    private static void print(Screen screen, JsonNode answer) {
        screen.say(
                "figures.days",
                answer.at("/ours/first").asString(),
                answer.at("/ours/last").asString());
        screen.table(
                answer.at("/ours/rows"),
                "figures.none",
                Column.of("asker"),
                Column.of("type"),
                Column.of("requests", "asked"),
                Column.of("answeredCount", "answered"),
                new Column("refusedCount", FiguresCommand::refused),
                Column.of("withdrawnCount", "withdrawn"),
                Column.of("openCount", "open"),
                Column.of("medianHours"),
                Column.of("ninetiethHours"));
        compared(screen, answer.path("comparison"));
        said(screen, "figures.onTheWay", answer.path("onTheWay"));
        said(screen, "figures.notThere", answer.at("/comparison/notThere"));
        if (!answer.path("ageing").isEmpty()) {
            screen.say("figures.ages");
        }
        screen.table(
                answer.path("ageing"),
                "figures.noneOpen",
                Column.of("institution"),
                Column.of("upTo7", "open.up-to-7"),
                Column.of("upTo30", "open.up-to-30"),
                Column.of("upTo60", "open.up-to-60"),
                Column.of("upTo90", "open.up-to-90"),
                Column.of("over90", "open.over-90"));
    }

    private static void compared(Screen screen, JsonNode comparison) {
        String at = comparison.path("at").asString("");
        switch (comparison.path("outcome").asString("")) {
            case "agree" -> screen.say("figures.agree", at);
            case "wait" ->
                screen.say("figures.wait", at, comparison.path("unconfirmed").asLong());
            case "differ" -> {
                screen.say("figures.differ", at);
                screen.table(
                        comparison.path("differences"),
                        "figures.none",
                        Column.of("asker"),
                        Column.of("type"),
                        Column.of("figure"),
                        Column.of("detail"),
                        Column.of("ours"),
                        Column.of("theirs"));
            }
            default -> screen.say("figures.uncompared");
        }
    }

    private static void said(Screen screen, String key, JsonNode count) {
        if (count.asLong(0) > 0) {
            screen.say(key, count.asLong());
        }
    }

    private static String refused(JsonNode row) {
        long sum = 0;
        for (JsonNode one : row.path("refused")) {
            sum += one.path("count").asLong();
        }
        return String.valueOf(sum);
    }

    @Command(
            name = "csv",
            mixinStandardHelpOptions = true,
            description = {
                "The same as CSV, a line a number, on the standard output.",
                "Lo mismo en CSV, una línea por número, en la salida estándar."
            })
    int csv(@Mixin SignedIn who, @Mixin Days days) {
        out.print(who.client().text("/v1/figures.csv" + days.query()));
        return 0;
    }

    @Command(
            name = "send",
            mixinStandardHelpOptions = true,
            description = {
                "Send our figures to the other central authority (lawyer of ours).",
                "Enviar nuestras cifras a la otra autoridad central (jurista de la nuestra)."
            })
    int send(@Mixin SignedIn who, @Mixin Days days) {
        JsonNode answer = who.client().post("/v1/figures", Map.of("first", days.first, "last", days.last));
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.say(
                    "figures.sent",
                    answer.path("first").asString(),
                    answer.path("last").asString());
        }
        return 0;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"The periods whose figures crossed.", "Los periodos cuyas cifras cruzaron."})
    int list(@Mixin SignedIn who) {
        JsonNode answer = who.client().get("/v1/figures/exchanged");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "figures.noneCrossed",
                    Column.of("first"),
                    Column.of("last"),
                    new Column("direction", row -> screen.word("figures", row.path("direction"))),
                    Column.of("at"));
        }
        return 0;
    }
}
