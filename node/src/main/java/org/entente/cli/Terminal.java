package org.entente.cli;

import java.io.PrintStream;

/// Where a command line writes: what it was asked for, and what went wrong.
public record Terminal(PrintStream out, PrintStream err) {
    /// This process's own.
    public static Terminal ofProcess() {
        return new Terminal(System.out, System.err);
    }
}
