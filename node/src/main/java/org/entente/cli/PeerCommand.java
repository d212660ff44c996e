package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.entente.cli.Screen.Column;
import org.entente.kernel.EntenteException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `entente peer`: pairing with the other party's node. A party file is public; its fingerprint must come by another
/// way
/// (read out by telephone, handed over on paper), and two operators must type it.
@Command(
        name = "peer",
        mixinStandardHelpOptions = true,
        description = {"Pair with the other party's node.", "Emparejarse con el nodo de la otra parte."})
final class PeerCommand {
    private final Entente entente;
    private final PrintStream out;

    PeerCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Pinned peers and proposals.", "Contrapartes fijadas y propuestas."})
    int list(@Mixin SignedIn who) {
        JsonNode answer = who.client().get("/v1/peers");
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "peer.none",
                    Column.of("agreement", "id"),
                    screen.state("peer"),
                    Column.of("party"),
                    Column.of("fingerprint"));
        }
        return 0;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Write this node's party file and print its fingerprint.",
                "Escribir el archivo de parte de este nodo y mostrar su huella."
            })
    int export(
            @Mixin SignedIn who,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            description = {"Where to write it.", "Dónde escribirlo."})
                    Path file) {
        JsonNode answer = who.client().get("/v1/party-file");
        try {
            Files.writeString(file, answer.path("partyFile").asString());
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
        }
        out.println(answer.path("fingerprint").asString());
        return 0;
    }

    @Command(
            name = "pin",
            mixinStandardHelpOptions = true,
            description = {
                "Propose a party file with its fingerprint (first operator).",
                "Proponer un archivo de parte con su huella (primer operador)."
            })
    int pin(
            @Mixin SignedIn who,
            @Option(
                            names = "--fingerprint",
                            required = true,
                            paramLabel = "HEX",
                            description = {
                                "As it came by another way: by telephone, on paper.",
                                "Como llegó por otra vía: por teléfono, en papel."
                            })
                    String fingerprint,
            @Parameters(
                            paramLabel = "FILE",
                            description = {"The other party's party file.", "El archivo de parte de la otra parte."})
                    Path file) {
        try {
            out.println(who.client()
                    .post("/v1/peers", Map.of("partyFile", Files.readString(file), "fingerprint", fingerprint))
                    .path("id")
                    .asString());
            return 0;
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
        }
    }

    @Command(
            name = "confirm",
            mixinStandardHelpOptions = true,
            description = {
                "Confirm a proposed party file with its fingerprint (second operator).",
                "Confirmar un archivo de parte propuesto con su huella (segundo operador)."
            })
    int confirm(
            @Mixin SignedIn who,
            @Option(
                            names = "--fingerprint",
                            required = true,
                            paramLabel = "HEX",
                            description = {
                                "As it came by another way: by telephone, on paper.",
                                "Como llegó por otra vía: por teléfono, en papel."
                            })
                    String fingerprint,
            @Parameters(
                            paramLabel = "ID",
                            description = {
                                "The proposal: the agreement's id.",
                                "La propuesta: el identificador del acuerdo."
                            })
                    String id) {
        out.println(who.client()
                .post("/v1/peers/" + id + "/confirmation", Map.of("fingerprint", fingerprint))
                .path("state")
                .asString());
        return 0;
    }
}
