package org.entente.hold;

import java.util.List;
import java.util.Optional;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.PersonClass;
import org.entente.kernel.SourceReference;

/// What a search found, best first. `cut` when there was more than the limit.
public record SearchResult(List<Item> items, boolean cut, Bilingual explained) {
    public SearchResult {
        items = List.copyOf(items);
    }

    /// One subject; `matchedOn` is the value that matched (a name, an alias, a number), `why` how its words
    /// answer those that were sought, where they are not the same.
    public record Item(
            SubjectId subject,
            SubjectKind kind,
            String name,
            EvidentialStatus status,
            PersonClass personClass,
            SourceReference source,
            String matchedOn,
            Optional<Bilingual> why) {
        Item found(SearchText sought) {
            return new Item(subject, kind, name, status, personClass, source, matchedOn, sought.why(matchedOn));
        }

        /// The list by name.
        public Bilingual sourceName() {
            return SourceNames.name(source);
        }

        /// The day of the list, and that it may have changed since.
        public Optional<Bilingual> caution() {
            return SourceNames.caution(source);
        }
    }
}
