package org.entente.ask;

import java.time.ZoneId;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.agreement.clock.Deadline;
import org.entente.ask.store.RequestRow;
import org.entente.ask.store.RequestStore.HistoryRow;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.OfficerId;
import org.entente.release.ReleaseId;
import org.jspecify.annotations.Nullable;

/// Rows of the store as the records of this room.
final class FileRows {
    private FileRows() {}

    static History.Noted noted(HistoryRow row) {
        Event event = Event.valueOf(row.event());
        return new History.Noted(
                row.at(),
                event,
                row.by(),
                row.note(),
                read(
                        row.letter(),
                        letter -> LetterKind.of(event)
                                .map(kind -> AskWire.parseLetter(kind, letter))
                                .orElse(null)),
                read(row.letter(), word -> part(event, word)),
                event.changesText() ? row.letter() : null,
                read(row.actingFor(), OfficerId::new));
    }

    private static @Nullable Part part(Event event, Bytes word) {
        if (event == Event.PART_ANSWERED || event == Event.PART_ANSWER_ARRIVED) {
            AskWire.Answer answer = AskWire.parseAnswer(word);
            return new Part.Answered(answer.release(), answer.rest(), answer.at());
        }
        if (event == Event.PART_REFUSED || event == Event.PART_REFUSAL_ARRIVED) {
            AskWire.Refusal refusal = AskWire.parseRefusal(word);
            return new Part.Refused(refusal.part(), refusal.note());
        }
        return null;
    }

    static Filed filed(RequestRow row) {
        AgreementId agreement = new AgreementId(row.agreement());
        return new Filed(
                AskWire.parseKept(row.document(), agreement),
                Direction.valueOf(row.side()),
                State.valueOf(row.state()),
                new InstitutionId(row.authority()),
                read(row.caseNumber(), CaseNumber::new),
                row.casePseudonym(),
                read(row.author(), OfficerId::new),
                read(row.envelope(), EnvelopeId::new),
                read(row.reply(), EnvelopeId::new),
                deadline(row.clock()),
                row.stopped(),
                row.alarm(),
                row.accepted(),
                AskWire.parseOwn(row.own()),
                read(row.refusal(), note -> AskWire.parseRefusal(note).note()),
                read(row.release(), ReleaseId::new),
                row.changed(),
                read(row.assignee(), OfficerId::new),
                row.knows().stream().map(OfficerId::new).collect(Collectors.toUnmodifiableSet()));
    }

    /// What a nullable column holds, read.
    private static <T, R> @Nullable R read(@Nullable T column, Function<T, @Nullable R> reading) {
        return column == null ? null : reading.apply(column);
    }

    static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    static RequestRow.@Nullable Clock clock(@Nullable Deadline deadline) {
        return deadline == null ? null : row(deadline);
    }

    static RequestRow.Clock row(Deadline deadline) {
        return new RequestRow.Clock(
                deadline.clock(),
                deadline.start(),
                deadline.due(),
                deadline.zone().getId(),
                deadline.extensions());
    }

    private static @Nullable Deadline deadline(RequestRow.@Nullable Clock clock) {
        return clock == null
                ? null
                : new Deadline(clock.key(), clock.started(), clock.due(), ZoneId.of(clock.zone()), clock.extensions());
    }
}
