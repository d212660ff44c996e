package org.entente.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.entente.kernel.EntenteException;
import tools.jackson.databind.JsonNode;

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

    /// Asks for what the node has begun until it no longer runs, with a sentence a round.
    ///
    /// @param begun the node's first word of it, with `id` and `state`
    /// @param path of all such things, without their id
    JsonNode until(NodeClient node, JsonNode begun, String path, Function<JsonNode, String> sentence) {
        JsonNode state = begun;
        while (state.path("state").asString().equals("running")) {
            say(sentence.apply(state));
            pause();
            state = node.get(path + "/" + begun.path("id").asString());
        }
        end();
        return state;
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
