package org.entente.ask;

import java.time.Instant;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// Something that happened to a request and waits for its reader.
///
/// @param type of the request
/// @param word what happened, as `arrived` for a new request of the other side
public record Notice(long id, RequestNumber number, String type, Instant at, String word, boolean unread) {
    /// What a new request of the other side is told as.
    static final String ARRIVED = "ARRIVED";

    /// As screens write it.
    public Bilingual text() {
        return Texts.of("ask").bilingual((word.equals("arrived") ? "notice." : "event.") + word);
    }
}
