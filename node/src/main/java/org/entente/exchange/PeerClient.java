package org.entente.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;

/// Calls the peer's door over mutual TLS 1.3 with both certificates pinned. Connections are kept and reused.
/// Thread-safe; each call waits for its answer on the caller's thread.
public final class PeerClient implements AutoCloseable {
    private static final String PATH = "/peer/v1/";

    private final PeerDirectory directory;
    private final KeyStore own;
    private final Duration patience;
    /// One client per peer certificate: a new pin gets a new client, and with it none of the old connections.
    private final Map<Bytes, HttpClient> clients = new ConcurrentHashMap<>();

    public PeerClient(PeerDirectory directory, KeyStore own) {
        this(directory, own, Limits.REQUEST_PATIENCE);
    }

    PeerClient(PeerDirectory directory, KeyStore own, Duration patience) {
        this.directory = directory;
        this.own = own;
        this.patience = patience;
    }

    /// POST `/peer/v1/<path>`; the answer's body may have up to [Limits#FIND_BYTES].
    ///
    /// @throws EntenteException PEER_UNKNOWN before a peer is pinned
    public PeerReply post(AgreementId agreement, String path, Bytes request) {
        return post(directory.require(agreement), path, request, Limits.FIND_BYTES);
    }

    /// As above, for an answer of at most `answerBytesMax`; a longer one is PeerReply.Away.
    public PeerReply post(AgreementId agreement, String path, Bytes request, int answerBytesMax) {
        return post(directory.require(agreement), path, request, answerBytesMax);
    }

    PeerReply post(Peer peer, String path, Bytes body, int answerBytesMax) {
        URI uri = URI.create(peer.file().endpoint() + PATH + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(patience)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toArray()))
                .build();
        try {
            HttpResponse<byte[]> response =
                    client(peer).send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), answerBytesMax));
            return new PeerReply.Answered(response.statusCode(), Bytes.of(response.body()));
        } catch (IOException away) {
            return new PeerReply.Away(reason(away));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new PeerReply.Away("interrupted");
        }
    }

    private HttpClient client(Peer peer) {
        return clients.computeIfAbsent(peer.file().certificate(), this::newClient);
    }

    private HttpClient newClient(Bytes certificate) {
        byte[] pinned = certificate.toArray();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(PinnedTls.context(own, der -> Arrays.equals(der, pinned)))
                .connectTimeout(Limits.CONNECT_PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static String reason(IOException away) {
        String message = away.getMessage();
        String kind = away.getClass().getSimpleName();
        return message == null || message.isBlank() ? kind : kind + ": " + message;
    }

    /// Cuts off what is under way.
    @Override
    public void close() {
        clients.values().forEach(HttpClient::shutdownNow);
    }
}
