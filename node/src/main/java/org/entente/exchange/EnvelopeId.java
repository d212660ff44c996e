package org.entente.exchange;

/// 128 random bits as 32 lower-case hex digits, fixed when the envelope is sealed.
public record EnvelopeId(String hex) {
    public EnvelopeId {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("an envelope id is 32 hex digits");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
