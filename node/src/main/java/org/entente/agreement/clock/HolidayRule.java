package org.entente.agreement.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;

/// A public holiday as its statute defines it: a fixed day or an n-th weekday of a month, from a year on, every so many
/// years.
public record HolidayRule(String key, Bilingual name, LegalBasis article, Day day, int fromYear, int everyYears) {
    /// Which day of the year.
    public sealed interface Day {
        LocalDate in(int year);

        /// `shift` moves a holiday that falls on a weekend, as 5 U.S.C. 6103(b) and Executive Order 11582 do: Saturday
        /// to the Friday before, Sunday to the Monday after. A shifted day may fall in the year before.
        record Fixed(MonthDay on, boolean shift) implements Day {
            @Override
            public LocalDate in(int year) {
                LocalDate day = on.atYear(year);
                if (!shift) {
                    return day;
                }
                return switch (day.getDayOfWeek()) {
                    case SATURDAY -> day.minusDays(1);
                    case SUNDAY -> day.plusDays(1);
                    case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
                };
            }
        }

        /// `nth` is 1 to 4, or -1 for the last of the month.
        record NthWeekday(int month, DayOfWeek weekday, int nth) implements Day {
            @Override
            public LocalDate in(int year) {
                return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
            }
        }
    }

    /// The day kept for this year's holiday, if the year has one. The day itself may lie in the year before.
    public Optional<LocalDate> in(int year) {
        boolean kept = year >= fromYear && (year - fromYear) % everyYears == 0;
        return kept ? Optional.of(day.in(year)) : Optional.empty();
    }
}
