package org.entente.ledger.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The few things a log asks of a file system, so that a test can stand between them and fail any single one.
public interface Disk {
    /// Opens for reading and writing; creates an empty file where there is none.
    DiskFile open(Path path) throws IOException;

    boolean exists(Path path);

    /// Children in the order of their names; empty where there is no such directory.
    List<Path> list(Path directory) throws IOException;

    /// One level; its parent exists. No error where it is there already.
    void createDirectory(Path directory) throws IOException;

    /// Atomic, over an existing file too.
    void rename(Path from, Path to) throws IOException;

    /// A file or an empty directory.
    void delete(Path path) throws IOException;

    /// Makes creations, renames and deletions inside the directory durable.
    void forceDirectory(Path directory) throws IOException;

    /// Holds the file against every other process until closed; throws `LOG_LOCKED` where another holds it.
    Closeable lock(Path path) throws IOException;
}
