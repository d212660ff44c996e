package org.entente.api;

import java.util.List;
import java.util.Locale;

/// A list as the API gives it.
public record Items<T>(List<T> items) {
    public Items {
        items = List.copyOf(items);
    }

    /// How enum values are spelt in the API: `FIREARM_TRACE` is `firearm-trace`.
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
