package org.entente.cli;

import java.io.PrintStream;
import java.util.List;
import org.entente.cli.Screen.Column;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `entente holdings`: one's own records. Every look is logged.
@Command(
        name = "holdings",
        mixinStandardHelpOptions = true,
        description = {"Search your own holdings.", "Buscar en los registros propios."})
final class HoldingsCommand {
    private final Entente entente;
    private final PrintStream out;

    HoldingsCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "search",
            mixinStandardHelpOptions = true,
            description = {
                "By a name in any order, or an identifier, whole or its beginning.",
                "Por nombre en cualquier orden, o por identificador, completo o su inicio."
            })
    int search(
            @Mixin SignedIn who,
            @Mixin ForPurpose purpose,
            @Option(
                            names = "--limit",
                            defaultValue = "50",
                            paramLabel = "N",
                            description = {"At most so many, up to 200.", "Cuántos a lo sumo, hasta 200."})
                    int limit,
            @Parameters(
                            paramLabel = "TEXT",
                            description = {"What to look for.", "Qué buscar."})
                    String text) {
        JsonNode answer =
                who.client().get("/v1/holdings?q=" + Pieces.encoded(text) + "&limit=" + limit + "&" + purpose.query());
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            if (!answer.path("items").isEmpty()) {
                screen.table(
                        answer.path("items"),
                        "holdings.none",
                        Column.of("subject"),
                        Column.of("name"),
                        new Column("status", row -> screen.word("status", row.path("status"))),
                        new Column("kind", row -> screen.word("kind", row.path("kind"))),
                        new Column("invented", row -> screen.word("invented", row.path("invented"))),
                        Column.of("source", "source.source"),
                        Column.of("asOf", "source.asOf"));
            }
            screen.line(screen.both(answer.path("explained")));
        }
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {
                "One dossier, with the source of every statement.",
                "Un expediente, con la fuente de cada dato."
            })
    int show(
            @Mixin SignedIn who,
            @Mixin ForPurpose purpose,
            @Parameters(
                            paramLabel = "SUBJECT",
                            description = {
                                "Its id, as the search gives it.",
                                "Su identificador, como lo da la búsqueda."
                            })
                    String subject) {
        JsonNode answer = who.client().get("/v1/holdings/" + Pieces.encoded(subject) + "?" + purpose.query());
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.detail(
                    answer,
                    Column.of("name"),
                    new Column("status", row -> screen.word("status", row.path("status"))),
                    new Column("kind", row -> screen.word("kind", row.path("kind"))),
                    new Column("personClass", row -> screen.word("class", row.path("personClass"))),
                    Column.of("source", "source.source"),
                    Column.of("asOf", "source.asOf"));
            for (JsonNode facet : answer.path("facets")) {
                screen.line("");
                screen.table(
                        facet.path("statements"),
                        "holdings.none",
                        Column.of("property"),
                        Column.of("value"),
                        Column.of("source", "source.source"),
                        Column.of("asOf", "source.asOf"),
                        Column.of("handling"),
                        Column.of("evaluation"),
                        Column.of("statement", "id"));
            }
            if (!answer.path("links").isEmpty()) {
                screen.line("");
                screen.table(
                        answer.path("links"),
                        "holdings.none",
                        Column.of("link", "kind"),
                        Column.of("name"),
                        Column.of("subject"),
                        Column.of("source", "source.source"));
            }
        }
        return 0;
    }

    @Command(
            name = "identifiers",
            mixinStandardHelpOptions = true,
            description = {
                "Identifiers for a batch at the peer, one a line: an export, logged as one.",
                "Identificadores para un lote, uno por línea: una exportación, anotada como tal."
            })
    int identifiers(
            @Mixin SignedIn who,
            @Mixin ForPurpose purpose,
            @Option(
                            names = "--key-type",
                            required = true,
                            paramLabel = "TYPE",
                            description = {"For example rfc, curp, passport.", "Por ejemplo rfc, curp, passport."})
                    String keyType,
            @Option(
                            names = "--source",
                            required = true,
                            paramLabel = "SOURCE",
                            description = {"For example us-treasury-sdn.", "Por ejemplo us-treasury-sdn."})
                    String source,
            @Option(
                            names = "--programme",
                            split = ",",
                            paramLabel = "CODE",
                            description = {"Listed under any of these.", "Enlistados en alguno de estos."})
                    @Nullable
                    List<String> programmes) {
        JsonNode answer = who.client()
                .get("/v1/holdings/identifiers?keyType=" + Pieces.encoded(keyType) + "&source="
                        + Pieces.encoded(source) + "&programme="
                        + Pieces.encoded(programmes == null ? "" : String.join(",", programmes)) + "&"
                        + purpose.query());
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            answer.path("items").forEach(item -> screen.line(item.path("value").asString()));
        }
        return 0;
    }

    /// Under which purpose the look is logged.
    static final class ForPurpose {
        @Option(
                names = "--purpose",
                defaultValue = "criminal-investigation",
                paramLabel = "CODE",
                description = {
                    "What for; default: criminal-investigation.",
                    "Para qué; por omisión, criminal-investigation."
                })
        String purpose = "";

        String query() {
            return "purpose=" + Pieces.encoded(purpose);
        }
    }
}
