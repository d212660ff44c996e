package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entente.cli.Finding.Grade;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `entente doctor`: one line for each thing looked at, and beneath it what to do. Exit code 1 when something fails.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Check the machine and the nodes on it, and say what to do.",
            "Revisar el equipo y sus nodos, e indicar qué hacer."
        })
final class DoctorCommand implements Callable<Integer> {
    private final Entente entente;
    private final Diagnosis diagnosis;
    private final PrintStream out;
    private boolean isWell = true;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = {
                "The node's folder; default: every node under .entente.",
                "La carpeta del nodo; por omisión, cada nodo bajo .entente."
            })
    @Nullable
    Path home;

    DoctorCommand(Entente entente, Diagnosis diagnosis, PrintStream out) {
        this.entente = entente;
        this.diagnosis = diagnosis;
        this.out = out;
    }

    @Override
    public Integer call() {
        Language language = entente.language();
        Texts texts = Texts.of("cli");
        out.println(texts.text("doctor.machine", language));
        Consumer<Finding> print = finding -> print(finding, language);
        diagnosis.examineMachine(print);
        for (Path node : home == null ? nodesBelow(Path.of(".entente")) : List.of(home)) {
            out.println();
            out.println(texts.text("doctor.node", language, node));
            diagnosis.examineNode(node, print);
        }
        out.println();
        out.println(texts.text(isWell ? "doctor.well" : "doctor.unwell", language));
        return isWell ? 0 : 1;
    }

    private void print(Finding finding, Language language) {
        isWell &= finding.grade() != Grade.BAD;
        out.println("  " + finding.grade().mark() + " " + finding.what().in(language));
        if (finding.remedy() != null) {
            out.println("       " + finding.remedy().in(language));
        }
    }

    private static List<Path> nodesBelow(Path data) {
        var found = new ArrayList<Path>();
        if (Files.isDirectory(data)) {
            try (Stream<Path> folders = Files.walk(data, 3)) {
                folders.filter(file -> file.endsWith("node.yaml"))
                        .map(file -> file.resolveSibling("").normalize())
                        .sorted()
                        .forEach(found::add);
            } catch (IOException unreadable) {
                throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, unreadable, data.toString());
            }
        }
        return found;
    }
}
