package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.entente.cli.Finding;
import org.entente.cli.Finding.Grade;
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;
import org.entente.keys.Keyring;
import org.entente.keys.NodeKey;
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
        var findings = new ArrayList<Finding>();
        new Doctor(CLOCK).examineNode(home, findings::add);
        for (Finding finding : findings) {
            assertFalse(finding.what().en().equals(finding.what().es()), finding.toString());
            assertEquals(finding.grade() == Grade.GOOD, finding.remedy() == null, finding.toString());
        }
        return findings;
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
        int port = peerPort.getLocalPort();
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(port, taken.getLocalPort());
            assertEquals(
                    List.of("Port " + port + " of peer is taken by another program, or its address is not of this"
                            + " machine."),
                    ill(examine()));
        }
    }

    @Test
    void clockThatWentBackIsNamed() throws IOException {
        Files.setLastModifiedTime(home.resolve("node.key"), FileTime.from(NOW.plusSeconds(3600)));
        assertTrue(ill(examine()).getFirst().contains("it went back"));
    }
}
