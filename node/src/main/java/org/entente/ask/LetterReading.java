package org.entente.ask;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.agreement.Agreement;
import org.entente.agreement.Course;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Institution;
import org.entente.agreement.Measure;
import org.entente.agreement.clock.Deadline;
import org.entente.kernel.EntenteException;

/// What a letter must be, the same for one that is written here and for one that arrives.
final class LetterReading {
    private final Agreement agreement;
    private final Filed filed;
    private final Direction writer;
    private final Measure measure;

    /// @param writer the direction in which the writer's node keeps the request
    LetterReading(Agreement agreement, Filed filed, Direction writer) {
        this.agreement = agreement;
        this.filed = filed;
        this.writer = writer;
        this.measure = agreement.measure(filed.request().type().measure());
    }

    /// The details as they cross: trimmed, complete, nothing unknown.
    ///
    /// @param history what happened before
    /// @throws EntenteException ASK_FIELD_UNFIT with the field; ASK_MILESTONE_NOT_OPEN; ASK_TERM_OVER
    SortedMap<String, String> details(LetterOrder order, History history, Instant at) {
        SortedMap<String, String> details = new TreeMap<>();
        order.details().forEach((key, value) -> {
            String clean = Drafting.clean(value);
            if (!clean.isEmpty()) {
                details.put(key, clean);
            }
        });
        if (!order.kind().isWrittenBy(writer)) {
            throw notNow(order.kind().event(false));
        }
        switch (order.kind()) {
            case QUESTION -> question(details);
            case POSTPONEMENT -> postponement(details, at);
            case MILESTONE -> milestone(details, history.told(measure), at);
            case EXTENSION -> extension(details, at);
            case TRANSFER -> transfer(details);
            case DISCLOSURE -> disclosure(details, history, at);
            case SUPPLEMENT, ACCEPTANCE, RESUMPTION -> only(details, Set.of());
        }
        return details;
    }

    /// Whether the letter ends the request.
    boolean ends(Map<String, String> details) {
        return course().milestone(details.getOrDefault(LetterOrder.MILESTONE, ""))
                .map(Course.Milestone::ends)
                .orElse(false);
    }

    String text(LetterOrder order) {
        String clean = Drafting.clean(order.text());
        int least = order.kind().needsText() ? 1 : 0;
        if (clean.length() < least || clean.length() > Limits.REASON_LENGTH_MAX) {
            throw unfit("text", "1 - " + Limits.REASON_LENGTH_MAX);
        }
        return clean;
    }

    private void question(SortedMap<String, String> details) {
        only(details, Set.of(LetterOrder.GROUND));
        String ground = details.getOrDefault(LetterOrder.GROUND, "");
        boolean open = ground.isEmpty()
                || agreement.grounds(measure.key()).stream()
                        .anyMatch(one -> one.key().equals(ground));
        if (!open) {
            throw new EntenteException(AskCode.ASK_GROUND_NOT_OPEN, ground, measure.key());
        }
    }

    /// Another institution of the asked party that may answer such a request.
    private void transfer(SortedMap<String, String> details) {
        only(details, Set.of(LetterOrder.AUTHORITY));
        String id = details.getOrDefault(LetterOrder.AUTHORITY, "");
        boolean fits = authorities(agreement, filed).stream()
                .anyMatch(one -> one.id().value().equals(id));
        if (!fits) {
            throw new EntenteException(AskCode.ASK_NOT_COMPETENT, id, measure.key());
        }
    }

    /// The institutions of the asked party, but the one that has the request, that may answer it.
    static List<Institution> authorities(Agreement agreement, Filed filed) {
        String measure = filed.request().type().measure();
        return agreement.text().institutions().stream()
                .filter(one -> one.id().party().equals(filed.authority().party()))
                .filter(one -> one.isCompetentFor(measure) && !one.id().equals(filed.authority()))
                .toList();
    }

    /// Of a release of this request, on a day near enough.
    private void disclosure(SortedMap<String, String> details, History history, Instant at) {
        only(details, Set.of(LetterOrder.RELEASE, LetterOrder.DAY));
        String release = details.getOrDefault(LetterOrder.RELEASE, "");
        if (history.releases(filed).stream().noneMatch(one -> one.hex().equals(release))) {
            throw unfit(LetterOrder.RELEASE, release);
        }
        String text = details.getOrDefault(LetterOrder.DAY, "");
        try {
            LocalDate day = LocalDate.parse(text);
            LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
            if (Math.abs(ChronoUnit.DAYS.between(today, day)) <= Limits.DISCLOSURE_DAYS_MAX) {
                return;
            }
        } catch (DateTimeException _) {
            // Said below, as for a day that is too early or too late.
        }
        throw unfit(LetterOrder.DAY, text);
    }

    private void extension(SortedMap<String, String> details, Instant at) {
        only(details, Set.of());
        Deadline deadline = filed.deadline();
        // Whoever withdrew keeps the clock no longer; the other side may not know yet.
        if (deadline != null && filed.state() != State.WITHDRAWN && deadline.isOverdue(at)) {
            throw new EntenteException(
                    AskCode.ASK_TERM_OVER,
                    filed.number().value(),
                    deadline.due().toString());
        }
    }

    private static void postponement(SortedMap<String, String> details, Instant at) {
        only(details, Set.of(LetterOrder.REVIEW));
        String review = details.getOrDefault(LetterOrder.REVIEW, "");
        try {
            LocalDate day = LocalDate.parse(review);
            LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
            if (day.isAfter(today) && day.isBefore(today.plusDays(Limits.REVIEW_DAYS_MAX + 1L))) {
                return;
            }
        } catch (DateTimeException _) {
            // Said below, as for a day that is too early or too late.
        }
        throw unfit(LetterOrder.REVIEW, review);
    }

    private void milestone(SortedMap<String, String> details, Map<String, Instant> told, Instant at) {
        String key = details.getOrDefault(LetterOrder.MILESTONE, "");
        Course.Milestone milestone = course().milestone(key).orElseThrow(() -> unfit(LetterOrder.MILESTONE, key));
        if (side(milestone) != writer || !milestone.isOpen(told.keySet())) {
            throw new EntenteException(
                    AskCode.ASK_MILESTONE_NOT_OPEN, filed.number().value(), key);
        }
        details.computeIfAbsent(LetterOrder.HAPPENED, _ -> at.toString());
        Instant first = filed.request().head().created().minus(Limits.CLOCKS_APART_MAX);
        for (String before : milestone.after()) {
            first = Collections.max(List.of(first, told.getOrDefault(before, first)));
        }
        happened(details, first, at);
        Set<String> known = new HashSet<>(Set.of(LetterOrder.MILESTONE, LetterOrder.HAPPENED));
        for (Measure.FormField field : milestone.form()) {
            known.add(field.key());
            String value = details.getOrDefault(field.key(), "");
            boolean missing = value.isEmpty() && field.required();
            boolean unfit = !value.isEmpty() && (!field.takes(value) || value.length() > field.lengthMax());
            if (missing || unfit) {
                throw unfit(field.key(), value);
            }
        }
        only(details, known);
    }

    /// Not in the time to come, not before what comes first: the request, and the milestones it follows.
    private static void happened(SortedMap<String, String> details, Instant first, Instant at) {
        String told = details.getOrDefault(LetterOrder.HAPPENED, "");
        try {
            Instant happened = Instant.parse(told).truncatedTo(ChronoUnit.SECONDS);
            if (!happened.isBefore(first) && !happened.isAfter(at)) {
                details.put(LetterOrder.HAPPENED, happened.toString());
                return;
            }
        } catch (DateTimeException _) {
            // Said below, as for a moment that cannot be.
        }
        throw unfit(LetterOrder.HAPPENED, told);
    }

    /// The milestones that the writer may tell now, in the order of the pack.
    static List<Course.Milestone> open(Measure measure, Direction writer, Set<String> told) {
        return measure.course().stream()
                .flatMap(course -> course.milestones().stream())
                .filter(one -> side(one) == writer && one.isOpen(told))
                .toList();
    }

    private Course course() {
        return measure.course().orElse(new Course(true, List.of()));
    }

    private static Direction side(Course.Milestone milestone) {
        return milestone.by() == FactTerm.AskedOf.REQUESTED ? Direction.IN : Direction.OUT;
    }

    private static void only(Map<String, String> details, Set<String> known) {
        for (String key : details.keySet()) {
            if (!known.contains(key)) {
                throw unfit(key, details.getOrDefault(key, ""));
            }
        }
    }

    private EntenteException notNow(Event event) {
        return new EntenteException(
                AskCode.ASK_NOT_IN_THIS_STATE,
                filed.number().value(),
                filed.state().word(),
                event.word());
    }

    private static EntenteException unfit(String field, String value) {
        return new EntenteException(AskCode.ASK_FIELD_UNFIT, field, value);
    }
}
