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
import java.util.Locale;
import java.util.Map;
import org.entente.access.Access;
import org.entente.access.Officers;
import org.entente.access.Roster;
import org.entente.access.SignInLink;
import org.entente.agreement.pack.PackFiles;
import org.entente.db.DatabaseConfig;
import org.entente.db.TestDatabase;
import org.entente.exchange.PartyFile;
import org.entente.exchange.PeerDirectory;
import org.entente.find.Discovery;
import org.entente.find.PublishedSet;
import org.entente.hold.Holdings;
import org.entente.hold.ImportListener;
import org.entente.hold.ImportOrder;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.keys.NodeKey;
import org.springframework.context.ConfigurableApplicationContext;

/// A whole node in this process, as it runs in production but for its database, which shares the tests' server: both
/// connectors, all rooms, officers of every role, a few invented records.
final class ConsoleNode implements AutoCloseable {
    /// A taxpayer number that the eighth record has.
    static final String RFC = "SUEJ800229ZZ5";

    private static final AgreementId AGREEMENT = new AgreementId("us-mx");

    /// `xx` stands for the party.
    private static final String ROSTER = """
            officers:
              - {id: xx-analyst, institution: xx-central-authority, name: Invented Analyst, roles: [ANALYST]}
              - {id: xx-officer, institution: xx-central-authority, name: Invented Officer, roles: [CASE_OFFICER]}
              - {id: xx-lawyer, institution: xx-central-authority, name: Invented Lawyer, roles: [LAWYER]}
              - {id: xx-auditor, institution: xx-central-authority, name: Invented Auditor, roles: [AUDITOR]}
              - {id: xx-operator-1, institution: xx-central-authority, name: Invented Operator, roles: [OPERATOR]}
              - {id: xx-operator-2, institution: xx-central-authority, name: Second Operator, roles: [OPERATOR]}
            """;

    private static final String SUBJECT = """
            {"id":"@id","kind":"person","class":"@class","status":"none",\
            "basis":{"instrument":"US-28-USC","article":"533"},"handling":["H1"],"evaluation":"B2",\
            "retainUntil":"2031-06-30","facets":[{"key":"main","kind":"primary","statements":[\
            {"property":"name","value":"@name"},{"property":"birth-date","value":"1980-02-29"}]}]@link}""";

    private final ConfigurableApplicationContext context;
    private final String address;
    private final Party party;
    private final Roster roster;

    ConsoleNode(String code, Path home) throws IOException {
        String prefix = code.toLowerCase(Locale.ROOT);
        party = new Party(code);
        roster = Roster.parse(party, ROSTER.replace("xx-", prefix + "-"));
        int peer = freePort();
        DatabaseConfig.External database = TestDatabase.fresh();
        int console = freePort();
        NodeKey.create(home.resolve("node.key"));
        Files.createDirectories(home.resolve("uploads"));
        Files.writeString(home.resolve("database.password"), database.password().reveal());
        copyPack(home.resolve("agreement"));
        Files.writeString(home.resolve(NodeConfig.FILE), """
                party: %s
                agreement: us-mx
                host: %s.example
                pack: agreement
                node-key-file: node.key
                console: {address: 127.0.0.1, port: %d}
                peer: {address: 127.0.0.1, port: %d, url: "https://127.0.0.1:%d"}
                database: {url: "%s", user: "%s", password-file: database.password}
                """.formatted(
                        code, prefix, console, peer, peer, database.jdbcUrl(), database.user()));
        context = LocalNodes.start(home);
        address = "http://127.0.0.1:" + console;
        bean(Officers.class).enrol(roster);
        holdSomething(home);
    }

    String address() {
        return address;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Officer officer(String id) {
        return roster.officers().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Officer operator(int number) {
        return officer(party.code().toLowerCase(Locale.ROOT) + "-operator-" + number);
    }

    /// Takes the other node for the other party.
    void pin(ConsoleNode other) {
        Bytes file = other.bean(PeerDirectory.class).exportPartyFile(other.operator(1), AGREEMENT);
        PeerDirectory own = bean(PeerDirectory.class);
        own.propose(operator(1), file, PartyFile.fingerprint(file));
        own.confirm(operator(2), AGREEMENT, PartyFile.fingerprint(file));
    }

    void publish(Purpose purpose) {
        bean(Discovery.class).publish(operator(1), AGREEMENT, purpose);
    }

    /// Whether the other party's set for this purpose can be asked.
    boolean mayAsk(Purpose purpose) {
        return bean(Discovery.class).sets(operator(1), AGREEMENT).stream()
                .anyMatch(set -> set.direction() == PublishedSet.Direction.PEER
                        && set.purpose().equals(purpose)
                        && set.keyType().equals("rfc")
                        && set.state() == PublishedSet.State.READY);
    }

    /// The address of a fresh single-use link.
    String link(String officer) {
        SignInLink link = bean(Officers.class).issueLink(bean(Access.class), issuer(officer), new OfficerId(officer));
        return address + "/sign-in/" + link.code().reveal();
    }

    private Officer issuer(String officer) {
        return officer.contains("-operator-") ? officer(officer) : operator(1);
    }

    private void holdSomething(Path home) throws IOException {
        List<String> lines = new ArrayList<>(List.of("{\"format\":\"entente-casework\",\"version\":1,\"party\":\""
                + party + "\"," + "\"asOf\":\"2026-11-01\",\"invented\":true}"));
        for (int i = 1; i <= 7; i++) {
            lines.add(subject("P-" + i, "suspect", "SUPUESTA ARRIETA, Ejemplo " + "ABCDEFG".charAt(i - 1)));
        }
        lines.add(subject("P-8", "witness", "RESERVADA PRUEBA, Testigo"));
        String birth = "{\"property\":\"birth-date\"";
        String rfc = "{\"property\":\"rfc\",\"value\":\"" + RFC + "\"},";
        lines.add(subject("P-9", "suspect", "COMPARTIDA MUESTRA, Ejemplo").replace(birth, rfc + birth));
        Path casework = home.resolve("casework.jsonl");
        Files.write(casework, lines);
        take(new ImportOrder("casework", Map.of("file", casework), LocalDate.of(2026, 11, 1), false));
    }

    void take(ImportOrder order) {
        bean(Holdings.class).importFiles(operator(1), order, ImportListener.none());
    }

    private static String subject(String id, String personClass, String name) {
        String link = id.equals("P-1") ? ",\"links\":[{\"kind\":\"member-of\",\"to\":\"P-2\"}]" : "";
        return SUBJECT.replace("@id", id)
                .replace("@class", personClass)
                .replace("@name", name)
                .replace("@link", link);
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
