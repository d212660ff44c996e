package org.entente.hold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;
import org.entente.match.NameKeys;
import org.entente.match.name.Commonness;
import org.entente.match.name.NameComparison;
import org.entente.match.name.NamePart;
import org.entente.match.name.PersonName;
import org.entente.match.name.TokenLevel;

/// A search as it was understood: words of a name in any order, and when the person was born. A date counts as
/// one only beside a word, else it may be the beginning of a number.
record SearchText(String words, Optional<BirthRange> born) {
    static SearchText of(String text) {
        List<String> words = new ArrayList<>();
        Optional<BirthRange> born = Optional.empty();
        for (String word : text.strip().split("\\s+")) {
            Optional<BirthRange> range = born.isEmpty() ? BirthRange.of(word) : Optional.empty();
            if (range.isPresent()) {
                born = range;
            } else {
                words.add(word);
            }
        }
        boolean named = words.stream().anyMatch(word -> word.chars().anyMatch(Character::isLetter));
        return named ? new SearchText(String.join(" ", words), born) : new SearchText(text, Optional.empty());
    }

    /// How near a name is to what was sought, 0 to 1: an order for a list and no evidence of anything.
    double nearness(NameKeys sought, String name) {
        return Math.max(compared(name).likeness(), sought.nearness(NameKeys.of(name)));
    }

    private NameComparison compared(String name) {
        return NameComparison.of(PersonName.of(words), PersonName.of(name), Commonness.REFERENCE);
    }

    /// Which word of the name answers which that was sought, and how; empty where all are the same.
    Optional<Bilingual> why(String name) {
        List<String> english = new ArrayList<>();
        List<String> spanish = new ArrayList<>();
        for (NamePart part : compared(name).parts()) {
            if (!part.left().isEmpty()
                    && !part.right().isEmpty()
                    && part.level() != TokenLevel.EXACT
                    && part.level() != TokenLevel.OTHER) {
                Bilingual level = Likeness.word("level.", part.level().name());
                english.add(part.left() + " – " + part.right() + ": " + level.en());
                spanish.add(part.left() + " – " + part.right() + ": " + level.es());
            }
        }
        return english.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bilingual(String.join("; ", english), String.join("; ", spanish)));
    }

    /// What was looked for, and what an empty list means.
    Bilingual none(NameKeys sought) {
        Texts texts = Texts.of("hold");
        String understood = String.join(", ", sought.tokens());
        return born.map(range -> texts.bilingual("search.none.born", understood, range.from(), range.to()))
                .orElse(
                        understood.isEmpty()
                                ? texts.bilingual("search.none")
                                : texts.bilingual("search.none.words", understood));
    }
}
