package org.entente.match;

import java.time.DateTimeException;
import java.time.LocalDate;

/// The YYMMDD inside Mexican keys and machine-readable lines.
final class CalendarDigits {
    private CalendarDigits() {}

    static boolean isDate(String yymmdd, int century) {
        return !iso(yymmdd, century).isEmpty();
    }

    /// An RFC does not say its century: 29 February 00 stands because 2000 had one.
    static boolean isDateInAnyCentury(String yymmdd) {
        return isDate(yymmdd, 1900) || isDate(yymmdd, 2000);
    }

    /// `1981-04-21`; empty for a day that the century does not have.
    static String iso(String yymmdd, int century) {
        try {
            return LocalDate.of(century + number(yymmdd, 0), number(yymmdd, 2), number(yymmdd, 4))
                    .toString();
        } catch (DateTimeException impossibleDay) {
            return "";
        }
    }

    /// `81-04-21`; empty for a day that neither century has.
    static String isoWithoutCentury(String yymmdd) {
        return isDateInAnyCentury(yymmdd)
                ? yymmdd.substring(0, 2) + "-" + yymmdd.substring(2, 4) + "-" + yymmdd.substring(4)
                : "";
    }

    private static int number(String digits, int from) {
        return (digits.charAt(from) - '0') * 10 + digits.charAt(from + 1) - '0';
    }
}
