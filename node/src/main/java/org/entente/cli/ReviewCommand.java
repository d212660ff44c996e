package org.entente.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.entente.cli.HoldingsCommand.ForPurpose;
import org.entente.cli.Screen.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `entente review`: pairs of records that may be of one subject. Every look and every word is logged.
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = {
            "Judge whether two records are of one subject.",
            "Dictaminar si dos registros son de un mismo sujeto."
        })
final class ReviewCommand {
    private final Entente entente;
    private final PrintStream out;

    ReviewCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Pairs that await a person, the likest first.",
                "Pares que esperan a una persona; primero los más parecidos."
            })
    int list(
            @Mixin SignedIn who,
            @Mixin ForPurpose purpose,
            @Option(
                            names = "--limit",
                            defaultValue = "20",
                            paramLabel = "N",
                            description = {"At most so many, up to 100.", "Cuántos a lo sumo, hasta 100."})
                    int limit) {
        JsonNode answer = who.client().get("/v1/review?limit=" + limit + "&" + purpose.query());
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(answer.path("items"), "review.none", columns(screen));
        }
        return 0;
    }

    private static Column[] columns(Screen screen) {
        return List.of(
                        Column.of("one"),
                        Column.of("other"),
                        new Column("verdict", row -> screen.both(row.path("verdictInWords"))),
                        Column.of("bits"),
                        Column.of("officer"),
                        Column.of("reason"))
                .toArray(Column[]::new);
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {
                "What stands about two records, with every part of the score.",
                "Lo que consta sobre dos registros, con cada parte del puntaje."
            })
    int show(@Mixin SignedIn who, @Mixin ForPurpose purpose, @Mixin OfPair pair) {
        return shown(who, who.client().get(pair.path() + "?" + purpose.query()));
    }

    @Command(
            name = "judge",
            mixinStandardHelpOptions = true,
            description = {
                "Say it: same, different or unsure. The opposite word, later, undoes it.",
                "Decirlo: same (el mismo), different (distintos) o unsure (no es seguro). La contraria lo deshace."
            })
    int judge(
            @Mixin SignedIn who,
            @Mixin ForPurpose purpose,
            @Mixin OfPair pair,
            @Option(
                            names = "--verdict",
                            required = true,
                            paramLabel = "WORD",
                            description = {"same, different or unsure.", "same, different o unsure."})
                    String verdict,
            @Option(
                            names = "--reason",
                            defaultValue = "",
                            paramLabel = "TEXT",
                            description = {
                                "Needed where it undoes a join or what a person said.",
                                "Necesario si deshace una unión o lo que dijo una persona."
                            })
                    String reason) {
        return shown(
                who,
                who.client()
                        .post(pair.path(), Map.of("verdict", verdict, "reason", reason, "purpose", purpose.purpose)));
    }

    private int shown(SignedIn who, JsonNode answer) {
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            JsonNode judgement = answer.path("judgement");
            screen.detail(judgement, columns(screen));
            screen.line("");
            screen.table(
                    judgement.path("likeness").path("parts"),
                    "review.none",
                    new Column("what", row -> screen.both(row.path("whatInWords"))),
                    Column.of("one", "one.compared"),
                    Column.of("other", "other.compared"),
                    new Column("level", row -> screen.both(row.path("levelInWords"))),
                    Column.of("bits"));
            screen.line(screen.both(judgement.path("notice")));
            if (!judgement.path("likeness").path("others").isMissingNode()
                    && !judgement.path("likeness").path("others").isNull()) {
                screen.line(screen.both(judgement.path("likeness").path("others")));
            }
        }
        return 0;
    }

    /// The two records.
    static final class OfPair {
        @Parameters(
                index = "0",
                paramLabel = "ONE",
                description = {"The id of one record.", "El identificador de un registro."})
        String one = "";

        @Parameters(
                index = "1",
                paramLabel = "OTHER",
                description = {"The id of the other.", "El identificador del otro."})
        String other = "";

        String path() {
            return "/v1/review/" + Pieces.encoded(one) + "/" + Pieces.encoded(other);
        }
    }
}
