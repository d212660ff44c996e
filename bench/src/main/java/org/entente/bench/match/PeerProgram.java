package org.entente.bench.match;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.bench.Progress;
import org.entente.match.score.Facet;
import org.entente.match.score.Value;

/// Another program of the module `bench/peers`, in a process of its own with its own libraries. It gets every value
/// of a record as field and text, all facets in one, and says which pairs it takes for one; they are joined here.
record PeerProgram(String name, Path library) implements Linker {
    private static final List<String> PROGRAMS = List.of("duke", "jedai");
    private static final String MAIN = "org.entente.bench.peers.Main";
    private static final long HOURS_MAX = 1;

    /// Those that are built; none, with a word on the error stream, where the module is not.
    static List<PeerProgram> found() {
        Path library = Path.of(System.getProperty("entente.root", "."), "bench", "peers", "target", "library");
        if (!Files.isDirectory(library)) {
            Progress.say("no peers: mvn -P peers -pl bench/peers package;", 0, PROGRAMS.size());
            return List.of();
        }
        return PROGRAMS.stream()
                .map(program -> new PeerProgram(program, library))
                .toList();
    }

    /// The libraries by name: their versions stand in it, and the thresholds in the program.
    @Override
    public String constants() {
        try (Stream<Path> files = Files.list(library)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(name))
                    .sorted()
                    .collect(Collectors.joining(" "));
        } catch (IOException unreadable) {
            return "unknown";
        }
    }

    @Override
    public int[] link(Iterable<List<Facet>> subjects, ScoredPairs pairs) throws IOException {
        Path records = Files.createTempFile("entente-peer-", ".records");
        Path found = Files.createTempFile("entente-peer-", ".pairs");
        try {
            DisjointSets sets = new DisjointSets(write(records, subjects));
            run(records, found);
            for (String line : Files.readAllLines(found)) {
                String[] pair = line.split("\t");
                sets.join(Integer.parseInt(pair[0]), Integer.parseInt(pair[1]));
            }
            return sets.roots();
        } finally {
            Files.deleteIfExists(records);
            Files.deleteIfExists(found);
        }
    }

    private static int write(Path file, Iterable<List<Facet>> subjects) throws IOException {
        int ordinal = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (List<Facet> facets : subjects) {
                out.write(ordinal + "\n");
                for (Facet facet : facets) {
                    for (Value value : facet.values()) {
                        String text = value.text().replaceAll("\\s+", " ");
                        out.write(ordinal + "\t" + value.field() + "\t" + text + "\n");
                    }
                }
                ordinal++;
            }
        }
        return ordinal;
    }

    private void run(Path records, Path found) throws IOException {
        String own = library.resolveSibling("classes").toString();
        String java = ProcessHandle.current().info().command().orElse("java");
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx3g",
                        "-cp",
                        own + File.pathSeparator + library.resolve("*"),
                        MAIN,
                        name,
                        records.toString(),
                        found.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(HOURS_MAX, TimeUnit.HOURS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(name + " did not end well");
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
