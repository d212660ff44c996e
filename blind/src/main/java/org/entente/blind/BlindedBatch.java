package org.entente.blind;

import java.lang.foreign.MemorySegment;

/// The asker's state between question and answer: the inputs, and one secret blind for each, off-heap. Whoever reads
/// the blinded elements learns nothing about the inputs, even with unlimited computing power.
public final class BlindedBatch implements AutoCloseable {
    private final Voprf voprf;
    private final InputBatch inputs;
    private final SecretMemory blinds;
    private final ElementBatch blindedElements;
    private boolean open = true;

    BlindedBatch(Voprf voprf, InputBatch inputs, SecretMemory blinds, ElementBatch blindedElements) {
        this.voprf = voprf;
        this.inputs = inputs;
        this.blinds = blinds;
        this.blindedElements = blindedElements;
    }

    /// What goes to the holder, in the order of the inputs.
    public ElementBatch blindedElements() {
        return blindedElements;
    }

    /// Finalize of RFC 9497 section 3.3.2: checks the proof under `expected`, the key the asker knew before it asked,
    /// then unblinds. About 210 µs an element.
    public synchronized Finalization finalizeUnder(PublicKey expected, Evaluation evaluation) {
        if (!open) {
            throw new BlindException(BlindCode.CLOSED, "what", "batch");
        }
        ElementBatch evaluated = evaluation.evaluatedElements();
        Suite suite = voprf.suite();
        if (evaluated.suite() != suite || evaluation.proof().suite() != suite || expected.suite() != suite) {
            return new Finalization.Refused(Finalization.Reason.SUITE_DIFFERS);
        }
        if (evaluated.count() != inputs.count()) {
            return new Finalization.Refused(Finalization.Reason.COUNT_DIFFERS);
        }
        return switch (voprf.dleq().verify(expected, blindedElements, evaluated, evaluation.proof())) {
            case HOLDS -> new Finalization.Verified(unblinded(evaluated));
            case PUBLIC_KEY_INVALID -> new Finalization.Refused(Finalization.Reason.PUBLIC_KEY_INVALID);
            case ELEMENT_INVALID -> new Finalization.Refused(Finalization.Reason.ELEMENT_INVALID);
            case PROOF_INVALID -> new Finalization.Refused(Finalization.Reason.PROOF_INVALID);
        };
    }

    /// Zeroes the blinds: after this the answer to the batch is worthless to everybody.
    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            blinds.close();
        }
    }

    private PrfOutputs unblinded(ElementBatch evaluated) {
        Suite suite = voprf.suite();
        int scalarSizeBytes = suite.scalarSizeBytes();
        byte[] outputs = new byte[inputs.count() * suite.outputSizeBytes()];
        try (Scratch scratch = new Scratch(voprf.sodium(), inputs.longestSizeBytes())) {
            MemorySegment inverse = scratch.take(scalarSizeBytes);
            MemorySegment evaluatedElement = scratch.take(suite.elementSizeBytes());
            MemorySegment unblindedElement = scratch.take(suite.elementSizeBytes());
            for (int i = 0; i < inputs.count(); i++) {
                MemorySegment blind = blinds.content().asSlice((long) i * scalarSizeBytes, scalarSizeBytes);
                voprf.group().invert(inverse, blind);
                evaluated.copyTo(evaluatedElement, i);
                voprf.multiply(unblindedElement, inverse, evaluatedElement, i);
                voprf.output(scratch, inputs, i, unblindedElement, outputs);
            }
        }
        return new PrfOutputs(suite, outputs);
    }
}
