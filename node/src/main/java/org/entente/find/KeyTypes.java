package org.entente.find;

import java.util.Optional;
import org.entente.match.Identifier;
import org.entente.match.IdentifierType;
import org.entente.match.Identifiers;

/// How the key types of an agreement are read as identifiers. Both nodes must come to the same canonical form; a type
/// whose word is not here is never published and never asked.
final class KeyTypes {
    private KeyTypes() {}

    static Optional<IdentifierType> identifierType(String keyType) {
        return switch (keyType) {
            case "firearm-serial" -> Optional.of(IdentifierType.FIREARM);
            case "tail-number" -> Optional.of(IdentifierType.AIRCRAFT);
            // Without the name of its register a number means different things to the two sides.
            case "national-id", "generic" -> Optional.empty();
            // Agreements may name any other type of the match library by its own word: the set is open.
            default -> IdentifierType.ofKey(keyType);
        };
    }

    /// The one form that is blinded; empty for a text that is covered, stands for "none", or lacks the type's shape. A
    /// failed check digit does not matter: both lists may carry the same mistake.
    static Optional<String> canonical(IdentifierType type, String text) {
        return switch (Identifiers.parse(type, text)) {
            case Identifier.Parsed parsed when parsed.isWellFormed() -> Optional.of(parsed.canonical());
            case Identifier.Parsed _, Identifier.Masked _, Identifier.Placeholder _, Identifier.Unreadable _ ->
                Optional.empty();
        };
    }
}
