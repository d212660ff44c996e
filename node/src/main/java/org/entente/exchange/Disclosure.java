package org.entente.exchange;

import java.util.Set;
import org.entente.ledger.leaf.Commitment;
import org.entente.ledger.leaf.Opening;

/// What a proof opens of our own leaf. Institutions, handling, case and verdict stay closed: a proof may travel
/// further than the envelope did.
final class Disclosure {
    private static final Set<String> SHOWN =
            Set.of("basis", "created", "envelope.key", "in-reply-to", "purpose", "type");

    private Disclosure() {}

    static Opening of(Opening whole) {
        return new Opening(
                whole.key(), whole.parts().stream().map(Disclosure::part).toList());
    }

    private static Commitment.Part part(Commitment.Part part) {
        return switch (part) {
            case Commitment.Shown(Commitment.Field field) when SHOWN.contains(field.name()) -> part;
            case Commitment.Shown _ -> new Commitment.Withheld(part.hash());
            case Commitment.Withheld _ -> part;
        };
    }
}
