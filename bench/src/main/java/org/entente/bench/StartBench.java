package org.entente.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.entente.bench.Figure.Better;
import org.entente.cli.Home;
import org.entente.cli.NodeClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The demonstration itself, in a process of its own: wall time until both consoles answer, first on an empty folder,
/// then with all that is there; between the two, the memory of each node after the whole story.
final class StartBench implements Bench {
    /// "30 s after the story": what was busy has come to rest.
    static final Duration REST = Duration.ofSeconds(30);

    /// Issue 2, "Must show".
    private static final double GOAL_SECONDS = 20;

    private static final double GOAL_FIRST_SECONDS = 35;
    private static final double GOAL_MEGABYTES = 700;

    private static final List<String> PARTIES = List.of("US", "MX");
    private static final Duration UP_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final int runCount;
    private final Lists lists;
    private final Duration rest;

    StartBench(int runCount, Lists lists, Duration rest) {
        this.runCount = runCount;
        this.lists = lists;
        this.rest = rest;
    }

    @Override
    public void run(Consumer<Figure> figures) throws IOException {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Progress.say("start", 0, runCount + 1L);
            try (Demonstration demonstration = new Demonstration(scratch.path(), lists)) {
                figures.accept(new Figure("start.first", demonstration.awaitUp(), "s", Better.LOWER)
                        .withGoal(GOAL_FIRST_SECONDS));
                demonstration.awaitTold();
                pause(rest);
                for (String party : PARTIES) {
                    figures.accept(memory(scratch.path(), party));
                }
            }
            double[] seconds = new double[runCount];
            for (int i = 0; i < runCount; i++) {
                Progress.say("start", i + 1L, runCount + 1L);
                try (Demonstration demonstration = new Demonstration(scratch.path(), lists)) {
                    seconds[i] = demonstration.awaitUp();
                }
            }
            figures.accept(new Figure("start", Median.of(seconds), "s", Better.LOWER).withGoal(GOAL_SECONDS));
        }
    }

    /// The goal is one of a node with the real lists, thirty seconds after the story.
    private Figure memory(Path scratch, String party) throws IOException {
        Path home = home(scratch, party);
        long machine =
                new NodeClient(new Home(home).address()).answeringProcess().orElseThrow();
        String name = "start.pss-" + party.toLowerCase(Locale.ROOT);
        Figure figure = new Figure(name, ProportionalMemory.ofNode(machine, home) / 1e6, "MB", Better.LOWER);
        return lists instanceof Lists.Published && rest.compareTo(REST) >= 0 ? figure.withGoal(GOAL_MEGABYTES) : figure;
    }

    private static Path home(Path scratch, String party) {
        return scratch.resolve("demo").resolve(party.toLowerCase(Locale.ROOT));
    }

    private static void pause(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// `entente demo` as a process, which ends as an interrupt ends it; also when the bench is told to stop.
    private static final class Demonstration implements AutoCloseable {
        private final Path scratch;
        private final Process process;
        private final long startNanos;
        private final Thread stop = new Thread(this::end, "stop-demonstration");

        Demonstration(Path scratch, Lists lists) throws IOException {
            this.scratch = scratch;
            this.startNanos = System.nanoTime();
            this.process = new ProcessBuilder(command(scratch, lists))
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectError(Redirect.appendTo(errors().toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(stop);
        }

        private static List<String> command(Path scratch, Lists lists) {
            List<String> command = OwnProgram.command("demo");
            command.addAll(List.of("--data", scratch.resolve("demo").toString(), "--json", "--free-ports"));
            switch (lists) {
                case Lists.Published(Path folder) ->
                    command.addAll(List.of("--lists", folder.toAbsolutePath().toString()));
                case Lists.Invented(int count) -> command.addAll(List.of("--subjects", String.valueOf(count)));
            }
            return command;
        }

        /// Seconds from its start until both consoles answered.
        double awaitUp() throws IOException {
            for (String party : PARTIES) {
                while (!answers(home(scratch, party))) {
                    if (!process.isAlive() || System.nanoTime() - startNanos > UP_LIMIT.toNanos()) {
                        throw new IOException("the demonstration did not start: " + Files.readString(errors()));
                    }
                    pause(LOOK_AGAIN);
                }
            }
            return (System.nanoTime() - startNanos) / 1e9;
        }

        private static boolean answers(Path home) {
            return Files.exists(home.resolve("node.yaml"))
                    && new NodeClient(new Home(home).address())
                            .answeringProcess()
                            .isPresent();
        }

        /// Until the story was told to its end; a step that did not hold makes the figures meaningless.
        void awaitTold() throws IOException {
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("{")) {
                    JsonNode summary = JsonMapper.builder().build().readTree(line);
                    if (!summary.path("everyStepHeld").asBoolean()) {
                        throw new IOException("a step of the story did not hold: " + line);
                    }
                    return;
                }
            }
            throw new IOException("the demonstration ended early: " + Files.readString(errors()));
        }

        private Path errors() {
            return scratch.resolve("demo.log");
        }

        private void end() {
            process.destroy();
            try {
                if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
                awaitServersGone();
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }

        /// The nodes stop with the demonstration; the next start must not meet them on their way out.
        private void awaitServersGone() throws InterruptedException {
            long deadlineNanos = System.nanoTime() + STOP_LIMIT.toNanos();
            while (PARTIES.stream().anyMatch(party -> answers(home(scratch, party)))
                    && System.nanoTime() < deadlineNanos) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            }
        }

        @Override
        public void close() {
            end();
            try {
                Runtime.getRuntime().removeShutdownHook(stop);
            } catch (IllegalStateException stopping) {
                // The hook is what stops it.
            }
        }
    }
}
