package org.entente.bench.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.entente.bench.match.BilingualPopulation.Side;
import org.entente.match.score.Kind;

/// Both sides of an invented population as CSV.
record PopulationFiles(Path folder) {
    /// Writes them, one thread a side.
    void write(BilingualPopulation population) throws IOException {
        try {
            Stream.of(Side.values()).parallel().forEach(side -> {
                try {
                    RecordFile.write(file(side), Kind.PERSON, to -> population.forEach(side, to));
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            });
        } catch (UncheckedIOException unwritable) {
            throw new IOException(unwritable);
        }
    }

    List<Path> files() {
        return Stream.of(Side.values()).map(this::file).toList();
    }

    private Path file(Side side) {
        return folder.resolve(side + ".csv");
    }

    Iterable<Labelled> records() {
        return RecordFile.read(Kind.PERSON, files());
    }

    /// The truth by the records' order.
    int[] truth() {
        java.util.Map<String, Integer> numbers = new java.util.HashMap<>();
        java.util.stream.IntStream.Builder truth = java.util.stream.IntStream.builder();
        for (Labelled record : records()) {
            truth.add(numbers.computeIfAbsent(record.entity(), absent -> numbers.size()));
        }
        return truth.build().toArray();
    }
}
