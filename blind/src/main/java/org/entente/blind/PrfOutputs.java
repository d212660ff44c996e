package org.entente.blind;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The PRF outputs of a batch, in its order, in a single buffer. An output lets its owner open the label of that one
/// input; it says nothing of the key or of any other input. Kept on the heap and overwritten on close, which is best
/// effort: the collector may have copied it.
public final class PrfOutputs implements AutoCloseable {
    private final Suite suite;
    private final byte[] outputs;
    private volatile boolean open = true;

    PrfOutputs(Suite suite, byte[] outputs) {
        this.suite = suite;
        this.outputs = outputs;
    }

    public Suite suite() {
        return suite;
    }

    public int count() {
        return outputs.length / suite.outputSizeBytes();
    }

    public byte[] output(int index) {
        requireOpen();
        int size = suite.outputSizeBytes();
        return Arrays.copyOfRange(outputs, index * size, (index + 1) * size);
    }

    /// HKDF-Expand (RFC 5869 section 2.3) with the suite's hash and the output as its pseudorandom key.
    public byte[] expand(int index, byte[] info, int sizeBytes) {
        byte[] output = output(index);
        try {
            SecretKeySpec key = new SecretKeySpec(output, "Generic");
            return KDF.getInstance("HKDF-SHA512").deriveData(HKDFParameterSpec.expandOnly(key, info, sizeBytes));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible); // JDK 25 has HKDF-SHA512; key and size are within its bounds
        } finally {
            Arrays.fill(output, (byte) 0);
        }
    }

    @Override
    public void close() {
        open = false;
        Arrays.fill(outputs, (byte) 0);
    }

    private void requireOpen() {
        if (!open) {
            throw new BlindException(BlindCode.CLOSED, "what", "outputs");
        }
    }

    @Override
    public String toString() {
        return "outputs x " + count();
    }
}
