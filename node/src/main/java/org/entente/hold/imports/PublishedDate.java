package org.entente.hold.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as lists write them, to EDTF (ISO 8601-2:2019): "10 Dec 1948" is `1948-12-10`, "Dec 1970" `1970-12`,
/// "circa 1951" `1951~`, "1960 to 1962" `1960/1962`.
final class PublishedDate {
    private static final Pattern RANGE = Pattern.compile("(.+?)(?: to |(?<=\\d{4})-(?=\\d{4}))(.+)");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2}) ([A-Za-z]{3}) (\\d{4})");
    private static final Pattern MONTH = Pattern.compile("([A-Za-z]{3}) (\\d{4})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:Z|[+-]\\d{2}:\\d{2})?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{2})/(\\d{2})/(\\d{4})");

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private PublishedDate() {}

    static Optional<String> edtf(String text) {
        String plain = text.strip();
        boolean circa = plain.regionMatches(true, 0, "circa ", 0, 6);
        if (circa) {
            plain = plain.substring(6).strip();
        }
        String mark = circa ? "~" : "";
        Matcher range = RANGE.matcher(plain);
        if (range.matches() && !ISO.matcher(plain).matches()) {
            Optional<String> from = single(range.group(1).strip());
            Optional<String> to = single(range.group(2).strip());
            return from.isPresent() && to.isPresent()
                    ? Optional.of(from.get() + mark + "/" + to.get() + mark)
                    : Optional.empty();
        }
        return single(plain).map(date -> date + mark);
    }

    /// A day written dd/mm/yyyy.
    static Optional<LocalDate> slashed(String text) {
        Matcher day = SLASHED.matcher(text.strip());
        if (!day.matches()) {
            return Optional.empty();
        }
        return day(Integer.parseInt(day.group(3)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)));
    }

    private static Optional<String> single(String text) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            Integer month = MONTHS.get(day.group(2).toLowerCase(Locale.ROOT));
            return month == null
                    ? Optional.empty()
                    : day(Integer.parseInt(day.group(3)), month, Integer.parseInt(day.group(1)))
                            .map(LocalDate::toString);
        }
        Matcher monthOnly = MONTH.matcher(text);
        if (monthOnly.matches()) {
            return Optional.ofNullable(MONTHS.get(monthOnly.group(1).toLowerCase(Locale.ROOT)))
                    .map(month -> YearMonth.of(Integer.parseInt(monthOnly.group(2)), month)
                            .toString());
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3)))
                    .map(LocalDate::toString);
        }
        return YEAR.matcher(text).matches()
                ? Optional.of(Year.parse(text).toString())
                : slashed(text).map(LocalDate::toString);
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
