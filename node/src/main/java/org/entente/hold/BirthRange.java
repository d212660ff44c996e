package org.entente.hold;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When somebody was born, as a search asks it: from the first to the last day, both included.
record BirthRange(LocalDate from, LocalDate to) {
    private static final String DATE = "(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?";
    private static final Pattern ONE = Pattern.compile(DATE);
    private static final Pattern RANGE = Pattern.compile(DATE + "\\.\\." + DATE);
    private static final int YEAR_MIN = 1850;
    private static final int YEAR_MAX = 2100;

    /// `1970`, `1970-05`, `1970-05-06`, or two of these with `..` between; empty for anything else, and for a
    /// range that ends before it begins.
    static Optional<BirthRange> of(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return both(range, 1, 4);
        }
        Matcher one = ONE.matcher(text);
        return one.matches() ? both(one, 1, 1) : Optional.empty();
    }

    private static Optional<BirthRange> both(Matcher matcher, int first, int last) {
        try {
            LocalDate from = first(matcher, first);
            LocalDate to = last(matcher, last);
            boolean fits = from.getYear() >= YEAR_MIN && to.getYear() <= YEAR_MAX && !to.isBefore(from);
            return fits ? Optional.of(new BirthRange(from, to)) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static LocalDate first(Matcher matcher, int group) {
        return LocalDate.of(
                Integer.parseInt(matcher.group(group)), part(matcher, group + 1, 1), part(matcher, group + 2, 1));
    }

    private static LocalDate last(Matcher matcher, int group) {
        int year = Integer.parseInt(matcher.group(group));
        int month = part(matcher, group + 1, 12);
        return LocalDate.of(
                year, month, part(matcher, group + 2, YearMonth.of(year, month).lengthOfMonth()));
    }

    private static int part(Matcher matcher, int group, int missing) {
        return matcher.group(group) == null ? missing : Integer.parseInt(matcher.group(group));
    }

    /// Whether a date as a source states it (EDTF) may lie in the range; "circa" is taken at its word.
    boolean mayBe(String edtf) {
        return of(edtf.replace("~", "").replace("/", ".."))
                .filter(stated -> !stated.from.isAfter(to) && !stated.to.isBefore(from))
                .isPresent();
    }
}
