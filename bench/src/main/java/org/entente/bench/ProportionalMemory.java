package org.entente.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The proportional set size (proc(5), `smaps_rollup`): pages shared by n processes count 1/n for each. Linux only.
final class ProportionalMemory {
    private static final String LINE = "Pss:";

    private ProportionalMemory() {}

    /// A node's virtual machine and its PostgreSQL, in bytes: both processes with all that they started. The server is
    /// no child of the machine; it writes its process id as the first line of `postmaster.pid`.
    static long ofNode(long machinePid, Path home) throws IOException {
        Path pidFile = home.resolve("pg").resolve("data").resolve("postmaster.pid");
        long serverPid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        return ofTree(machinePid) + ofTree(serverPid);
    }

    private static long ofTree(long pid) throws IOException {
        ProcessHandle root = ProcessHandle.of(pid).orElseThrow();
        long bytes = 0;
        for (ProcessHandle process :
                Stream.concat(Stream.of(root), root.descendants()).toList()) {
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
