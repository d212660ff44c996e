package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.entente.cli.Finding;
import org.entente.cli.Finding.Grade;
import org.entente.cli.Home;
import org.entente.cli.NodeClient;
import org.entente.cli.NodeHost;
import org.entente.db.Database;
import org.entente.kernel.AgreementId;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// Two whole nodes, paired, with databases of their own; one of them, then its database, goes away.
class DoctorOfRunningNodesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext us;
    private static ConfigurableApplicationContext mx;

    @BeforeAll
    static void start() throws IOException {
        // The server's unprivileged user must pass through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        install("US");
        install("MX");
        renewAToken();
        us = LocalNodes.start(home("US"));
        mx = LocalNodes.start(home("MX"));
    }

    /// The renewed one is what this test goes on with.
    private static void renewAToken() throws IOException {
        Path token = home("US").resolve("tokens").resolve("us-operator-2");
        String before = Files.readString(token);
        new LocalNodes().renewToken(home("US"), new OfficerId("us-operator-2"));
        assertNotEquals(before, Files.readString(token));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(token)));
    }

    @AfterAll
    static void stop() {
        us.close();
        mx.close();
    }

    @Test
    void theDoctorTellsAPeerThatAnswersFromOneThatDoesNotAndADatabaseThatIsGone() throws IOException {
        assertEquals("No peer is pinned.", about("No peer"));
        pair("US", "MX");
        pair("MX", "US");
        List<Finding> findings = examine();
        assertTrue(findings.stream().noneMatch(finding -> finding.grade() == Grade.BAD), findings.toString());
        assertTrue(about("The peer").startsWith("The peer answers; fingerprint"));
        assertTrue(about("The running database").contains("PostgreSQL 18"));
        assertTrue(about("The keys of the peer").contains("valid until"));

        tokensThatAreStaleOrOfPeopleWhoMayNotAskDoNotEndTheCheck();
        keysOfThePeerThatEndAreTold();

        // Idle, and everything is cosigned: the old sign of life would still be there.
        await(DoctorOfRunningNodesTest::isAllCosigned);
        mx.close();
        assertEquals("The peer is pinned and does not answer.", about("The peer"));
        // A leaf that waits for its witness says nothing about a peer that answers.
        new Home(home("US")).client("us-operator-1").post("/v1/sign-in-links", Map.of("officer", "us-lawyer"));
        mx = LocalNodes.start(home("MX"));
        assertTrue(about("The peer").startsWith("The peer answers"));

        long server = us.getBean(Database.class).serverPid().orElseThrow();
        ProcessHandle.of(server).orElseThrow().destroyForcibly();
        await(() -> ill().stream().anyMatch(what -> what.contains("cannot work")));
        JsonNode health =
                new NodeClient(new Home(home("US")).address()).health().orElseThrow();
        assertEquals("DOWN", health.path("status").asString());
        assertEquals(Set.of("status", "process"), Set.copyOf(health.propertyNames()));
        assertTrue(new NodeClient(new Home(home("US")).address())
                .answeringProcess()
                .isEmpty());
        assertTrue(ill().stream().noneMatch(what -> what.contains("is taken by")), "its ports are its own");
    }

    private static void tokensThatAreStaleOrOfPeopleWhoMayNotAskDoNotEndTheCheck() throws IOException {
        Path tokens = home("US").resolve("tokens");
        Files.writeString(tokens.resolve("a-stale-one"), "stale");
        NodeClient operator = new Home(home("US")).client("us-operator-1");
        String code = operator.post("/v1/sign-in-links", Map.of("officer", "us-analyst"))
                .path("code")
                .asString();
        String token = new NodeClient(operator.address())
                .post("/v1/sessions", Map.of("code", code))
                .path("token")
                .asString();
        Files.writeString(tokens.resolve("b-analyst"), new Secret(token).reveal());
        assertTrue(about("The peer").startsWith("The peer answers"));
    }

    private static void keysOfThePeerThatEndAreTold() {
        String end = new Home(home("US"))
                .client("us-operator-1")
                .get("/v1/status")
                .path("peer")
                .path("keysEnd")
                .asString();
        Clock late = Clock.fixed(java.time.Instant.parse(end).minus(Duration.ofDays(10)), ZoneOffset.UTC);
        var findings = new ArrayList<Finding>();
        new Doctor(late).examineNode(home("US"), findings::add);
        assertTrue(DoctorTest.sayingWhatToDo(findings).stream()
                .anyMatch(finding -> finding.grade() == Grade.WARNING
                        && finding.what().en().startsWith("The keys of the peer's institutions end on")));
    }

    private static boolean isAllCosigned() {
        JsonNode logs =
                new Home(home("US")).client("us-operator-1").get("/v1/status").path("logs");
        for (JsonNode log : logs) {
            if (log.path("signed").path("size").asLong(0)
                    != log.path("cosigned").path("size").asLong(0)) {
                return false;
            }
        }
        return !logs.isEmpty();
    }

    private static List<Finding> examine() {
        var findings = new ArrayList<Finding>();
        new Doctor(CLOCK).examineNode(home("US"), findings::add);
        return DoctorTest.sayingWhatToDo(findings);
    }

    private static List<String> ill() {
        return examine().stream()
                .filter(finding -> finding.grade() == Grade.BAD)
                .map(finding -> finding.what().en())
                .toList();
    }

    private static String about(String beginning) {
        return examine().stream()
                .map(finding -> finding.what().en())
                .filter(what -> what.startsWith(beginning))
                .findFirst()
                .orElse("");
    }

    private static Path home(String party) {
        return folder.resolve(party);
    }

    private static void install(String party) throws IOException {
        Path roster = folder.resolve(party + ".yaml");
        try (var stream =
                DoctorOfRunningNodesTest.class.getResourceAsStream("/org/entente/cli/demo/roster-" + party + ".yaml")) {
            Files.write(roster, java.util.Objects.requireNonNull(stream).readAllBytes());
        }
        new LocalNodes()
                .install(new NodeHost.Installation(
                        home(party), new Party(party), new AgreementId("us-mx"), roster, 0, 0));
    }

    private static void pair(String at, String other) {
        JsonNode file = operator(other, 1).get("/v1/party-file");
        String fingerprint = file.path("fingerprint").asString();
        String id = operator(at, 1)
                .post("/v1/peers", Map.of("partyFile", file.path("partyFile").asString(), "fingerprint", fingerprint))
                .path("id")
                .asString();
        operator(at, 2).post("/v1/peers/" + id + "/confirmation", Map.of("fingerprint", fingerprint));
    }

    private static NodeClient operator(String party, int number) {
        return new Home(home(party)).client(party.toLowerCase(java.util.Locale.ROOT) + "-operator-" + number);
    }

    private static void await(BooleanSupplier condition) {
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadlineNanos, "not reached in " + PATIENCE);
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
