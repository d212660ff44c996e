package org.entente.release;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.entente.kernel.Bilingual;
import org.entente.kernel.UseTerms;

/// The answer to "open this release". Either answer is in the DUTY log before it is returned.
public sealed interface Opening {
    /// `withheld` are the positions, counted from 1, whose use is suspended; they are not among `statements`.
    record Opened(ReleaseId id, UseTerms terms, List<ReleasedStatement> statements, SortedSet<Integer> withheld)
            implements Opening {
        public Opened {
            statements = List.copyOf(statements);
            withheld = Collections.unmodifiableSortedSet(new TreeSet<>(withheld));
        }

        /// Where each statement stands in the release, counted from 1.
        public List<Integer> positions() {
            return IntStream.rangeClosed(1, statements.size() + withheld.size())
                    .boxed()
                    .filter(position -> !withheld.contains(position))
                    .toList();
        }
    }

    record Refused(OpenRefusal reason, Bilingual text) implements Opening {}
}
