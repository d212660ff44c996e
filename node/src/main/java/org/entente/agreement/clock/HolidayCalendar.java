package org.entente.agreement.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.kernel.Bilingual;

/// The working days of one party's federal administration: Monday to Friday without its public holidays. Days closed by
/// decree, recesses and local holidays are not known to it. A look-up computes the holidays of two years: microseconds.
public record HolidayCalendar(String key, Bilingual name, List<HolidayRule> holidays) {
    /// No administration closes for two months; a term that runs to the next working day ends.
    private static final int CLOSED_DAYS_MAX = 60;

    public HolidayCalendar {
        holidays = List.copyOf(holidays);
    }

    /// The holidays kept between 1 January and 31 December of a year, by date.
    public Map<LocalDate, HolidayRule> in(int year) {
        Map<LocalDate, HolidayRule> days = new TreeMap<>();
        for (HolidayRule rule : holidays) {
            // New Year's Day may be kept on 31 December of the year before.
            for (int origin = year; origin <= year + 1; origin++) {
                rule.in(origin).filter(day -> day.getYear() == year).ifPresent(day -> days.put(day, rule));
            }
        }
        return days;
    }

    public boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !in(day.getYear()).containsKey(day);
    }

    /// Whether in each of these years no more than [#CLOSED_DAYS_MAX] days pass without a working day.
    public boolean hasWorkingDays(int firstYear, int lastYear) {
        int closed = 0;
        for (int year = firstYear; year <= lastYear; year++) {
            Set<LocalDate> kept = in(year).keySet();
            LocalDate next = LocalDate.of(year + 1, 1, 1);
            for (LocalDate day = LocalDate.of(year, 1, 1); day.isBefore(next); day = day.plusDays(1)) {
                closed = isWeekend(day) || kept.contains(day) ? closed + 1 : 0;
                if (closed > CLOSED_DAYS_MAX) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /// The day itself if it is a working day, else the next one.
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            if (candidate.isAfter(day.plusDays(CLOSED_DAYS_MAX))) {
                throw new IllegalStateException("the calendar " + key + " has no working day after " + day);
            }
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /// The `count`-th working day after a day, which itself never counts. `count` 0 is the day itself.
    public LocalDate plusWorkingDays(LocalDate day, int count) {
        LocalDate candidate = day;
        for (int counted = 0; counted < count; counted++) {
            candidate = onOrAfter(candidate.plusDays(1));
        }
        return candidate;
    }

    /// Working days after a day, up to another that counts if it is one.
    public int workingDaysAfter(LocalDate day, LocalDate until) {
        return (int) day.datesUntil(until.isBefore(day) ? day : until)
                .map(each -> each.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }
}
