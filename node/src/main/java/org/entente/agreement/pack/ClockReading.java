package org.entente.agreement.pack;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Article;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Measure;
import org.entente.agreement.clock.HolidayCalendar;
import org.entente.agreement.clock.HolidayRule;
import org.entente.agreement.clock.LegalClock;
import org.entente.agreement.clock.Span;
import org.entente.kernel.LegalBasis;

/// The part of the schema that counts time: `clocks.yaml`, calendars and clocks.
///
/// A holiday's day is `{on: 07-04, shift: yes}` or `{month: 11, weekday: thursday, nth: 4}`, `nth: -1` the last.
final class ClockReading {
    private static final String KEY = "[a-z][a-z0-9-]{0,59}";

    /// The years whose holidays are tried: no request is older than the first, a rule begins by 2200 and
    /// repeats within twelve years.
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2220;

    /// What the verbs themselves tell a clock. Milestones of the requested side, whose letters arrive in order, are the
    /// others: so both sides count alike.
    private static final List<String> VERB_EVENTS = List.of("received", "accepted", "answered", "contact", "reported");

    private final Map<String, Article> articles;
    private final Set<String> events;
    private final List<HolidayCalendar> calendars;
    private final List<LegalClock> clocks;

    ClockReading(Node root, Map<String, Article> articles, List<Measure> measures) {
        this.articles = articles;
        this.events = new LinkedHashSet<>(VERB_EVENTS);
        measures.stream()
                .flatMap(measure -> measure.course().stream())
                .flatMap(course -> course.milestones().stream())
                .filter(milestone -> milestone.by() == FactTerm.AskedOf.REQUESTED)
                .forEach(milestone -> events.add(milestone.key()));
        root.only("calendars", "clocks");
        this.calendars = root.eachOnce("calendars", this::calendar, HolidayCalendar::key);
        this.clocks = root.eachOnce("clocks", this::clock, LegalClock::key);
    }

    List<HolidayCalendar> calendars() {
        return calendars;
    }

    List<LegalClock> clocks() {
        return clocks;
    }

    private HolidayCalendar calendar(Node node) {
        node.only("key", "name", "holidays");
        HolidayCalendar calendar = new HolidayCalendar(
                node.at("key").text(KEY, "us-federal"),
                node.at("name").bilingual(),
                node.eachOnce("holidays", this::holiday, HolidayRule::key));
        if (!calendar.hasWorkingDays(FIRST_YEAR, LAST_YEAR)) {
            Node holidays = node.at("holidays");
            throw holidays.unfit(calendar.holidays().size() + " holidays", "a working day in every two months");
        }
        return calendar;
    }

    private HolidayRule holiday(Node node) {
        node.only("key", "name", "article", "day", "from-year", "every-years");
        return new HolidayRule(
                node.at("key").text(KEY, "thanksgiving"),
                node.at("name").bilingual(),
                basis(node.at("article")),
                day(node.at("day")),
                node.find("from-year").map(year -> year.number(1800, 2200)).orElse(1800),
                node.find("every-years").map(years -> years.number(1, 12)).orElse(1));
    }

    private static HolidayRule.Day day(Node node) {
        if (node.find("on").isPresent()) {
            node.only("on", "shift");
            Node on = node.at("on");
            String text = on.text("[0-9]{2}-[0-9]{2}", "07-04");
            try {
                return new HolidayRule.Day.Fixed(
                        MonthDay.parse("--" + text), node.at("shift").yesNo());
            } catch (DateTimeException _) {
                throw on.unfit(text, "07-04");
            }
        }
        node.only("month", "weekday", "nth");
        Node nth = node.at("nth");
        int count = nth.number(-1, 4);
        if (count == 0) {
            throw nth.unfit("0", "-1 | 1 - 4");
        }
        return new HolidayRule.Day.NthWeekday(
                node.at("month").number(1, 12),
                node.at("weekday").among(List.of(DayOfWeek.values()), day -> PackReader.word(day.name())),
                count);
    }

    private LegalClock clock(Node node) {
        node.only("key", "name", "start", "stop", "stands", "runs-for", "span", "alarms", "extension", "article");
        Span span = span(node.at("span"));
        return new LegalClock(
                node.at("key").text(KEY, "police-ordinary"),
                node.at("name").bilingual(),
                node.at("start").among(events, event -> event),
                stops(node.at("stop")),
                node.find("stands").map(Node::yesNo).orElse(true),
                span,
                node.find("alarms").map(listed -> alarms(listed, span)).orElse(List.of()),
                node.at("runs-for").among(List.of(LegalClock.RunsFor.values()), LegalClock.RunsFor::word),
                extension(node),
                basis(node.at("article")));
    }

    /// One event, or several of which the first counts.
    private Set<String> stops(Node node) {
        return node.isList()
                ? Set.copyOf(node.each(one -> one.among(events, event -> event)))
                : Set.of(node.among(events, event -> event));
    }

    /// Of working days one cannot count back without knowing the start; no law here wants it.
    private static List<Integer> alarms(Node node, Span span) {
        if (span.unit() == Span.Unit.WORKING_DAYS) {
            throw node.unfit(span.unit().word(), "hours | calendar-days");
        }
        List<Integer> alarms = node.each(one -> one.number(1, span.amount() - 1));
        for (int i = 1; i < alarms.size(); i++) {
            if (alarms.get(i) <= alarms.get(i - 1)) {
                throw node.unfit(alarms.toString(), "1 < 2 < 3");
            }
        }
        return alarms;
    }

    private static Optional<LegalClock.Extension> extension(Node node) {
        return node.find("extension").map(one -> {
            one.only("event", "adds", "times-max");
            return new LegalClock.Extension(
                    one.at("event").text(KEY, "judicial-authorisation"),
                    span(one.at("adds")),
                    one.at("times-max").number(1, 10));
        });
    }

    private static Span span(Node node) {
        node.only("amount", "unit");
        return new Span(
                node.at("amount").number(1, 1_000),
                node.at("unit").among(List.of(Span.Unit.values()), Span.Unit::word));
    }

    private LegalBasis basis(Node node) {
        return node.declared(articles, PackFiles.INSTRUMENTS).basis();
    }
}
