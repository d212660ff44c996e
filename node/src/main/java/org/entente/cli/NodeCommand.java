package org.entente.cli;

import java.nio.file.Path;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Party;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `entente node`: set a node up, run it.
@Command(
        name = "node",
        mixinStandardHelpOptions = true,
        description = {"Set up or run a node.", "Instalar o ejecutar un nodo."})
final class NodeCommand {
    private final NodeHost host;

    NodeCommand(NodeHost host) {
        this.host = host;
    }

    @Command(
            name = "init",
            mixinStandardHelpOptions = true,
            description = {
                "Create a node in an empty folder: configuration, keys, database, officers.",
                "Crear un nodo en una carpeta vacía: configuración, claves, base de datos, funcionarios."
            })
    int init(
            @Option(names = "--home", required = true, paramLabel = "DIR") Path home,
            @Option(names = "--party", required = true, paramLabel = "CC") String party,
            @Option(names = "--agreement", defaultValue = "us-mx", paramLabel = "ID") String agreement,
            @Option(names = "--roster", required = true, paramLabel = "FILE") Path roster,
            @Option(names = "--port", defaultValue = "0", paramLabel = "N") int consolePort,
            @Option(names = "--peer-port", defaultValue = "0", paramLabel = "N") int peerPort) {
        host.install(new NodeHost.Installation(
                home, new Party(party), new AgreementId(agreement), roster, consolePort, peerPort));
        return 0;
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = {"Run the node of a folder until stopped.", "Ejecutar el nodo de una carpeta hasta detenerlo."
            })
    int run(@Option(names = "--home", required = true, paramLabel = "DIR") Path home) {
        host.run(home);
        return 0;
    }
}
