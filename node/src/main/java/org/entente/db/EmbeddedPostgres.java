package org.entente.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Secret;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL server of our own in one folder: `data/` the cluster, `password` of the role `entente` (which owns
/// the
/// database `entente`; the superuser cannot log in at all), `postgres.log`, `lock` held while this process lives.
///
/// It listens on 127.0.0.1 alone, on a port chosen at each start, with SCRAM and without unix sockets. A server left by
/// a
/// killed process is stopped before the new start. The server runs in a session of its own, so that an interrupt typed
/// at the terminal reaches it only through [#close].
final class EmbeddedPostgres implements AutoCloseable {
    static final String CLUSTER = "data";
    static final String ROLE = "entente";
    static final String DATABASE = "entente";

    /// What a power cut may take. [#NONE_IN_TESTS] is for test databases alone; nothing is cleaned up behind them either,
    /// since the server's own cleaner may not be sent away from a database that is to be dropped.
    enum Durability {
        FULL("on"),
        NONE_IN_TESTS("off");

        private final String setting;

        Durability(String setting) {
            this.setting = setting;
        }
    }

    private final Path directory;
    private final PostgresBinaries binaries;
    private final Command command;
    private final Durability durability;
    private final FileChannel lock;
    private int port;
    private Secret password = new Secret("");

    private EmbeddedPostgres(
            Path directory, PostgresBinaries binaries, Command command, Durability durability, FileChannel lock) {
        this.directory = directory;
        this.binaries = binaries;
        this.command = command;
        this.durability = durability;
        this.lock = lock;
    }

    static EmbeddedPostgres start(DatabaseConfig.Embedded config, Durability durability) {
        Path directory = config.directory().toAbsolutePath().normalize();
        try {
            Folders.create(directory, "rwx------");
            FileChannel lock = lock(directory);
            try {
                var binaries = PostgresBinaries.unpack(config.binaries());
                var drop = RootDrop.choose(directory, binaries.program("postgres"));
                var server = new EmbeddedPostgres(directory, binaries, drop.command(directory), durability, lock);
                server.start();
                return server;
            } catch (IOException | EntenteException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new EntenteException(
                    DatabaseCode.DATABASE_FILES, failed, directory.toString(), String.valueOf(failed.getMessage()));
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        var channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock held;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            held = null;
        }
        if (held == null) {
            channel.close();
            throw new EntenteException(DatabaseCode.DATABASE_IN_USE, directory.toString());
        }
        return channel;
    }

    /// Where a server answers that another process started.
    record Running(String jdbcUrl, Secret password) {}

    /// The server that its own files say runs in this folder.
    static Running running(DatabaseConfig.Embedded config) {
        Path directory = config.directory().toAbsolutePath().normalize();
        try {
            // Line 4 of postmaster.pid is the port.
            List<String> lines = Files.readAllLines(directory.resolve(CLUSTER).resolve("postmaster.pid"), UTF_8);
            String port = lines.size() > 3 ? lines.get(3).strip() : "0";
            Secret password = new Secret(
                    Files.readString(directory.resolve("password"), UTF_8).strip());
            return new Running("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, password);
        } catch (IOException unreadable) {
            throw new EntenteException(
                    DatabaseCode.DATABASE_FILES,
                    unreadable,
                    directory.toString(),
                    String.valueOf(unreadable.getMessage()));
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Secret password() {
        return password;
    }

    /// The postmaster's process, for those who measure or kill it.
    Optional<ProcessHandle> process() {
        return postmasterPid().flatMap(ProcessHandle::of).filter(EmbeddedPostgres::isServer);
    }

    /// A process that ended but was not yet collected by its parent has no command line and is none.
    private static boolean isServer(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().orElse("").contains("postgres");
    }

    private void start() throws IOException {
        if (!Files.isDirectory(cluster())) {
            initialise();
        }
        stopOrphan();
        if (!Files.exists(passwordFile())) {
            // Lost or never written: the superuser can always give the role a new one while the server is down.
            String fresh = newPassword();
            runSingleUser(cluster(), List.of("alter role " + ROLE + " password '" + fresh + "'"));
            writePassword(fresh);
        }
        password = new Secret(Files.readString(passwordFile(), UTF_8).strip());
        var log = directory.resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > Limits.SERVER_LOG_BYTES) {
            Files.move(log, directory.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Command.Outcome outcome = new Command.Outcome(1, "");
        for (int tries = 0; tries < Limits.START_TRIES; tries++) {
            port = freePort();
            Files.writeString(cluster().resolve("postgresql.conf"), settings(), UTF_8);
            outcome = pgCtl(Limits.START, "start", "-s", "-l", log.toString());
            if (outcome.succeeded()) {
                return;
            }
        }
        throw new EntenteException(DatabaseCode.DATABASE_START_FAILED, directory.toString(), outcome.reason());
    }

    /// Fills a folder beside the cluster and renames it at the end, so that an interrupted first start leaves no half.
    private void initialise() throws IOException {
        Path filling = directory.resolve(CLUSTER + ".new");
        Folders.delete(filling);
        var outcome = command.run(
                Limits.INIT,
                List.of(
                        binaries.program("initdb").toString(),
                        "--pgdata=" + filling,
                        "--username=postgres",
                        "--auth=reject",
                        "--encoding=UTF8",
                        // C.UTF-8 of the server's own, so that order and case do not depend on the system's locales.
                        "--locale-provider=builtin",
                        "--locale=C",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"));
        if (!outcome.succeeded()) {
            throw new EntenteException(DatabaseCode.DATABASE_INIT_FAILED, directory.toString(), outcome.reason());
        }
        Files.writeString(filling.resolve("pg_hba.conf"), "host all " + ROLE + " 127.0.0.1/32 scram-sha-256\n", UTF_8);
        String fresh = newPassword();
        runSingleUser(
                filling,
                List.of(
                        "create role " + ROLE + " login createdb password '" + fresh + "'",
                        "create database " + DATABASE + " owner " + ROLE,
                        // Erasure ends with a checkpoint and a new segment of the write-ahead log.
                        "grant pg_checkpoint to " + ROLE,
                        "grant execute on function pg_switch_wal() to " + ROLE));
        writePassword(fresh);
        Files.move(filling, cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void runSingleUser(Path cluster, List<String> statements) {
        var words = List.of(
                binaries.program("postgres").toString(),
                "--single",
                "-D",
                cluster.toString(),
                "-c",
                "exit_on_error=true",
                // A refused statement must not print the password.
                "-c",
                "log_min_error_statement=panic",
                "-c",
                "log_min_messages=error",
                "postgres");
        var outcome = command.run(Limits.INIT, String.join("\n", statements) + "\n", words);
        if (!outcome.succeeded()) {
            throw new EntenteException(DatabaseCode.DATABASE_INIT_FAILED, directory.toString(), outcome.reason());
        }
    }

    private String settings() {
        return """
                # Written at each start; changes are lost.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 30
                shared_buffers = 64MB
                work_mem = 8MB
                maintenance_work_mem = 64MB
                effective_cache_size = 512MB
                max_wal_size = 512MB
                max_worker_processes = 4
                max_parallel_workers = 2
                huge_pages = off
                jit = off
                fsync = %s
                synchronous_commit = %<s
                full_page_writes = %<s
                autovacuum = %<s
                timezone = 'UTC'
                log_timezone = 'UTC'
                # Messages of refused statements may quote values of persons: they go to the caller, never to this log.
                log_min_messages = log
                log_min_error_statement = panic
                log_checkpoints = off
                """.formatted(port, durability.setting);
    }

    /// Stops what a killed process left. The folder's lock is ours, so no living node owns that server.
    private void stopOrphan() throws IOException {
        if (process().isPresent()) {
            stop();
        } else {
            // After a kill, a reboot or in a fresh container the number belongs to nobody or to a stranger.
            Files.deleteIfExists(cluster().resolve("postmaster.pid"));
        }
    }

    private Optional<Long> postmasterPid() {
        try (var lines = Files.lines(cluster().resolve("postmaster.pid"), UTF_8)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private void stop() {
        var outcome = pgCtl(Limits.STOP, "stop", "-m", "fast");
        if (!outcome.succeeded() && process().isPresent()) {
            outcome = pgCtl(Limits.STOP, "stop", "-m", "immediate");
            if (!outcome.succeeded() && process().isPresent()) {
                throw new EntenteException(DatabaseCode.DATABASE_STOP_FAILED, directory.toString(), outcome.reason());
            }
        }
    }

    private Command.Outcome pgCtl(Duration patience, String... action) {
        var words = new ArrayList<String>();
        words.add(binaries.program("pg_ctl").toString());
        words.addAll(List.of(action));
        words.addAll(List.of("-D", cluster().toString(), "-w", "-t", String.valueOf(patience.toSeconds() - 5)));
        return command.run(patience, words);
    }

    private Path cluster() {
        return directory.resolve(CLUSTER);
    }

    private Path passwordFile() {
        return directory.resolve("password");
    }

    /// 256 bits, letters and digits of base64url only: safe inside quotes and in a URL.
    private static String newPassword() {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private void writePassword(String fresh) throws IOException {
        Path filling = directory.resolve("password.new");
        Files.deleteIfExists(filling);
        Files.createFile(filling, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(filling, StandardOpenOption.WRITE)) {
            channel.write(UTF_8.encode(fresh));
            channel.force(true);
        }
        Files.move(filling, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// As if this process were killed: the lock is free and the server runs on.
    void abandon() throws IOException {
        lock.close();
    }

    /// Stops the server (fast: open transactions are rolled back) and gives the folder free.
    @Override
    public void close() {
        try (lock) {
            stop();
        } catch (IOException unlockable) {
            throw new EntenteException(
                    DatabaseCode.DATABASE_FILES,
                    unlockable,
                    directory.toString(),
                    String.valueOf(unlockable.getMessage()));
        }
    }
}
