package org.entente.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A virtual machine of its own opens the database, commits row after row, and is killed with SIGKILL in the middle.
/// What it said it had committed is there after the next start.
class KilledMachineTest {
    private static final int ROW_COUNT = 40;

    /// nobody on Debian, Red Hat and Alpine alike.
    private static final int PLAIN_USER = 65534;

    private static final List<String> AS_PLAIN_USER =
            List.of("setpriv", "--reuid=" + PLAIN_USER, "--regid=" + PLAIN_USER, "--clear-groups", "--no-new-privs");

    /// Browsers are not needed to open a database.
    private static final long JAR_BYTES_MAX = 64L << 20;

    private Path folder = Path.of("");

    @BeforeEach
    void make() throws IOException {
        folder = Files.createTempDirectory("entente-test-killed-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void remove() throws IOException {
        // Of a test that failed between kill and restart.
        Path pid = folder.resolve("pg/data/postmaster.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    .filter(process -> process.info().commandLine().orElse("").contains("postgres"))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
        Folders.delete(folder);
    }

    /// The child: `write` until it is killed, or `read`. A number is printed when its row is committed, not before.
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            var config = new DatabaseConfig.Embedded(Path.of(arguments[1]), Path.of(arguments[2]));
            try (Database database = Database.open(config)) {
                if (arguments[0].equals("read")) {
                    List<Long> rows = database.in(tx -> tx.dsl()
                            .fetch("select id from public.committed order by id")
                            .getValues(0, Long.class));
                    rows.forEach(System.out::println);
                    return;
                }
                database.run(tx -> tx.dsl().execute("create table public.committed (id bigint primary key)"));
                for (long i = 1; ; i++) {
                    long row = i;
                    database.run(tx -> tx.dsl().execute("insert into public.committed values (?)", row));
                    System.out.println(row);
                    if (System.out.checkError()) {
                        // Whoever listens is gone: nobody will kill this.
                        return;
                    }
                }
            }
        }
    }

    @Test
    void everyCommittedRowSurvivesTheKillOfTheVirtualMachine() throws IOException, InterruptedException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        assertRowsSurvive(List.of(), classPath, TestDatabase.binaries());
    }

    /// A node is not run as root where the operator can choose.
    @Test
    void everyCommittedRowSurvivesAlsoWhereNobodyIsRoot() throws IOException, InterruptedException {
        assumeTrue(new UnixSystem().getUid() == 0, "is run as a plain user already");
        assumeTrue(
                new Command(Path.of("/"), AS_PLAIN_USER)
                        .run(Duration.ofSeconds(5), List.of("test", "-x", java()))
                        .succeeded(),
                "needs setpriv, and a virtual machine that a plain user may run");
        own(folder);
        assertRowsSurvive(AS_PLAIN_USER, readableClassPath(), folder.resolve("bin"));
        assertEquals(PLAIN_USER, Files.getAttribute(folder.resolve("pg/password"), "unix:uid"));
    }

    private void assertRowsSurvive(List<String> prefix, String classPath, Path binaries)
            throws IOException, InterruptedException {
        List<Long> said = new ArrayList<>();
        Process writer = child("write", prefix, classPath, binaries);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(Long.valueOf(line));
                if (said.size() == ROW_COUNT) {
                    // Through the handle: the process itself would close the stream with what is still in it.
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertEquals(128 + 9, writer.waitFor(), () -> "not killed: " + log());
        assertTrue(said.size() >= ROW_COUNT, this::log);
        long orphan = Long.parseLong(Files.readAllLines(folder.resolve("pg/data/postmaster.pid"))
                .getFirst()
                .strip());
        assertNotEquals(writer.pid(), orphan);
        assertTrue(ProcessHandle.of(orphan).isPresent(), "the server was left behind");

        Process reader = child("read", prefix, classPath, binaries);
        List<Long> kept;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(reader.getInputStream(), UTF_8))) {
            kept = lines.lines().map(Long::valueOf).toList();
        }
        assertEquals(0, reader.waitFor(), this::log);
        assertEquals(said, kept.subList(0, said.size()));
        // At most the one that was under way was committed and not yet said.
        assertEquals(LongStream.rangeClosed(1, kept.size()).boxed().toList(), kept);
        assertTrue(kept.size() <= said.size() + 1, kept.size() + " kept, " + said.size() + " said");
    }

    private Process child(String what, List<String> prefix, String classPath, Path binaries) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(java(), "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", classPath));
        command.addAll(List.of(Child.class.getName(), what));
        command.addAll(List.of(folder.resolve("pg").toString(), binaries.toString()));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("child.log").toFile()))
                .start();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("child.log"));
        } catch (IOException none) {
            return "";
        }
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    /// The class path where that user can read it: a build's own repository is often its owner's alone.
    private String readableClassPath() throws IOException {
        Path copies = Files.createDirectory(folder.resolve("library"));
        List<Path> readable = new ArrayList<>();
        String given = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : given.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                readable.add(copied(path, copies.resolve("classes" + readable.size())));
            } else if (Files.exists(path) && Files.size(path) < JAR_BYTES_MAX) {
                readable.add(Files.copy(path, copies.resolve(readable.size() + ".jar")));
            }
        }
        return readable.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path copied(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
        return to;
    }

    private static void own(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", PLAIN_USER);
        Files.setAttribute(path, "unix:gid", PLAIN_USER);
    }
}
