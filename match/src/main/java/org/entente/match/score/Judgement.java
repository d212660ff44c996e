package org.entente.match.score;

import java.util.List;

/// How much the agreements and disagreements of two records speak for one subject, in bits. The prior and the parts sum
/// to the bits exactly. It says how alike two records are, never what a person did.
public record Judgement(double priorBits, List<Part> parts, double bits) {
    public Judgement {
        parts = List.copyOf(parts);
    }

    /// Posterior probability of one subject, by the model.
    public double probability() {
        return probability(bits);
    }

    public static double probability(double bits) {
        return 1 / (1 + Math.pow(2, -bits));
    }
}
