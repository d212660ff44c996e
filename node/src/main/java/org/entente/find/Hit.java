package org.entente.find;

import org.entente.kernel.Bytes;
import org.entente.kernel.EvidentialStatus;
import org.jspecify.annotations.Nullable;

/// A value the peer knows, once for each record under it.
///
/// @param cleared the peer's record says so; such a hit starts no request and has no handle
/// @param handle what a request to the peer names the record by
public record Hit(
        String value,
        EvidentialStatus status,
        boolean cleared,
        @Nullable Bytes handle) {
    /// A status of a later version is shown as none.
    static Hit of(String value, int statusCode, Bytes handle) {
        EvidentialStatus status = LabelCodes.status(statusCode).orElse(EvidentialStatus.NONE);
        return new Hit(value, status, status.isCleared(), status.isCleared() ? null : handle);
    }

    @Override
    public String toString() {
        return "Hit[" + status + "]";
    }
}
