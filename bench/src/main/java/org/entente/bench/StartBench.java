package org.entente.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.entente.bench.Figure.Better;
import org.entente.cli.Home;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.DemoCommand;
import org.entente.cli.demo.NodeProcess;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;

/// Two nodes, started as the demonstration starts them, until both consoles answer; then the memory of each with its
/// lists loaded. Wall time.
final class StartBench implements Bench {
    /// Issue 2, "Must show".
    private static final double GOAL_SECONDS = 20;

    private static final double GOAL_FIRST_SECONDS = 35;
    private static final double GOAL_MEGABYTES = 700;

    private static final List<String> PARTIES = List.of("US", "MX");
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration INIT_LIMIT = Duration.ofMinutes(2);
    private static final Duration IMPORT_LIMIT = Duration.ofMinutes(5);
    /// "30 s after": what was busy has come to rest.
    private static final Duration REST = Duration.ofSeconds(30);

    private final int runCount;
    private final @Nullable Path lists;

    StartBench(int runCount, @Nullable Path lists) {
        this.runCount = runCount;
        this.lists = lists;
    }

    @Override
    public void run(Consumer<Figure> figures) throws IOException {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Progress.say("start", 0, runCount + 1L);
            long firstNanos = System.nanoTime();
            for (String party : PARTIES) {
                install(scratch.path(), party);
            }
            try (Pair pair = Pair.start(scratch.path())) {
                figures.accept(
                        seconds("start.first", pair.upNanos() - firstNanos).withGoal(GOAL_FIRST_SECONDS));
            }
            double[] seconds = new double[runCount];
            for (int i = 0; i < runCount; i++) {
                Progress.say("start", i + 1L, runCount + 1L);
                long startNanos = System.nanoTime();
                try (Pair pair = Pair.start(scratch.path())) {
                    seconds[i] = (pair.upNanos() - startNanos) / 1e9;
                    if (i == runCount - 1) {
                        figures.accept(
                                new Figure("start", Median.of(seconds), "s", Better.LOWER).withGoal(GOAL_SECONDS));
                        memory(scratch.path(), pair, figures);
                    }
                }
            }
        }
    }

    private static Figure seconds(String name, long nanos) {
        return new Figure(name, nanos / 1e9, "s", Better.LOWER);
    }

    private void memory(Path scratch, Pair pair, Consumer<Figure> figures) throws IOException {
        for (Source source : Source.find(lists, scratch)) {
            load(home(scratch, source.party()), source);
        }
        pause(REST);
        for (String party : PARTIES) {
            NodeProcess node = party.equals("US") ? pair.us() : pair.mx();
            long bytes = ProportionalMemory.ofNode(node.pid(), home(scratch, party));
            String name = "start.pss-" + party.toLowerCase(Locale.ROOT);
            figures.accept(new Figure(name, bytes / 1e6, "MB", Better.LOWER).withGoal(GOAL_MEGABYTES));
        }
    }

    private static void load(Path home, Source source) {
        NodeClient operator = new Home(home).client(source.party().toLowerCase(Locale.ROOT) + "-operator-1");
        String id = operator.upload("/v1/imports?profile=" + source.profile(), source.parts())
                .path("id")
                .asString();
        long deadlineNanos = System.nanoTime() + IMPORT_LIMIT.toNanos();
        while (true) {
            var state = operator.get("/v1/imports/" + id);
            Progress.say(
                    "import " + source.name(),
                    state.path("done").asLong(),
                    state.path("total").asLong());
            if (state.path("state").asString().equals("done")) {
                return;
            }
            if (!state.path("state").asString().equals("running") || System.nanoTime() > deadlineNanos) {
                throw new IllegalStateException("import " + source.name() + ": " + state);
            }
            pause(Duration.ofSeconds(1));
        }
    }

    /// `node init`, in a process of its own, with the demonstration's roster.
    private static void install(Path scratch, String party) throws IOException {
        Path roster = scratch.resolve("roster-" + party + ".yaml");
        try (InputStream stream = DemoCommand.class.getResourceAsStream("roster-" + party + ".yaml")) {
            Files.write(roster, Objects.requireNonNull(stream).readAllBytes());
        }
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("-X") || flag.startsWith("--") || flag.startsWith("-D")) {
                command.add(flag);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.entente.boot.Main", "node", "init"));
        command.addAll(List.of("--home", home(scratch, party).toString(), "--party", party));
        command.addAll(List.of("--roster", roster.toString()));
        File log = scratch.resolve("init-" + party + ".log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(log)
                .start();
        try {
            if (!process.waitFor(INIT_LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("node init failed: " + Files.readString(log.toPath()));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Path home(Path scratch, String party) {
        return scratch.resolve(party);
    }

    private static void pause(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Both nodes, up since `upNanos`; stopped together, also when the bench is told to stop.
    private record Pair(NodeProcess us, NodeProcess mx, Thread stop, long upNanos) implements AutoCloseable {
        static Pair start(Path scratch) {
            NodeProcess us = NodeProcess.start(home(scratch, "US"));
            NodeProcess mx;
            try {
                mx = NodeProcess.start(home(scratch, "MX"));
            } catch (EntenteException failed) {
                us.close();
                throw failed;
            }
            Thread stop = new Thread(() -> closeBoth(us, mx), "stop-nodes");
            Runtime.getRuntime().addShutdownHook(stop);
            Pair pair = new Pair(us, mx, stop, 0);
            try {
                us.awaitUp(START_LIMIT);
                mx.awaitUp(START_LIMIT);
            } catch (EntenteException failed) {
                pair.close();
                throw failed;
            }
            return new Pair(us, mx, stop, System.nanoTime());
        }

        private static void closeBoth(NodeProcess us, NodeProcess mx) {
            us.close();
            mx.close();
        }

        @Override
        public void close() {
            closeBoth(us, mx);
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }
}
