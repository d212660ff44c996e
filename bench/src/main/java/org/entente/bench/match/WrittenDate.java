package org.entente.bench.match;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A source's own way of writing dates, resolved into ISO 8601 as the importer of that source would.
enum WrittenDate {
    /// `19081209`, `1908-12-09`, `1908-2-9`, `1908`.
    YEAR_FIRST,
    /// `12/9/1908`, `12/9/08`, `Dec 9 1908`, and day first where the first number can be no month.
    MONTH_FIRST;

    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DASHED = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})");
    private static final DateTimeFormatter WORDED = DateTimeFormatter.ofPattern("MMM d uuuu", Locale.ENGLISH);

    /// Two digits from this on are of the last century: nobody in a record of 2026 was born later.
    private static final int PIVOT = 27;

    /// The date, or the text as it stands where it is none: 41 records of Febrl have a day or month that is not.
    String iso(String text) {
        for (Pattern pattern : new Pattern[] {COMPACT, DASHED}) {
            Matcher parts = pattern.matcher(text);
            if (parts.matches()) {
                return date(text, number(parts, 1), number(parts, 2), number(parts, 3));
            }
        }
        return switch (this) {
            case YEAR_FIRST -> text;
            case MONTH_FIRST -> monthFirst(text);
        };
    }

    private static String monthFirst(String text) {
        Matcher parts = SLASHED.matcher(text);
        if (parts.matches()) {
            int year = number(parts, 3);
            int century = parts.group(3).length() == 4 ? 0 : year < PIVOT ? 2000 : 1900;
            boolean dayFirst = number(parts, 1) > 12;
            return date(text, century + year, number(parts, dayFirst ? 2 : 1), number(parts, dayFirst ? 1 : 2));
        }
        try {
            return LocalDate.parse(text, WORDED).toString();
        } catch (DateTimeException otherForm) {
            return text;
        }
    }

    private static String date(String text, int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).toString();
        } catch (DateTimeException impossibleDay) {
            return text;
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
