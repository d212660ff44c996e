package org.entente.agreement.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// A length of time in the unit the law counts in. 1 to 1,000.
public record Span(int amount, Unit unit) {
    public enum Unit {
        /// Elapsed hours, day and night.
        HOURS("hours"),
        /// The day of the start never counts; the term ends at closing time of the last day, working day or not.
        CALENDAR_DAYS("calendar-days"),
        /// As calendar days, moved to the next working day if the last one is none.
        CALENDAR_DAYS_ROLLED("calendar-days-rolled"),
        /// Only working days count. A start after closing time counts as the day after.
        WORKING_DAYS("working-days");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// The end of this span from a start, at the desks of the party it runs for.
    Instant after(Instant start, OfficeHours office) {
        ZonedDateTime local = start.atZone(office.zone());
        LocalDate day = local.toLocalDate();
        return switch (unit) {
            case HOURS -> start.plusSeconds(3_600L * amount);
            case CALENDAR_DAYS -> closingOf(day.plusDays(amount), office);
            case CALENDAR_DAYS_ROLLED -> closingOf(office.calendar().onOrAfter(day.plusDays(amount)), office);
            case WORKING_DAYS -> {
                LocalDate first = local.toLocalTime().isAfter(office.closing()) ? day.plusDays(1) : day;
                yield closingOf(office.calendar().plusWorkingDays(first, amount), office);
            }
        };
    }

    /// A moment that this span led to, moved by what a stop took from it: hours as they passed; of days those that this
    /// unit counts, from the day of the stop to the day it ended.
    Instant moved(Instant due, Instant stopped, Instant resumed, OfficeHours office) {
        LocalDate from = stopped.atZone(office.zone()).toLocalDate();
        LocalDate until = resumed.atZone(office.zone()).toLocalDate();
        LocalDate last = due.atZone(office.zone()).toLocalDate();
        int days = (int) from.until(until, ChronoUnit.DAYS);
        return switch (unit) {
            case HOURS -> due.plus(Duration.between(stopped, resumed));
            case CALENDAR_DAYS -> closingOf(last.plusDays(days), office);
            case CALENDAR_DAYS_ROLLED -> closingOf(office.calendar().onOrAfter(last.plusDays(days)), office);
            case WORKING_DAYS ->
                closingOf(
                        office.calendar()
                                .plusWorkingDays(last, office.calendar().workingDaysAfter(from, until)),
                        office);
        };
    }

    /// A moment so many of the unit before another, as people count back: days to the closing time of an earlier day.
    Instant before(Instant due, int count, OfficeHours office) {
        return switch (unit) {
            case HOURS -> due.minusSeconds(3_600L * count);
            case CALENDAR_DAYS, CALENDAR_DAYS_ROLLED, WORKING_DAYS ->
                closingOf(due.atZone(office.zone()).toLocalDate().minusDays(count), office);
        };
    }

    private static Instant closingOf(LocalDate day, OfficeHours office) {
        return day.atTime(office.closing()).atZone(office.zone()).toInstant();
    }
}
