package org.entente.ask;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Party;
import org.jspecify.annotations.Nullable;

/// A request as the words that crossed tell it, up to a cut. Both nodes hold these words, so both have the same.
///
/// @param heard the first word of the asked side
/// @param end the first word that ends it, of whichever side
record AskedRequest(
        Subject subject,
        Instant asked,
        @Nullable Instant heard,
        @Nullable Crossing end) {
    /// What a request is about, as far as figures look.
    record Subject(
            RequestNumber number, String type, InstitutionId from, InstitutionId to, boolean exercise, boolean quiet) {}

    /// A request and all the words about it that this node knows.
    record Told(Subject subject, List<Crossing> words) {
        Told {
            words = List.copyOf(words);
        }

        /// Empty if the request itself is behind the cut.
        Optional<AskedRequest> upTo(Cut cut) {
            List<Crossing> counted = words.stream().filter(cut::covers).toList();
            return counted.stream()
                    .filter(word -> word.kind() == Crossing.Kind.REQUEST)
                    .findFirst()
                    .map(request -> of(request, counted));
        }

        private AskedRequest of(Crossing request, List<Crossing> counted) {
            return new AskedRequest(
                    subject,
                    request.created(),
                    counted.stream()
                            .filter(word -> word.own() != request.own())
                            .map(Crossing::created)
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    counted.stream()
                            .filter(word -> word.kind().isEnd())
                            .min(Comparator.comparing(Crossing::created)
                                    .thenComparing(Crossing::kind)
                                    .thenComparing(word -> word.envelope().hex()))
                            .orElse(null));
        }
    }

    Party asker() {
        return subject.from().party();
    }

    /// A quiet request is counted once it has ended, on both nodes alike: while it goes on no number tells of it.
    boolean isCounted() {
        return !subject.quiet() || !isOpen();
    }

    boolean isOpen() {
        return end == null;
    }

    boolean endedBy(Crossing.Kind kind) {
        return end != null && end.kind() == kind;
    }
}
