package org.entente.release;

import org.entente.kernel.Ids;

/// 128 random bits as 32 lower-case hex digits, given by the owner and the same on both nodes.
public record ReleaseId(String hex) {
    public ReleaseId {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a release id is 32 hex digits");
        }
    }

    static ReleaseId random() {
        return new ReleaseId(Ids.random128().hex());
    }

    @Override
    public String toString() {
        return hex;
    }
}
