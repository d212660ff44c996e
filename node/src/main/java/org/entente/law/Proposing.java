package org.entente.law;

import java.util.List;
import org.entente.kernel.Bilingual;

/// What became of a pack that was handed in.
public sealed interface Proposing {
    record Proposed(LawVersion version) implements Proposing {}

    /// Nothing was kept. Each problem names its file and line.
    record Unsound(List<Bilingual> problems) implements Proposing {
        public Unsound {
            problems = List.copyOf(problems);
        }
    }
}
