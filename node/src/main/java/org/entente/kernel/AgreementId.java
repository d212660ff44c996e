package org.entente.kernel;

/// Which agreement an exchange stands under ("us-mx"): lower-case letters, digits and hyphens, 1 to 40 characters.
/// A node has one party and may have many agreements; every table about an exchange carries this.
public record AgreementId(String value) {
    public AgreementId {
        if (!value.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("not an agreement id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
