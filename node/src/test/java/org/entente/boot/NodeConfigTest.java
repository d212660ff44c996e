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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "security: none|security: plain|mail.security|17",
                "host: 127.0.0.1|host: 192.0.2.1|mail.security|17",
                "port: 25|port: 0|mail.port|16",
                "sender: node@agency.example|sender: nobody|mail.sender|18",
                "sender: node@agency.example|sender: node@agency.example, user: me|mail.user|-",
            })
    void mailInPlainTextLeavesNoMachine(String good, String broken, String key, String line) throws IOException {
        String mail = WHOLE + """
                mail:
                  host: 127.0.0.1
                  port: 25
                  security: none
                  sender: node@agency.example
                """;
        assertEquals(25, java.util.Objects.requireNonNull(read(mail).mail()).port());
        String yaml = mail.replace(good, broken.replace(", ", "\n  "));
        var refused = assertThrows(EntenteException.class, () -> read(yaml));
        assertEquals(key, refused.facts().getFirst());
        assertEquals(
                line.equals("-") ? refused.facts().get(1) : line,
                refused.facts().get(1));
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
