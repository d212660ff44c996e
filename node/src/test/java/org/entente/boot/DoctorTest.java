package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.blind.BlindCode;
import org.entente.blind.BlindException;
import org.entente.blind.NativeLibrary;
import org.entente.cli.Finding;
import org.entente.cli.Finding.Grade;
import org.entente.db.DatabaseCode;
import org.entente.kernel.EntenteException;
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;
import org.entente.keys.Keyring;
import org.entente.keys.NodeKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path home;

    private ServerSocket consolePort;
    private ServerSocket peerPort;

    DoctorTest() throws IOException {
        consolePort = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        peerPort = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @BeforeEach
    void configure() throws IOException {
        NodeKey.create(home.resolve("node.key"));
        Files.writeString(
                home.resolve("node.yaml"), """
                party: US
                agreement: us-mx
                host: us.example
                pack: agreement
                node-key-file: node.key
                console:
                  address: 127.0.0.1
                  port: %d
                peer:
                  address: 127.0.0.1
                  port: %d
                  url: https://127.0.0.1:%<d
                """.formatted(consolePort.getLocalPort(), peerPort.getLocalPort()));
        new Keyring(home.resolve("keys"), NodeKey.read(home.resolve("node.key")), CLOCK)
                .create(new KeyId(KeyRole.WITNESS, "us-mx"));
        // A listener that never answers would hold the doctor back: ports are free unless a test takes one.
        consolePort.close();
        peerPort.close();
    }

    @AfterEach
    void close() throws IOException {
        consolePort.close();
        peerPort.close();
    }

    private List<Finding> examine() {
        return examine(CLOCK);
    }

    private List<Finding> examine(Clock clock) {
        var findings = new ArrayList<Finding>();
        new Doctor(clock).examineNode(home, findings::add);
        return sayingWhatToDo(findings);
    }

    private static List<Finding> examine(Machine machine) {
        var findings = new ArrayList<Finding>();
        new Doctor(CLOCK, machine).examineMachine(findings::add);
        assertEquals(5, findings.size());
        return sayingWhatToDo(findings);
    }

    /// Each in both languages, and with a remedy exactly where something is to be done.
    static List<Finding> sayingWhatToDo(List<Finding> findings) {
        for (Finding finding : findings) {
            assertNotEquals(finding.what().en(), finding.what().es());
            assertEquals(finding.grade() == Grade.GOOD, finding.remedy() == null, finding.toString());
            if (finding.remedy() != null) {
                assertFalse(finding.remedy().en().isBlank());
                assertNotEquals(finding.remedy().en(), finding.remedy().es());
            }
            assertFalse((finding.what() + " " + finding.remedy()).contains("{"), () -> "a fact is missing: " + finding);
        }
        return findings;
    }

    /// A machine with which nothing is wrong but what a test says.
    private record Sick(
            String version, Optional<NativeLibrary> sodium, long gibibytes, String timeService, boolean hasDatabase)
            implements Machine {
        private static final NativeLibrary LIBRARY =
                new NativeLibrary(NativeLibrary.Origin.SYSTEM, "libsodium.so.26", "1.0.20");
        static final Sick HEALTHY = new Sick("25.0.1+8", Optional.of(LIBRARY), 9, "yes", true);

        @Override
        public Runtime.Version java() {
            return Runtime.Version.parse(version);
        }

        @Override
        public NativeLibrary library(@Nullable Path configured) {
            return sodium.orElseThrow(() -> new BlindException(BlindCode.LIBRARY_NOT_FOUND));
        }

        @Override
        public long freeBytes(Path folder) throws IOException {
            if (gibibytes < 0) {
                throw new IOException("not mounted");
            }
            return gibibytes << 30;
        }

        @Override
        public String rehearseDatabase() {
            if (hasDatabase) {
                return "18.6";
            }
            throw new EntenteException(DatabaseCode.DATABASE_START_FAILED, "folder", "no room");
        }
    }

    private static Finding only(List<Finding> findings) {
        var ill = findings.stream()
                .filter(finding -> finding.grade() != Grade.GOOD)
                .toList();
        assertEquals(1, ill.size(), ill.toString());
        return ill.getFirst();
    }

    private static void assertIll(Machine machine, Grade grade, String en) {
        Finding finding = only(examine(machine));
        assertEquals(grade, finding.grade());
        assertTrue(finding.what().en().startsWith(en), finding.what().en());
    }

    @Test
    void healthyMachineIsGoodInEverything() {
        assertTrue(examine(Sick.HEALTHY).stream().allMatch(finding -> finding.grade() == Grade.GOOD));
    }

    @Test
    void eachIllnessOfTheMachineIsFoundAloneAndGraded() {
        var library = Optional.of(Sick.LIBRARY);
        assertIll(new Sick("21.0.4", library, 9, "yes", true), Grade.BAD, "Java 21.0.4; Entente is made for JDK 25");
        assertIll(new Sick("25", Optional.empty(), 9, "yes", true), Grade.BAD, "No libsodium can be loaded");
        assertIll(new Sick("25", library, 0, "yes", true), Grade.BAD, "Only 0 GiB free");
        assertIll(new Sick("25", library, 4, "yes", true), Grade.WARNING, "Only 4 GiB free");
        assertIll(new Sick("25", library, -1, "yes", true), Grade.BAD, "The folder");
        assertIll(new Sick("25", library, 9, "no", true), Grade.WARNING, "Clock 2027-01-01T00:00:00Z, kept by no");
        assertIll(new Sick("25", library, 9, "", true), Grade.UNKNOWN, "Clock 2027-01-01T00:00:00Z; whether");
        Finding database = only(examine(new Sick("25", library, 9, "yes", false)));
        assertEquals(Grade.BAD, database.grade());
        assertTrue(database.what().en().contains("no room"), database.what().en());
    }

    /// No seam between: an embedded server starts and stops for it.
    @Test
    void thisMachineIsExaminedAndCanRunANode() {
        var findings = examine(new Machine.Own());
        assertEquals(List.of(), ill(findings));
        assertTrue(findings.get(0).what().en().startsWith("Java 25"));
        assertTrue(findings.get(1).what().en().startsWith("libsodium 1."));
        assertTrue(findings.get(4).what().en().contains("An embedded PostgreSQL 18"));
    }

    private static List<String> ill(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.grade() == Grade.BAD)
                .map(finding -> finding.what().en())
                .toList();
    }

    @Test
    void nodeThatWaitsForItsFirstStartFailsInNothing() {
        var findings = examine();
        assertEquals(List.of(), ill(findings));
        assertTrue(findings.stream().anyMatch(finding -> finding.what().en().startsWith("1 key files open")));
    }

    @Test
    void unknownKeyOfTheConfigurationIsNamedWithItsLine() throws IOException {
        Files.writeString(home.resolve("node.yaml"), "pear: x\n" + Files.readString(home.resolve("node.yaml")));
        var ill = ill(examine());
        assertEquals(1, ill.size());
        assertTrue(ill.getFirst().contains("pear") && ill.getFirst().contains("line 1)"), ill.getFirst());
    }

    @Test
    void damagedKeyIsNamed() throws IOException {
        Files.writeString(home.resolve("keys/witness/us-mx@1"), "damaged");
        assertEquals(1, ill(examine()).size());
        assertTrue(ill(examine()).getFirst().contains("witness/us-mx"));
    }

    @Test
    void exposedNodeKeyIsNamed() throws IOException {
        Files.setPosixFilePermissions(
                home.resolve("node.key"), java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(ill(examine()).getFirst().contains("can be read by other users"));
    }

    @Test
    void takenPortIsNamed() throws IOException {
        Path config = home.resolve("node.yaml");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            String free = "port: " + peerPort.getLocalPort();
            Files.writeString(config, Files.readString(config).replace(free, "port: " + port));
            assertEquals(
                    List.of("Port " + port + " of peer is taken by another program, or its address is not of this"
                            + " machine."),
                    ill(examine()));
        }
    }

    @Test
    void clockThatWentBackIsNamed() throws IOException {
        Path tiles = Files.createDirectories(home.resolve("log/us-mx/duty/tile/0"));
        for (Path written : List.of(
                home.resolve("node.key"),
                home.resolve("keys/witness/us-mx@1"),
                Files.writeString(tiles.resolve("000"), ""))) {
            var before = Files.getLastModifiedTime(written);
            Files.setLastModifiedTime(written, FileTime.from(NOW.plusSeconds(3600)));
            assertTrue(ill(examine()).getFirst().contains("2027-01-01T01:00:00Z"), written.toString());
            assertTrue(ill(examine()).getFirst().contains("it went back"), written.toString());
            Files.setLastModifiedTime(written, before);
        }
        assertEquals(List.of(), ill(examine()));
    }

    @Test
    void aConfiguredLibraryIsTheOneThatIsLookedAt() throws IOException {
        String configuration = Files.readString(home.resolve("node.yaml"));
        Files.writeString(home.resolve("mine.so"), "no library");
        for (String name : List.of("mine.so", "absent.so")) {
            Files.writeString(home.resolve("node.yaml"), configuration + "libsodium: " + name + "\n");
            assertEquals(
                    List.of("The libsodium that node.yaml names cannot be loaded: "
                            + home.resolve(name).toAbsolutePath().normalize()),
                    ill(examine()));
        }
    }

    @Test
    void theEndOfTheCertificateIsToldAMonthBefore() {
        var keyring = new Keyring(home.resolve("keys"), NodeKey.read(home.resolve("node.key")), CLOCK);
        keyring.create(new KeyId(KeyRole.TLS, "us-mx"));
        Instant end =
                Doctor.end(keyring.publicKey(new KeyId(KeyRole.TLS, "us-mx")).toArray());
        String day = end.toString().substring(0, 10);
        assertCertificate(Grade.GOOD, "valid until " + day, end.minus(Duration.ofDays(31)));
        assertCertificate(Grade.WARNING, "end on " + day, end.minus(Duration.ofDays(29)));
        assertCertificate(Grade.BAD, "ended on " + day, end);
    }

    private void assertCertificate(Grade grade, String en, Instant now) {
        var found = examine(Clock.fixed(now, ZoneOffset.UTC)).stream()
                .filter(finding -> finding.what().en().startsWith("The node's certificate"))
                .toList();
        assertEquals(1, found.size());
        assertEquals(grade, found.getFirst().grade());
        assertTrue(found.getFirst().what().en().contains(en), found.toString());
    }
}
