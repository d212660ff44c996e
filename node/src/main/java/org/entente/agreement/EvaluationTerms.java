package org.entente.agreement;

import java.util.List;

/// What the two signs of an evaluation code mean: how reliable the source is, how sure the information. Each from the
/// surest to what cannot be judged.
public record EvaluationTerms(List<Term> source, List<Term> information) {
    public EvaluationTerms {
        source = List.copyOf(source);
        information = List.copyOf(information);
    }
}
