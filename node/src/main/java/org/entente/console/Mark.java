package org.entente.console;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.kernel.HandlingCode;

/// A short word in an outline: a state, a handling code, "invented". The tone never stands without its word.
record Mark(String text, Tone tone, String title) {
    enum Tone {
        PLAIN,
        QUIET,
        SOON,
        OVERDUE,
        REFUSED,
        PROVEN,
        INVENTED,
        HANDLING;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Mark(String text, Tone tone) {
        this(text, tone, "");
    }

    /// Handling codes in their fixed order, each with its meaning.
    static List<Mark> handling(Words words, Set<HandlingCode> codes) {
        return codes.stream()
                .sorted(Comparator.naturalOrder())
                .map(code -> new Mark(
                        code.name(),
                        Tone.HANDLING,
                        words.of("handling." + code.name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    static Mark invented(Words words) {
        return new Mark(words.of("mark.invented"), Tone.INVENTED, words.of("mark.invented.title"));
    }
}
