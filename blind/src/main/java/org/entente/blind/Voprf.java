package org.entente.blind;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/// RFC 9497 in mode 1, the verifiable oblivious PRF, over one suite and one loaded library. Thread-safe; make one
/// and share it.
public final class Voprf {
    /// DeriveKeyPair gives up after its counter no longer fits one byte; the chance is 2^-64,512.
    private static final int DERIVE_ATTEMPT_COUNT_MAX = 256;

    private final Suite suite;
    private final Sodium sodium;
    private final Group group;
    private final Dleq dleq;
    private final byte[] hashToGroupTag;
    private final byte[] hashToScalarTag;
    private final byte[] deriveKeyPairTag;

    private Voprf(Suite suite, Sodium sodium) {
        byte[] contextString = suite.contextString();
        this.suite = suite;
        this.sodium = sodium;
        this.group = suite.group(sodium);
        this.hashToGroupTag = Transcript.tag("HashToGroup-", contextString);
        this.hashToScalarTag = Transcript.tag("HashToScalar-", contextString);
        this.deriveKeyPairTag = Transcript.tag("DeriveKeyPair", contextString);
        this.dleq = new Dleq(this, contextString);
    }

    public static Voprf of(Suite suite, Sodium sodium) {
        return new Voprf(suite, sodium);
    }

    public Suite suite() {
        return suite;
    }

    public NativeLibrary library() {
        return sodium.library();
    }

    /// DeriveKeyPair of section 3.2.1.
    ///
    /// @param seed exactly 32 secret bytes in native memory; still the caller's, and the caller's to zero
    /// @param info public, below 65,536 bytes; two different infos give unrelated keys
    public PrfKey deriveKeyPair(MemorySegment seed, byte[] info) {
        Limits.check("seed", seed.byteSize(), suite.scalarSizeBytes(), suite.scalarSizeBytes());
        Limits.check("key info", info.length, 0, Limits.KEY_INFO_SIZE_BYTES_MAX);
        SecretMemory secret = new SecretMemory(sodium, suite.scalarSizeBytes());
        try (Scratch scratch = new Scratch(sodium, (int) seed.byteSize() + info.length)) {
            MemorySegment encoding = scratch.take(suite.elementSizeBytes());
            for (int counter = 0; counter < DERIVE_ATTEMPT_COUNT_MAX; counter++) {
                scratch.transcript().begin().append(seed).prefixed(info).one(counter);
                toScalar(scratch, deriveKeyPairTag, secret.content());
                if (group.multiplyGenerator(encoding, secret.content())) {
                    return new PrfKey(this, secret, PublicKey.of(suite, heap(encoding)));
                }
            }
        }
        secret.close();
        throw new BlindException(BlindCode.DERIVATION_FAILED, "what", "key");
    }

    /// Blind of section 3.3.2, a fresh blind for each input, so that equal inputs do not show.
    public BlindedBatch blind(InputBatch inputs) {
        return blind(inputs, (index, blind) -> group.randomScalar(blind));
    }

    /// The official vectors fix the blinds.
    BlindedBatch blind(InputBatch inputs, BlindSource blinds) {
        int scalarSizeBytes = suite.scalarSizeBytes();
        int elementSizeBytes = suite.elementSizeBytes();
        SecretMemory secret = new SecretMemory(sodium, (long) inputs.count() * scalarSizeBytes);
        byte[] blinded = new byte[inputs.count() * elementSizeBytes];
        boolean completed = false;
        try (Scratch scratch = new Scratch(sodium, inputs.longestSizeBytes())) {
            MemorySegment inputElement = scratch.take(elementSizeBytes);
            MemorySegment blindedElement = scratch.take(elementSizeBytes);
            for (int i = 0; i < inputs.count(); i++) {
                MemorySegment blind = secret.content().asSlice((long) i * scalarSizeBytes, scalarSizeBytes);
                blinds.draw(i, blind);
                hashToGroup(scratch, inputs, i, inputElement);
                multiply(blindedElement, blind, inputElement, i);
                store(blindedElement, blinded, i * elementSizeBytes);
            }
            completed = true;
        } finally {
            if (!completed) {
                secret.close();
            }
        }
        return new BlindedBatch(this, inputs, secret, new ElementBatch(suite, blinded));
    }

    Sodium sodium() {
        return sodium;
    }

    Group group() {
        return group;
    }

    Dleq dleq() {
        return dleq;
    }

    /// HashToScalar of the message in the scratch's transcript.
    void hashToScalar(Scratch scratch, MemorySegment scalar) {
        toScalar(scratch, hashToScalarTag, scalar);
    }

    void toScalar(Scratch scratch, byte[] tag, MemorySegment scalar) {
        MemorySegment uniform = scratch.uniform();
        scratch.transcript().expand(uniform, tag);
        group.reduce(scalar, uniform);
    }

    /// HashToGroup. Multiplying by a non-zero scalar refuses the identity afterwards, as section 3.3.2 demands.
    void hashToGroup(Scratch scratch, InputBatch inputs, int index, MemorySegment element) {
        MemorySegment uniform = scratch.uniform();
        inputs.append(scratch.transcript().begin(), index);
        scratch.transcript().expand(uniform, hashToGroupTag);
        group.mapUniform(element, uniform);
    }

    void multiply(MemorySegment product, MemorySegment scalar, MemorySegment element, int index) {
        if (!group.multiply(product, scalar, element)) {
            throw new BlindException(BlindCode.ELEMENT_REFUSED, "index", index);
        }
    }

    /// The last step of Finalize and Evaluate: the hash over input and unblinded element.
    void output(Scratch scratch, InputBatch inputs, int index, MemorySegment element, byte[] outputs) {
        MemorySegment digest = scratch.uniform();
        inputs.appendPrefixed(scratch.transcript().begin(), index);
        scratch.transcript().prefixed(element).append("Finalize").sha512(digest);
        store(digest, outputs, index * suite.outputSizeBytes());
    }

    static void store(MemorySegment segment, byte[] target, int offset) {
        MemorySegment.copy(segment, JAVA_BYTE, 0, target, offset, (int) segment.byteSize());
    }

    private static byte[] heap(MemorySegment segment) {
        return segment.toArray(JAVA_BYTE);
    }

    /// Where a blind comes from.
    @FunctionalInterface
    interface BlindSource {
        void draw(int index, MemorySegment blind);
    }
}
