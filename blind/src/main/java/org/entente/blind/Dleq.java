package org.entente.blind;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.function.Consumer;

/// The batched discrete-logarithm-equality proof of RFC 9497 section 2.2, with `A` the generator and `B` the public
/// key. A proof covers one key: the RFC gives no argument for one proof over several.
final class Dleq {
    private final Voprf voprf;
    private final byte[] seedTag;
    private final byte[] nonceTag;

    Dleq(Voprf voprf, byte[] contextString) {
        this.voprf = voprf;
        byte[] tag = Transcript.tag("Seed-", contextString);
        this.seedTag = Arrays.copyOf(tag, tag.length - 1);
        this.nonceTag = Transcript.tag("EntenteHedgedNonce-", contextString);
    }

    /// GenerateProof. Both batches were decoded already: `evaluated` is our own product of `blinded`.
    Proof prove(PrfKey.Secret key, ElementBatch blinded, ElementBatch evaluated, NonceSource nonces) {
        Suite suite = voprf.suite();
        Group group = voprf.group();
        try (Scratch scratch = new Scratch(voprf.sodium(), 0)) {
            Statement statement = Statement.in(scratch, suite, key.publicKey());
            seed(scratch, statement);
            for (int i = 0; i < blinded.count(); i++) {
                compositeScalar(scratch, statement, blinded, evaluated, i);
                accumulate(statement.m(), statement, statement.c());
            }
            voprf.multiply(statement.z(), key.scalar(), statement.m(), 0);
            MemorySegment nonce = scratch.take(suite.scalarSizeBytes());
            nonces.draw(scratch, key.scalar(), statement, nonce);
            MemorySegment t2 = scratch.take(suite.elementSizeBytes());
            MemorySegment t3 = scratch.take(suite.elementSizeBytes());
            if (!group.multiplyGenerator(t2, nonce)) {
                throw new BlindException(BlindCode.DERIVATION_FAILED, "what", "nonce");
            }
            voprf.multiply(t3, nonce, statement.m(), 0);
            MemorySegment c = scratch.take(suite.scalarSizeBytes());
            challenge(scratch, statement, t2, t3, c);
            MemorySegment product = scratch.take(suite.scalarSizeBytes());
            MemorySegment s = scratch.take(suite.scalarSizeBytes());
            group.multiplyScalars(product, c, key.scalar());
            group.subtractScalars(s, nonce, product);
            byte[] proof = new byte[suite.proofSizeBytes()];
            Voprf.store(c, proof, 0);
            Voprf.store(s, proof, suite.scalarSizeBytes());
            return Proof.of(suite, proof);
        }
    }

    /// The hedged nonce: fresh randomness, the key and the statement, hashed together. A broken random generator
    /// alone, or a repeated statement alone, does not repeat a nonce, and a fault attacker cannot predict one.
    NonceSource hedged(Consumer<MemorySegment> random) {
        return (scratch, key, statement, nonce) -> {
            MemorySegment fresh = scratch.uniform();
            random.accept(fresh);
            scratch.transcript().begin().append(fresh).append(key).append(statement.publicKey());
            scratch.transcript().append(statement.m()).append(statement.z());
            voprf.toScalar(scratch, nonceTag, nonce);
        };
    }

    /// VerifyProof; decodes every element on its way.
    Verdict verify(PublicKey publicKey, ElementBatch blinded, ElementBatch evaluated, Proof proof) {
        Suite suite = voprf.suite();
        Group group = voprf.group();
        try (Scratch scratch = new Scratch(voprf.sodium(), 0)) {
            MemorySegment c = scratch.take(suite.scalarSizeBytes());
            MemorySegment s = scratch.take(suite.scalarSizeBytes());
            byte[] scalars = proof.encoding().octets();
            MemorySegment.copy(scalars, 0, c, JAVA_BYTE, 0, suite.scalarSizeBytes());
            MemorySegment.copy(scalars, suite.scalarSizeBytes(), s, JAVA_BYTE, 0, suite.scalarSizeBytes());
            if (!group.isCanonicalScalar(c) || !group.isCanonicalScalar(s)) {
                return Verdict.PROOF_INVALID;
            }
            Statement statement = Statement.in(scratch, suite, publicKey);
            MemorySegment left = scratch.take(suite.elementSizeBytes());
            MemorySegment right = scratch.take(suite.elementSizeBytes());
            if (!group.multiply(right, c, statement.publicKey())) {
                return Verdict.PUBLIC_KEY_INVALID;
            }
            MemorySegment t2 = scratch.take(suite.elementSizeBytes());
            if (!group.multiplyGenerator(left, s) || !group.add(t2, left, right)) {
                return Verdict.PROOF_INVALID;
            }
            if (!composites(scratch, statement, blinded, evaluated)) {
                return Verdict.ELEMENT_INVALID;
            }
            MemorySegment t3 = scratch.take(suite.elementSizeBytes());
            if (!group.multiply(left, s, statement.m())
                    || !group.multiply(right, c, statement.z())
                    || !group.add(t3, left, right)) {
                return Verdict.PROOF_INVALID;
            }
            MemorySegment expected = scratch.take(suite.scalarSizeBytes());
            challenge(scratch, statement, t2, t3, expected);
            return expected.mismatch(c) < 0 ? Verdict.HOLDS : Verdict.PROOF_INVALID;
        }
    }

    /// ComputeComposites; false when an element is not canonical or is the identity.
    private boolean composites(Scratch scratch, Statement statement, ElementBatch blinded, ElementBatch evaluated) {
        seed(scratch, statement);
        for (int i = 0; i < blinded.count(); i++) {
            compositeScalar(scratch, statement, blinded, evaluated, i);
            if (!accumulate(statement.m(), statement, statement.c())
                    || !accumulate(statement.z(), statement, statement.d())) {
                return false;
            }
        }
        return true;
    }

    private void seed(Scratch scratch, Statement statement) {
        scratch.transcript()
                .begin()
                .prefixed(statement.publicKey())
                .prefixed(seedTag)
                .sha512(statement.seed());
    }

    private void compositeScalar(
            Scratch scratch, Statement statement, ElementBatch blinded, ElementBatch evaluated, int index) {
        blinded.copyTo(statement.c(), index);
        evaluated.copyTo(statement.d(), index);
        Transcript transcript =
                scratch.transcript().begin().prefixed(statement.seed()).two(index);
        transcript.prefixed(statement.c()).prefixed(statement.d()).append("Composite");
        voprf.hashToScalar(scratch, statement.weight());
    }

    /// `sum = sum + weight * element`.
    private boolean accumulate(MemorySegment sum, Statement statement, MemorySegment element) {
        Group group = voprf.group();
        if (!group.multiply(statement.term(), statement.weight(), element)
                || !group.add(statement.sum(), sum, statement.term())) {
            return false;
        }
        sum.copyFrom(statement.sum());
        return true;
    }

    private void challenge(
            Scratch scratch, Statement statement, MemorySegment t2, MemorySegment t3, MemorySegment challenge) {
        Transcript transcript = scratch.transcript().begin().prefixed(statement.publicKey());
        transcript.prefixed(statement.m()).prefixed(statement.z()).prefixed(t2).prefixed(t3);
        transcript.append("Challenge");
        voprf.hashToScalar(scratch, challenge);
    }

    /// What is proved, `Z = k * M` and `B = k * A`, and the working memory of the composites. M and Z begin as the
    /// identity, whose encoding is all zeros.
    record Statement(
            MemorySegment publicKey,
            MemorySegment seed,
            MemorySegment m,
            MemorySegment z,
            MemorySegment c,
            MemorySegment d,
            MemorySegment weight,
            MemorySegment term,
            MemorySegment sum) {
        static Statement in(Scratch scratch, Suite suite, PublicKey publicKey) {
            int elementSizeBytes = suite.elementSizeBytes();
            MemorySegment encoding = scratch.take(elementSizeBytes);
            MemorySegment.copy(publicKey.encoding().octets(), 0, encoding, JAVA_BYTE, 0, elementSizeBytes);
            return new Statement(
                    encoding,
                    scratch.take(Transcript.DIGEST_SIZE_BYTES),
                    scratch.take(elementSizeBytes),
                    scratch.take(elementSizeBytes),
                    scratch.take(elementSizeBytes),
                    scratch.take(elementSizeBytes),
                    scratch.take(suite.scalarSizeBytes()),
                    scratch.take(elementSizeBytes),
                    scratch.take(elementSizeBytes));
        }
    }

    /// What checking a proof came to.
    enum Verdict {
        HOLDS,
        PUBLIC_KEY_INVALID,
        ELEMENT_INVALID,
        PROOF_INVALID
    }

    /// Where the proof's secret nonce comes from; the official vectors fix it.
    @FunctionalInterface
    interface NonceSource {
        void draw(Scratch scratch, MemorySegment key, Statement statement, MemorySegment nonce);
    }
}
