package org.entente.ask;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.agreement.clock.Deadline;
import org.entente.ask.store.RequestRow;
import org.entente.ask.store.RequestStore;
import org.entente.ask.store.RequestStore.HistoryRow;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.OfficerId;
import org.entente.release.ReleaseId;
import org.jspecify.annotations.Nullable;

/// The files of this room: requests in and out of the store, and the one place where a state changes.
final class Files {
    private final RequestStore store = new RequestStore();

    int nextCount(Tx tx, int year) {
        return store.nextCount(tx, year);
    }

    /// @return false if the number is taken
    boolean open(Tx tx, Filed filed, Bytes document) {
        Head head = filed.request().head();
        return store.insert(
                tx,
                new RequestRow(
                        head.number().value(),
                        head.agreement().value(),
                        filed.side().name(),
                        filed.state().name(),
                        document,
                        text(filed.caseNumber()),
                        filed.casePseudonym(),
                        text(filed.author()),
                        text(filed.envelope()),
                        null,
                        clock(filed.deadline()),
                        filed.stopped(),
                        AskWire.encode(filed.own()),
                        null,
                        null,
                        head.created(),
                        filed.changed()));
    }

    /// @throws EntenteException ASK_REQUEST_UNKNOWN
    Filed read(Tx tx, RequestNumber number) {
        return store.find(tx, number.value()).map(Files::filed).orElseThrow(() -> unknown(number));
    }

    /// As `read`, held until the transaction ends.
    Filed lock(Tx tx, RequestNumber number) {
        return find(tx, number).orElseThrow(() -> unknown(number));
    }

    Optional<Filed> find(Tx tx, RequestNumber number) {
        return store.lock(tx, number.value()).map(Files::filed);
    }

    /// Applies an event to a locked file and notes it.
    ///
    /// @return the state it has now
    /// @throws EntenteException ASK_NOT_IN_THIS_STATE if the table of [Lifecycle] has no such row
    State apply(Tx tx, Filed filed, Event event, Instant at, String by, String note) {
        State next = Lifecycle.next(filed.side(), filed.state(), event)
                .orElseThrow(() -> new EntenteException(
                        AskCode.ASK_NOT_IN_THIS_STATE,
                        filed.number().value(),
                        filed.state().word(),
                        event.word()));
        store.move(tx, filed.number().value(), next.name(), at);
        store.note(tx, filed.number().value(), new HistoryRow(at, event.name(), by, note));
        return next;
    }

    void revise(Tx tx, RequestNumber number, Bytes document, CaseNumber caseNumber, String pseudonym) {
        store.revise(tx, number.value(), document, caseNumber.value(), pseudonym);
    }

    void sent(Tx tx, RequestNumber number, EnvelopeId envelope) {
        store.sent(tx, number.value(), envelope.hex());
    }

    void own(Tx tx, RequestNumber number, Head.Declarations own) {
        store.own(tx, number.value(), AskWire.encode(own));
    }

    void refused(Tx tx, RequestNumber number, EnvelopeId carrier, RefusalNote note) {
        store.replied(tx, number.value(), carrier.hex(), AskWire.encode(new AskWire.Refusal(number, note)), null);
    }

    void answered(Tx tx, RequestNumber number, EnvelopeId carrier, ReleaseId release) {
        store.replied(tx, number.value(), carrier.hex(), null, release.hex());
    }

    /// The clock stands from now on.
    void stop(Tx tx, RequestNumber number, Deadline deadline, Instant at) {
        store.clock(tx, number.value(), row(deadline), at);
    }

    /// The clock runs on.
    void resume(Tx tx, RequestNumber number, Deadline deadline) {
        store.clock(tx, number.value(), row(deadline), null);
    }

    List<Filed> inbox(Tx tx) {
        List<String> open = Arrays.stream(State.values())
                .filter(State::isOpen)
                .map(Enum::name)
                .toList();
        return store.inbox(tx, open, Limits.LIST_MAX).stream().map(Files::filed).toList();
    }

    List<Filed> all(Tx tx, Direction side) {
        return store.all(tx, side.name(), Limits.LIST_MAX).stream()
                .map(Files::filed)
                .toList();
    }

    List<Filed> underWay(Tx tx) {
        return store.underWay(tx, Limits.LIST_MAX).stream().map(Files::filed).toList();
    }

    List<HistoryEntry> history(Tx tx, RequestNumber number) {
        return store.history(tx, number.value()).stream()
                .map(row -> new HistoryEntry(row.at(), Event.valueOf(row.event()), row.by(), row.note()))
                .toList();
    }

    private static Filed filed(RequestRow row) {
        AgreementId agreement = new AgreementId(row.agreement());
        return new Filed(
                AskWire.parseKept(row.document(), agreement),
                Direction.valueOf(row.side()),
                State.valueOf(row.state()),
                read(row.caseNumber(), CaseNumber::new),
                row.casePseudonym(),
                read(row.author(), OfficerId::new),
                read(row.envelope(), EnvelopeId::new),
                read(row.reply(), EnvelopeId::new),
                deadline(row.clock()),
                row.stopped(),
                AskWire.parseOwn(row.own()),
                read(row.refusal(), note -> AskWire.parseRefusal(note).note()),
                read(row.release(), ReleaseId::new),
                row.changed());
    }

    /// What a nullable column holds, read.
    private static <T, R> @Nullable R read(@Nullable T column, Function<T, R> reading) {
        return column == null ? null : reading.apply(column);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private static RequestRow.@Nullable Clock clock(@Nullable Deadline deadline) {
        return deadline == null ? null : row(deadline);
    }

    private static RequestRow.Clock row(Deadline deadline) {
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

    private static EntenteException unknown(RequestNumber number) {
        return new EntenteException(AskCode.ASK_REQUEST_UNKNOWN, number.value());
    }
}
