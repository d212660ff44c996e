package org.entente.act;

import org.entente.kernel.Party;

/// Whose ground a declared part lies on. No geometry decides it yet: the proposer declares, and `Unsure` counts as the
/// host's. Text form: the party's code, or `UNSURE`.
public sealed interface Territory {
    /// The other party whose consent is needed when `proposer` acts here with `peer`; empty on the proposer's own
    /// ground.
    default boolean needsConsentOfOther(Party proposer) {
        return switch (this) {
            case Of of -> !of.party().equals(proposer);
            case Unsure _ -> true;
        };
    }

    String text();

    static Territory parse(String text) {
        return text.equals("UNSURE") ? new Unsure() : new Of(new Party(text));
    }

    record Of(Party party) implements Territory {
        @Override
        public String text() {
            return party.code();
        }
    }

    record Unsure() implements Territory {
        @Override
        public String text() {
            return "UNSURE";
        }
    }
}
