package org.entente.ask;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Measure;
import org.entente.kernel.Officer;
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
            @Nullable Letter letter) {}

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
                .filter(line -> line.event() == Event.REVISED
                        || line.event() == Event.SUPPLEMENTED
                        || line.event() == Event.SUPPLEMENT_ARRIVED)
                .count();
    }

    /// Whether the officer wrote any text of this request.
    boolean isWrittenBy(Officer officer) {
        return lines.stream()
                .filter(line -> line.event() == Event.SUBMITTED || line.event() == Event.REVISED)
                .anyMatch(line -> line.by().equals(officer.label()));
    }

    /// Who found its basis good last; empty if nobody has.
    String checker() {
        return lines.stream()
                .filter(line -> line.event() == Event.BASIS_ACCEPTED)
                .map(Noted::by)
                .reduce("", (_, later) -> later);
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
