package org.entente.keys;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/// A real keyring in a test's own folder, its clock at 2026-11-24T00:00:00Z.
public final class TestKeyring {
    private TestKeyring() {}

    public static Keyring in(Path folder) {
        Path nodeKey = folder.resolve("node.key");
        NodeKey.create(nodeKey);
        return new Keyring(
                folder.resolve("keys"),
                NodeKey.read(nodeKey),
                InstantSource.fixed(Instant.parse("2026-11-24T00:00:00Z")));
    }
}
