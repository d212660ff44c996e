package org.entente.ask;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counsel or an interpreter as an officer writes them down. `tells`: the other side is told at once.
public record AssistanceOrder(
        AssistanceRole role,
        String name,
        String person,
        String body,
        List<String> languages,
        String contact,
        LocalDate from,
        @Nullable LocalDate until,
        boolean tells) {
    public AssistanceOrder {
        languages = List.copyOf(languages);
    }

    Assistance recorded(AssistanceId id) {
        return new Assistance(id, role, name, person, body, languages, contact, from, until);
    }
}
