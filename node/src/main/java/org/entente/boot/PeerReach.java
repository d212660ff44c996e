package org.entente.boot;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.entente.exchange.PeerClient;
import org.entente.exchange.PeerReply;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;

/// Whether the peer's door answers now: a question about an envelope that nobody sent, over the pinned connection.
/// Any answer will do. Thread-safe.
final class PeerReach implements BooleanSupplier {
    /// A peer that takes a connection and is silent must not hold up whoever asks for the node's state.
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final int ANSWER_BYTES = 16 << 10;
    private static final Bytes QUESTION = Bytes.of(
            ("{\"direction\":\"r\",\"envelope\":\"" + "0".repeat(32) + "\"}").getBytes(StandardCharsets.UTF_8));

    private final PeerClient client;
    private final AgreementId agreement;

    PeerReach(PeerClient client, AgreementId agreement) {
        this.client = client;
        this.agreement = agreement;
    }

    @Override
    public boolean getAsBoolean() {
        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            boolean answered = CompletableFuture.supplyAsync(this::answers, calls)
                    .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            calls.shutdownNow();
            return answered;
        }
    }

    private boolean answers() {
        try {
            return client.post(agreement, "entries", QUESTION, ANSWER_BYTES) instanceof PeerReply.Answered;
        } catch (EntenteException notPaired) {
            return false;
        }
    }
}
