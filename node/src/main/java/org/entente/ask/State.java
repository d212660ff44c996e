package org.entente.ask;

import java.util.Locale;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// Where a request stands on this node. On the asking side: DRAFT, AWAITING_BASIS_CHECK, SENT, INFORMATION_WANTED; on
/// the asked side: RECEIVED, BASIS_CHECKED, INFORMATION_AWAITED; on either IN_EXECUTION, POSTPONED and the ends.
public enum State {
    DRAFT,
    AWAITING_BASIS_CHECK,
    SENT,
    RECEIVED,
    BASIS_CHECKED,
    /// The asked side has put a question: its clock stands.
    INFORMATION_AWAITED,
    /// The other side has put a question; its clock stands until we answer it.
    INFORMATION_WANTED,
    /// The asked side accepted it and carries it out.
    IN_EXECUTION,
    /// The asked side lets it rest until a day that it named; the clock stands.
    POSTPONED,
    ANSWERED,
    /// Ended by a milestone of its execution, without an answer.
    CONCLUDED,
    REFUSED,
    WITHDRAWN,
    /// Never delivered: the peer refused the envelope or its time ran out.
    LAPSED;

    /// As screens and the API write it: `awaiting-basis-check`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isOpen() {
        return switch (this) {
            case DRAFT,
                    AWAITING_BASIS_CHECK,
                    SENT,
                    RECEIVED,
                    BASIS_CHECKED,
                    INFORMATION_AWAITED,
                    INFORMATION_WANTED,
                    IN_EXECUTION,
                    POSTPONED -> true;
            case ANSWERED, CONCLUDED, REFUSED, WITHDRAWN, LAPSED -> false;
        };
    }

    /// As screens write it.
    public Bilingual text() {
        return Texts.of("ask").bilingual("state." + word());
    }
}
