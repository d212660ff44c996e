package org.entente.ask;

import org.entente.kernel.OfficerId;
import org.jspecify.annotations.Nullable;

/// To whom a request is given on this side, and who has it now.
///
/// @param name the officer's, for screens of this party
/// @param away the officer is absent
/// @param deputy who has it meanwhile; null if nobody does
public record Assignment(
        OfficerId officer,
        String name,
        boolean away,
        @Nullable OfficerId deputy) {
    /// Who has it now; null if nobody does.
    public @Nullable OfficerId handler() {
        return away ? deputy : officer;
    }

    /// Whether it rests: its officer is away and nobody stands in.
    public boolean isUncovered() {
        return handler() == null;
    }
}
