package org.entente.cli.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entente.cli.CliCode;
import org.entente.cli.NodeClient.NodeRefusal;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;

/// Both nodes of a demonstration, kept running as a service manager would in service: one that dies is started again
/// with the same data. Thread-safe.
final class NodePair implements AutoCloseable {
    /// A node that dies at every start is broken; starting it for ever would hide that. One whose configuration or
    /// storage is wrong ends within a second.
    private static final int SHORT_LIVES_MAX = 5;

    private static final Duration SHORT_LIFE = Duration.ofSeconds(2);

    /// A broken connection is seen by its client before the death of the process is seen here.
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Narrator narrator;
    private final List<Kept> nodes;

    private NodePair(Narrator narrator, List<Kept> nodes) {
        this.narrator = narrator;
        this.nodes = nodes;
    }

    /// Starts a node in each of two homes; returns before they answer.
    static NodePair start(List<Path> homes, Narrator narrator) {
        NodePair pair = new NodePair(
                narrator,
                homes.stream()
                        .map(home -> new Kept(home, NodeProcess.start(home)))
                        .toList());
        for (Kept node : pair.nodes) {
            Thread.ofPlatform().daemon().name("keep-" + node.home.getFileName()).start(() -> pair.keep(node));
        }
        return pair;
    }

    /// Waits until both consoles answer, whatever dies meanwhile.
    ///
    /// @throws EntenteException CLI_NODE_DIED when the time is over or a node dies at every start
    void awaitUp(Duration limit) {
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        for (Kept node : nodes) {
            while (!node.isUp()) {
                if (node.givenUp || System.nanoTime() > deadlineNanos) {
                    throw died(node);
                }
                pause(Duration.ofMillis(50));
            }
        }
    }

    /// Does the work once both nodes answer and, where a node died meanwhile, does it again: the work must look before
    /// it
    /// acts. A failure while both nodes lived is the work's own and is thrown.
    void through(Duration startLimit, Runnable work) {
        while (true) {
            int before = deathCount();
            awaitUp(startLimit);
            try {
                work.run();
                return;
            } catch (EntenteException | NodeRefusal failed) {
                if (!anyDiedSince(before)) {
                    throw failed;
                }
                narrator.say("demo.again");
            }
        }
    }

    int deathCount() {
        return nodes.stream().mapToInt(node -> node.deathCount).sum();
    }

    private boolean anyDiedSince(int before) {
        long deadlineNanos = System.nanoTime() + GRACE.toNanos();
        while (deathCount() == before) {
            if (System.nanoTime() > deadlineNanos) {
                return false;
            }
            pause(Duration.ofMillis(20));
        }
        return true;
    }

    private void keep(Kept node) {
        int shortLives = 0;
        long startedNanos = System.nanoTime();
        while (node.awaitDeath()) {
            boolean brief = System.nanoTime() - startedNanos < SHORT_LIFE.toNanos();
            shortLives = brief ? shortLives + 1 : 0;
            if (shortLives >= SHORT_LIVES_MAX) {
                node.givenUp = true;
                return;
            }
            narrator.say("demo.died", node.home.getFileName());
            startedNanos = System.nanoTime();
            try {
                node.startAgain();
            } catch (EntenteException stillTaken) {
                // Counted as another death; the next round tries again.
                pause(Duration.ofMillis(500));
            }
        }
    }

    private static EntenteException died(Kept node) {
        return new EntenteException(
                CliCode.CLI_NODE_DIED, node.home.resolve("node.log").toString());
    }

    /// Stops both at once.
    @Override
    public void close() {
        nodes.forEach(Kept::leave);
        CountDownLatch stopped = new CountDownLatch(nodes.size());
        for (Kept node : nodes) {
            Thread.ofPlatform().name("stop-" + node.home.getFileName()).start(() -> {
                node.stop();
                stopped.countDown();
            });
        }
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EntenteException(CliCode.CLI_INTERRUPTED, e);
        }
    }

    /// One node and the process that is it now.
    private static final class Kept {
        private final Path home;
        private @Nullable NodeProcess process;
        private boolean stopping;
        private volatile boolean givenUp;
        /// Written by the keeping thread only.
        private volatile int deathCount;

        Kept(Path home, NodeProcess process) {
            this.home = home;
            this.process = process;
        }

        /// False when it was told to stop.
        boolean awaitDeath() {
            NodeProcess now;
            synchronized (this) {
                now = process;
            }
            if (now != null) {
                now.awaitEnd();
            }
            synchronized (this) {
                if (!stopping) {
                    deathCount++;
                }
                return !stopping;
            }
        }

        synchronized void startAgain() {
            if (!stopping) {
                process = null;
                process = NodeProcess.start(home);
            }
        }

        boolean isUp() {
            NodeProcess now;
            synchronized (this) {
                now = process;
            }
            return now != null && now.isUp();
        }

        /// From here on its end is no death.
        synchronized void leave() {
            stopping = true;
        }

        void stop() {
            NodeProcess last;
            synchronized (this) {
                last = process;
            }
            if (last != null) {
                last.close();
            }
        }
    }
}
