package org.entente.exchange;

/// 128 random bits as 32 lower-case hex digits: one sealed file, the same on both nodes.
public record ParcelId(String hex) {
    public ParcelId {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a parcel id is 32 hex digits");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
