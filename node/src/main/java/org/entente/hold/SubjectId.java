package org.entente.hold;

import java.util.UUID;
import org.entente.kernel.EntenteException;

/// A subject on this node, never shown to the peer. Written as a UUID.
public record SubjectId(UUID value) {
    /// @throws EntenteException HOLD_ID_MALFORMED
    public static SubjectId parse(String text) {
        return new SubjectId(parseId(text));
    }

    static UUID parseId(String text) {
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new EntenteException(HoldCode.HOLD_ID_MALFORMED);
        }
        return UUID.fromString(text);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
