package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.kernel.EntenteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeConfigTest {
    private static final String WHOLE = """
            # a comment is a line too
            party: US
            agreement: us-mx
            host: us.example
            pack: agreement
            node-key-file: node.key
            console:
              address: 127.0.0.1
              port: 8080
            peer:
              address: 127.0.0.1
              port: 8443
              url: https://127.0.0.1:8443
            """;

    @TempDir
    Path home;

    private NodeConfig read(String yaml) throws IOException {
        Files.writeString(home.resolve(NodeConfig.FILE), yaml);
        return NodeConfig.read(home);
    }

    @Test
    void wholeFileIsRead() throws IOException {
        assertEquals(8443, read(WHOLE).peer().port());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "party: US|party: us|BOOT_CONFIG_VALUE|party|2",
                "party: US|partie: US|BOOT_CONFIG_UNKNOWN_KEY|partie|2",
                "port: 8080|port: 80800|BOOT_CONFIG_VALUE|console.port|9",
                "port: 8080|port: eighty|BOOT_CONFIG_VALUE|console.port|9",
                "port: 8443|prot: 8443|BOOT_CONFIG_UNKNOWN_KEY|peer.prot|12",
                "url: https|url: http|BOOT_CONFIG_VALUE|peer.url|13",
                "host: us.example|host: US example|BOOT_CONFIG_VALUE|host|4",
            })
    void brokenKeyIsNamedWithItsLine(String good, String broken, BootCode code, String key, String line) {
        var refused = assertThrows(EntenteException.class, () -> read(WHOLE.replace(good, broken)));
        assertEquals(code, refused.code());
        assertEquals(List.of(key, line), refused.facts());
    }

    @Test
    void missingKeyIsNamedWithItsBlock() {
        var refused = assertThrows(EntenteException.class, () -> read(WHOLE.replace("  port: 8080\n", "")));
        assertEquals(List.of("console.port", "7"), refused.facts());
    }

    @Test
    void consoleBeyondLoopbackIsRefused() {
        var refused = assertThrows(
                EntenteException.class, () -> read(WHOLE.replaceFirst("address: 127.0.0.1", "address: 192.0.2.1")));
        assertEquals(BootCode.BOOT_NEEDS_TLS, refused.code());
    }

    @Test
    void textThatIsNoYamlIsRefused() {
        var refused = assertThrows(EntenteException.class, () -> read("party: [US"));
        assertEquals(BootCode.BOOT_CONFIG_UNREADABLE, refused.code());
    }
}
