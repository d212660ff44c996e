package org.entente.match;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether one part of a key says what the facts of another record say.
public enum KeyAgreement {
    AGREES,
    DIFFERS,
    /// The record does not say it.
    UNSAID;

    static KeyAgreement of(boolean agrees) {
        return agrees ? AGREES : DIFFERS;
    }

    /// How a birth date in a key stands to that of a record.
    public enum OfDate {
        SAME,
        DAY_AND_MONTH_SWAPPED,
        /// One of the six digits differs.
        ONE_DIGIT,
        SAME_YEAR,
        DIFFERENT,
        UNSAID;

        /// `yymmdd` are the key's six digits.
        static OfDate of(@Nullable LocalDate born, String yymmdd) {
            if (born == null) {
                return UNSAID;
            }
            String said = digits(born);
            if (said.equals(yymmdd)) {
                return SAME;
            }
            if (said.startsWith(yymmdd.substring(0, 2))
                    && said.substring(2, 4).equals(yymmdd.substring(4))
                    && said.substring(4).equals(yymmdd.substring(2, 4))) {
                return DAY_AND_MONTH_SWAPPED;
            }
            int differing = 0;
            for (int i = 0; i < yymmdd.length(); i++) {
                differing += said.charAt(i) == yymmdd.charAt(i) ? 0 : 1;
            }
            if (differing == 1) {
                return ONE_DIGIT;
            }
            return said.startsWith(yymmdd.substring(0, 2)) ? SAME_YEAR : DIFFERENT;
        }

        static String digits(LocalDate date) {
            int number = date.getYear() % 100 * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
            String digits = Integer.toString(number);
            return "0".repeat(6 - digits.length()) + digits;
        }
    }
}
