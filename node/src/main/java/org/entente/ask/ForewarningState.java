package org.entente.ask;

import java.util.Locale;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// Where a no-surprise notice stands.
public enum ForewarningState {
    /// It leaves with the request that it is about.
    WITH_REQUEST,
    /// It waits, for a recorded reason, until a moment at which somebody decides again.
    DELAYED,
    SENT,
    /// The other node refused it, or it ran out on its way.
    NOT_DELIVERED,
    /// It was decided, with a reason, not to send it.
    NOT_SENT,
    /// The other side's.
    RECEIVED;

    /// Whether somebody of the sending side still has to decide.
    public boolean waits() {
        return this == WITH_REQUEST || this == DELAYED || this == NOT_DELIVERED;
    }

    /// As the API and the console write it: `with-request`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// As screens write it.
    public Bilingual text() {
        return Texts.of("ask").bilingual("forewarning." + word());
    }
}
