package org.entente.cli.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.entente.cli.CliCode;
import org.entente.cli.NodeClient;
import org.entente.kernel.EntenteException;
import tools.jackson.databind.JsonNode;

/// Looking before acting: small reads of the API.
final class Look {
    private static final Duration AGAIN = Duration.ofMillis(200);

    private Look() {}

    static Optional<JsonNode> item(NodeClient client, String path, String field, String value) {
        for (JsonNode item : client.get(path).path("items")) {
            if (item.path(field).asString("").equals(value)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    static Optional<JsonNode> first(NodeClient client, String path) {
        JsonNode items = client.get(path).path("items");
        return items.isEmpty() ? Optional.empty() : Optional.of(items.path(0));
    }

    static String state(NodeClient client, String path) {
        return client.get(path).path("state").asString("");
    }

    /// Asks again every 200 ms until there is something.
    ///
    /// @throws EntenteException CLI_STEP_BROKEN when the time is over
    static JsonNode until(Duration limit, Supplier<Optional<JsonNode>> look) {
        return await(limit, look);
    }

    static byte[] untilBytes(Duration limit, Supplier<Optional<byte[]>> look) {
        return await(limit, look);
    }

    private static <T> T await(Duration limit, Supplier<Optional<T>> look) {
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() > deadlineNanos) {
                throw new EntenteException(CliCode.CLI_STEP_BROKEN, limit.toSeconds() + " s");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(AGAIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EntenteException(CliCode.CLI_INTERRUPTED, e);
            }
        }
    }

    /// The requested side's lawyer finds nothing against the request.
    static Map<String, Object> requestedFacts() {
        return Map.of(
                "accepted",
                true,
                "note",
                "",
                "facts",
                Map.of(
                        "risk.human-rights", "no",
                        "risk.essential-interests", "no",
                        "risk.investigation", "no",
                        "risk.person", "no",
                        "information.held", "yes",
                        "information.third-party-objects", "no"));
    }
}
