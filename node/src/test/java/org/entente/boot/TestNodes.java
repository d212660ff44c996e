package org.entente.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.entente.access.Access;
import org.entente.access.Officers;
import org.entente.access.Roster;
import org.entente.access.store.JooqAccounts;
import org.entente.agreement.pack.PackFiles;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.DemoCommand;
import org.entente.db.Database;
import org.entente.db.DatabaseConfig;
import org.entente.db.TestDatabase;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Secret;
import org.entente.keys.NodeKey;
import org.entente.prove.RecordingLedger;
import org.entente.prove.store.JooqLeafRequests;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ConfigurableApplicationContext;

/// Whole nodes for tests: every bean, both connectors, a database of the shared server. Each is started at first use,
/// in this process (about 5 s for the first, 2 s for the second), shared by all classes of the run, and stopped at its
/// end. Neither is paired until a test does it.
///
/// ```java
/// @ExtendWith(TestNodes.class)
/// class SomeTest {
///     @Test
///     void claim(TestNodes nodes) { nodes.us().client("us-analyst") ... }
/// ```
public final class TestNodes implements ParameterResolver {
    /// A running node.
    public record Node(Party party, Path home, URI address, ConfigurableApplicationContext context) {
        /// An officer of the demonstration's roster (`us-analyst`, `us-operator-1`), signed in.
        public NodeClient client(String officer) {
            return new NodeClient(address).signIn(code(officer));
        }

        /// The code of a new sign-in link.
        public Secret code(String officer) {
            Officers officers = context.getBean(Officers.class);
            Officer operator = officers.session(SecretFile.read(home.resolve("tokens")
                            .resolve(officer.contains("-operator-") ? officer : prefix() + "-operator-1")))
                    .orElseThrow();
            return officers.issueLink(context.getBean(Access.class), operator, new OfficerId(officer))
                    .code();
        }

        private String prefix() {
            return party.code().toLowerCase(Locale.ROOT);
        }
    }

    /// Both nodes; made when first asked for.
    private static final class Running implements AutoCloseable {
        private final Map<String, Node> nodes = new java.util.concurrent.ConcurrentHashMap<>();

        @Override
        public void close() {
            nodes.values().forEach(node -> node.context().close());
        }
    }

    private Running running = new Running();

    public Node us() {
        return running.nodes.computeIfAbsent("US", TestNodes::start);
    }

    public Node mx() {
        return running.nodes.computeIfAbsent("MX", TestNodes::start);
    }

    /// A node of the caller's own, who closes its context.
    static Node fresh(String code) {
        return start(code);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestNodes.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, _ -> new Running(), Running.class);
        return this;
    }

    private static Node start(String code) {
        Party party = new Party(code);
        try {
            Path home = Files.createTempDirectory("entente-node-" + code + "-");
            NodeConfig config = write(home, party);
            enrol(home, config, party);
            ConfigurableApplicationContext context = LocalNodes.start(home);
            return new Node(party, home, config.consoleAddress(), context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NodeConfig write(Path home, Party party) throws IOException {
        NodeHome places = new NodeHome(home);
        for (Path folder : new Path[] {places.keys(), places.log(), places.tokens(), places.uploads()}) {
            Files.createDirectories(folder);
        }
        NodeKey.create(home.resolve("node.key"));
        Path pack = Files.createDirectory(home.resolve("agreement"));
        for (String name : PackFiles.NAMES) {
            try (InputStream stream = TestNodes.class.getResourceAsStream("/agreements/us-mx/" + name)) {
                Files.copy(java.util.Objects.requireNonNull(stream, name), pack.resolve(name));
            }
        }
        DatabaseConfig.External database = TestDatabase.fresh();
        SecretFile.write(home.resolve("database.password"), database.password());
        int peerPort = freePort();
        String yaml = """
                party: %s
                agreement: us-mx
                host: %s.example
                pack: agreement
                node-key-file: node.key
                console: {address: 127.0.0.1, port: %d}
                peer: {address: 127.0.0.1, port: %d, url: "https://127.0.0.1:%d"}
                database: {url: "%s", user: %s, password-file: database.password}
                """.formatted(
                        party,
                        party.code().toLowerCase(Locale.ROOT),
                        freePort(),
                        peerPort,
                        peerPort,
                        database.jdbcUrl(),
                        database.user());
        Files.writeString(home.resolve(NodeConfig.FILE), yaml);
        return NodeConfig.read(home);
    }

    private static void enrol(Path home, NodeConfig config, Party party) throws IOException {
        Clock clock = Clock.systemUTC();
        String roster = "roster-" + party + ".yaml";
        try (Database database = Database.open(NodeApplication.databaseConfig(new NodeHome(home), config));
                InputStream stream = DemoCommand.class.getResourceAsStream(roster)) {
            Officers officers = new Officers(
                    database,
                    new JooqAccounts(party),
                    new RecordingLedger(database, new JooqLeafRequests(), clock),
                    new AgreementId("us-mx"),
                    clock);
            String yaml = new String(
                    java.util.Objects.requireNonNull(stream, roster).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            officers.enrol(Roster.parse(party, yaml))
                    .forEach((officer, token) ->
                            SecretFile.write(home.resolve("tokens").resolve(officer.value()), token));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
