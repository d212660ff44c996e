package org.entente.blind;

/// Outputs that no key computed, for the examples of the specification.
public final class PrfOutputsFixture {
    private PrfOutputsFixture() {}

    public static PrfOutputs of(byte[] output) {
        return new PrfOutputs(Suite.RISTRETTO255_SHA512, output.clone());
    }
}
