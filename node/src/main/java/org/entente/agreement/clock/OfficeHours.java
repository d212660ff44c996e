package org.entente.agreement.clock;

import java.time.LocalTime;
import java.time.ZoneId;

/// When the desks of a party are open: its calendar, the zone of its central authority and the hour they close. A term
/// of days ends at that hour.
public record OfficeHours(HolidayCalendar calendar, ZoneId zone, LocalTime closing) {}
