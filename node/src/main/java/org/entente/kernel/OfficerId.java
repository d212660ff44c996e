package org.entente.kernel;

/// The account name of an officer on this node ("us-analyst"): lower case, 2 to 40 characters. It never crosses to the
/// peer: the other party sees the institution only.
public record OfficerId(String value) {
    public OfficerId {
        if (!value.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new IllegalArgumentException("not an officer id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
