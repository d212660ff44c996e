package org.entente.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Which node, as whom, for whom: the options that every command on a live node shares.
final class SignedIn {
    @Option(
            names = "--home",
            required = true,
            paramLabel = "DIR",
            description = {"The node's folder.", "La carpeta del nodo."})
    Path home = Path.of(".");

    @Option(
            names = "--as",
            required = true,
            paramLabel = "OFFICER",
            description = {"Your account; its token lies in the folder.", "Su cuenta; su token está en la carpeta."})
    String officer = "";

    @Option(
            names = "--json",
            description = {"The API's answer as JSON, for programs.", "La respuesta de la API en JSON, para programas."
            })
    boolean json;

    NodeClient client() {
        return new Home(home).client(officer);
    }

    Screen screen(Entente entente, PrintStream out) {
        return new Screen(out, entente.language(), json);
    }
}
