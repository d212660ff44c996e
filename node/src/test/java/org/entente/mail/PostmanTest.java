package org.entente.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.kernel.StandingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The message is the same whatever waits, and leaves this machine under TLS only.
class PostmanTest {
    private final StandingClock clock = new StandingClock(Instant.parse("2026-11-24T12:00:00Z"));
    private FakeSmtp server;

    @BeforeEach
    void open() throws IOException {
        server = new FakeSmtp();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void twoMessagesAreTheSameButForDateAndMessageId() {
        Postman postman = postman(MailServer.Security.NONE);
        assertInstanceOf(Sending.Sent.class, postman.send("officer@agency.example"));
        clock.advance(Duration.ofDays(3));
        assertInstanceOf(Sending.Sent.class, postman.send("officer@agency.example"));
        List<String> messages = server.messages();
        assertNotEquals(messages.get(0), messages.get(1));
        assertEquals(constant(messages.get(0)), constant(messages.get(1)));
        assertEquals(
                messages.get(0).length() - date(messages.get(0)).length(),
                messages.get(1).length() - date(messages.get(1)).length());
    }

    @Test
    void theMessageNamesNothingAndNoMachine() throws IOException {
        postman(MailServer.Security.NONE).send("officer@agency.example");
        String message = server.messages().getFirst();
        assertTrue(message.contains("Subject: Entente\r\n"), message);
        assertTrue(message.contains("Sign in at your node."), message);
        assertTrue(message.contains("Inicie sesi=C3=B3n en su nodo."), message);
        assertFalse(message.contains("http"), message);
        String host = InetAddress.getLocalHost().getHostName();
        String said = message + String.join("\n", server.commands());
        assertFalse(!host.equals("localhost") && said.contains(host), said);
        assertTrue(message.matches("(?s).*Message-ID: <[0-9a-f]{32}@agency\\.example>.*"), message);
    }

    @Test
    void aServerWithoutTlsGetsNothingWhereTlsIsWanted() {
        assertInstanceOf(
                Sending.Failed.class, postman(MailServer.Security.STARTTLS).send("officer@agency.example"));
        assertEquals(List.of(), server.messages());
        assertTrue(
                server.commands().stream().noneMatch(line -> line.contains("officer@")),
                () -> server.commands().toString());
    }

    @Test
    void aServerThatIsAwayAndAnAddressThatIsNoneAreTold() {
        assertInstanceOf(
                Sending.AddressRefused.class, postman(MailServer.Security.NONE).send("refused@agency.example"));
        server.close();
        Sending.Failed failed = assertInstanceOf(
                Sending.Failed.class, postman(MailServer.Security.NONE).send("officer@agency.example"));
        assertFalse(failed.cause().contains("@"), failed.cause());
    }

    private Postman postman(MailServer.Security security) {
        return new Postman(new MailServer("127.0.0.1", server.port(), security, "entente@agency.example", null), clock);
    }

    private static String constant(String message) {
        return message.replaceAll("(?m)^Date: .*$", "Date:").replaceAll("(?m)^Message-ID: .*$", "Message-ID:");
    }

    private static String date(String message) {
        return message.lines()
                .filter(line -> line.startsWith("Date: "))
                .findFirst()
                .orElse("");
    }
}
