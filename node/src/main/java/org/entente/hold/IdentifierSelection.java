package org.entente.hold;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.kernel.Purpose;
import org.entente.match.IdentifierType;

/// Which identifiers to take out of the holdings for a batch: of one type, of one source ("us-treasury-sdn"),
/// and if programmes are named, of subjects listed under any of them.
public record IdentifierSelection(IdentifierType type, String source, Set<String> programmes, Purpose purpose) {
    public IdentifierSelection {
        programmes = Set.copyOf(programmes);
    }

    /// `keyType` by its word ("rfc", "firearm").
    ///
    /// @throws IllegalArgumentException for a word that names no type
    public static IdentifierSelection of(String keyType, String source, Set<String> programmes, Purpose purpose) {
        return Arrays.stream(IdentifierType.values())
                .filter(type -> word(type).equals(keyType))
                .findFirst()
                .map(type -> new IdentifierSelection(type, source, programmes, purpose))
                .orElseThrow(() -> new IllegalArgumentException(keyType));
    }

    /// The words that [#of] takes, with commas.
    public static String words() {
        return Arrays.stream(IdentifierType.values())
                .map(IdentifierSelection::word)
                .collect(Collectors.joining(", "));
    }

    private static String word(IdentifierType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public record Selected(String value, SubjectId subject) {}
}
