package org.entente.find;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.entente.blind.PrfKey;
import org.entente.blind.tags.KeyScope;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;

/// This node's PRF keys, derived when first used and kept off-heap until they are destroyed or the node stops.
/// Thread-safe.
final class OwnKeys implements AutoCloseable {
    private final Parts parts;
    private final ConcurrentMap<Bytes, PrfKey> open = new ConcurrentHashMap<>();

    OwnKeys(Parts parts) {
        this.parts = parts;
    }

    /// A key from a fresh seed. An epoch whose set was never announced starts over: its seed served nothing.
    PrfKey create(AgreementId agreement, KeyScope scope) {
        KeyId id = id(agreement, scope);
        parts.keyring().destroy(id);
        parts.keyring().create(id);
        return derive(agreement, scope);
    }

    /// The key of an announced set.
    ///
    /// @throws EntenteException FIND_KEY_UNKNOWN if its seed gives another public key
    PrfKey of(Announcement set) {
        return open.computeIfAbsent(set.setId(), _ -> {
            Parts p = parts;
            PrfKey key =
                    derive(set.agreement(), set.scope(p.link().own(), p.link().peer(set.agreement())));
            if (!key.publicKey().equals(set.prfKey())) {
                key.close();
                throw new EntenteException(
                        FindCode.FIND_KEY_UNKNOWN, set.setId().hex());
            }
            return key;
        });
    }

    void destroy(Announcement set) {
        PrfKey key = open.remove(set.setId());
        if (key != null) {
            key.close();
        }
        Parts p = parts;
        KeyScope scope = set.scope(p.link().own(), p.link().peer(set.agreement()));
        parts.keyring().destroy(id(set.agreement(), scope));
    }

    @Override
    public void close() {
        open.values().forEach(PrfKey::close);
        open.clear();
    }

    private PrfKey derive(AgreementId agreement, KeyScope scope) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment seed = parts.keyring().seed(id(agreement, scope), arena);
            try {
                return parts.voprf().deriveKeyPair(seed, scope.encoded());
            } finally {
                seed.fill((byte) 0);
            }
        }
    }

    private static KeyId id(AgreementId agreement, KeyScope scope) {
        String qualifier =
                String.join(".", agreement.value(), Integer.toString(scope.epoch()), scope.keyType(), scope.purpose());
        return new KeyId(KeyRole.FIND, qualifier);
    }
}
