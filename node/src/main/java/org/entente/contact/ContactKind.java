package org.entente.contact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// How officials of both parties were in contact.
public enum ContactKind {
    MEETING,
    /// Of papers or things; an envelope that crossed through the node is one.
    EXCHANGE,
    CALL,
    MESSAGE;

    public static Optional<ContactKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /// As the pack and addresses write it: `meeting`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Bilingual text() {
        return Texts.of("contact").bilingual("kind." + word());
    }
}
