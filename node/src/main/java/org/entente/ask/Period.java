package org.entente.ask;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.entente.kernel.UnfitValueException;

/// Whole days in UTC, both included: the same span of time on both nodes, wherever their desks are.
public record Period(LocalDate first, LocalDate last) {
    public Period {
        long dayCount = ChronoUnit.DAYS.between(first, last) + 1;
        if (dayCount < 1 || dayCount > Limits.PERIOD_DAYS_MAX || first.getYear() < 2000 || last.getYear() > 9998) {
            throw new UnfitValueException(
                    "a period ends on or after the day it begins, at most " + Limits.PERIOD_DAYS_MAX + " days",
                    "un periodo termina el día en que empieza o después, a lo más " + Limits.PERIOD_DAYS_MAX + " días");
        }
    }

    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    Instant begin() {
        return first.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The first moment behind it.
    Instant end() {
        return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    boolean holds(Instant moment) {
        return !moment.isBefore(begin()) && moment.isBefore(end());
    }
}
