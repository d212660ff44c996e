package org.entente.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program run to its end, or to the end of our patience. `prefix` drops root (see [RootDrop]).
record Command(Path workingDirectory, List<String> prefix) {
    /// `text` is the first 64 KiB of output and errors.
    record Outcome(int exitCode, String text) {
        boolean succeeded() {
            return exitCode == 0;
        }

        /// One line that says why, for an error message.
        String reason() {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .reduce((_, last) -> last)
                    .orElse("exit code " + exitCode);
        }
    }

    Outcome run(Duration patience, List<String> words) {
        return run(patience, "", words);
    }

    /// Never throws for what the program does: a program that cannot start or does not end has exit code 127 or 124.
    Outcome run(Duration patience, String input, List<String> words) {
        var builder = new ProcessBuilder(
                        Stream.concat(prefix.stream(), words.stream()).toList())
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true);
        // A PGHOST or PGDATA of the operator's own shell must not steer our server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process;
        try {
            process = builder.start();
        } catch (IOException notStarted) {
            return new Outcome(127, String.valueOf(notStarted.getMessage()));
        }
        return finish(process, patience, input);
    }

    private static Outcome finish(Process process, Duration patience, String input) {
        var output = new FutureTask<>(() -> read(process.getInputStream()));
        Thread.ofVirtual().name("command-output").start(output);
        try (var stdin = process.outputWriter(UTF_8)) {
            stdin.write(input);
        } catch (IOException unread) {
            // The program ended without reading all of it; its exit code says why.
        }
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Outcome(124, "no end after " + patience.toSeconds() + " s");
            }
            return new Outcome(process.exitValue(), output.get(5, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return new Outcome(124, "interrupted");
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException unreadable) {
            return new Outcome(process.exitValue(), String.valueOf(unreadable.getMessage()));
        }
    }

    private static String read(InputStream stream) {
        try (stream) {
            String head = new String(stream.readNBytes(Limits.COMMAND_OUTPUT_BYTES), UTF_8);
            stream.skip(Long.MAX_VALUE);
            return head;
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
