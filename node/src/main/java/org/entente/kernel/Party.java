package org.entente.kernel;

/// A sovereign party to an agreement, by its two-letter ISO 3166-1 code ("US", "MX").
public record Party(String code) implements Comparable<Party> {
    public Party {
        if (!code.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("a party is two capital letters, not: " + code);
        }
    }

    @Override
    public int compareTo(Party other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
