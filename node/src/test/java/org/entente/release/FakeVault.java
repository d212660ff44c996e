package org.entente.release;

import java.util.HashMap;
import java.util.Map;
import org.entente.kernel.Bytes;
import org.entente.kernel.Ids;

/// Wrapping keys as one-time pads in memory.
final class FakeVault implements ContentVault {
    private final Map<ReleaseId, byte[]> pads = new HashMap<>();

    @Override
    public Bytes wrap(ReleaseId release, ContentKey key) {
        byte[] pad = pads.computeIfAbsent(release, _ -> Ids.random256().toArray());
        return Bytes.of(key.use(raw -> xor(raw, pad)));
    }

    @Override
    public ContentKey unwrap(ReleaseId release, Bytes wrapped) {
        byte[] pad = pads.get(release);
        if (pad == null) {
            throw new IllegalStateException("the wrapping key is gone");
        }
        return ContentKey.adopt(xor(wrapped.toArray(), pad));
    }

    @Override
    public void destroy(ReleaseId release) {
        pads.remove(release);
    }

    boolean holds(ReleaseId release) {
        return pads.containsKey(release);
    }

    private static byte[] xor(byte[] one, byte[] other) {
        byte[] result = new byte[one.length];
        for (int i = 0; i < one.length; i++) {
            result[i] = (byte) (one[i] ^ other[i]);
        }
        return result;
    }
}
