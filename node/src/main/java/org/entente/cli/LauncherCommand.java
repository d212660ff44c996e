package org.entente.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Commands that the launcher script `./entente` carries out itself, because they need the build. Here they stand for
/// the help.
abstract class LauncherCommand implements Callable<Integer> {
    private final Entente entente;

    @Parameters(
            arity = "0..*",
            paramLabel = "...",
            description = {"For the launcher.", "Para el lanzador."})
    @Nullable
    List<String> rest;

    LauncherCommand(Entente entente) {
        this.entente = entente;
    }

    @Override
    public Integer call() {
        entente.terminal().err().println(entente.text("launcher.only"));
        return 2;
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = {
                "Run all tests of a source checkout: test [--nightly] [--only PATTERN].",
                "Ejecutar las pruebas de una copia del código: test [--nightly] [--only PATRÓN]."
            })
    static final class Test extends LauncherCommand {
        Test(Entente entente) {
            super(entente);
        }
    }

    @Command(
            name = "bench",
            mixinStandardHelpOptions = true,
            description = {
                "Measure beside a named limit: bench NAME [--json].",
                "Medir junto a un límite nombrado: bench NOMBRE [--json]."
            })
    static final class Bench extends LauncherCommand {
        Bench(Entente entente) {
            super(entente);
        }
    }
}
