package org.entente.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Secret;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An ordinary client of a node's API: one address, one signed-in person. Everything the command line and the
/// demonstration do on a live node goes through here. Thread-safe.
public final class NodeClient {
    private static final int INCOMPLETE = 422;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(3);
    /// 512 MiB over a line of 2 Mbit/s.
    private static final Duration FILE_TIMEOUT = Duration.ofMinutes(40);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// One for the process: each brings its own threads and trust store.
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    private final URI address;
    private final @Nullable Secret token;

    public NodeClient(URI address) {
        this(address, null);
    }

    private NodeClient(URI address, @Nullable Secret token) {
        this.address = address;
        this.token = token;
    }

    /// The same node, signed in with this bearer token.
    public NodeClient with(Secret bearer) {
        return new NodeClient(address, bearer);
    }

    public URI address() {
        return address;
    }

    /// Exchanges the code of a sign-in link for a session of that person.
    public NodeClient signIn(Secret code) {
        JsonNode session = post("/v1/sessions", Map.of("code", code.reveal()));
        return with(new Secret(session.path("token").asString()));
    }

    public JsonNode get(String path) {
        return json(send(request(path).GET().build()));
    }

    public JsonNode post(String path, Object body) {
        return json(send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build()));
    }

    /// As [#post], but what was understood and not kept (422, with the fields to mend) is an answer too.
    public JsonNode answer(String path, JsonNode body) {
        HttpResponse<byte[]> response = exchange(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
        Answer answer = Answer.of(response);
        return response.statusCode() == INCOMPLETE && answer.type().startsWith("application/json")
                ? answer.json()
                : json(taken(response));
    }

    /// Whatever kind of answer a path gives.
    public Answer answer(String path) {
        HttpResponse<byte[]> response = exchange(request(path).GET().build());
        taken(response);
        return Answer.of(response);
    }

    public String text(String path) {
        return new String(send(request(path).GET().build()), StandardCharsets.UTF_8);
    }

    public Bytes bytes(String path) {
        return Bytes.of(send(request(path).GET().build()));
    }

    /// An answer's media type and bytes.
    public record Answer(String type, Bytes bytes) {
        static Answer of(HttpResponse<byte[]> response) {
            return new Answer(response.headers().firstValue("Content-Type").orElse(""), Bytes.of(response.body()));
        }

        public boolean isJson() {
            return type.contains("json");
        }

        public JsonNode json() {
            return NodeClient.json(bytes.toArray());
        }
    }

    /// Uploads files as a multipart form, streamed from disk.
    public JsonNode upload(String path, Map<String, Path> parts) {
        String boundary = "entente-" + UUID.randomUUID();
        List<BodyPublisher> publishers = new ArrayList<>();
        try {
            for (Map.Entry<String, Path> part : parts.entrySet()) {
                publishers.add(BodyPublishers.ofString(
                        """
                        --%s\r
                        Content-Disposition: form-data; name="%s"; filename="%s"\r
                        Content-Type: application/octet-stream\r
                        \r
                        """.formatted(boundary, part.getKey(), part.getValue().getFileName())));
                publishers.add(BodyPublishers.ofFile(part.getValue()));
                publishers.add(BodyPublishers.ofString("\r\n"));
            }
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, String.valueOf(parts.values()));
        }
        publishers.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return json(send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(publishers.toArray(BodyPublisher[]::new)))
                .build()));
    }

    /// Sends a file as the body of a call, streamed from disk.
    public JsonNode stream(String path, Path file) {
        try {
            return json(send(request(path)
                    .timeout(FILE_TIMEOUT)
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofFile(file))
                    .build()));
        } catch (FileNotFoundException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
        }
    }

    /// Writes an answer to a file, streamed; nothing is there under this name unless it came whole.
    public void save(String path, Path file) {
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        HttpResponse<Path> response;
        try {
            response = HTTP.send(
                    request(path).timeout(FILE_TIMEOUT).GET().build(),
                    answer -> answer.statusCode() / 100 == 2
                            ? HttpResponse.BodySubscribers.ofFile(partial)
                            : HttpResponse.BodySubscribers.replacing(partial));
        } catch (IOException e) {
            delete(partial);
            throw new EntenteException(CliCode.CLI_NODE_AWAY, e, address.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            delete(partial);
            throw new EntenteException(CliCode.CLI_INTERRUPTED, e);
        }
        if (response.statusCode() / 100 != 2) {
            // Asked again for what it says; what refuses once refuses twice.
            taken(exchange(request(path).GET().build()));
        }
        try {
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
        }
    }

    private static void delete(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException left) {
            // It is named as a part.
        }
    }

    /// The process id of the node that answers at this address and can work; empty while none does. Never throws.
    public OptionalLong answeringProcess() {
        return health().filter(answer -> answer.path("status").asString("").equals("UP"))
                .map(answer -> OptionalLong.of(answer.path("process").asLong()))
                .orElse(OptionalLong.empty());
    }

    /// What the node says of itself, `UP` or `DOWN`; empty while none answers. Never throws.
    public Optional<JsonNode> health() {
        try {
            HttpResponse<byte[]> response = HTTP.send(request("/health").GET().build(), BodyHandlers.ofByteArray());
            return Optional.of(json(response.body())).filter(answer -> answer.has("process"));
        } catch (IOException | EntenteException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(address.resolve(path)).timeout(ANSWER_TIMEOUT);
        if (token != null) {
            builder.header("Authorization", "Bearer " + token.reveal());
        }
        return builder;
    }

    private byte[] send(HttpRequest request) {
        return taken(exchange(request));
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_NODE_AWAY, e, address.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EntenteException(CliCode.CLI_INTERRUPTED, e);
        }
    }

    /// @throws NodeRefusal unless the call succeeded
    private static byte[] taken(HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        HttpRequest request = response.request();
        throw new NodeRefusal(
                request.method() + " " + request.uri().getPath(), response.statusCode(), problem(response.body()));
    }

    private static JsonNode json(byte[] body) {
        if (body.length == 0) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new EntenteException(CliCode.CLI_ANSWER_BROKEN, e, "JSON");
        }
    }

    private static JsonNode problem(byte[] body) {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException _) {
            return JSON.createObjectNode();
        }
    }

    /// The node answered with a problem (RFC 9457): broken input or no permission.
    public static final class NodeRefusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final transient JsonNode problem;

        NodeRefusal(String call, int status, JsonNode problem) {
            super(call + ": HTTP " + status + " " + problem.path("code").asString(""));
            this.status = status;
            this.problem = problem;
        }

        public int status() {
            return status;
        }

        public String code() {
            return problem.path("code").asString("");
        }

        public Bilingual detail() {
            return both("detail", String.valueOf(getMessage()));
        }

        /// What to do about it.
        public Bilingual hint() {
            return both("hint", "");
        }

        private Bilingual both(String member, String fallback) {
            JsonNode text = problem.path(member);
            return new Bilingual(
                    text.path("en").asString(fallback), text.path("es").asString(fallback));
        }
    }
}
