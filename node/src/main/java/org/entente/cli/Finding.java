package org.entente.cli;

import org.entente.kernel.Bilingual;
import org.jspecify.annotations.Nullable;

/// What the doctor found about one thing, and what to do about it where something is to be done.
public record Finding(Grade grade, Bilingual what, @Nullable Bilingual remedy) {
    /// [#UNKNOWN]: could not be looked at from here.
    public enum Grade {
        GOOD("ok  "),
        WARNING("warn"),
        BAD("FAIL"),
        UNKNOWN("?   ");

        private final String mark;

        Grade(String mark) {
            this.mark = mark;
        }

        String mark() {
            return mark;
        }
    }
}
