package org.entente.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which ground the pages have. AUTO follows the reader's system.
enum Theme {
    AUTO,
    LIGHT,
    DARK;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Theme> of(String word) {
        return Arrays.stream(values())
                .filter(theme -> theme.word().equals(word))
                .findFirst();
    }
}
