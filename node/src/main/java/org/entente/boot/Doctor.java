package org.entente.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entente.blind.BlindException;
import org.entente.blind.Sodium;
import org.entente.cli.Diagnosis;
import org.entente.cli.Finding;
import org.entente.cli.Finding.Grade;
import org.entente.cli.Home;
import org.entente.cli.NodeClient;
import org.entente.db.Database;
import org.entente.db.DatabaseConfig;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Texts;
import org.entente.keys.Keyring;
import org.entente.keys.NodeKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Looks at a machine and its nodes. A finding's texts are `doctor.<what>` and, where something is to be done,
/// `doctor.<what>.remedy`; an error of a room brings its own text and hint.
final class Doctor implements Diagnosis {
    private static final int JDK = 25;
    private static final long DISK_NEEDED_BYTES = 1L << 30;
    private static final long DISK_WANTED_BYTES = 5L << 30;

    /// Two nodes reject each other's envelopes beyond this; a file from the future means that the clock went back.
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(2);

    private final Texts texts = Texts.of("boot");
    private final Clock clock;

    Doctor(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void examineMachine(Consumer<Finding> each) {
        each.accept(javaVersion());
        each.accept(nativeLibrary());
        each.accept(disk(Path.of("")));
        each.accept(clockIsKept());
        each.accept(examined(() -> good("database.can-run", Database.rehearse())));
    }

    @Override
    public void examineNode(Path home, Consumer<Finding> each) {
        NodeConfig config;
        try {
            config = NodeConfig.read(home);
        } catch (EntenteException broken) {
            each.accept(bad(broken));
            return;
        }
        each.accept(good("configuration", config.party(), config.agreement()));
        NodeHome folders = new NodeHome(home.toAbsolutePath().normalize());
        boolean isRunning = new NodeClient(config.consoleAddress()).answeringProcess().isPresent();
        each.accept(
                isRunning
                        ? good("node.running", config.consoleAddress().toString())
                        : finding(Grade.UNKNOWN, "node.stopped"));
        each.accept(disk(folders.folder()));
        each.accept(clockRunsForward(folders.folder()));
        each.accept(examined(() -> keys(folders, config)));
        if (!isRunning) {
            each.accept(
                    port("console", config.console().address(), config.console().port()));
            each.accept(port("peer", config.peer().address(), config.peer().port()));
            each.accept(examined(() -> database(folders, config)));
        }
        each.accept(peer(home, isRunning));
    }

    private Finding javaVersion() {
        var version = Runtime.version();
        return version.feature() == JDK
                ? good("java", version.toString())
                : finding(Grade.BAD, "java.other", version.toString());
    }

    private Finding nativeLibrary() {
        try {
            var library = Sodium.load().library();
            return good("native", library.version(), library.location());
        } catch (BlindException refused) {
            return finding(Grade.BAD, "native.absent");
        }
    }

    private Finding disk(Path folder) {
        try {
            long free = Files.getFileStore(folder.toAbsolutePath()).getUsableSpace();
            String gigabytes = String.valueOf(free >> 30);
            Grade grade = free < DISK_NEEDED_BYTES ? Grade.BAD : free < DISK_WANTED_BYTES ? Grade.WARNING : Grade.GOOD;
            String where = folder.toAbsolutePath().toString();
            return grade == Grade.GOOD ? good("disk", gigabytes, where) : finding(grade, "disk.low", gigabytes, where);
        } catch (IOException unreadable) {
            return finding(Grade.BAD, "disk.unreadable", folder.toString());
        }
    }

    /// Asks systemd where there is one.
    private Finding clockIsKept() {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        String answer = answerOf(List.of("timedatectl", "show", "--property=NTPSynchronized", "--value"));
        return switch (answer) {
            case "yes" -> good("clock.kept", now);
            case "no" -> finding(Grade.WARNING, "clock.free", now);
            default -> finding(Grade.UNKNOWN, "clock.unknown", now);
        };
    }

    private static String answerOf(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return new String(process.getInputStream().readNBytes(100), java.nio.charset.StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException absent) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private Finding clockRunsForward(Path home) {
        Instant now = clock.instant();
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.toList()) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                if (written.isAfter(now.plus(CLOCK_SLACK))) {
                    return finding(Grade.BAD, "clock.back", written.toString(), now.toString());
                }
            }
            return good("clock.forward");
        } catch (IOException unreadable) {
            return finding(Grade.BAD, "disk.unreadable", home.toString());
        }
    }

    private Finding keys(NodeHome home, NodeConfig config) {
        NodeKey nodeKey = NodeKey.read(home.of(config.nodeKeyFile()));
        int opened = new Keyring(home.keys(), nodeKey, clock).openAll();
        return opened == 0 ? finding(Grade.UNKNOWN, "keys.none") : good("keys", String.valueOf(opened));
    }

    private Finding port(String name, String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return good("port", name, String.valueOf(port));
        } catch (IOException taken) {
            return finding(Grade.BAD, "port.taken", name, String.valueOf(port));
        }
    }

    private Finding database(NodeHome home, NodeConfig config) {
        DatabaseConfig database = NodeApplication.databaseConfig(home, config);
        if (database instanceof DatabaseConfig.Embedded embedded && !Files.isDirectory(embedded.directory())) {
            return finding(Grade.UNKNOWN, "database.none");
        }
        return good("database", Database.probe(database));
    }

    /// Asks the running node as whoever has a token in its folder.
    private Finding peer(Path home, boolean isRunning) {
        Path tokens = home.resolve("tokens");
        if (!isRunning || !Files.isDirectory(tokens)) {
            return finding(Grade.UNKNOWN, "peer.unknown");
        }
        try (Stream<Path> officers = Files.list(tokens)) {
            for (Path officer : officers.sorted().toList()) {
                JsonNode peer = new Home(home)
                        .client(String.valueOf(officer.getFileName()))
                        .get("/v1/status")
                        .path("peer");
                if (!peer.path("paired").asBoolean()) {
                    return finding(Grade.WARNING, "peer.unpaired");
                }
                return peer.path("reachable").asBoolean()
                        ? good("peer", peer.path("fingerprint").asString(""))
                        : finding(Grade.WARNING, "peer.away");
            }
        } catch (IOException | EntenteException | NodeClient.NodeRefusal refused) {
            // A stale token is no illness of the node.
            return finding(Grade.UNKNOWN, "peer.unknown");
        }
        return finding(Grade.UNKNOWN, "peer.unknown");
    }

    private interface Examination {
        Finding examine();
    }

    private Finding examined(Examination examination) {
        try {
            return examination.examine();
        } catch (EntenteException ill) {
            return bad(ill);
        }
    }

    private static Finding bad(EntenteException ill) {
        return new Finding(Grade.BAD, Texts.what(ill), Texts.hint(ill));
    }

    private Finding good(String key, Object... facts) {
        return new Finding(Grade.GOOD, texts.bilingual("doctor." + key, facts), null);
    }

    private Finding finding(Grade grade, String key, Object... facts) {
        @Nullable Bilingual remedy = texts.bilingual("doctor." + key + ".remedy", facts);
        return new Finding(grade, texts.bilingual("doctor." + key, facts), remedy);
    }
}
