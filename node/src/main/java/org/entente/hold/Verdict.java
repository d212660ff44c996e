package org.entente.hold;

import java.util.Arrays;
import java.util.Optional;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// What stands about two records. The key is the word in tables and in the API.
public enum Verdict {
    /// A possible match that the machine joined: not confirmed by a person.
    JOINED_BY_MACHINE("joined-by-machine"),
    TO_REVIEW("to-review"),
    /// Once alike, no longer: a source changed what it says.
    APART("apart"),
    JOINED_BY_PERSON("joined-by-person"),
    APART_BY_PERSON("apart-by-person"),
    /// A person looked and could not say; nothing is joined, and the pair is not put before others again.
    UNSURE_BY_PERSON("unsure-by-person");

    private final String key;

    Verdict(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public Bilingual inWords() {
        return Texts.of("hold").bilingual("verdict." + key);
    }

    public boolean isJoined() {
        return this == JOINED_BY_MACHINE || this == JOINED_BY_PERSON;
    }

    public boolean isByPerson() {
        return this == JOINED_BY_PERSON || this == APART_BY_PERSON || this == UNSURE_BY_PERSON;
    }

    public static Optional<Verdict> ofKey(String key) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.key.equals(key))
                .findFirst();
    }
}
