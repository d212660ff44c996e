package org.entente.agreement.clock;

import java.time.Instant;
import java.util.Optional;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;

/// A term of the law: what starts it, what stops it, how long it runs, in whose calendar, and what may extend it.
/// `start` and `stop` are event keys that a verb understands ("received", "answered").
public record LegalClock(
        String key,
        Bilingual name,
        String start,
        String stop,
        Span span,
        RunsFor runsFor,
        Optional<Extension> extension,
        LegalBasis article) {
    /// Whose calendar and closing hour count.
    public enum RunsFor {
        /// The party that was asked.
        REQUESTED("requested"),
        /// The party that asks.
        REQUESTING("requesting");

        private final String word;

        RunsFor(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// An event that adds a span at the end of the term, at most `timesMax` times.
    public record Extension(String event, Span adds, int timesMax) {}

    public Deadline from(Instant started, OfficeHours office) {
        return new Deadline(key, started, span.after(started, office), office.zone(), 0);
    }

    /// The deadline after the clock stood between two moments.
    public Deadline resumed(Deadline deadline, Instant stopped, Instant resumed, OfficeHours office) {
        return new Deadline(
                key,
                deadline.start(),
                span.moved(deadline.due(), stopped, resumed, office),
                deadline.zone(),
                deadline.extensions());
    }

    /// The deadline with one more extension.
    ///
    /// @return empty if the clock has none left
    public Optional<Deadline> extended(Deadline deadline, OfficeHours office) {
        return extension
                .filter(rule -> deadline.extensions() < rule.timesMax())
                .map(rule -> new Deadline(
                        key,
                        deadline.start(),
                        rule.adds().after(deadline.due(), office),
                        deadline.zone(),
                        deadline.extensions() + 1));
    }
}
