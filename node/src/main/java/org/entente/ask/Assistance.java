package org.entente.ask;

import java.time.LocalDate;
import java.util.List;
import org.entente.kernel.UnfitValueException;
import org.jspecify.annotations.Nullable;

/// Who acts as counsel for a person concerned by a request, or interprets for them.
///
/// @param person for whom, in words
/// @param body bar with its number, law office or institution; may be empty
/// @param languages ISO 639 codes; an interpreter has one at least
/// @param contact may be empty
/// @param until the last day; null while none is known
public record Assistance(
        AssistanceId id,
        AssistanceRole role,
        String name,
        String person,
        String body,
        List<String> languages,
        String contact,
        LocalDate from,
        @Nullable LocalDate until) {
    static final int NAME_LENGTH_MAX = 200;
    static final int CONTACT_LENGTH_MAX = 500;
    static final int LANGUAGES_MAX = 10;

    public Assistance {
        name = Drafting.clean(name);
        person = Drafting.clean(person);
        body = Drafting.clean(body);
        contact = Drafting.clean(contact);
        languages = List.copyOf(languages);
        require(
                !name.isEmpty() && name.length() <= NAME_LENGTH_MAX,
                "counsel and interpreters are named in 1 to 200 characters",
                "la defensa y los intérpretes se nombran en 1 a 200 caracteres");
        require(
                !person.isEmpty() && person.length() <= NAME_LENGTH_MAX,
                "the person they assist is named in 1 to 200 characters",
                "la persona a quien asisten se nombra en 1 a 200 caracteres");
        require(
                body.length() <= NAME_LENGTH_MAX && contact.length() <= CONTACT_LENGTH_MAX,
                "a bar or institution has at most 200 characters, a contact 500",
                "un colegio o institución tiene a lo sumo 200 caracteres; un contacto, 500");
        require(
                languages.size() <= LANGUAGES_MAX
                        && languages.stream().distinct().count() == languages.size()
                        && languages.stream().allMatch(code -> code.matches("[a-z]{2,3}")),
                "languages are at most ten codes of two or three letters, as es, tzo",
                "los idiomas son a lo sumo diez códigos de dos o tres letras, como es, tzo");
        require(
                role != AssistanceRole.INTERPRETER || !languages.isEmpty(),
                "an interpreter has a language",
                "un intérprete tiene un idioma");
        require(
                until == null || !until.isBefore(from),
                "what ends does not end before it began",
                "lo que termina no termina antes de empezar");
    }

    Assistance endingOn(LocalDate day) {
        return new Assistance(id, role, name, person, body, languages, contact, from, day);
    }

    public boolean standsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    private static void require(boolean holds, String en, String es) {
        if (!holds) {
            throw new UnfitValueException(en, es);
        }
    }
}
