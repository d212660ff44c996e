package org.entente.ask;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The filled fields of a form.
final class Fields {
    private Fields() {}

    /// An unmodifiable copy, refused if one of the required is absent or blank.
    static SortedMap<String, String> complete(SortedMap<String, String> fields, String... required) {
        for (String key : required) {
            if (fields.getOrDefault(key, "").isBlank()) {
                throw new IllegalArgumentException("a request of this type states " + key);
            }
        }
        return Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }
}
