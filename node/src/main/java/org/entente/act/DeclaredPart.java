package org.entente.act;

import org.entente.kernel.UnfitValueException;

/// One part of an operation's area: whose territory the proposer declares it to be, and the place in words (at most 200
/// characters).
public record DeclaredPart(Territory territory, String place) {
    public DeclaredPart {
        place = ActWire.nfc(place);
        if (place.isBlank() || place.length() > Limits.PLACE_LENGTH_MAX) {
            throw new UnfitValueException("a place has 1 to 200 characters", "un lugar tiene de 1 a 200 caracteres");
        }
    }
}
