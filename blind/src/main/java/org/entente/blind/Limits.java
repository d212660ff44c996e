package org.entente.blind;

/// Every bound of this module, each with its reason.
public final class Limits {
    /// RFC 9497 section 2.2.1: the index of an element in the composite transcript is two bytes, and an attacker
    /// must not choose the batch so large that the sum of composites loses its soundness.
    public static final int BATCH_COUNT_MAX = 65_535;

    /// RFC 9497 writes the length of an input in two bytes (Finalize, section 3.3.1).
    public static final int INPUT_SIZE_BYTES_MAX = 65_535;

    /// RFC 9497 writes the length of the key info in two bytes (section 3.2.1).
    public static final int KEY_INFO_SIZE_BYTES_MAX = 65_535;

    /// All inputs of one batch together, so that a flat buffer stays far below the largest array.
    public static final int BATCH_SIZE_BYTES_MAX = 256 << 20;

    private Limits() {}

    /// Throws SIZE_REFUSED unless `least <= found <= most`.
    public static int check(String what, long found, int least, int most) {
        if (found < least || found > most) {
            throw new BlindException(
                    BlindCode.SIZE_REFUSED, "what", what, "found", found, "least", least, "most", most);
        }
        return (int) found;
    }
}
