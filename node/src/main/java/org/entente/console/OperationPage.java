package org.entente.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One operation, as proposer or host. `actions` lead to a page, `presses` act at once.
record OperationPage(
        String id,
        String title,
        String state,
        List<Mark> marks,
        boolean demonstration,
        List<String> heldBecause,
        List<ConfirmPage.Row> facts,
        List<Signature> signatures,
        List<PaperPart> condition,
        @Nullable RefusalView refusal,
        @Nullable RulingView ruling,
        List<Link> actions,
        List<Link> presses,
        List<Event> history,
        List<Line> beside) {
    /// One of the host's two signatures, given or still open.
    record Signature(String role, boolean given, String text) {}

    OperationPage {
        marks = List.copyOf(marks);
        heldBecause = List.copyOf(heldBecause);
        facts = List.copyOf(facts);
        signatures = List.copyOf(signatures);
        condition = List.copyOf(condition);
        actions = List.copyOf(actions);
        presses = List.copyOf(presses);
        history = List.copyOf(history);
        beside = List.copyOf(beside);
    }
}
