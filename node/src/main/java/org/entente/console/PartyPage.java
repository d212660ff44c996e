package org.entente.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who this node is to the other party, and whom it takes the other party to be. `peer` is empty while nobody is
/// pinned; `waiting` is a proposal that a second officer has to confirm.
record PartyPage(
        boolean mayExport,
        boolean mayPin,
        @Nullable OwnFile own,
        List<ConfirmPage.Row> peer,
        @Nullable Waiting waiting,
        Form form) {
    /// Our own party file, once it was asked for.
    record OwnFile(String fingerprint, String text) {}

    /// `isOwn` when the reader made it, who then may not confirm it.
    record Waiting(String proposedBy, boolean isOwn) {}

    PartyPage {
        peer = List.copyOf(peer);
    }
}
