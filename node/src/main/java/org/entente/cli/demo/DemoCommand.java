package org.entente.cli.demo;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.entente.cli.Entente;
import org.entente.cli.NodeHost;
import org.entente.hold.invented.Population;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `entente demo`: two nodes on this machine, the story, both consoles kept open.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Start two nodes on this machine, play the story, keep both consoles open.",
            "Iniciar dos nodos en este equipo, contar la historia y mantener abiertas ambas consolas."
        })
public final class DemoCommand implements Callable<Integer> {
    private final Entente entente;
    private final NodeHost host;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--data",
            defaultValue = ".entente/demo",
            paramLabel = "DIR",
            description = {"Where both nodes live.", "Dónde residen ambos nodos."})
    Path data = Path.of(".entente/demo");

    @Option(
            names = "--lists",
            paramLabel = "DIR",
            description = {"Folder with the published lists.", "Carpeta con las listas publicadas."})
    @Nullable
    Path lists;

    @Option(
            names = "--subjects",
            paramLabel = "N",
            description = {
                "Invented subjects a side (20,000 unless an earlier start had another number).",
                "Personas inventadas por parte (20 000, salvo que un inicio anterior tuviera otro número)."
            })
    @Nullable
    Integer subjects;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = {"Seed of the invented population.", "Semilla de la población inventada."})
    @Nullable
    Long seed;

    @Option(
            names = "--fresh",
            description = {"Begin anew: forget what an earlier demonstration left.", "Empezar de nuevo."})
    boolean fresh;

    @Option(
            names = "--once",
            description = {"Play the story, stop everything, exit.", "Contar la historia, detener todo y salir."})
    boolean once;

    @Option(
            names = "--json",
            description = {"Write one JSON summary as the last line.", "Escribir un resumen JSON como última línea."})
    boolean json;

    @Option(
            names = "--free-ports",
            description = {"Listen on any free ports.", "Escuchar en cualesquiera puertos libres."})
    boolean freePorts;

    public DemoCommand(Entente entente, NodeHost host) {
        this.entente = entente;
        this.host = host;
    }

    @Override
    public Integer call() {
        refuseOtherThanManySubjects();
        Narrator narrator = new Narrator(entente.terminal().out(), entente.language(), false);
        DemoOrder order = new DemoOrder(
                data.toAbsolutePath().normalize(),
                new DemoSetting.Wish(lists, subjects, seed),
                fresh,
                once,
                json,
                freePorts);
        return new Demonstration(order, host, narrator).run();
    }

    /// Before anything is set up: a folder remembers what it was set up with.
    private void refuseOtherThanManySubjects() {
        boolean isOutside = subjects != null
                && (subjects < Population.SUBJECT_COUNT_MIN || subjects > Population.SUBJECT_COUNT_MAX);
        if (isOutside) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    Texts.of("cli")
                            .text(
                                    "demo.subjects",
                                    entente.language(),
                                    Population.SUBJECT_COUNT_MIN,
                                    Population.SUBJECT_COUNT_MAX));
        }
    }

    @Command(
            name = "links",
            mixinStandardHelpOptions = true,
            description = {
                "Print new sign-in links of a demonstration that is running.",
                "Mostrar nuevos enlaces de acceso de una demostración en marcha."
            })
    int links(
            @Option(
                            names = "--data",
                            defaultValue = ".entente/demo",
                            paramLabel = "DIR",
                            description = {"Where both nodes live.", "Dónde residen ambos nodos."})
                    Path folder) {
        Narrator narrator = new Narrator(entente.terminal().out(), entente.language(), false);
        new SignInLinks(folder.toAbsolutePath().normalize(), narrator).print();
        return 0;
    }
}
