package org.entente.ask;

import java.util.Locale;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// Where a request stands on this node. On the asking side: DRAFT, AWAITING_BASIS_CHECK, SENT, INFORMATION_WANTED; on
/// the asked side: RECEIVED, BASIS_CHECKED, INFORMATION_AWAITED; on either the ends.
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
    ANSWERED,
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
            case DRAFT, AWAITING_BASIS_CHECK, SENT, RECEIVED, BASIS_CHECKED, INFORMATION_AWAITED, INFORMATION_WANTED ->
                true;
            case ANSWERED, REFUSED, WITHDRAWN, LAPSED -> false;
        };
    }

    /// As screens write it.
    public Bilingual text() {
        return Texts.of("ask").bilingual("state." + word());
    }
}
