package org.entente.ask;

import java.util.List;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Ruling;
import org.jspecify.annotations.Nullable;

/// What a draft would become, for the form that is being filled: fields to mend, and once there are none the ruling,
/// the
/// facts it still wants from this side, and the paper.
public record Preview(
        List<Submission.FieldProblem> problems,
        @Nullable Ruling ruling,
        List<FactTerm> openFacts,
        @Nullable RequestDocument document) {
    public Preview {
        problems = List.copyOf(problems);
        openFacts = List.copyOf(openFacts);
    }
}
