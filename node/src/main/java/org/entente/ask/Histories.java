package org.entente.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.Course;
import org.entente.agreement.Ground;
import org.entente.agreement.Institution;
import org.entente.agreement.Measure;
import org.entente.agreement.clock.LegalClock;
import org.entente.agreement.clock.Span;
import org.entente.ask.RequestDocument.Line;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;

/// Tells a request's history in the words of the agreement.
final class Histories {
    private static final Texts TEXTS = Texts.of("ask");

    /// Events whose note is a key; the note of any other is what somebody wrote.
    private static final Set<Event> NOTED_BY_GROUND = EnumSet.of(Event.REFUSED, Event.REFUSAL_ARRIVED);

    private static final Set<Event> NOTED_BY_CLOCK = EnumSet.of(Event.ALARM, Event.CLOCK_RAN_OUT);

    private static final Set<Event> NOTED_BY_ACCOUNT = EnumSet.of(Event.ASSIGNED, Event.TAKEN_OFF);

    private static final Set<Event> NOTED_BY_ROLE = EnumSet.of(
            Event.ASSISTANCE_RECORDED, Event.ASSISTANCE_ENDED, Event.ASSISTANCE_TOLD, Event.ASSISTANCE_ARRIVED);

    private final Agreement agreement;
    private final Measure measure;
    private final Request request;

    private Histories(Agreement agreement, Measure measure, Request request) {
        this.request = request;
        this.agreement = agreement;
        this.measure = measure;
    }

    static HistoryEntry entry(Agreement agreement, Request request, History.Noted noted) {
        Histories histories =
                new Histories(agreement, agreement.measure(request.type().measure()), request);
        return new HistoryEntry(
                noted.at(), noted.event(), noted.by(), noted.note(), histories.lines(noted), noted.actingFor());
    }

    private List<Line> lines(History.Noted noted) {
        Letter letter = noted.letter();
        if (letter != null) {
            return lines(letter);
        }
        Part part = noted.part();
        if (part != null) {
            return lines(part);
        }
        if (NOTED_BY_GROUND.contains(noted.event())) {
            return List.of(ground(noted.note()));
        }
        if (noted.event() == Event.WORD_NOT_DELIVERED) {
            return List.of(word(Watching.Lost.of(noted.note())));
        }
        if (noted.event() == Event.REVISED && !noted.note().isEmpty()) {
            return List.of(new Line(TEXTS.bilingual("label.case-before"), new Bilingual(noted.note(), noted.note())));
        }
        if (noted.event() == Event.ATTACHED || noted.event() == Event.DETACHED) {
            return List.of(filesBefore(noted));
        }
        if (noted.event() == Event.ATTACHMENT_ARRIVED || noted.event() == Event.ATTACHMENT_REFUSED) {
            return List.of(new Line(TEXTS.bilingual("label.attachment"), name(noted.note())));
        }
        if (NOTED_BY_ROLE.contains(noted.event())) {
            return List.of(new Line(
                    TEXTS.bilingual("label.role"),
                    AssistanceRole.valueOf(noted.note()).text()));
        }
        if (NOTED_BY_ACCOUNT.contains(noted.event())) {
            return List.of(new Line(TEXTS.bilingual("label.assignee"), new Bilingual(noted.note(), noted.note())));
        }
        return NOTED_BY_CLOCK.contains(noted.event()) ? List.of(clock(Watching.Alarm.of(noted.note()))) : List.of();
    }

    private Line filesBefore(History.Noted noted) {
        Bytes before = noted.before();
        String names = before == null
                ? ""
                : AskWire.parseKept(before, agreement.id()).attachments().stream()
                        .map(Attachment::name)
                        .collect(Collectors.joining("; "));
        Bilingual value = names.isEmpty() ? TEXTS.bilingual("files.none") : new Bilingual(names, names);
        return new Line(TEXTS.bilingual("label.files-before"), value);
    }

    private Bilingual name(String id) {
        String name = request.attachments().stream()
                .filter(file -> file.id().hex().equals(id))
                .map(Attachment::name)
                .findFirst()
                .orElse(id);
        return new Bilingual(name, name);
    }

    private List<Line> lines(Part part) {
        return switch (part) {
            case Part.Answered answered -> {
                String release = answered.release().hex();
                yield List.of(
                        new Line(TEXTS.bilingual("label.release"), new Bilingual(release, release)),
                        new Line(TEXTS.bilingual("label.rest"), new Bilingual(answered.rest(), answered.rest())));
            }
            case Part.Refused refused -> {
                RefusalNote note = refused.note();
                String article = note.article().toString();
                yield List.of(
                        new Line(TEXTS.bilingual("label.part"), new Bilingual(refused.what(), refused.what())),
                        ground(note.ground()),
                        new Line(TEXTS.bilingual("label.statedArticle"), new Bilingual(article, article)),
                        new Line(TEXTS.bilingual("label.reasons"), note.reasons()));
            }
        };
    }

    private List<Line> lines(Letter letter) {
        List<Line> lines = new ArrayList<>();
        Map<String, String> details = letter.details();
        String ground = details.get(LetterOrder.GROUND);
        if (ground != null) {
            lines.add(ground(ground));
        }
        if (letter.kind() == LetterKind.DISCLOSURE) {
            String release = details.getOrDefault(LetterOrder.RELEASE, "");
            String day = details.getOrDefault(LetterOrder.DAY, "");
            lines.add(new Line(TEXTS.bilingual("label.release"), new Bilingual(release, release)));
            lines.add(new Line(
                    TEXTS.bilingual("label.disclosed"),
                    new Bilingual(Documents.day(day, Language.EN), Documents.day(day, Language.ES))));
        }
        InstitutionId authority = letter.authority();
        if (authority != null) {
            lines.add(new Line(
                    TEXTS.bilingual("label.authority"),
                    agreement
                            .institution(authority)
                            .map(Institution::name)
                            .orElse(new Bilingual(authority.value(), authority.value()))));
        }
        LocalDate review = letter.review();
        if (review != null) {
            lines.add(new Line(
                    TEXTS.bilingual("label.review"),
                    new Bilingual(
                            Documents.day(review.toString(), Language.EN),
                            Documents.day(review.toString(), Language.ES))));
        }
        measure.course()
                .flatMap(course -> course.milestone(letter.milestone()))
                .ifPresent(milestone -> lines.addAll(told(milestone, letter)));
        return lines;
    }

    private static List<Line> told(Course.Milestone milestone, Letter letter) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(TEXTS.bilingual("label.milestone"), milestone.name()));
        String happened = letter.happened().toString();
        lines.add(new Line(TEXTS.bilingual("label.happened"), new Bilingual(happened, happened)));
        for (Measure.FormField field : milestone.form()) {
            String value = letter.details().get(field.key());
            if (value != null) {
                lines.add(new Line(field.label(), Documents.value(field, value)));
            }
        }
        return lines;
    }

    private static Line word(Watching.Lost lost) {
        Bilingual event = lost.event().text();
        return new Line(
                TEXTS.bilingual("label.word"),
                new Bilingual(event.en() + " (" + lost.code() + ")", event.es() + " (" + lost.code() + ")"));
    }

    private Line ground(String key) {
        return new Line(
                TEXTS.bilingual("label.ground"),
                agreement.text().grounds().stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .map(Ground::text)
                        .orElse(new Bilingual(key, key)));
    }

    /// "60 days from the arrest: after 45".
    private Line clock(Watching.Alarm alarm) {
        LegalClock clock = agreement.legalClock(alarm.clock());
        Integer after = alarm.after();
        if (after == null) {
            return new Line(TEXTS.bilingual("label.clock"), clock.name());
        }
        String unit = clock.span().unit() == Span.Unit.HOURS ? "hours" : "days";
        Bilingual reached = TEXTS.bilingual("alarm." + unit, after, clock.span().amount());
        return new Line(
                TEXTS.bilingual("label.clock"),
                new Bilingual(
                        clock.name().en() + ": " + reached.en(), clock.name().es() + ": " + reached.es()));
    }
}
