package org.entente.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.InstantSource;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.keys.Keyring;
import org.entente.keys.NodeKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringVaultTest {
    private static final ReleaseId ID = new ReleaseId("00112233445566778899aabbccddeeff");

    @TempDir
    Path folder;

    @Test
    void aDestroyedWrappingKeyOpensNothingAndComesBackAsAnother() {
        KeyringVault vault = new KeyringVault(keyring());
        try (ContentKey key = ContentKey.random()) {
            byte[] raw = key.use(byte[]::clone);
            Bytes wrapped = vault.wrap(ID, key);
            try (ContentKey again = vault.unwrap(ID, wrapped)) {
                assertArrayEquals(raw, again.use(byte[]::clone));
            }
            vault.destroy(ID);
            vault.destroy(ID);
            assertThrows(EntenteException.class, () -> vault.unwrap(ID, wrapped));
            vault.wrap(ID, key);
            assertThrows(EntenteException.class, () -> vault.unwrap(ID, wrapped));
        }
    }

    @Test
    void aKeyWrappedForOneReleaseDoesNotUnwrapForAnother() {
        KeyringVault vault = new KeyringVault(keyring());
        ReleaseId other = new ReleaseId("ffeeddccbbaa99887766554433221100");
        try (ContentKey key = ContentKey.random()) {
            Bytes wrapped = vault.wrap(ID, key);
            vault.wrap(other, key);
            assertThrows(EntenteException.class, () -> vault.unwrap(other, wrapped));
        }
    }

    private Keyring keyring() {
        Path nodeKey = folder.resolve("node.key");
        NodeKey.create(nodeKey);
        return new Keyring(folder.resolve("keys"), NodeKey.read(nodeKey), InstantSource.system());
    }
}
