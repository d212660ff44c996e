package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.entente.cli.Screen.Column;
import org.entente.kernel.EntenteException;
import org.entente.ledger.log.Finding;
import org.entente.ledger.log.LogCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `entente log`: both logs of a node, live and offline.
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = {"The node's two logs and their cosignatures.", "Los dos registros del nodo y sus refrendos."})
final class LogCommand {
    private final Entente entente;
    private final PrintStream out;

    LogCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Both logs: what is durable, signed, cosigned by the other party.",
                "Ambos registros: lo durable, lo firmado y lo refrendado por la otra parte."
            })
    int list(@Mixin SignedIn who) {
        JsonNode answer = who.client().get("/v1/logs");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "log.none",
                    Column.of("log"),
                    Column.of("origin"),
                    Column.of("durable", "durableCount"),
                    Column.of("signed", "signed.size"),
                    Column.of("cosigned", "cosigned.size"),
                    Column.of("by", "cosigned.by"),
                    Column.of("at", "cosigned.at"));
        }
        return 0;
    }

    @Command(
            name = "entries",
            mixinStandardHelpOptions = true,
            description = {
                "Entries of a log (auditor): index, time, type; never personal data.",
                "Asientos de un registro (auditor): índice, hora, tipo; nunca datos personales."
            })
    int entries(
            @Mixin SignedIn who,
            @Option(
                            names = "--from",
                            defaultValue = "0",
                            paramLabel = "INDEX",
                            description = {"The first entry wanted.", "El primer asiento deseado."})
                    long from,
            @Parameters(
                            paramLabel = "exchange|duty",
                            description = {"Which log.", "Qué registro."})
                    String log) {
        JsonNode answer = who.client().get("/v1/logs/" + Pieces.encoded(log) + "/entries?from=" + from);
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(answer.path("items"), "log.none", Column.of("index"), Column.of("at"), Column.of("type"));
        }
        return 0;
    }

    @Command(
            name = "checkpoint",
            mixinStandardHelpOptions = true,
            description = {
                "The newest signed checkpoint of a log, with its cosignatures, as a note.",
                "El punto de control firmado más reciente, con sus refrendos, como nota."
            })
    int checkpoint(
            @Mixin SignedIn who,
            @Parameters(
                            paramLabel = "exchange|duty",
                            description = {"Which log.", "Qué registro."})
                    String log) {
        out.print(who.client().text("/v1/logs/" + Pieces.encoded(log) + "/checkpoint"));
        return 0;
    }

    @Command(
            name = "policy",
            mixinStandardHelpOptions = true,
            description = {
                "The policy under which proofs of this pair hold (C2SP tlog-policy).",
                "La política con la que valen las pruebas de este par (C2SP tlog-policy)."
            })
    int policy(@Mixin SignedIn who) {
        out.print(who.client().text("/v1/policy"));
        return 0;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Check the log files of a stopped node from the entries up; exit code 1 on a finding.",
                "Revisar los archivos de registro de un nodo detenido; código 1 si hay un hallazgo."
            })
    int check(
            @Option(
                            names = "--home",
                            required = true,
                            paramLabel = "DIR",
                            description = {"The node's folder.", "La carpeta del nodo."})
                    Path home) {
        Path logs = home.resolve("log");
        if (!Files.isDirectory(logs)) {
            throw new EntenteException(CliCode.CLI_NO_HOME, home.toString());
        }
        try {
            if (new Home(home).isRunning()) {
                throw new EntenteException(CliCode.CLI_NODE_RUNS, home.toString());
            }
            Screen screen = new Screen(out, entente.language(), false);
            boolean isSound = true;
            for (Path log : logsBelow(logs)) {
                isSound &= print(screen, logs.relativize(log).toString(), LogCheck.fsck(log));
            }
            return isSound ? 0 : 1;
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, logs.toString());
        }
    }

    private static boolean print(Screen screen, String log, List<Finding> findings) {
        screen.say(findings.isEmpty() ? "log.sound" : "log.unsound", log, findings.size());
        for (Finding finding : findings) {
            String kind =
                    finding.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            screen.line("  " + screen.sentence("finding." + kind, finding.path(), finding.fact()));
        }
        return findings.isEmpty();
    }

    /// One folder an agreement, in it one a log.
    private static List<Path> logsBelow(Path logs) throws IOException {
        try (Stream<Path> folders = Files.walk(logs, 2)) {
            return folders.filter(folder -> logs.relativize(folder).getNameCount() == 2)
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }
}
