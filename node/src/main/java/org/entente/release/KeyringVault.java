package org.entente.release;

import java.nio.charset.StandardCharsets;
import org.entente.kernel.Bytes;
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;
import org.entente.keys.Keyring;

/// Wrapping keys as files of the keyring, one a release: destroying one overwrites its file.
final class KeyringVault implements ContentVault {
    private final Keyring keyring;

    KeyringVault(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public Bytes wrap(ReleaseId release, ContentKey key) {
        KeyId id = id(release);
        // A rolled-back arrival leaves its wrapping key behind; the peer's next try finds it.
        if (!keyring.exists(id)) {
            keyring.create(id);
        }
        return Bytes.of(key.use(raw -> keyring.encrypt(id, raw, associated(release))));
    }

    @Override
    public ContentKey unwrap(ReleaseId release, Bytes wrapped) {
        return ContentKey.adopt(keyring.decrypt(id(release), wrapped.toArray(), associated(release)));
    }

    @Override
    public void destroy(ReleaseId release) {
        keyring.destroy(id(release));
    }

    private static KeyId id(ReleaseId release) {
        return new KeyId(KeyRole.RELEASE, release.hex());
    }

    private static byte[] associated(ReleaseId release) {
        return ("entente/release-content/" + release.hex()).getBytes(StandardCharsets.US_ASCII);
    }
}
