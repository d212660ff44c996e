package org.entente.db;

import java.nio.file.Path;
import org.entente.kernel.Secret;

/// Where the database is.
public sealed interface DatabaseConfig {
    /// A PostgreSQL of our own, started and stopped with the node. `directory` belongs to this database alone (0700;
    /// its
    /// owner is the unprivileged user when the node runs as root). `binaries` is the folder into which the server's
    /// program files are unpacked once; several nodes may share it.
    record Embedded(Path directory, Path binaries) implements DatabaseConfig {}

    /// A server that the operator runs, PostgreSQL 17 or newer, encoding UTF-8. The user owns the database named in
    /// `jdbcUrl`.
    record External(String jdbcUrl, String user, Secret password) implements DatabaseConfig {}
}
