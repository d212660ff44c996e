package org.entente.cli.demo;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;

/// Tells the story in plain words, one line a step; says nothing when quiet. Thread-safe.
final class Narrator {
    private static final Duration PLAIN_EVERY = Duration.ofSeconds(2);

    private final PrintStream out;
    private final Language language;
    private final boolean quiet;
    private final boolean terminal;
    private final Texts texts = Texts.of("cli");
    private long lastPlainNanos = System.nanoTime() - PLAIN_EVERY.toNanos();

    // The JDK still documents null where no console can be had.
    @SuppressWarnings("SystemConsoleNull")
    Narrator(PrintStream out, Language language, boolean quiet) {
        this.out = out;
        this.language = language;
        this.quiet = quiet;
        Console console = System.console();
        this.terminal = console != null && console.isTerminal();
    }

    synchronized void say(String key, Object... facts) {
        if (!quiet) {
            out.println(texts.text(key, language, facts));
            out.flush();
        }
    }

    /// For programs, whether quiet or not.
    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    Progress progress(String key, long total) {
        return new Progress(this, key, total);
    }

    /// A line that replaces itself on a terminal; elsewhere a plain line, every two seconds at most.
    synchronized void progress(String key, Object... facts) {
        if (quiet) {
            return;
        }
        if (terminal) {
            out.print("\r\u001b[2K" + texts.text(key, language, facts));
        } else if (System.nanoTime() - lastPlainNanos >= PLAIN_EVERY.toNanos()) {
            out.println(texts.text(key, language, facts));
            lastPlainNanos = System.nanoTime();
        }
        out.flush();
    }

    synchronized void endProgress() {
        if (!quiet && terminal) {
            out.print("\r\u001b[2K");
            out.flush();
        }
    }

    Language language() {
        return language;
    }
}
