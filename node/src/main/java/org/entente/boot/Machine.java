package org.entente.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.blind.NativeLibrary;
import org.entente.blind.Sodium;
import org.entente.db.Database;
import org.jspecify.annotations.Nullable;

/// What the doctor asks of the machine under a node.
interface Machine {
    Runtime.Version java();

    /// The libsodium a node would load: the configured one, else the system's or the bundled one.
    ///
    /// @throws org.entente.blind.BlindException where none serves
    NativeLibrary library(@Nullable Path configured);

    long freeBytes(Path folder) throws IOException;

    /// What systemd says of its time service: `yes`, `no`, or anything else where there is no systemd.
    String timeService();

    /// The version of an embedded PostgreSQL made for the occasion.
    String rehearseDatabase();

    /// This one.
    final class Own implements Machine {
        private static final int PATIENCE_SECONDS = 5;
        private static final int ANSWER_BYTES = 100;

        @Override
        public Runtime.Version java() {
            return Runtime.version();
        }

        @Override
        public NativeLibrary library(@Nullable Path configured) {
            return (configured == null ? Sodium.load() : Sodium.load(configured)).library();
        }

        @Override
        public long freeBytes(Path folder) throws IOException {
            return Files.getFileStore(folder.toAbsolutePath()).getUsableSpace();
        }

        @Override
        public String timeService() {
            List<String> command = List.of("timedatectl", "show", "--property=NTPSynchronized", "--value");
            try {
                Process process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return "";
                }
                return new String(process.getInputStream().readNBytes(ANSWER_BYTES), StandardCharsets.UTF_8).strip();
            } catch (IOException absent) {
                return "";
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return "";
            }
        }

        @Override
        public String rehearseDatabase() {
            return Database.rehearse();
        }
    }
}
