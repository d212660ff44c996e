package org.entente.ask;

import java.util.List;
import org.entente.agreement.Ruling;
import org.entente.kernel.Bilingual;

/// The answer to "send this".
public sealed interface Submission {
    /// Kept under a number. If the ruling allows it, it awaits the lawyer's basis check; otherwise it stays a draft and
    /// the ruling says what stands against it or is missing.
    record Recorded(RequestNumber number, State state, Ruling ruling) implements Submission {}

    /// Nothing was kept: fields to mend, in the order of the form.
    record Incomplete(List<FieldProblem> problems) implements Submission {
        public Incomplete {
            problems = List.copyOf(problems);
        }
    }

    /// `field` is the key of a form field or of a head member (`basis`, `purpose`, `to`, `offence`, `urgencyReason`,
    /// `handling`, `facts.KEY`).
    record FieldProblem(String field, Bilingual text) {}
}
