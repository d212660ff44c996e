package org.entente.ask;

import java.util.Locale;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// An attachment and how far it is here, in chunks.
public record AttachedFile(Attachment attachment, State state, int doneCount, int chunkCount) {
    public enum State {
        /// Whole, and may be read.
        HERE,
        ON_ITS_WAY,
        /// It came whole and was not what was announced.
        BROKEN,
        /// Its content is of another type than was announced; nobody reads it here.
        REFUSED,
        /// The request was withdrawn before it was here.
        GIVEN_UP;

        /// As the API writes it: `on-its-way`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// As screens write it.
        public Bilingual text() {
            return Texts.of("ask").bilingual("file." + word());
        }
    }
}
