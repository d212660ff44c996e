package org.entente.find;

import java.util.List;
import org.entente.agreement.Ruling;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.LegalBasis;
import org.jspecify.annotations.Nullable;

/// What came of a query.
public sealed interface Answer {
    /// The peer evaluated; everything else was found at home.
    ///
    /// @param paddedCount elements sent, all the peer learned of the query's size
    /// @param peerSetPaddedCount all that is known of the peer's holdings' size
    /// @param hits cleared ones first
    /// @param notKnownCount values without a hit, which means nothing: protected persons are in no set
    /// @param unreadable texts that are no value of the key type and were not asked
    record Answered(
            Bytes id,
            int paddedCount,
            int peerSetPaddedCount,
            List<Hit> hits,
            int notKnownCount,
            List<String> unreadable)
            implements Answer {
        public Answered {
            hits = List.copyOf(hits);
            unreadable = List.copyOf(unreadable);
        }
    }

    /// The law, or the peer, said no; nothing was evaluated.
    ///
    /// @param ruling ours, where it was our law
    record Refused(
            Bilingual reason,
            @Nullable LegalBasis article,
            @Nullable Ruling ruling) implements Answer {}
}
