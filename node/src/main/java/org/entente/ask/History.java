package org.entente.ask;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.Measure;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.OfficerId;
import org.entente.release.ReleaseId;
import org.jspecify.annotations.Nullable;

/// What happened to a request on this side, in order, and what follows from it.
record History(List<Noted> lines) {
    History {
        lines = List.copyOf(lines);
    }

    /// A line as it is kept.
    record Noted(
            Instant at,
            Event event,
            String by,
            String note,
            @Nullable Letter letter,
            @Nullable Part part,
            @Nullable Bytes before,
            @Nullable OfficerId actingFor) {
        /// Whose work it is: who did it, and for whom.
        Stream<String> workers() {
            return Stream.concat(Stream.of(by), Stream.ofNullable(actingFor).map(Surroundings::label));
        }
    }

    /// The first change since it was last sent back to be mended, with the text and in its note the case as they were;
    /// empty if it never was, or nothing was changed since.
    Optional<Noted> returned() {
        Noted text = null;
        boolean back = false;
        for (Noted line : lines) {
            if (line.event() == Event.BASIS_RETURNED || line.event() == Event.LAW_CHANGED) {
                back = true;
                text = null;
            }
            if (back && line.event().changesText()) {
                text = line;
                back = false;
            }
        }
        return Optional.ofNullable(text);
    }

    /// What was answered or refused in part, by either side.
    List<Part> parts() {
        return lines.stream().flatMap(line -> Stream.ofNullable(line.part())).toList();
    }

    /// Every release that answered it or a part of it.
    Set<ReleaseId> releases(Filed filed) {
        Set<ReleaseId> releases = new LinkedHashSet<>();
        for (Part part : parts()) {
            if (part instanceof Part.Answered answered) {
                releases.add(answered.release());
            }
        }
        ReleaseId last = filed.release();
        if (last != null) {
            releases.add(last);
        }
        return releases;
    }

    /// The institution of the asked side that had the request when a line was written.
    InstitutionId authorityAt(Noted when, Request request) {
        InstitutionId had = request.head().to();
        for (Noted line : lines) {
            if (line.equals(when)) {
                return had;
            }
            InstitutionId given = line.letter() == null ? null : line.letter().authority();
            had = given == null ? had : given;
        }
        return had;
    }

    /// The institutions of the asked side that have had the request, the one it was sent to first.
    Set<InstitutionId> authorities(Request request) {
        Set<InstitutionId> had = new LinkedHashSet<>(Set.of(request.head().to()));
        for (Noted line : lines) {
            InstitutionId given = line.letter() == null ? null : line.letter().authority();
            if (given != null) {
                had.add(given);
            }
        }
        return had;
    }

    /// The milestones told so far and not lifted since, by either side, and when each happened.
    Map<String, Instant> told(Measure measure) {
        Map<String, Instant> told = new HashMap<>();
        for (Noted line : lines) {
            Letter letter = line.letter();
            if (letter != null && letter.kind() == LetterKind.MILESTONE) {
                told.put(letter.milestone(), letter.happened());
                measure.course()
                        .flatMap(course -> course.milestone(letter.milestone()))
                        .ifPresent(milestone -> told.keySet().removeAll(milestone.lifts()));
            }
        }
        return told;
    }

    /// The grounds that this side consulted on: a question named them, and the other side answered it.
    Set<String> consulted() {
        Set<String> consulted = new HashSet<>();
        String asked = "";
        for (Noted line : lines) {
            Letter letter = line.letter();
            if (letter != null && letter.kind() == LetterKind.QUESTION) {
                asked = letter.details().getOrDefault(LetterOrder.GROUND, "");
            }
            if (letter != null && letter.kind() == LetterKind.SUPPLEMENT && !asked.isEmpty()) {
                consulted.add(asked);
            }
        }
        return Set.copyOf(consulted);
    }

    /// How often its text was changed or something was added to it.
    int revision() {
        return (int) lines.stream()
                .filter(line -> line.event().changesText()
                        || line.event() == Event.SUPPLEMENTED
                        || line.event() == Event.SUPPLEMENT_ARRIVED)
                .count();
    }

    /// Whose text it is: who wrote any of it, and for whom they did.
    Set<String> writers() {
        return lines.stream()
                .filter(line -> line.event() == Event.SUBMITTED || line.event().changesText())
                .flatMap(Noted::workers)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whose check found its basis good last.
    Set<String> checkers() {
        return lines.stream()
                .filter(line -> line.event() == Event.BASIS_ACCEPTED)
                .reduce((_, later) -> later)
                .map(line -> line.workers().collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    /// What a lawyer of this side found of its basis, in order.
    List<Noted> decisions() {
        return lines.stream()
                .filter(line -> line.event() == Event.BASIS_ACCEPTED || line.event() == Event.BASIS_RETURNED)
                .toList();
    }

    /// The letter by which the asked side accepted it.
    @Nullable
    Letter acceptance() {
        return lines.stream()
                .map(Noted::letter)
                .filter(letter -> letter != null && letter.kind() == LetterKind.ACCEPTANCE)
                .findFirst()
                .orElse(null);
    }

    /// The milestones that either side told, in the order in which this side learned of them.
    List<Noted> milestones() {
        return lines.stream()
                .filter(line -> line.letter() != null && line.letter().kind() == LetterKind.MILESTONE)
                .toList();
    }

    /// When this side answered, or had the answer.
    Optional<Instant> answered() {
        return lines.stream()
                .filter(line -> line.event() == Event.ANSWERED || line.event() == Event.ANSWER_ARRIVED)
                .map(Noted::at)
                .findFirst();
    }

    /// Whether the other side wrote a letter after that moment, by more than two clocks may differ.
    boolean hasLetterAfter(Instant moment) {
        return lines.stream()
                .filter(line -> LetterKind.arrives(line.event()))
                .map(Noted::letter)
                .anyMatch(letter -> letter != null && letter.at().isAfter(moment.plus(Limits.CLOCKS_APART_MAX)));
    }
}
