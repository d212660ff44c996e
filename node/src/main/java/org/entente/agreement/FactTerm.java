package org.entente.agreement;

import java.util.Optional;
import java.util.SequencedMap;
import org.entente.kernel.Bilingual;
import org.jspecify.annotations.Nullable;

/// A fact the law may ask for: its key ("offence.max-penalty-years"), its kind, the question as put to an officer, and,
/// for a choice, the options in the order of the pack.
///
/// @param aboutCounsel whether it asks for access to counsel: then what is recorded of counsel is shown beside the
/// question,
///     and answers nothing
/// @param reading how the node reads it from a request; null for what somebody states and what every request has
public record FactTerm(
        String key,
        Kind kind,
        AskedOf askedOf,
        Bilingual question,
        boolean aboutCounsel,
        SequencedMap<String, Bilingual> options,
        @Nullable FactReading reading) {
    /// Who states it.
    public enum AskedOf {
        REQUESTING,
        REQUESTED,
        /// Nobody: the node reads it from what it is ruled about.
        NODE
    }

    public enum Kind {
        YES_NO("yes-no"),
        CHOICE("choice"),
        NUMBER("number");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// As the pack writes it.
        public String word() {
            return word;
        }
    }

    /// Reads a fact from the text a form, a command line or a table gives for it.
    ///
    /// @return empty if the text is none of this fact's values
    public Optional<Fact> parse(String text) {
        return switch (kind) {
            case YES_NO ->
                switch (text) {
                    case "yes" -> Optional.of(Fact.YES);
                    case "no" -> Optional.of(Fact.NO);
                    // Any other text is no value of a yes-no fact: the switch is over an open set.
                    default -> Optional.empty();
                };
            case CHOICE -> options.containsKey(text) ? Optional.of(new Fact.Choice(text)) : Optional.empty();
            case NUMBER ->
                text.matches("[0-9]{1,6}|1000000")
                        ? Optional.of(new Fact.Amount(Long.parseLong(text)))
                        : Optional.empty();
        };
    }

    boolean fits(Fact fact) {
        return switch (fact) {
            case Fact.YesNo _ -> kind == Kind.YES_NO;
            case Fact.Choice choice -> kind == Kind.CHOICE && options.containsKey(choice.option());
            case Fact.Amount amount -> kind == Kind.NUMBER && amount.value() >= 0 && amount.value() <= 1_000_000;
        };
    }
}
