package org.entente.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.cli.Screen.Column;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `entente import`: loads records and waits for the end. The import runs on the node: whoever stops this command
/// stops only its display, and ordering the same import again goes on where it stood.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Load records under an import profile (operator), and report on them.",
            "Cargar registros con un perfil de importación (operador) e informar de ello."
        })
final class ImportCommand implements Callable<Integer> {
    private final Entente entente;
    private final PrintStream out;

    @Spec
    @Nullable
    CommandSpec spec;

    // Not the mixin: its options are required, and a subcommand has its own.
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = {"The node's folder.", "La carpeta del nodo."})
    @Nullable
    Path home;

    @Option(
            names = "--as",
            paramLabel = "OFFICER",
            description = {"Your account; its token lies in the folder.", "Su cuenta; su token está en la carpeta."})
    @Nullable
    String officer;

    @Option(
            names = "--json",
            description = {"The API's answer as JSON, for programs.", "La respuesta de la API en JSON, para programas."
            })
    boolean json;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = {"us-sdn, mx-69b, un or casework.", "us-sdn, mx-69b, un o casework."})
    @Nullable
    String profile;

    @Option(
            names = "--as-of",
            paramLabel = "2026-11-28",
            description = {
                "The list's own date, which every value shows; published lists need it.",
                "La fecha de la lista, que cada valor muestra; las listas publicadas la exigen."
            })
    @Nullable
    LocalDate asOf;

    @Option(
            names = "--part-as-of",
            paramLabel = "PART=2026-11-27",
            description = {
                "The date of a part that is of another day than the list; repeat it.",
                "La fecha de una parte que es de otro día que la lista; repítala."
            })
    @Nullable
    Map<String, LocalDate> partDates;

    @Option(
            names = "--corrected-rows-only",
            description = {
                "The files hold corrected rows only: nobody is delisted for being absent.",
                "Los archivos traen solo filas corregidas: nadie se da de baja por no figurar."
            })
    boolean correctedRowsOnly;

    @Option(
            names = "--confirm-delisting",
            description = {
                "Delist whoever is absent, although unusually many are.",
                "Dar de baja a quienes no figuran, aunque sean más de lo usual."
            })
    boolean confirmDelisting;

    @Parameters(
            arity = "0..3",
            paramLabel = "PART=FILE",
            description = {"file=F; for us-sdn: sdn=F add=F alt=F.", "file=F; para us-sdn: sdn=F add=F alt=F."})
    @Nullable
    Map<String, Path> files;

    ImportCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Override
    public Integer call() {
        SignedIn who = new SignedIn();
        who.home = needed(home, "--home");
        who.officer = needed(officer, "--as");
        who.json = json;
        StringBuilder path = new StringBuilder("/v1/imports?profile=" + Pieces.encoded(needed(profile, "--profile")));
        if (asOf != null) {
            path.append("&asOf=").append(asOf);
        }
        if (partDates != null) {
            partDates.forEach((part, date) -> path.append("&asOf.")
                    .append(Pieces.encoded(part))
                    .append('=')
                    .append(date));
        }
        if (correctedRowsOnly) {
            path.append("&correctedRowsOnly=true");
        }
        if (confirmDelisting) {
            path.append("&confirmDelisting=true");
        }
        JsonNode begun = who.client().upload(path.toString(), needed(files, "PART=FILE"));
        return end(who, await(who, begun));
    }

    private JsonNode await(SignedIn who, JsonNode begun) {
        Screen screen = who.screen(entente, out);
        Waiting waiting = new Waiting(json ? entente.terminal().err() : out);
        return waiting.until(
                who.client(),
                begun,
                "/v1/imports",
                state -> screen.sentence(
                        "import.progress",
                        state.path("done").asLong(),
                        state.path("total").asLong(),
                        state.path("ratePerSecond").asLong(),
                        state.path("secondsLeft").asLong()));
    }

    private int end(SignedIn who, JsonNode state) {
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(state)) {
            print(screen, state);
        }
        return state.path("state").asString().equals("done") ? 0 : 1;
    }

    private static void print(Screen screen, JsonNode state) {
        screen.detail(
                state,
                Column.of("id"),
                Column.of("profile"),
                Column.of("asOf"),
                screen.state("import"),
                Column.of("rowsRead"),
                Column.of("rowsTaken"),
                Column.of("rowsUnchanged"),
                Column.of("rowsRejected"),
                Column.of("orphans"),
                Column.of("withdrawn"),
                Column.of("awaiting"));
        screen.line(screen.both(state.path("explained")));
        if (state.path("rowsRejected").asLong() > 0) {
            screen.say("import.rejected", state.path("id").asString());
        }
    }

    private <T> T needed(@Nullable T value, String name) {
        if (value == null) {
            CommandSpec here = java.util.Objects.requireNonNull(spec);
            throw new ParameterException(here.commandLine(), entente.text("import.needed", name));
        }
        return value;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Imports of this node.", "Importaciones de este nodo."})
    int list(@Mixin SignedIn who) {
        JsonNode answer = who.client().get("/v1/imports");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "import.none",
                    Column.of("id"),
                    Column.of("profile"),
                    Column.of("asOf"),
                    screen.state("import"),
                    Column.of("rowsRead"),
                    Column.of("rowsTaken"),
                    Column.of("rowsUnchanged"),
                    Column.of("rowsRejected"));
        }
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {
                "Wait for an import that runs, then its counts.",
                "Esperar una importación en curso y mostrar sus cifras."
            })
    int show(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "IMPORT",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        return end(who, await(who, who.client().get("/v1/imports/" + Pieces.encoded(id))));
    }

    @Command(
            name = "report",
            mixinStandardHelpOptions = true,
            description = {
                "The rejected rows and orphans as CSV, with the reasons in both languages.",
                "Las filas rechazadas y huérfanas en CSV, con las razones en ambos idiomas."
            })
    int report(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "IMPORT",
                            description = {"Its id.", "Su identificador."})
                    String id) {
        out.print(who.client().text("/v1/imports/" + Pieces.encoded(id) + "/report.csv"));
        return 0;
    }
}
