package org.entente.agreement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/// What a field of a form takes.
public enum FieldKind {
    TEXT,
    /// A calendar day, `2026-11-28`, of the years 1800 to 2199.
    DAY,
    YES_NO,
    CHOICE,
    /// A whole number, 0 to 999,999.
    NUMBER,
    /// Rows of the same columns, as [FormTable] keeps them.
    TABLE;

    /// As the pack writes it: `yes-no`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean isDay(String text) {
        if (!text.matches("(18|19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")) {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
