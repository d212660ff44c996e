package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/// The largest resident set of this process since it was last forgotten (proc(5): `VmHWM`, `clear_refs`). Linux
/// only.
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path FORGET = Path.of("/proc/self/clear_refs");
    private static final String LINE = "VmHWM:";

    private PeakMemory() {}

    static void forget() throws IOException {
        if (Files.isWritable(FORGET)) {
            Files.writeString(FORGET, "5");
        }
    }

    /// Empty on another system.
    static OptionalDouble gigabytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return OptionalDouble.empty();
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(LINE))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e9)
                .findFirst();
    }
}
