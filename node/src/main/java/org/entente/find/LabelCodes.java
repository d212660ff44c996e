package org.entente.find;

import java.util.Optional;
import org.entente.kernel.EvidentialStatus;

/// The status byte of a sealed label (`spec/find.md`). Never renumbered: the peer may be older or newer.
final class LabelCodes {
    /// The kind byte: this version does not say what a record is about before it is asked for.
    static final int KIND_UNSAID = 0;

    private LabelCodes() {}

    static int code(EvidentialStatus status) {
        return switch (status) {
            case NONE -> 0;
            case LISTED -> 1;
            case LISTED_PRESUMED -> 2;
            case LISTED_FINAL -> 3;
            case REBUTTED -> 4;
            case CLEARED_BY_COURT -> 5;
            case DELISTED -> 6;
            case ALLEGED -> 7;
            case CHARGED -> 8;
            case CONVICTED -> 9;
            case ACQUITTED -> 10;
        };
    }

    /// Empty for the code of a later version.
    static Optional<EvidentialStatus> status(int code) {
        for (EvidentialStatus status : EvidentialStatus.values()) {
            if (code(status) == code) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
