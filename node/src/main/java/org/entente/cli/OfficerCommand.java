package org.entente.cli;

import java.io.PrintStream;
import java.util.Map;
import org.entente.cli.Screen.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `entente officer`: the people of a node.
@Command(
        name = "officer",
        mixinStandardHelpOptions = true,
        description = {"The people of this node (operator).", "Las personas de este nodo (operador)."})
final class OfficerCommand {
    private final Entente entente;
    private final PrintStream out;

    OfficerCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Accounts, institutions, roles.", "Cuentas, instituciones, funciones."})
    int list(@Mixin SignedIn who) {
        JsonNode answer = who.client().get("/v1/officers");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "officer.none",
                    Column.of("officer", "id"),
                    Column.of("name"),
                    Column.of("institution"),
                    new Column("roles", row -> roles(screen, row.path("roles"))));
        }
        return 0;
    }

    private static String roles(Screen screen, JsonNode roles) {
        StringBuilder text = new StringBuilder();
        roles.forEach(role -> text.append(text.isEmpty() ? "" : ", ").append(screen.word("role", role)));
        return text.toString();
    }

    @Command(
            name = "link",
            mixinStandardHelpOptions = true,
            description = {
                "Issue a sign-in link: it works once, for 15 minutes.",
                "Emitir un enlace de acceso: sirve una vez, durante 15 minutos."
            })
    int link(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "OFFICER",
                            description = {"For whom.", "Para quién."})
                    String officer) {
        JsonNode answer = who.client().post("/v1/sign-in-links", Map.of("officer", officer));
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.detail(answer, Column.of("link", "url"), Column.of("code"), Column.of("expires"));
        }
        return 0;
    }
}
