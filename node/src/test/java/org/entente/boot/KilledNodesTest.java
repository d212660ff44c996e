package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nodes that are killed as by a power cut for the virtual machine, anywhere in the story: while they start, take
/// lists in, publish, ask, release, sign, cosign. Whatever was half done is done once and once only.
class KilledNodesTest {
    private static final List<String> NODES = List.of("us", "mx");

    /// The first line that is printed while both nodes run, and the last before the proof. A chapter that is played
    /// again prints its lines again.
    private static final int FIRST_LINE = 4;

    private static final int LAST_LINE = 22;
    /// Sometimes while it starts, sometimes at work.
    private static final int DELAY_MILLIS_MAX = 4_000;

    /// Takes 50 to 60 s: six starts of a node in two processes, which is what it is about.
    @Test
    void storyEndsTheSameWithEachNodeKilledOnItsOwnAndBothAtOnce(@TempDir Path folder) {
        killed(folder.resolve("demo"), 1, 1, 29L);
    }

    /// Takes some five minutes: 26 starts of a node.
    @Test
    @Tag("nightly")
    void storyEndsTheSameWithEachNodeKilledAtTwelveRandomMomentsAndBothAtOnce(@TempDir Path folder) {
        killed(folder.resolve("demo"), 14, 12, 20_261_128L);
    }

    /// @param least of the planned kills, some of which may come when the story is over
    private static void killed(Path demo, int killsEach, int least, long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Kill> kills = new ArrayList<>();
        int together = random.nextInt(FIRST_LINE, LAST_LINE);
        for (String node : NODES) {
            kills.add(new Kill(node, together, 0));
            random.ints(killsEach, FIRST_LINE, LAST_LINE)
                    .forEach(line -> kills.add(new Kill(node, line, random.nextInt(DELAY_MILLIS_MAX))));
        }
        endsTheSame(demo, new Killer(demo, kills), least + 1);
    }

    private static void endsTheSame(Path demo, Killer killer, int least) {
        PlayedStory story = PlayedStory.in(demo, killer::line);
        story.assertEveryClaimHeldAndTheEndIsTheOne();
        story.assertLogsAreWhole();
        Map<String, Integer> killed = killer.killed();
        assertEquals(Set.copyOf(NODES), killed.keySet());
        killed.forEach((node, count) -> assertTrue(count >= least, node + " died " + count + " times"));
    }

    /// After the storyteller's line, so many milliseconds into the life of the process that is the node then.
    private record Kill(String node, int line, int delayMillis) {}

    /// Sends SIGKILL to the process of a node's home, in whatever phase it is. A node that is down at that moment is
    /// killed as soon as it runs again.
    private static final class Killer {
        private static final int PATIENCE_MILLIS = 60_000;

        private final Path demo;
        private final List<Kill> due;
        private final Map<String, ExecutorService> hands = Map.of(
                "us",
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()),
                "mx",
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()));
        private final Map<String, Integer> killed = new TreeMap<>();

        private Killer(Path demo, List<Kill> kills) {
            this.demo = demo;
            this.due = new ArrayList<>(kills);
        }

        private synchronized void line(int number) {
            for (Kill kill : List.copyOf(due)) {
                if (kill.line() <= number) {
                    due.remove(kill);
                    Objects.requireNonNull(hands.get(kill.node())).execute(() -> kill(kill));
                }
            }
        }

        private void kill(Kill kill) {
            for (int waited = 0; waited < PATIENCE_MILLIS; waited += 10) {
                Optional<ProcessHandle> running = running(kill.node());
                if (running.isPresent()) {
                    pause(kill.delayMillis());
                    running.get().destroyForcibly();
                    running.get().onExit().join();
                    synchronized (this) {
                        killed.merge(kill.node(), 1, Integer::sum);
                    }
                    return;
                }
                pause(10);
            }
        }

        /// The process that has the node's home locked.
        private Optional<ProcessHandle> running(String node) {
            String number;
            try {
                number = Files.readString(demo.resolve(node).resolve("lock")).strip();
            } catch (IOException notYet) {
                return Optional.empty();
            }
            return number.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.current()
                            .children()
                            .filter(child -> child.isAlive() && child.pid() == Long.parseLong(number))
                            .findFirst();
        }

        private synchronized Map<String, Integer> killed() {
            return new TreeMap<>(killed);
        }

        private static void pause(int millis) {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
