package org.entente.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.entente.access.Officers;
import org.entente.access.Roster;
import org.entente.access.store.JooqAccounts;
import org.entente.agreement.pack.PackFiles;
import org.entente.cli.NodeHost.Installation;
import org.entente.db.Database;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.keys.NodeKey;
import org.entente.prove.RecordingLedger;
import org.entente.prove.store.JooqLeafRequests;

/// Sets a node up in an empty folder: `node.yaml`, the node key, the database, the officers of the roster, and a token
/// for each operator. The private keys are made at the first start, by role, under the node key.
final class Installer {
    private final Installation installation;
    private final NodeHome home;

    Installer(Installation installation) {
        this.installation = installation;
        this.home = new NodeHome(installation.home().toAbsolutePath().normalize());
    }

    void install() {
        Roster roster = Roster.parse(installation.party(), readRoster());
        try {
            createFolders();
            NodeKey.create(home.folder().resolve("node.key"));
            copyPack();
            Path draft = home.folder().resolve(NodeConfig.FILE + ".new");
            String yaml = yaml();
            Files.writeString(draft, yaml);
            enrol(NodeConfig.parse(yaml), roster);
            // Last, so that a folder with a configuration is a whole node.
            Files.move(draft, home.folder().resolve(NodeConfig.FILE));
        } catch (IOException e) {
            throw new EntenteException(
                    BootCode.BOOT_HOME_TAKEN, e, home.folder().toString());
        }
    }

    private void createFolders() throws IOException {
        if (Files.exists(home.folder().resolve(NodeConfig.FILE))
                || Files.exists(home.folder().resolve("node.key"))) {
            throw new EntenteException(BootCode.BOOT_HOME_TAKEN, home.folder().toString());
        }
        Files.createDirectories(home.folder());
        for (Path folder : new Path[] {home.keys(), home.log(), home.tokens(), home.uploads()}) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /// The law a node starts with is the one shipped; a changed one takes its place in the node's folder.
    private void copyPack() throws IOException {
        Path folder = home.folder().resolve("agreement");
        Files.createDirectory(folder);
        PackFiles pack = PackFiles.shipped(installation.agreement())
                .orElseThrow(() -> new EntenteException(
                        BootCode.BOOT_PACK_UNKNOWN, installation.agreement().value()));
        for (Map.Entry<String, Bytes> file : pack.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue().toArray());
        }
    }

    private void enrol(NodeConfig config, Roster roster) {
        try (Database database = Database.open(NodeApplication.databaseConfig(home, config))) {
            officers(database, installation.party(), installation.agreement())
                    .enrol(roster)
                    .forEach((officer, token) -> SecretFile.write(home.tokens().resolve(officer.value()), token));
        }
    }

    /// For a node that does not run. Whoever can write its folder can read its database too.
    static void renewToken(NodeHome home, NodeConfig config, OfficerId operator) {
        try (Database database = Database.open(NodeApplication.databaseConfig(home, config))) {
            SecretFile.replace(
                    home.tokens().resolve(operator.value()),
                    officers(database, new Party(config.party()), new AgreementId(config.agreement()))
                            .renewToken(operator));
        }
    }

    private static Officers officers(Database database, Party party, AgreementId agreement) {
        Clock clock = Clock.systemUTC();
        return new Officers(
                database,
                new JooqAccounts(party),
                new RecordingLedger(database, new JooqLeafRequests(), clock),
                agreement,
                clock);
    }

    private String readRoster() {
        try {
            return Files.readString(installation.roster());
        } catch (IOException e) {
            throw new EntenteException(
                    BootCode.BOOT_CONFIG_UNREADABLE, e, installation.roster().toString(), "-");
        }
    }

    private String yaml() {
        int consolePort = installation.consolePort() == 0 ? freePort() : installation.consolePort();
        int peerPort = installation.peerPort() == 0 ? freePort() : installation.peerPort();
        return """
               # A node of Entente. docs/operate.md lists every key, its default and what breaks when it is wrong.
               party: %s
               agreement: %s
               host: %s.entente.example
               pack: agreement
               node-key-file: node.key
               console:
                 address: 127.0.0.1
                 port: %d
               peer:
                 address: 127.0.0.1
                 port: %d
                 url: https://127.0.0.1:%d
               postgres-folder: ../postgres
               """.formatted(
                        installation.party(),
                        installation.agreement(),
                        installation.party().code().toLowerCase(Locale.ROOT),
                        consolePort,
                        peerPort,
                        peerPort);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EntenteException(BootCode.BOOT_CONFIG_VALUE, e, "console.port", "-");
        }
    }
}
