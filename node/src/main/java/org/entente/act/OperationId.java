package org.entente.act;

import org.entente.kernel.Ids;

/// 128 random bits as 32 lower-case hex digits, given by the proposer and the same on both nodes.
public record OperationId(String hex) {
    public OperationId {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("an operation id is 32 hex digits");
        }
    }

    static OperationId random() {
        return new OperationId(Ids.random128().hex());
    }

    @Override
    public String toString() {
        return hex;
    }
}
