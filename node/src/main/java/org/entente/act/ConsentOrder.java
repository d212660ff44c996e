package org.entente.act;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// What a host officer signs. By signing, the officer states that they see no substantial grounds to fear persecution,
/// torture or another grave breach of human rights; the law is ruled on that statement. `until` ends the consent
/// (absent: with the proposal's window). The second officer repeats the first one's words or leaves both out.
public record ConsentOrder(
        @Nullable Bilingual condition, @Nullable Instant until) {
    public ConsentOrder {
        // As the window keeps it: the second officer's words are compared with the first one's.
        until = until == null ? null : until.truncatedTo(ChronoUnit.SECONDS);
    }

    /// What each signature states besides, for the officer to read before signing.
    public static Bilingual statement() {
        return Texts.of("act").bilingual("consent.STATEMENT");
    }

    public static ConsentOrder asProposed() {
        return new ConsentOrder(null, null);
    }
}
