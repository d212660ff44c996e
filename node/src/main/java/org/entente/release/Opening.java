package org.entente.release;

import java.util.List;
import org.entente.kernel.Bilingual;
import org.entente.kernel.UseTerms;

/// The answer to "open this release". Either answer is in the DUTY log before it is returned.
public sealed interface Opening {
    record Opened(ReleaseId id, UseTerms terms, List<ReleasedStatement> statements) implements Opening {
        public Opened {
            statements = List.copyOf(statements);
        }
    }

    record Refused(OpenRefusal reason, Bilingual text) implements Opening {}
}
