package org.entente.hold;

import java.util.Set;
import org.entente.kernel.EntenteException;
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
    /// @throws EntenteException HOLD_ID_MALFORMED for a word that names no type
    public record Selected(String value, SubjectId subject) {}
}
