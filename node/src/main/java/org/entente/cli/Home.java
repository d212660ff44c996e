package org.entente.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A node's folder as the command line sees it: its console's address, and the bearer tokens of the people who signed
/// in
/// from here (`tokens/<officer>`, readable by the owner only).
public record Home(Path folder) {
    /// The console's address from `node.yaml`.
    public URI address() {
        try {
            JsonNode console = new YAMLMapper()
                    .readTree(Files.readAllBytes(folder.resolve("node.yaml")))
                    .path("console");
            return URI.create("http://" + console.path("address").asString() + ":"
                    + console.path("port").asInt());
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_NO_HOME, e, folder.toString());
        }
    }

    public NodeClient client(String officer) {
        Path file = folder.resolve("tokens").resolve(officer);
        try {
            return new NodeClient(address())
                    .with(new Secret(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_NOT_SIGNED_IN, e, officer);
        }
    }

    /// Whether a process, this one or another, runs the node.
    public boolean isRunning() {
        Path lock = folder.resolve("lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var mine = channel.tryLock()) {
            return mine == null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return true;
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, lock.toString());
        }
    }
}
