package org.entente.cli.demo;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.cli.CliCode;
import org.entente.cli.Home;
import org.entente.cli.NodeClient;
import org.entente.kernel.EntenteException;

/// A node in a process of its own, started with the same program, class path and virtual machine flags as this one.
public final class NodeProcess implements AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Path home;
    private final Process process;

    private NodeProcess(Path home, Process process) {
        this.home = home;
        this.process = process;
    }

    /// Its output goes to `node.log` in its home.
    public static NodeProcess start(Path home) {
        return start(home, List.of());
    }

    /// As above, with flags of the virtual machine beside those of this process.
    public static NodeProcess start(Path home, List<String> flags) {
        URI address = new Home(home).address();
        if (!isFree(address.getPort())) {
            // Whoever answers there is not the node that is about to start.
            throw new EntenteException(CliCode.CLI_PORT_TAKEN, address.getAuthority());
        }
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("-X") || flag.startsWith("--") || flag.startsWith("-D")) {
                command.add(flag);
            }
        }
        command.addAll(flags);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "org.entente.boot.Main",
                "node",
                "run",
                "--home",
                home.toAbsolutePath().toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(Redirect.from(new java.io.File("/dev/null")))
                    .redirectOutput(Redirect.appendTo(home.resolve("node.log").toFile()))
                    .start();
            return new NodeProcess(home, process);
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_NODE_DIED, e, home.toString());
        }
    }

    /// Waits until the console answers.
    ///
    /// @throws EntenteException CLI_NODE_DIED when the process ends or the time is over; its log says why
    public void awaitUp(Duration limit) {
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        while (!isUp()) {
            if (!process.isAlive() || System.nanoTime() > deadlineNanos) {
                throw new EntenteException(
                        CliCode.CLI_NODE_DIED, home.resolve("node.log").toString());
            }
            pause();
        }
    }

    /// Whether the console answers, and it is this process that does.
    boolean isUp() {
        return new NodeClient(new Home(home).address()).answeringProcess().orElse(-1) == process.pid();
    }

    public long pid() {
        return process.pid();
    }

    void awaitEnd() {
        process.onExit().join();
    }

    /// As a power cut would, for the virtual machine only: no shutdown hook runs.
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EntenteException(CliCode.CLI_INTERRUPTED, e);
        }
    }
}
