package org.entente.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The proportional set size (proc(5), `smaps_rollup`): pages shared by n processes count 1/n for each. Linux only.
final class ProportionalMemory {
    private static final String LINE = "Pss:";

    private ProportionalMemory() {}

    /// A process and all that it started, in bytes: a node's virtual machine and its PostgreSQL.
    ///
    /// @throws IllegalStateException when there is no child, so that a server that ran elsewhere is not left out
    static long ofTree(long pid) throws IOException {
        ProcessHandle root = ProcessHandle.of(pid).orElseThrow();
        var children = root.descendants().toList();
        if (children.isEmpty()) {
            throw new IllegalStateException("no database server below process " + pid);
        }
        long bytes = 0;
        for (ProcessHandle process :
                Stream.concat(Stream.of(root), children.stream()).toList()) {
            Path rollup = Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup");
            // A backend that ended meanwhile holds nothing.
            if (Files.exists(rollup)) {
                bytes += pssBytes(Files.readString(rollup));
            }
        }
        return bytes;
    }

    static long pssBytes(String rollup) {
        String kibibytes = rollup.lines()
                .filter(line -> line.startsWith(LINE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + LINE))
                .substring(LINE.length())
                .replace("kB", "")
                .strip();
        return Long.parseLong(kibibytes) * 1024;
    }
}
