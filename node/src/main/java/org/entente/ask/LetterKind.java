package org.entente.ask;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words that follow a request between the two sides until it ends.
public enum LetterKind {
    /// The asked side wants more information, perhaps because it thinks of a ground of refusal.
    QUESTION(Direction.IN, true, Event.QUESTION_PUT, Event.QUESTION_ARRIVED, AskAction.QUESTION),
    SUPPLEMENT(Direction.OUT, true, Event.SUPPLEMENTED, Event.SUPPLEMENT_ARRIVED, AskAction.SUPPLEMENT),
    ACCEPTANCE(Direction.IN, false, Event.ACCEPTED, Event.ACCEPTANCE_ARRIVED, AskAction.ACCEPT),
    EXTENSION(Direction.IN, true, Event.EXTENDED, Event.EXTENSION_ARRIVED, AskAction.EXTEND),
    POSTPONEMENT(Direction.IN, true, Event.POSTPONED, Event.POSTPONEMENT_ARRIVED, AskAction.POSTPONE),
    RESUMPTION(Direction.IN, false, Event.RESUMED, Event.RESUMPTION_ARRIVED, AskAction.RESUME),
    /// The asked side gives it to another of its institutions.
    TRANSFER(Direction.IN, true, Event.TRANSFERRED, Event.TRANSFER_ARRIVED, AskAction.TRANSFER),
    /// No condition forbids to disclose what helps an accused; who released it is told.
    DISCLOSURE(Direction.OUT, true, Event.DISCLOSED, Event.DISCLOSURE_ARRIVED, AskAction.DISCLOSE),
    /// Either side tells what happened; which side, the milestone says.
    MILESTONE(null, false, Event.MILESTONE_TOLD, Event.MILESTONE_ARRIVED, AskAction.TELL_MILESTONE);

    private final @Nullable Direction writer;
    private final boolean needsText;
    private final Event sent;
    private final Event arrived;
    private final AskAction action;

    LetterKind(@Nullable Direction writer, boolean needsText, Event sent, Event arrived, AskAction action) {
        this.writer = writer;
        this.needsText = needsText;
        this.sent = sent;
        this.arrived = arrived;
        this.action = action;
    }

    public static Optional<LetterKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /// As the API and the console write it: `postponement`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What an officer must be allowed to do to write one.
    public AskAction action() {
        return action;
    }

    /// Whether it must say something in words.
    public boolean needsText() {
        return needsText;
    }

    /// Whether the side that keeps the request in this direction writes it.
    boolean isWrittenBy(Direction side) {
        return writer == null || writer == side;
    }

    Event event(boolean ends) {
        return ends ? Event.CONCLUDED : sent;
    }

    Event arrival(boolean ends) {
        return ends ? Event.CONCLUSION_ARRIVED : arrived;
    }

    /// The kind of letter that an event is, on either side.
    static Optional<LetterKind> of(Event event) {
        boolean concludes = event == Event.CONCLUDED || event == Event.CONCLUSION_ARRIVED;
        return Arrays.stream(values())
                .filter(kind -> kind.sent == event || kind.arrived == event || (concludes && kind == MILESTONE))
                .findFirst();
    }

    /// Whether a letter of the other side is this event.
    static boolean arrives(Event event) {
        return event == Event.CONCLUSION_ARRIVED || Arrays.stream(values()).anyMatch(kind -> kind.arrived == event);
    }

    String type() {
        return "ask." + word();
    }

    static Set<String> types() {
        return Arrays.stream(values()).map(LetterKind::type).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<LetterKind> ofType(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type().equals(type)).findFirst();
    }
}
