package org.entente.agreement.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;

/// A term of the law: what starts it, what stops it, how long it runs, in whose calendar, and what may extend it.
/// `start` and `stops` are event keys that a verb understands ("received", "accepted", "answered") or milestones of a
/// measure's course; the first of `stops` counts. `stands`: whether it stands while an answer to a question is awaited;
/// a
/// term for somebody's liberty does not. `alarms` are moments on the way, in the unit of the span, rising and all
/// before its end.
public record LegalClock(
        String key,
        Bilingual name,
        String start,
        Set<String> stops,
        boolean stands,
        Span span,
        List<Integer> alarms,
        RunsFor runsFor,
        Optional<Extension> extension,
        LegalBasis article) {
    public LegalClock {
        stops = Set.copyOf(stops);
        alarms = List.copyOf(alarms);
    }

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

    /// When the deadline's alarms are: as long before it is due as the pack has them before the span ends.
    public List<Instant> alarms(Deadline deadline, OfficeHours office) {
        return alarms.stream()
                .map(alarm -> span.before(deadline.due(), span.amount() - alarm, office))
                .toList();
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
