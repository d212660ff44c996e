package org.entente.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.entente.bench.Figure.Better;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.NodeProcess;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One attachment from one real node to another, both with a heap of 64 MB for the whole node. It is brought at the
/// API, sent with its request, and fetched in the background; when a third of it is there, the receiving node is killed
/// (SIGKILL) and started again. At the end the file is read at the receiver and compared with what was brought.
///
/// The rate is that of the time in which the receiving node was up and the file not whole; its limit is what one thread
/// here gives AES-256-GCM and SHA-256 over the same bytes, both of which each node does at least once.
final class AskAttachment {
    /// Issue 3, "Must show".
    private static final double GOAL_HEAP_MEGABYTES = 64;

    private static final long GOAL_FILE_BYTES = 200_000_000;
    private static final int PIECE_BYTES = 1 << 20;
    private static final int NONCE_BYTES = 12;
    private static final Duration UP_LIMIT = Duration.ofMinutes(3);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    /// As -Xlog:gc writes a collection: "Pause Young (Allocation Failure) 45M->30M(61M)".
    private static final Pattern COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private final long fileBytes;

    AskAttachment(long fileBytes) {
        this.fileBytes = fileBytes;
    }

    void run(Path scratch, Consumer<Figure> figures) throws IOException {
        Path asker = AskExchange.install(scratch, "MX");
        Path asked = AskExchange.install(scratch, "US");
        try (Pair pair = new Pair(asker, asked)) {
            AskExchange.pin(asker, "mx", asked, "us");
            AskExchange.pin(asked, "us", asker, "mx");
            Path file = invented(scratch.resolve("interview.wav"));
            double seconds = cross(pair, file, scratch.resolve("fetched.wav"));
            figures.accept(rate(seconds, bare()));
        } catch (EntenteException unusable) {
            throw new IOException(unusable);
        }
        figures.accept(heap(peakMegabytes(asker, asked)));
    }

    Figure rate(@Nullable Double seconds, @Nullable Double limit) {
        Double value = seconds == null ? null : fileBytes / 1e6 / seconds;
        return new Figure("ask.attachment", value, "MB/s", Better.HIGHER, null, limit, null, null);
    }

    /// The largest heap in use at a collection, of either node.
    Figure heap(@Nullable Double megabytes) {
        Figure figure = new Figure("ask.attachment-heap", megabytes, "MB", Better.LOWER, null, null, null, null);
        return fileBytes >= GOAL_FILE_BYTES ? figure.withGoal(GOAL_HEAP_MEGABYTES) : figure;
    }

    /// Both nodes with so much heap and no more.
    private static final class Pair implements AutoCloseable {
        private final Path asked;
        private final NodeProcess sender;
        private NodeProcess receiver;
        private final Thread stop = new Thread(this::end, "stop-nodes");

        Pair(Path asker, Path asked) {
            this.asked = asked;
            this.sender = start(asker);
            this.receiver = start(asked);
            Runtime.getRuntime().addShutdownHook(stop);
            sender.awaitUp(UP_LIMIT);
            receiver.awaitUp(UP_LIMIT);
        }

        private static NodeProcess start(Path home) {
            return NodeProcess.start(
                    home,
                    List.of(
                            "-Xmx" + (long) GOAL_HEAP_MEGABYTES + "m",
                            "-Xlog:gc:file=" + home.resolve("gc-" + System.nanoTime() + ".log")));
        }

        /// @return how long it was not there, in nanoseconds
        long killAndStartReceiver() {
            long killedNanos = System.nanoTime();
            receiver.kill();
            receiver = start(asked);
            receiver.awaitUp(UP_LIMIT);
            return System.nanoTime() - killedNanos;
        }

        private void end() {
            sender.close();
            receiver.close();
        }

        @Override
        public void close() {
            end();
            try {
                Runtime.getRuntime().removeShutdownHook(stop);
            } catch (IllegalStateException stopping) {
                // The hook is what stops them.
            }
        }
    }

    private double cross(Pair pair, Path file, Path fetched) throws IOException {
        Path asker = file.resolveSibling("mx");
        NodeClient officer = AskExchange.signedIn(asker, "mx-assistance");
        NodeClient lawyer = AskExchange.signedIn(asker, "mx-lawyer");
        NodeClient auditor = AskExchange.signedIn(pair.asked, "us-auditor");
        String number =
                officer.post("/v1/requests", AskExchange.trace(0)).path("id").asString();
        String path = "/v1/requests/" + number + "/attachments";
        Progress.say("ask.attachment", 0, 3);
        JsonNode brought = officer.stream(path + "?name=interview.wav", file);
        JsonNode check = lawyer.post(
                "/v1/requests/" + number + "/basis-check", Map.of("accepted", true, "note", "", "facts", Map.of()));
        if (!check.path("accepted").asBoolean()) {
            throw new IOException(number + " was not sent: " + check);
        }
        long startNanos = System.nanoTime();
        Progress.say("ask.attachment", 1, 3);
        await(
                auditor,
                path,
                startNanos,
                line -> line.path("done").asInt() * 3 >= line.path("parts").asInt());
        long downNanos = pair.killAndStartReceiver();
        Progress.say("ask.attachment", 2, 3);
        await(auditor, path, startNanos, line -> line.path("state").asString().equals("here"));
        double seconds = (System.nanoTime() - startNanos - downNanos) / 1e9;
        auditor.save(path + "/" + brought.path("id").asString() + "/content", fetched);
        if (Files.mismatch(file, fetched) >= 0) {
            throw new IOException("what came is not what was brought");
        }
        return seconds;
    }

    private interface Look {
        boolean isDone(JsonNode line);
    }

    /// Until the receiving node says so of the one attachment; before the request has come it knows of none.
    private static void await(NodeClient auditor, String path, long startNanos, Look look) throws IOException {
        while (true) {
            try {
                JsonNode items = auditor.get(path).path("items");
                if (!items.isEmpty() && look.isDone(items.path(0))) {
                    return;
                }
            } catch (NodeClient.NodeRefusal notYet) {
                if (notYet.status() != 404) {
                    throw notYet;
                }
            }
            if (System.nanoTime() - startNanos > LIMIT.toNanos()) {
                throw new IOException("not there within " + LIMIT);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    /// Noise with the head of a WAV file: nothing in it can be compressed or guessed.
    private Path invented(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(fileBytes);
        byte[] piece = new byte[PIECE_BYTES];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            byte[] head = "RIFF\0\0\0\0WAVEfmt ".getBytes(StandardCharsets.US_ASCII);
            out.write(head);
            for (long left = fileBytes - head.length; left > 0; left -= piece.length) {
                random.nextBytes(piece);
                out.write(piece, 0, (int) Math.min(left, piece.length));
            }
        }
        return file;
    }

    /// MB/s of one thread that encrypts and hashes pieces of the size of a chunk.
    private double bare() throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        new SplittableRandom(1).nextBytes(piece);
        int count = (int) Math.max(1, fileBytes / PIECE_BYTES);
        try {
            SecretKeySpec key =
                    new SecretKeySpec(HexFormat.of().parseHex("00112233445566778899aabbccddeeff".repeat(2)), "AES");
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            long startNanos = 0;
            for (int i = -count / 4; i < count; i++) {
                if (i == 0) {
                    startNanos = System.nanoTime();
                }
                byte[] nonce = new byte[NONCE_BYTES];
                nonce[0] = (byte) i;
                nonce[1] = (byte) (i >> 8);
                nonce[2] = (byte) (i >> 16);
                cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
                hash.update(cipher.doFinal(piece));
            }
            return (double) count * PIECE_BYTES / 1e6 / ((System.nanoTime() - startNanos) / 1e9);
        } catch (GeneralSecurityException absent) {
            throw new IOException(absent);
        }
    }

    private static double peakMegabytes(Path... homes) throws IOException {
        double peak = 0;
        for (Path home : homes) {
            List<Path> logs = new ArrayList<>();
            try (var files = Files.newDirectoryStream(home, "gc-*.log")) {
                files.forEach(logs::add);
            }
            for (Path log : logs) {
                Matcher collection = COLLECTION.matcher(Files.readString(log));
                while (collection.find()) {
                    peak = Math.max(peak, Double.parseDouble(collection.group(1)));
                }
            }
        }
        return peak;
    }
}
