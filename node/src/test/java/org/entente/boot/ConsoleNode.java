package org.entente.boot;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.access.Access;
import org.entente.access.Officers;
import org.entente.access.Roster;
import org.entente.access.SignInLink;
import org.entente.agreement.pack.PackFiles;
import org.entente.db.DatabaseConfig;
import org.entente.db.TestDatabase;
import org.entente.hold.Holdings;
import org.entente.hold.ImportListener;
import org.entente.hold.ImportOrder;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.keys.NodeKey;
import org.springframework.context.ConfigurableApplicationContext;

/// A whole node in this process, as it runs in production but for its database, which shares the tests' server: both
/// connectors, all rooms, officers of every role, a few invented records. No peer is pinned.
final class ConsoleNode implements AutoCloseable {
    static final Party US = new Party("US");

    private static final Roster ROSTER = Roster.parse(US, """
            officers:
              - {id: us-analyst, institution: us-treasury, name: Invented Analyst, roles: [ANALYST]}
              - {id: us-officer, institution: us-atf, name: Invented Officer, roles: [CASE_OFFICER]}
              - {id: us-lawyer, institution: us-central-authority, name: Invented Lawyer, roles: [LAWYER]}
              - {id: us-auditor, institution: us-central-authority, name: Invented Auditor, roles: [AUDITOR]}
              - {id: us-operator-1, institution: us-central-authority, name: Invented Operator, roles: [OPERATOR]}
              - {id: us-operator-2, institution: us-central-authority, name: Second Operator, roles: [OPERATOR]}
            """);

    private final ConfigurableApplicationContext context;
    private final String address;

    ConsoleNode(Path home) throws IOException {
        DatabaseConfig.External database = TestDatabase.empty();
        int console = freePort();
        NodeKey.create(home.resolve("node.key"));
        Files.createDirectories(home.resolve("uploads"));
        Files.writeString(home.resolve("database.password"), database.password().reveal());
        copyPack(home.resolve("agreement"));
        Files.writeString(
                home.resolve(NodeConfig.FILE), """
                party: US
                agreement: us-mx
                host: us.example
                pack: agreement
                node-key-file: node.key
                console: {address: 127.0.0.1, port: %d}
                peer: {address: 127.0.0.1, port: %d, url: "https://127.0.0.1:1"}
                database: {url: "%s", user: "%s", password-file: database.password}
                """.formatted(console, freePort(), database.jdbcUrl(), database.user()));
        context = LocalNodes.start(home);
        address = "http://127.0.0.1:" + console;
        bean(Officers.class).enrol(ROSTER);
        holdSomething(home);
    }

    String address() {
        return address;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    static Officer officer(String id) {
        return ROSTER.officers().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// The address of a fresh single-use link.
    String link(String officer) {
        SignInLink link =
                bean(Officers.class).issueLink(bean(Access.class), officer("us-operator-1"), new OfficerId(officer));
        return address + "/sign-in/" + link.code().reveal();
    }

    private void holdSomething(Path home) throws IOException {
        List<String> lines = new ArrayList<>(List.of("{\"format\":\"entente-casework\",\"version\":1,\"party\":\"US\","
                + "\"asOf\":\"2026-11-01\",\"invented\":true}"));
        for (int i = 1; i <= 7; i++) {
            lines.add(subject("P-" + i, "suspect", "SUPUESTA ARRIETA, Ejemplo " + "ABCDEFG".charAt(i - 1)));
        }
        lines.add(subject("P-8", "witness", "RESERVADA PRUEBA, Testigo"));
        Path casework = home.resolve("casework.jsonl");
        Files.write(casework, lines);
        take(new ImportOrder("casework", Map.of("file", casework), LocalDate.of(2026, 11, 1), false));
    }

    void take(ImportOrder order) {
        bean(Holdings.class).importFiles(officer("us-operator-1"), order, ImportListener.none());
    }

    private static String subject(String id, String personClass, String name) {
        String link = id.equals("P-1") ? ",\"links\":[{\"kind\":\"member-of\",\"to\":\"P-2\"}]" : "";
        return """
                {"id":"%s","kind":"person","class":"%s","status":"none",\
                "basis":{"instrument":"US-28-USC","article":"533"},"handling":["H1"],"evaluation":"B2",\
                "retainUntil":"2031-06-30","facets":[{"key":"main","kind":"primary","statements":[\
                {"property":"name","value":"%s"},{"property":"birth-date","value":"1980-02-29"}]}]%s}""".formatted(id, personClass, name, link);
    }

    private static void copyPack(Path folder) throws IOException {
        Files.createDirectory(folder);
        for (String name : PackFiles.NAMES) {
            try (InputStream stream = ConsoleNode.class.getResourceAsStream("/agreements/us-mx/" + name)) {
                Files.copy(java.util.Objects.requireNonNull(stream, name), folder.resolve(name));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
