package org.entente.blind;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// A holder's PRF key `skS`, off-heap from derivation to its zeroing. Thread-safe: any number of batches may run at
/// once, each on its caller's thread; close waits for them.
public final class PrfKey implements AutoCloseable {
    private final Voprf voprf;
    private final SecretMemory secret;
    private final PublicKey publicKey;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean open = true;

    PrfKey(Voprf voprf, SecretMemory secret, PublicKey publicKey) {
        this.voprf = voprf;
        this.secret = secret;
        this.publicKey = publicKey;
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    /// BlindEvaluate of RFC 9497 section 3.3.2: about 120 µs an element, proof included. Which batch is answered, and
    /// how often, is the caller's quota; this method counts nothing.
    ///
    /// Throws ELEMENT_REFUSED, and evaluates nothing, when any element is not canonical or is the identity.
    public Evaluation blindEvaluate(ElementBatch blindedElements) {
        return blindEvaluate(blindedElements, voprf.dleq().hedged(voprf.sodium()::randomBytes));
    }

    Evaluation blindEvaluate(ElementBatch blindedElements, Dleq.NonceSource nonces) {
        requireSuite(blindedElements.suite());
        lock.readLock().lock();
        try {
            requireOpen();
            ElementBatch evaluated = multiplied(blindedElements);
            Secret key = new Secret(secret.content(), publicKey);
            return new Evaluation(evaluated, voprf.dleq().prove(key, blindedElements, evaluated, nonces));
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Evaluate of RFC 9497 section 3.3.2: the holder's own outputs, without blinding, about 65 µs an input.
    public PrfOutputs evaluate(InputBatch inputs) {
        Suite suite = voprf.suite();
        byte[] outputs = new byte[inputs.count() * suite.outputSizeBytes()];
        lock.readLock().lock();
        try (Scratch scratch = new Scratch(voprf.sodium(), inputs.longestSizeBytes())) {
            requireOpen();
            MemorySegment inputElement = scratch.take(suite.elementSizeBytes());
            MemorySegment evaluatedElement = scratch.take(suite.elementSizeBytes());
            for (int i = 0; i < inputs.count(); i++) {
                voprf.hashToGroup(scratch, inputs, i, inputElement);
                voprf.multiply(evaluatedElement, secret.content(), inputElement, i);
                voprf.output(scratch, inputs, i, evaluatedElement, outputs);
            }
        } finally {
            lock.readLock().unlock();
        }
        return new PrfOutputs(suite, outputs);
    }

    /// Zeroes the key. Every later use throws CLOSED; closing again does nothing.
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (open) {
                open = false;
                secret.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public String toString() {
        return "PRF key of " + publicKey.encoding();
    }

    private ElementBatch multiplied(ElementBatch blindedElements) {
        int elementSizeBytes = voprf.suite().elementSizeBytes();
        byte[] evaluated = new byte[blindedElements.count() * elementSizeBytes];
        try (Scratch scratch = new Scratch(voprf.sodium(), 0)) {
            MemorySegment blindedElement = scratch.take(elementSizeBytes);
            MemorySegment evaluatedElement = scratch.take(elementSizeBytes);
            for (int i = 0; i < blindedElements.count(); i++) {
                blindedElements.copyTo(blindedElement, i);
                voprf.multiply(evaluatedElement, secret.content(), blindedElement, i);
                Voprf.store(evaluatedElement, evaluated, i * elementSizeBytes);
            }
        }
        return new ElementBatch(voprf.suite(), evaluated);
    }

    private void requireSuite(Suite suite) {
        if (suite != voprf.suite()) {
            throw new BlindException(BlindCode.TEXT_REFUSED, "what", "suite", "found", suite.identifier());
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new BlindException(BlindCode.CLOSED, "what", "key");
        }
    }

    /// The pair that a proof is made with, lent for the time of one call.
    record Secret(MemorySegment scalar, PublicKey publicKey) {}
}
