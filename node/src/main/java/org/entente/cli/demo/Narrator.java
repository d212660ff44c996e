package org.entente.cli.demo;

import java.io.Console;
import java.io.PrintStream;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;

/// Tells the story in plain words, one line a step; says nothing when quiet.
final class Narrator {
    private final PrintStream out;
    private final Language language;
    private final boolean quiet;
    private final boolean terminal;
    private final Texts texts = Texts.of("cli");

    // The JDK still documents null where no console can be had.
    @SuppressWarnings("SystemConsoleNull")
    Narrator(PrintStream out, Language language, boolean quiet) {
        this.out = out;
        this.language = language;
        this.quiet = quiet;
        Console console = System.console();
        this.terminal = console != null && console.isTerminal();
    }

    void say(String key, Object... facts) {
        if (!quiet) {
            out.println(texts.text(key, language, facts));
            out.flush();
        }
    }

    /// A line that replaces itself, for what takes longer than two seconds; a plain line where there is no terminal.
    void progress(String key, Object... facts) {
        if (quiet) {
            return;
        }
        if (terminal) {
            out.print("\r\u001b[2K" + texts.text(key, language, facts));
        }
        out.flush();
    }

    void endProgress() {
        if (!quiet && terminal) {
            out.print("\r\u001b[2K");
            out.flush();
        }
    }

    Language language() {
        return language;
    }
}
