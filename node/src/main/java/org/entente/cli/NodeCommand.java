package org.entente.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `entente node`: set a node up, run it.
@Command(
        name = "node",
        mixinStandardHelpOptions = true,
        description = {"Set up or run a node.", "Instalar o ejecutar un nodo."})
final class NodeCommand {
    private static final int PORT_MAX = 65_535;

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
            @Option(
                            names = "--home",
                            required = true,
                            paramLabel = "DIR",
                            description = {"The node's folder.", "La carpeta del nodo."})
                    Path home,
            @Option(
                            names = "--party",
                            required = true,
                            paramLabel = "CC",
                            description = {"The sovereign: US, MX.", "El Estado: US, MX."})
                    String party,
            @Option(
                            names = "--agreement",
                            defaultValue = "us-mx",
                            paramLabel = "ID",
                            description = {"Default: us-mx.", "Por omisión: us-mx."})
                    String agreement,
            @Option(
                            names = "--roster",
                            required = true,
                            paramLabel = "FILE",
                            description = {
                                "The officers, as docs/operate.md says.",
                                "Los funcionarios, como indica docs/operate.md."
                            })
                    Path roster,
            @Option(
                            names = "--port",
                            defaultValue = "0",
                            paramLabel = "N",
                            description = {
                                "Of the console; default: any free one.",
                                "De la consola; por omisión, uno libre."
                            })
                    int consolePort,
            @Option(
                            names = "--peer-port",
                            defaultValue = "0",
                            paramLabel = "N",
                            description = {
                                "For the peer; default: any free one.",
                                "Para la contraparte; por omisión, uno libre."
                            })
                    int peerPort) {
        boolean same = consolePort == peerPort && consolePort != 0;
        for (int port : new int[] {consolePort, peerPort}) {
            if (port < 0 || port > PORT_MAX || same) {
                throw new EntenteException(CliCode.CLI_OPTION_UNFIT, "--port, --peer-port", "0 - 65535, n ≠ m");
            }
        }
        host.install(new NodeHost.Installation(
                home,
                value("--party", "US, MX", party, Party::new),
                value("--agreement", "us-mx", agreement, AgreementId::new),
                roster,
                consolePort,
                peerPort));
        return 0;
    }

    private static <T> T value(String option, String takes, String text, Function<String, T> type) {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw new EntenteException(CliCode.CLI_OPTION_UNFIT, e, option, takes);
        }
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = {"Run the node of a folder until stopped.", "Ejecutar el nodo de una carpeta hasta detenerlo."
            })
    int run(
            @Option(
                            names = "--home",
                            required = true,
                            paramLabel = "DIR",
                            description = {"The node's folder.", "La carpeta del nodo."})
                    Path home) {
        host.run(home);
        return 0;
    }

    @Command(
            name = "token",
            mixinStandardHelpOptions = true,
            description = {
                "Renew an operator's token while the node does not run; the older ones end.",
                "Renovar el token de un operador con el nodo detenido; los anteriores terminan."
            })
    int token(
            @Parameters(
                            paramLabel = "OPERATOR",
                            description = {"The operator's account.", "La cuenta del operador."})
                    String operator,
            @Option(
                            names = "--home",
                            required = true,
                            paramLabel = "DIR",
                            description = {"The node's folder.", "La carpeta del nodo."})
                    Path home) {
        host.renewToken(home, value("OPERATOR", "us-operator-1", operator, OfficerId::new));
        return 0;
    }

    /// For the launcher, which makes the ahead-of-time cache; not in the help.
    @Command(
            name = "rehearse",
            hidden = true,
            mixinStandardHelpOptions = true,
            description = {
                "Do a day's work with invented rows on a node made for it.",
                "Hacer el trabajo de un día con filas inventadas en un nodo creado para ello."
            })
    int rehearse(
            @Option(
                            names = "--home",
                            required = true,
                            paramLabel = "DIR",
                            description = {"The node's folder.", "La carpeta del nodo."})
                    Path home,
            @Option(
                            names = "--files",
                            required = true,
                            paramLabel = "DIR",
                            description = {"Where the invented files go.", "Adónde van los archivos inventados."})
                    Path files) {
        new Rehearsal(new Home(home).client("us-operator-1")).play(files, "US", "us-analyst");
        return 0;
    }
}
