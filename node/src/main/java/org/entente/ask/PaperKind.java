package org.entente.ask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// The documents about a request, in the order in which a case comes to have them.
public enum PaperKind {
    REQUEST,
    /// What the other side's node had, and when.
    RECEIPT,
    /// The undertakings that the asking side gives.
    ASSURANCES,
    /// What this side's lawyer found of the basis, and what the law says of it.
    BASIS_DECISION,
    ACCEPTANCE,
    REFUSAL,
    /// That it was answered with a release, and on which terms; never what was released.
    ANSWER,
    /// The milestones told, in the order in which they happened.
    REPORT;

    public static Optional<PaperKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /// As addresses and file names write it: `basis-decision`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// As screens write it.
    public Bilingual text() {
        return Texts.of("ask").bilingual("paper." + word());
    }

    /// Those that there are of a request now.
    ///
    /// @param received whether it is known that the other side's node had it
    static List<PaperKind> of(Filed filed, History history, boolean received) {
        List<PaperKind> kinds = new ArrayList<>(List.of(REQUEST));
        if (received) {
            kinds.add(RECEIPT);
        }
        if (!filed.request().head().declarations().assurances().isEmpty()) {
            kinds.add(ASSURANCES);
        }
        if (!history.decisions().isEmpty()) {
            kinds.add(BASIS_DECISION);
        }
        if (history.acceptance() != null) {
            kinds.add(ACCEPTANCE);
        }
        if (filed.refusal() != null || history.parts().stream().anyMatch(Part.Refused.class::isInstance)) {
            kinds.add(REFUSAL);
        }
        if (!history.releases(filed).isEmpty()) {
            kinds.add(ANSWER);
        }
        if (!history.milestones().isEmpty()) {
            kinds.add(REPORT);
        }
        return kinds;
    }
}
