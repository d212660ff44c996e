package org.entente.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.SplittableRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.Limits;
import org.entente.exchange.OutboxState;
import org.entente.exchange.Parcels;
import org.entente.exchange.PeerEntries;
import org.entente.exchange.PeerReply;
import org.entente.exchange.PinnedTls;
import org.entente.exchange.TestNode;
import org.entente.exchange.TestParty;
import org.entente.kernel.Bytes;
import org.entente.prove.Leaf;
import org.entente.prove.WitnessDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerDoorTest {
    @TempDir
    static Path folder;

    private static RunningNode us;
    private static RunningNode mx;

    @BeforeAll
    static void start() throws IOException {
        us = new RunningNode("US", Files.createDirectory(folder.resolve("us")));
        mx = new RunningNode("MX", Files.createDirectory(folder.resolve("mx")));
        TestNode.pair(us.node, mx.node);
    }

    @AfterAll
    static void stop() {
        us.close();
        mx.close();
    }

    @Test
    void anEnvelopeCrossesAndItsReceiptComesBack() {
        EnvelopeId id = us.node.put(mx.node, "over the wire");
        us.node.step(us.client);
        assertInstanceOf(OutboxState.Delivered.class, us.node.outbox.state(id));
        assertTrue(mx.node.effects().contains("over the wire"));
    }

    @Test
    void aGapIsToldWithTheNumberThatIsExpected() {
        mx.node.put(us.node, "first");
        EnvelopeId second = mx.node.put(us.node, "second");
        var answered = assertInstanceOf(
                PeerReply.Answered.class, mx.client.post(TestParty.AGREEMENT, "envelopes", mx.node.cover(second)));
        assertEquals(409, answered.status());
        assertEquals("{\"expected\":1}", text(answered));
    }

    @Test
    void brokenBytesAreRefusedByCode() {
        var answered = post("envelopes", new byte[] {1, 2, 3});
        assertEquals(422, answered.status());
        assertEquals("{\"code\":\"JSON_NOT_CANONICAL\"}", text(answered));
    }

    @Test
    void moreThanTheLimitIsRefused() {
        assertEquals(413, post("envelopes", new byte[Limits.COVER_BYTES + 1]).status());
        assertEquals(
                413,
                post("witness/add-checkpoint", new byte[Limits.WITNESS_BYTES + 1])
                        .status());
    }

    @Test
    void findServesBytesAndHidesItsFaults() {
        assertEquals("abc", text(post("find/echo", "abc".getBytes(StandardCharsets.UTF_8))));
        var broken = post("find/broken", new byte[0]);
        assertEquals(503, broken.status());
        assertEquals("{\"code\":\"INTERNAL\"}", text(broken));
    }

    @Test
    void theWitnessAnswersAsTheSpecificationSays() {
        mx.witnessReply.set(new WitnessDesk.Reply(409, Bytes.of("42\n".getBytes(StandardCharsets.US_ASCII))));
        var conflict = post("witness/add-checkpoint", new byte[0]);
        assertEquals(409, conflict.status());
        assertEquals("42\n", text(conflict));
        mx.witnessReply.set(new WitnessDesk.Reply(404, Bytes.of(new byte[0])));
        assertEquals(404, post("witness/add-checkpoint", new byte[0]).status());
    }

    @Test
    void thePeersEntryOfAnEnvelopeComesWhenItIsCosigned() {
        EnvelopeId id = us.node.put(mx.node, "to be proved");
        us.node.step(us.client);
        mx.node.ledger.pause(true);
        assertInstanceOf(PeerEntries.Fetch.NotYet.class, fetch(id));
        mx.node.ledger.pause(false);
        var fetched = assertInstanceOf(PeerEntries.Fetch.Fetched.class, fetch(id));
        String leaf = new String(fetched.entry().leaf().toArray(), StandardCharsets.UTF_8);
        assertTrue(leaf.contains("\"d\":\"r\"") && leaf.contains(id.hex()), leaf);
    }

    @Test
    void aParcelCrossesOverTheWire() throws IOException {
        byte[] clear = new byte[(2 << 20) + 3];
        new SplittableRandom(1).nextBytes(clear);
        Parcels.Sealed sealed = mx.parcels.seal(new ByteArrayInputStream(clear));
        mx.node.database.run(tx -> {
            mx.parcels.keep(tx, TestParty.AGREEMENT, sealed);
            mx.parcels.offer(tx, sealed.parcel().id());
        });
        us.node.database.run(tx -> us.parcels.expect(tx, TestParty.AGREEMENT, List.of(sealed)));
        assertEquals(3, us.peerParcels.pull());
        try (var opened = us.parcels.open(sealed.parcel().id());
                var stream = opened.stream()) {
            assertArrayEquals(clear, stream.readAllBytes());
        }
    }

    @Test
    void aParcelThatWasNotSentToThePeerIsUnknownToIt() {
        byte[] request = ("{\"parcel\":\"" + "0f".repeat(16) + "\"}").getBytes(StandardCharsets.US_ASCII);
        var unknown = post("parcels/hashes", request);
        assertEquals(422, unknown.status());
        assertEquals("{\"code\":\"PARCEL_UNKNOWN\"}", text(unknown));
    }

    private static PeerEntries.Fetch fetch(EnvelopeId id) {
        return us.entries.fetch(TestParty.AGREEMENT, id, Leaf.Direction.RECEIVED);
    }

    @Test
    void nothingElseIsReachableOnThePeerConnector() throws Exception {
        HttpClient pinned = client(PinnedTls.context(us.tls, _ -> true), "TLSv1.3");
        for (String path : List.of(
                "/page",
                "/",
                "/peer/v1/",
                "/peer/v1/envelopes/",
                "/peer/v1/envelopes?x=1",
                "/peer/v1/find/../envelopes",
                "/peer/v1/find/A",
                "/peer/v1//envelopes",
                "/peer/v1/%65nvelopes",
                "/error",
                "/peer/v1/envelopes;x=1")) {
            assertEquals(404, post(pinned, mx.peerPort(), path), path);
        }
        HttpRequest get = HttpRequest.newBuilder(
                        URI.create("https://127.0.0.1:" + mx.peerPort() + "/peer/v1/envelopes"))
                .build();
        assertEquals(
                404, pinned.send(get, HttpResponse.BodyHandlers.discarding()).statusCode());
    }

    @Test
    void peerPathsAreNotReachableOnTheOfficersConnector() throws Exception {
        HttpClient plain = HttpClient.newHttpClient();
        String base = "http://127.0.0.1:" + mx.officersPort();
        for (String path : List.of(
                "/peer/v1/envelopes",
                "/peer/v1/find/echo",
                "/%70eer/v1/envelopes",
                "/x/../peer/v1/envelopes",
                "/peer;a=b/v1/envelopes",
                "//peer/v1/envelopes",
                "/peer")) {
            HttpRequest post = HttpRequest.newBuilder(URI.create(base + path))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            int status =
                    plain.send(post, HttpResponse.BodyHandlers.discarding()).statusCode();
            assertTrue(status == 404 || status == 400, path + " " + status);
        }
        HttpRequest page = HttpRequest.newBuilder(URI.create(base + "/page")).build();
        assertEquals(
                "for officers",
                plain.send(page, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Test
    void withoutACertificateTheHandshakeFails() throws GeneralSecurityException, IOException {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        assertHandshakeFails(PinnedTls.context(empty, _ -> true));
    }

    @Test
    void anUnknownCertificateIsRefused() throws IOException {
        TestNode stranger = new TestNode("US");
        KeyStore tls = stranger.party.makeTls(Files.createTempDirectory(folder, "stranger"));
        stranger.close();
        assertHandshakeFails(PinnedTls.context(tls, _ -> true));
    }

    @Test
    void olderTlsIsRefused() {
        HttpClient old = client(PinnedTls.context(us.tls, _ -> true), "TLSv1.2");
        assertThrows(IOException.class, () -> post(old, mx.peerPort(), "/peer/v1/envelopes"));
    }

    @Test
    void aServerWithAnotherCertificateIsNotBelieved() throws IOException {
        URI real = mx.node.party.endpoint;
        try (RunningNode impostor = new RunningNode("MX", Files.createTempDirectory(folder, "impostor"))) {
            impostor.node.pin(us.node);
            mx.node.party.endpoint = impostor.node.party.endpoint;
            us.node.pin(mx.node);
            assertInstanceOf(
                    PeerReply.Away.class, us.client.post(TestParty.AGREEMENT, "find/echo", Bytes.of(new byte[0])));
        } finally {
            mx.node.party.endpoint = real;
            us.node.pin(mx.node);
        }
    }

    @Test
    void anOldConnectionEndsWithItsPin() throws Exception {
        try (TestNode third = new TestNode("US")) {
            KeyStore tls = third.party.makeTls(Files.createTempDirectory(folder, "third"));
            mx.node.pin(third);
            HttpClient kept = client(PinnedTls.context(tls, _ -> true), "TLSv1.3");
            assertEquals(200, post(kept, mx.peerPort(), "/peer/v1/find/echo"));
            mx.node.pin(us.node);
            assertEquals(401, post(kept, mx.peerPort(), "/peer/v1/find/echo"));
        }
    }

    @Test
    void anAbsentPeerIsAnAnswerNotAnError() throws IOException {
        URI real = mx.node.party.endpoint;
        try (var socket = new java.net.ServerSocket(0)) {
            mx.node.party.endpoint = URI.create("https://127.0.0.1:" + socket.getLocalPort());
        }
        try {
            us.node.pin(mx.node);
            assertInstanceOf(
                    PeerReply.Away.class, us.client.post(TestParty.AGREEMENT, "find/echo", Bytes.of(new byte[0])));
        } finally {
            mx.node.party.endpoint = real;
            us.node.pin(mx.node);
        }
    }

    private static PeerReply.Answered post(String path, byte[] body) {
        return assertInstanceOf(PeerReply.Answered.class, us.client.post(TestParty.AGREEMENT, path, Bytes.of(body)));
    }

    private static int post(HttpClient client, int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void assertHandshakeFails(SSLContext context) {
        HttpClient client = client(context, "TLSv1.3");
        assertThrows(IOException.class, () -> post(client, mx.peerPort(), "/peer/v1/find/echo"));
    }

    private static HttpClient client(SSLContext context, String protocol) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {protocol});
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .sslParameters(parameters)
                .build();
    }

    private static String text(PeerReply.Answered answered) {
        return new String(answered.body().toArray(), StandardCharsets.UTF_8);
    }
}
