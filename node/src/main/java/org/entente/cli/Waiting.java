package org.entente.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.entente.kernel.EntenteException;

/// Words while something takes long: on a terminal one line that replaces itself, elsewhere a plain line every 2 s.
final class Waiting {
    private static final long AGAIN_MILLIS = 250;
    private static final long LINE_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final PrintStream out;
    private final boolean terminal;
    private long saidAtNanos = System.nanoTime();

    // The JDK still documents null where no console can be had.
    @SuppressWarnings("SystemConsoleNull")
    Waiting(PrintStream out) {
        this.out = out;
        Console console = System.console();
        this.terminal = console != null && console.isTerminal();
    }

    void say(String line) {
        if (terminal) {
            out.print("\r\u001b[2K" + line);
            out.flush();
        } else if (System.nanoTime() - saidAtNanos >= LINE_EVERY_NANOS) {
            saidAtNanos = System.nanoTime();
            out.println(line);
        }
    }

    void end() {
        if (terminal) {
            out.print("\r\u001b[2K");
            out.flush();
        }
    }

    /// Until the node is asked again; another process has no event to wait for.
    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EntenteException(CliCode.CLI_INTERRUPTED, e);
        }
    }
}
