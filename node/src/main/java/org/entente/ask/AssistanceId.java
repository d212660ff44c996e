package org.entente.ask;

import org.entente.kernel.Ids;

/// 128 random bits as 32 lower-case hex digits, given where it is recorded and the same on both nodes.
public record AssistanceId(String hex) {
    public AssistanceId {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("an id is 32 hex digits");
        }
    }

    static AssistanceId random() {
        return new AssistanceId(Ids.random128().hex());
    }

    @Override
    public String toString() {
        return hex;
    }
}
