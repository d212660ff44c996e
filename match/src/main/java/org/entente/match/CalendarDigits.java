package org.entente.match;

import java.time.DateTimeException;
import java.time.LocalDate;

/// The YYMMDD inside Mexican keys.
final class CalendarDigits {
    private CalendarDigits() {}

    static boolean isDate(String yymmdd, int century) {
        try {
            LocalDate.of(century + number(yymmdd, 0), number(yymmdd, 2), number(yymmdd, 4));
            return true;
        } catch (DateTimeException impossibleDay) {
            return false;
        }
    }

    /// An RFC does not say its century: 29 February 00 stands because 2000 had one.
    static boolean isDateInAnyCentury(String yymmdd) {
        return isDate(yymmdd, 1900) || isDate(yymmdd, 2000);
    }

    private static int number(String digits, int from) {
        return (digits.charAt(from) - '0') * 10 + digits.charAt(from + 1) - '0';
    }
}
