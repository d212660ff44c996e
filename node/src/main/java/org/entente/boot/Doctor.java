package org.entente.boot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entente.blind.BlindException;
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
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;
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

    /// Time for two officers on each side to pin a new party file.
    private static final Duration EXPIRY_NOTICE = Duration.ofDays(30);

    private final Texts texts = Texts.of("boot");
    private final Clock clock;
    private final Machine machine;

    Doctor(Clock clock) {
        this(clock, new Machine.Own());
    }

    Doctor(Clock clock, Machine machine) {
        this.clock = clock;
        this.machine = machine;
    }

    @Override
    public void examineMachine(Consumer<Finding> each) {
        each.accept(javaVersion());
        each.accept(nativeLibrary());
        each.accept(disk(Path.of("")));
        each.accept(clockIsKept());
        each.accept(examined(() -> good("database.can-run", machine.rehearseDatabase())));
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
        Optional<JsonNode> health = new NodeClient(config.consoleAddress()).health();
        each.accept(running(config, health.orElse(null)));
        each.accept(disk(folders.folder()));
        each.accept(clockRunsForward(folders));
        configuredLibrary(folders, config).ifPresent(each);
        each.accept(examined(() -> keys(folders, config)));
        each.accept(examined(() -> certificate(folders, config)));
        if (health.isEmpty()) {
            each.accept(
                    port("console", config.console().address(), config.console().port()));
            each.accept(port("peer", config.peer().address(), config.peer().port()));
        }
        each.accept(examined(() -> database(folders, config, health.isPresent())));
        mail(config).ifPresent(each);
        peer(folders, health.filter(Doctor::isWell).isPresent(), each);
    }

    private Finding javaVersion() {
        var version = machine.java();
        return version.feature() == JDK
                ? good("java", version.toString())
                : finding(Grade.BAD, "java.other", version.toString());
    }

    private Finding nativeLibrary() {
        try {
            var library = machine.library(null);
            return good("native", library.version(), library.location());
        } catch (BlindException refused) {
            return finding(Grade.BAD, "native.absent");
        }
    }

    /// What this very node will load, where its configuration names one.
    private Optional<Finding> configuredLibrary(NodeHome home, NodeConfig config) {
        String named = config.libsodium();
        if (named == null) {
            return Optional.empty();
        }
        Path path = home.of(named);
        try {
            var library = machine.library(path);
            return Optional.of(good("native", library.version(), library.location()));
        } catch (BlindException refused) {
            return Optional.of(finding(Grade.BAD, "native.refused", path.toString()));
        }
    }

    private Finding disk(Path folder) {
        try {
            long free = machine.freeBytes(folder);
            String gigabytes = String.valueOf(free >> 30);
            Grade grade = free < DISK_NEEDED_BYTES ? Grade.BAD : free < DISK_WANTED_BYTES ? Grade.WARNING : Grade.GOOD;
            String where = folder.toAbsolutePath().toString();
            return grade == Grade.GOOD ? good("disk", gigabytes, where) : finding(grade, "disk.low", gigabytes, where);
        } catch (IOException unreadable) {
            return finding(Grade.BAD, "disk.unreadable", folder.toString());
        }
    }

    private Finding clockIsKept() {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return switch (machine.timeService()) {
            case "yes" -> good("clock.kept", now);
            case "no" -> finding(Grade.WARNING, "clock.free", now);
            default -> finding(Grade.UNKNOWN, "clock.unknown", now);
        };
    }

    /// The newest of the node's own files: its folder, and all of `log/` and `keys/`, which are written at each act.
    private Finding clockRunsForward(NodeHome home) {
        Instant now = clock.instant();
        Instant newest;
        try {
            newest = Stream.of(
                            newest(home.folder(), 1),
                            newest(home.log(), Integer.MAX_VALUE),
                            newest(home.keys(), Integer.MAX_VALUE))
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.MIN);
        } catch (IOException | UncheckedIOException unreadable) {
            return finding(Grade.BAD, "disk.unreadable", home.folder().toString());
        }
        return newest.isAfter(now.plus(CLOCK_SLACK))
                ? finding(Grade.BAD, "clock.back", newest.toString(), now.toString())
                : good("clock.forward");
    }

    private static Instant newest(Path folder, int depth) throws IOException {
        Instant newest = Instant.MIN;
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder, depth)) {
                for (Path file : files.toList()) {
                    Instant written = written(file);
                    newest = written.isAfter(newest) ? written : newest;
                }
            }
        }
        return newest;
    }

    /// A running node renames and drops files of its log while one looks.
    private static Instant written(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (java.nio.file.NoSuchFileException gone) {
            return Instant.MIN;
        }
    }

    private Finding running(NodeConfig config, @Nullable JsonNode health) {
        if (health == null) {
            return finding(Grade.UNKNOWN, "node.stopped");
        }
        String address = config.consoleAddress().toString();
        return isWell(health) ? good("node.running", address) : finding(Grade.BAD, "node.unwell", address);
    }

    private static boolean isWell(JsonNode health) {
        return health.path("status").asString("").equals("UP");
    }

    private Finding keys(NodeHome home, NodeConfig config) {
        int opened = keyring(home, config).openAll();
        return opened == 0 ? finding(Grade.UNKNOWN, "keys.none") : good("keys", String.valueOf(opened));
    }

    private Keyring keyring(NodeHome home, NodeConfig config) {
        return new Keyring(home.keys(), NodeKey.read(home.of(config.nodeKeyFile())), clock);
    }

    /// Institution keys end with the certificate that stands beside them in the party file.
    private Finding certificate(NodeHome home, NodeConfig config) {
        Keyring keyring = keyring(home, config);
        return keyring.qualifiers(KeyRole.TLS).stream()
                .map(qualifier ->
                        end(keyring.publicKey(new KeyId(KeyRole.TLS, qualifier)).toArray()))
                .min(Comparator.naturalOrder())
                .map(end -> expiry("certificate", end))
                .orElseGet(() -> finding(Grade.UNKNOWN, "certificate.none"));
    }

    private Finding expiry(String key, Instant end) {
        Instant now = clock.instant();
        String day = end.truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
        if (!end.isAfter(now)) {
            return finding(Grade.BAD, key + ".ended", day);
        }
        return end.isBefore(now.plus(EXPIRY_NOTICE)) ? finding(Grade.WARNING, key + ".ends", day) : good(key, day);
    }

    static Instant end(byte[] certificate) {
        try {
            return ((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(certificate)))
                    .getNotAfter()
                    .toInstant();
        } catch (CertificateException broken) {
            throw new IllegalStateException("the keyring made this certificate", broken);
        }
    }

    private Finding port(String name, String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return good("port", name, String.valueOf(port));
        } catch (IOException taken) {
            return finding(Grade.BAD, "port.taken", name, String.valueOf(port));
        }
    }

    private static final int MAIL_ANSWER_MILLIS = 5_000;

    /// Whether the mail server takes a connection; nothing is said to it.
    private Optional<Finding> mail(NodeConfig config) {
        NodeConfig.Mail mail = config.mail();
        if (mail == null) {
            return Optional.empty();
        }
        String port = String.valueOf(mail.port());
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(mail.host(), mail.port()), MAIL_ANSWER_MILLIS);
            return Optional.of(good("mail", mail.host(), port));
        } catch (IOException | IllegalArgumentException away) {
            return Optional.of(finding(Grade.WARNING, "mail.away", mail.host(), port));
        }
    }

    private Finding database(NodeHome home, NodeConfig config, boolean isRunning) {
        DatabaseConfig database = NodeApplication.databaseConfig(home, config);
        if (database instanceof DatabaseConfig.Embedded embedded && !Files.isDirectory(embedded.directory())) {
            return finding(Grade.UNKNOWN, "database.none");
        }
        return isRunning
                ? good("database.answers", Database.look(database))
                : good("database", Database.probe(database));
    }

    /// Asks a node that can work as whoever has a token in its folder; a stale one, or one of a person who may not
    /// ask, is no illness of the node.
    private void peer(NodeHome home, boolean canWork, Consumer<Finding> each) {
        Optional<JsonNode> status = canWork ? status(home) : Optional.empty();
        if (status.isEmpty()) {
            each.accept(finding(Grade.UNKNOWN, "peer.unknown"));
            return;
        }
        for (JsonNode log : status.get().path("logs")) {
            if (log.path("contradicted").asBoolean()) {
                each.accept(
                        finding(Grade.BAD, "log.contradicted", log.path("log").asString()));
            }
        }
        JsonNode peer = status.get().path("peer");
        if (!peer.path("paired").asBoolean()) {
            each.accept(finding(Grade.WARNING, "peer.unpaired"));
            return;
        }
        each.accept(
                peer.path("reachable").asBoolean()
                        ? good("peer", peer.path("fingerprint").asString(""))
                        : finding(Grade.WARNING, "peer.away"));
        each.accept(expiry("peer.keys", Instant.parse(peer.path("keysEnd").asString())));
    }

    private static Optional<JsonNode> status(NodeHome home) {
        for (String officer : officers(home.tokens())) {
            try {
                return Optional.of(new Home(home.folder()).client(officer).get("/v1/status"));
            } catch (EntenteException | NodeClient.NodeRefusal refused) {
                // The next person's may do.
            }
        }
        return Optional.empty();
    }

    private static List<String> officers(Path tokens) {
        if (!Files.isDirectory(tokens)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(tokens)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
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
