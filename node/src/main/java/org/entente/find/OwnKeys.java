package org.entente.find;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.entente.blind.PrfKey;
import org.entente.blind.tags.KeyScope;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.keys.KeyCode;
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;
import org.jspecify.annotations.Nullable;

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

    /// The key of an announced set; empty when it was destroyed, or is not the announced one.
    Optional<PrfKey> of(Announcement set) {
        return Optional.ofNullable(open.computeIfAbsent(set.setId(), _ -> announced(set)));
    }

    /// The seed first: whoever derives the key from now on finds none, and whoever was deriving it is waited for by
    /// `remove`, so that no copy stays in memory.
    void destroy(Announcement set) {
        parts.keyring().destroy(id(set.agreement(), scope(set)));
        PrfKey key = open.remove(set.setId());
        if (key != null) {
            key.close();
        }
    }

    @Override
    public void close() {
        open.values().forEach(PrfKey::close);
        open.clear();
    }

    private @Nullable PrfKey announced(Announcement set) {
        try {
            PrfKey key = derive(set.agreement(), scope(set));
            if (key.publicKey().equals(set.prfKey())) {
                return key;
            }
            key.close();
            return null;
        } catch (EntenteException absent) {
            if (absent.code() == KeyCode.KEY_ABSENT) {
                return null;
            }
            throw absent;
        }
    }

    private KeyScope scope(Announcement set) {
        return set.scope(parts.link().own(), parts.link().peer(set.agreement()));
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
