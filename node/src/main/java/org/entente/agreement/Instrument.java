package org.entente.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Party;

/// A treaty, statute, statement or practice the pack cites, and what it is for each party.
///
/// `since` is the first day it may be relied on, the date of the text where entry into force is not recorded.
public record Instrument(
        String key,
        Bilingual title,
        Map<Party, Standing> standing,
        LocalDate since,
        String source,
        List<Article> articles) {
    public Instrument {
        standing = Map.copyOf(standing);
        articles = List.copyOf(articles);
    }

    public Standing standingFor(Party party) {
        return standing.getOrDefault(party, Standing.NONE);
    }

    /// What an instrument is for a party.
    public enum Standing {
        /// Bound by it as a treaty.
        PARTY,
        /// Signed, not ratified: no basis.
        SIGNED,
        /// The party's own statute.
        LAW,
        /// A political commitment: never the basis of a coercive measure.
        POLITICAL,
        /// A text neither party is bound by, whose pattern this agreement borrows.
        MODEL,
        /// A rule of this agreement's own pack.
        AGREED,
        NONE
    }
}
