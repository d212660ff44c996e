package org.entente.keys;

/// One key of the node. The qualifier is 1 to 120 of lower-case letters, digits, dots and hyphens, the first no dot.
public record KeyId(KeyRole role, String qualifier) {
    public KeyId {
        if (!qualifier.matches("[a-z0-9-][a-z0-9.-]{0,119}")) {
            throw new IllegalArgumentException("not a key qualifier: " + qualifier);
        }
    }

    @Override
    public String toString() {
        return role.folder() + "/" + qualifier;
    }
}
