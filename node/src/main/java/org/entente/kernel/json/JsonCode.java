package org.entente.kernel.json;

import org.entente.kernel.Code;

/// What can be wrong with a strict JSON text.
public enum JsonCode implements Code {
    /// Not JSON, or not in the one canonical form. Facts: what, byte offset.
    JSON_NOT_CANONICAL(1010),
    /// Larger or deeper than the reader allows. Fact: the limit.
    JSON_TOO_LARGE(1011),
    /// A member is absent, unexpected or of the wrong kind. Fact: the member's name.
    JSON_MEMBER_WRONG(1012);

    private final int number;

    JsonCode(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Kind kind() {
        return Kind.PEER;
    }
}
