package org.entente.agreement.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementCode;
import org.entente.agreement.Fact;
import org.entente.agreement.Question;
import org.entente.agreement.pack.ShippedPack;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Language;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {
    private static final Party US = new Party("US");
    private static final Party MX = new Party("MX");
    private final Agreement agreement = ShippedPack.read();

    /// US: 5 U.S.C. 6103(a), (b) as the Office of Personnel Management publishes the days; MX: LFT art. 74.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "US;2025;01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25",
                "US;2026;01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
                "US;2027;01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
                "US;2028;01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
                "US;2029;01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25",
                "US;2030;01-01 01-21 02-18 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25",
                "MX;2025;01-01 02-03 03-17 05-01 09-16 11-17 12-25",
                "MX;2026;01-01 02-02 03-16 05-01 09-16 11-16 12-25",
                "MX;2027;01-01 02-01 03-15 05-01 09-16 11-15 12-25",
                "MX;2028;01-01 02-07 03-20 05-01 09-16 11-20 12-25",
                "MX;2030;01-01 02-04 03-18 05-01 09-16 10-01 11-18 12-25"
            })
    void holidaysAreComputedAsTheStatutesSay(String party, int year, String days) {
        String computed = calendar(new Party(party)).in(year).keySet().stream()
                .map(day -> day.toString().substring(5))
                .collect(Collectors.joining(" "));
        assertEquals(days, computed);
    }

    @Test
    void everyYearTo2035HasItsHolidaysAndNoObservedOneOnAWeekend() {
        int observed = 0;
        for (int year = 2025; year <= 2035; year++) {
            for (LocalDate day : calendar(US).in(year).keySet()) {
                observed++;
                assertTrue(day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue(), day.toString());
            }
            int expected = year == 2030 ? 8 : 7;
            assertEquals(expected, calendar(MX).in(year).size(), "MX " + year);
        }
        // Eleven a year; the New Year's Day of 2028 and of 2033 are kept in the year before, that of 2025 is not.
        assertEquals(11 * 11, observed);
    }

    @Test
    void theKeptDayOfNewYearMayLieInTheYearBefore() {
        assertFalse(calendar(US).isWorkingDay(LocalDate.of(2027, 12, 31)));
        assertTrue(calendar(US).isWorkingDay(LocalDate.of(2028, 1, 3)));
    }

    @ParameterizedTest
    @CsvSource({
        // Received Tuesday 24 November 2026, 10:00 in Washington: the seventh day is a Tuesday.
        "police-ordinary, MX, US, 2026-11-24T15:00:00Z, 2026-12-01T23:00:00Z",
        // The seventh day after Thursday 19 November is Thanksgiving in the United States, so the Friday; not in
        // Mexico.
        "police-ordinary, MX, US, 2026-11-19T15:00:00Z, 2026-11-27T23:00:00Z",
        "police-ordinary, US, MX, 2026-11-19T15:00:00Z, 2026-11-27T00:00:00Z",
        // The seventh day after Saturday 21 November is a Saturday, so the Monday.
        "police-ordinary, MX, US, 2026-11-21T15:00:00Z, 2026-11-30T23:00:00Z",
        // Three calendar days do not wait for Monday.
        "police-urgent, MX, US, 2026-11-25T15:00:00Z, 2026-11-28T23:00:00Z",
        "police-urgent-at-hand, MX, US, 2026-11-27T20:00:00Z, 2026-11-28T04:00:00Z",
        "trace-urgent, MX, US, 2026-11-28T12:30:00Z, 2026-11-29T12:30:00Z",
        // Nine working days over Thanksgiving: 25, 27, 30 November, 1 to 4, 7, 8 December.
        "trace-routine, MX, US, 2026-11-24T15:00:00Z, 2026-12-08T23:00:00Z",
        // Received after closing time: the day after counts as the day of receipt.
        "trace-routine, MX, US, 2026-11-24T23:30:00Z, 2026-12-09T23:00:00Z",
        // Over Revolution Day, Monday 16 November 2026.
        "consent-answer, US, MX, 2026-11-12T17:00:00Z, 2026-11-21T00:00:00Z",
        // The United States leave summer time on Sunday 1 November 2026: 18:00 stays 18:00.
        "police-ordinary, MX, US, 2026-10-30T15:00:00Z, 2026-11-06T23:00:00Z"
    })
    void clocksRunOverHolidaysWeekendsAndSummerTime(
            String clock, String requesting, String requested, Instant start, Instant due) {
        Deadline deadline = agreement.clock(clock, start, new Party(requesting), new Party(requested));
        assertEquals(due, deadline.due());
    }

    @ParameterizedTest
    @CsvSource({
        "police-information, ordinary, police-ordinary",
        "police-information, urgent, police-urgent",
        "police-information, urgent-at-hand, police-urgent-at-hand",
        "firearm-trace, ordinary, trace-routine",
        "firearm-trace, urgent, trace-urgent",
        "firearm-trace, urgent-at-hand, trace-urgent"
    })
    void urgencyStartsTheRightClock(String measure, String urgency, String clock) {
        var facts = Map.of("urgency", Fact.choice(urgency));
        var trace = agreement
                .rule(new Question(measure, facts), LocalDate.of(2026, 11, 24))
                .trace();
        assertEquals(List.of(clock), trace.clocks());
        assertEquals("basis-check", trace.approvals().getFirst().key());
    }

    @Test
    void anExtensionAddsToTheEndAndIsCounted() {
        Deadline first = agreement.clock("police-urgent", Instant.parse("2026-11-24T15:00:00Z"), MX, US);
        Deadline extended = agreement.extend(first, MX, US);
        assertEquals(Instant.parse("2026-11-30T23:00:00Z"), extended.due());
        EntenteException spent = assertThrows(EntenteException.class, () -> agreement.extend(extended, MX, US));
        assertEquals(AgreementCode.AGREEMENT_CLOCK_EXHAUSTED, spent.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-24T20:00:00Z|2 days left, Thu 26 Nov 18:00 CST|quedan 2 días, jue 26 nov 18:00 CST",
                "2026-11-26T00:00:00Z|24 hours left, Thu 26 Nov 18:00 CST|quedan 24 horas, jue 26 nov 18:00 CST",
                "2026-11-26T22:30:00Z|1 hour left, Thu 26 Nov 18:00 CST|queda 1 hora, jue 26 nov 18:00 CST",
                "2026-11-26T23:59:00Z|1 minute left, Thu 26 Nov 18:00 CST|queda 1 minuto, jue 26 nov 18:00 CST",
                "2026-11-27T03:00:00Z|overdue by 3 hours, was due Thu 26 Nov 18:00 CST"
                        + "|vencido hace 3 horas, vencía jue 26 nov 18:00 CST"
            })
    void timeLeftIsASentenceWithAUnitAndADate(Instant now, String en, String es) {
        Instant due = LocalDate.of(2026, 11, 26)
                .atTime(18, 0)
                .atZone(ZoneId.of("America/Mexico_City"))
                .toInstant();
        Deadline deadline =
                new Deadline("x", Instant.parse("2026-11-20T00:00:00Z"), due, ZoneId.of("America/Mexico_City"), 0);
        assertEquals(en, deadline.timeLeft(now).in(Language.EN));
        assertEquals(es, deadline.timeLeft(now).in(Language.ES));
    }

    /// Thanksgiving is 26 November 2026; 1 December is a Tuesday.
    @ParameterizedTest
    @CsvSource({
        // Nine working days of Washington from Tuesday the 24th end on Tuesday 8 December; the stop takes two of them.
        "trace-routine, 2026-11-24T15:00:00Z, 2026-11-25T15:00:00Z, 2026-11-30T15:00:00Z, 2026-12-10T23:00:00Z",
        // The same day: nothing is taken.
        "trace-routine, 2026-11-24T15:00:00Z, 2026-11-25T15:00:00Z, 2026-11-25T20:00:00Z, 2026-12-08T23:00:00Z",
        // Over a weekend no working day passes.
        "trace-routine, 2026-11-24T15:00:00Z, 2026-11-28T15:00:00Z, 2026-11-29T20:00:00Z, 2026-12-08T23:00:00Z",
        // Hours as they passed.
        "trace-urgent, 2026-11-24T15:00:00Z, 2026-11-24T16:00:00Z, 2026-11-26T16:00:30Z, 2026-11-27T15:00:30Z",
        // Calendar days by date.
        "police-urgent, 2026-11-24T15:00:00Z, 2026-11-25T15:00:00Z, 2026-11-28T02:00:00Z, 2026-11-29T23:00:00Z"
    })
    void theTimeAClockStoodDoesNotCount(
            String key, Instant started, Instant stopped, Instant resumed, Instant expected) {
        var deadline = agreement.clock(key, started, MX, US);
        assertEquals(
                expected,
                agreement.resume(deadline, stopped, resumed, MX, US).due(),
                () -> "without the stop " + deadline.due());
    }

    private HolidayCalendar calendar(Party party) {
        return agreement.text().parties().stream()
                .filter(terms -> terms.party().equals(party))
                .findFirst()
                .orElseThrow()
                .office()
                .calendar();
    }

    @Test
    void aCalendarWithoutAWorkingDayIsNone() {
        List<HolidayRule> always = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= Month.of(month).maxLength(); day++) {
                always.add(new HolidayRule(
                        "d" + month + "-" + day,
                        new Bilingual("Day", "Día"),
                        new LegalBasis("X-1", "1"),
                        new HolidayRule.Day.Fixed(MonthDay.of(month, day), false),
                        2030,
                        1));
            }
        }
        HolidayCalendar closed = new HolidayCalendar("closed", new Bilingual("Closed", "Cerrado"), always);
        assertTrue(closed.hasWorkingDays(2000, 2029));
        assertFalse(closed.hasWorkingDays(2000, 2220));
        LocalDate day = LocalDate.of(2031, 1, 1);
        assertThrows(IllegalStateException.class, () -> closed.onOrAfter(day));
    }
}
