package org.entente.ask;

import org.entente.kernel.Ids;

/// 128 random bits as 32 lower-case hex digits, given where it is written and the same on both nodes.
public record ForewarningId(String hex) {
    public ForewarningId {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("an id is 32 hex digits");
        }
    }

    static ForewarningId random() {
        return new ForewarningId(Ids.random128().hex());
    }

    @Override
    public String toString() {
        return hex;
    }
}
