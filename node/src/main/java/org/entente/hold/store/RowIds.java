package org.entente.hold.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Ids as hashes of what they name: the first 128 bits of SHA-256 over length-prefixed parts. The same row of
/// the same source has the same id at every import, which is what makes an import repeatable. One instance a
/// thread.
final class RowIds {
    private final MessageDigest digest;

    RowIds() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }

    UUID of(String kind, String... parts) {
        update(kind);
        for (String part : parts) {
            update(part);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new UUID(hash.getLong(), hash.getLong());
    }

    /// As [#of], beginning with the subject's own first half: what belongs together lies together in an index,
    /// and the second half tells it apart within its subject.
    UUID within(UUID subject, String kind, String... parts) {
        return new UUID(subject.getMostSignificantBits(), of(kind, parts).getLeastSignificantBits());
    }

    private void update(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
