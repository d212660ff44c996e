package org.entente.cli;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import org.entente.cli.Screen.Column;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Command(
            name = "absences",
            mixinStandardHelpOptions = true,
            description = {"Who is away, and who stands in.", "Quién está ausente y quién suple."})
    int absences(@Mixin SignedIn who) {
        JsonNode answer = who.client().get("/v1/absences");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "absence.none",
                    Column.of("officer"),
                    Column.of("deputy"),
                    Column.of("from"),
                    Column.of("until"));
        }
        return 0;
    }

    @Command(
            name = "absent",
            mixinStandardHelpOptions = true,
            description = {
                "Declare an absence of at most 60 days: one's own, or an operator that of another.",
                "Declarar una ausencia de hasta 60 días: la propia, o un operador la de otra persona."
            })
    int absent(
            @Mixin SignedIn who,
            @Option(
                            names = "--from",
                            required = true,
                            paramLabel = "2026-12-21T00:00:00Z",
                            description = {"When it begins.", "Cuándo comienza."})
                    String from,
            @Option(
                            names = "--until",
                            required = true,
                            paramLabel = "2026-12-28T00:00:00Z",
                            description = {"When it ends.", "Cuándo termina."})
                    String until,
            @Option(
                            names = "--deputy",
                            paramLabel = "OFFICER",
                            description = {
                                "Who stands in: of the same institution, with the same roles.",
                                "Quién suple: de la misma institución, con las mismas funciones."
                            })
                    @Nullable
                    String deputy,
            @Option(
                            names = "--officer",
                            paramLabel = "OFFICER",
                            description = {"Who is absent; default: you.", "Quién se ausenta; por omisión, usted."})
                    @Nullable
                    String officer) {
        Map<String, Object> body = new HashMap<>(Map.of("from", from, "until", until));
        if (deputy != null) {
            body.put("deputy", deputy);
        }
        if (officer != null) {
            body.put("officer", officer);
        }
        JsonNode answer = who.client().post("/v1/absences", body);
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.detail(answer, Column.of("officer"), Column.of("deputy"), Column.of("from"), Column.of("until"));
        }
        return 0;
    }

    @Command(
            name = "present",
            mixinStandardHelpOptions = true,
            description = {
                "End an absence before its time: the officer is here.",
                "Terminar una ausencia antes de tiempo: la persona está presente."
            })
    int present(
            @Mixin SignedIn who,
            @Option(
                            names = "--officer",
                            paramLabel = "OFFICER",
                            description = {"Who is here; default: you.", "Quién está presente; por omisión, usted."})
                    @Nullable
                    String officer) {
        String whom = officer == null ? who.officer : officer;
        JsonNode answer = who.client().post("/v1/absences/end", Map.of("officer", whom));
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.say("absence.ended", whom, answer.path("ended").asInt());
        }
        return 0;
    }

    @Command(
            name = "address",
            mixinStandardHelpOptions = true,
            description = {
                "Set where an officer is told by e-mail that something waits; without an address, nowhere.",
                "Indicar dónde se avisa por correo que algo espera; sin dirección, en ninguna parte."
            })
    int address(
            @Mixin SignedIn who,
            @Option(
                            names = "--officer",
                            paramLabel = "OFFICER",
                            description = {"Whose; default: yours.", "De quién; por omisión, la de usted."})
                    @Nullable
                    String officer,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "ADDRESS",
                            description = {"One mailbox.", "Un solo buzón."})
                    @Nullable
                    String address) {
        String whom = officer == null ? who.officer : officer;
        Map<String, Object> body = new HashMap<>(Map.of("officer", whom));
        if (address != null) {
            body.put("address", address);
        }
        JsonNode answer = who.client().post("/v1/officers/address", body);
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.say(address == null ? "address.gone" : "address.set", whom);
        }
        return 0;
    }
}
