package org.entente.ask;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.access.StandIns;
import org.entente.agreement.Course;
import org.entente.agreement.Measure;
import org.entente.ask.store.NoticeStore;
import org.entente.ask.store.RequestRow;
import org.entente.ask.store.RequestStore;
import org.entente.ask.store.RequestStore.HistoryRow;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.Outbox;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.release.ReleaseId;
import org.jspecify.annotations.Nullable;

/// The files of this room: requests in and out of the store, and the one place where a state changes.
final class Files {
    /// What may happen again and again and leaves the request where it is.
    private static final Set<Event> REPEATABLE = EnumSet.of(
            Event.PART_ANSWERED,
            Event.PART_ANSWER_ARRIVED,
            Event.PART_REFUSED,
            Event.PART_REFUSAL_ARRIVED,
            Event.TRANSFERRED,
            Event.TRANSFER_ARRIVED,
            Event.DISCLOSED,
            Event.DISCLOSURE_ARRIVED,
            Event.ASSISTANCE_TOLD,
            Event.ASSISTANCE_ARRIVED);

    private final Surroundings around;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RequestStore store = new RequestStore();
    private final NoticeStore notices = new NoticeStore();
    private final Crossings crossings = new Crossings();

    Files(Surroundings around) {
        this.around = around;
    }

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
                        filed.institution().value(),
                        filed.authority().value(),
                        filed.state().name(),
                        document,
                        FileRows.text(filed.caseNumber()),
                        filed.casePseudonym(),
                        FileRows.text(filed.author()),
                        FileRows.text(filed.envelope()),
                        null,
                        FileRows.clock(filed.deadline()),
                        filed.stopped(),
                        filed.alarm(),
                        filed.accepted(),
                        AskWire.encode(filed.own()),
                        null,
                        null,
                        head.created(),
                        filed.changed(),
                        FileRows.text(filed.assignee()),
                        List.of()));
    }

    /// A number of its own for a quiet request.
    int quietCount(Tx tx, Party party, int year) {
        return RANDOM.ints(Limits.QUIET_COUNT_MIN, Limits.QUIET_COUNT_MAX + 1)
                .filter(count -> store.find(
                                tx, RequestNumber.of(party, year, count).value())
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /// One more officer knows of a quiet request.
    void name(Tx tx, RequestNumber number, Knower knower) {
        store.name(
                tx, number.value(), new RequestStore.KnowerRow(knower.officer().value(), knower.by(), knower.at()));
    }

    List<Knower> knowers(Tx tx, RequestNumber number) {
        return store.knowers(tx, number.value()).stream()
                .map(row -> new Knower(new OfficerId(row.officer()), row.by(), row.at()))
                .toList();
    }

    /// Envelopes of quiet requests that the reader does not know of.
    Set<EnvelopeId> hidden(Tx tx, RequestStore.Reader reader) {
        return store.hidden(tx, reader).stream().map(EnvelopeId::new).collect(Collectors.toUnmodifiableSet());
    }

    /// @throws EntenteException ASK_REQUEST_UNKNOWN
    Filed read(Tx tx, RequestNumber number) {
        return store.find(tx, number.value()).map(FileRows::filed).orElseThrow(() -> unknown(number));
    }

    /// As `read`, held until the transaction ends.
    Filed lock(Tx tx, RequestNumber number) {
        return find(tx, number).orElseThrow(() -> unknown(number));
    }

    /// As `lock`, for a step of an officer: whose it is may have changed since it was read.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN also if it is no longer the officer's
    Filed lock(Tx tx, Officer officer, RequestNumber number) {
        Filed filed = lock(tx, number);
        if (!around.concerns(officer, filed)) {
            throw unknown(number);
        }
        return filed;
    }

    Optional<Filed> find(Tx tx, RequestNumber number) {
        return store.lock(tx, number.value()).map(FileRows::filed);
    }

    /// Applies an event to a locked file and notes it.
    ///
    /// @return the state it has now
    /// @throws EntenteException ASK_NOT_IN_THIS_STATE if the table of [Lifecycle] has no such row
    State apply(Tx tx, Filed filed, Event event, Instant at, String by, String note) {
        Lifecycle.Row row = row(tx, filed, event);
        move(tx, filed, row, at);
        keep(tx, filed.number(), new HistoryRow(at, event.name(), by, note, null));
        return row.next();
    }

    /// Notes that the text is about to be changed, with what it was and the case it was for.
    void revised(Tx tx, Filed filed, Event event, Instant at, String by) {
        move(tx, filed, row(tx, filed, event), at);
        String number = filed.number().value();
        Bytes before = store.find(tx, number)
                .orElseThrow(() -> unknown(filed.number()))
                .document();
        CaseNumber caseNumber = filed.caseNumber();
        String about = caseNumber == null ? "" : caseNumber.value();
        keep(tx, filed.number(), new HistoryRow(at, event.name(), by, about, before));
    }

    /// As `apply`, for what became of a part.
    void apply(Tx tx, Filed filed, Event event, Instant at, String by, Part part) {
        move(tx, filed, row(tx, filed, event), at);
        RequestNumber number = filed.number();
        HistoryRow row = switch (part) {
            case Part.Answered answered ->
                new HistoryRow(
                        at,
                        event.name(),
                        by,
                        answered.rest(),
                        AskWire.encode(new AskWire.Answer(number, answered.release(), answered.rest(), answered.at())));
            case Part.Refused refused ->
                new HistoryRow(
                        at,
                        event.name(),
                        by,
                        refused.what(),
                        AskWire.encode(new AskWire.Refusal(number, refused.note(), refused.what())));
        };
        keep(tx, number, row);
    }

    /// As `apply`, for an event that a letter carries; the caller moves the clock.
    Lifecycle.Row move(Tx tx, Filed filed, Event event, Instant at, String by, Letter letter) {
        Lifecycle.Row row = row(tx, filed, event);
        move(tx, filed, row, at);
        if (row.next() == State.IN_EXECUTION && letter.kind() == LetterKind.ACCEPTANCE) {
            store.accepted(tx, filed.number().value(), letter.at());
        }
        // Noted while it is still with whom it was: a deputy who passes it on acts for them.
        keep(tx, filed.number(), new HistoryRow(at, event.name(), by, letter.text(), AskWire.encode(letter)));
        InstitutionId authority = letter.authority();
        if (authority != null) {
            store.transferred(tx, filed.number().value(), filed.side().name(), authority.value());
        }
        return row;
    }

    /// @throws EntenteException ASK_NOT_IN_THIS_STATE; ASK_UNSETTLED
    void requireOpen(Tx tx, Filed filed, Event event) {
        row(tx, filed, event);
    }

    private Lifecycle.Row row(Tx tx, Filed filed, Event event) {
        Measure measure =
                around.agreement(filed.request()).measure(filed.request().type().measure());
        boolean accepted = filed.accepted() != null;
        List<Course.Milestone> unsettled = accepted
                ? measure.course().stream()
                        .flatMap(
                                course -> course
                                        .unsettled(history(tx, filed.number())
                                                .told(measure)
                                                .keySet())
                                        .stream())
                        .toList()
                : List.of();
        Circumstances now = new Circumstances(measure, accepted, unsettled.isEmpty());
        return Lifecycle.row(filed.side(), filed.state(), event, now).orElseThrow(() -> {
            boolean otherwise = Lifecycle.row(
                            filed.side(), filed.state(), event, new Circumstances(measure, accepted, true))
                    .isPresent();
            return otherwise
                    ? new EntenteException(
                            AskCode.ASK_UNSETTLED,
                            filed.number().value(),
                            unsettled.getFirst().key())
                    : new EntenteException(
                            AskCode.ASK_NOT_IN_THIS_STATE,
                            filed.number().value(),
                            filed.state().word(),
                            event.word());
        });
    }

    /// @throws EntenteException ASK_WORDS_SPENT
    void requireFew(Tx tx, Filed filed, Event event) {
        if (REPEATABLE.contains(event)
                && store.eventCount(tx, filed.number().value(), event.name()) >= Limits.WORDS_OF_A_KIND_MAX) {
            throw new EntenteException(
                    AskCode.ASK_WORDS_SPENT,
                    filed.number().value(),
                    event.word(),
                    Integer.toString(Limits.WORDS_OF_A_KIND_MAX));
        }
    }

    private void move(Tx tx, Filed filed, Lifecycle.Row row, Instant at) {
        requireFew(tx, filed, row.event());
        store.move(tx, filed.number().value(), row.next().name(), at);
        if (!row.next().isOpen()) {
            store.silence(tx, filed.number().value());
        }
    }

    void revise(Tx tx, RequestNumber number, Bytes document, CaseNumber caseNumber, String pseudonym) {
        store.revise(tx, number.value(), document, caseNumber.value(), pseudonym);
    }

    void sent(Tx tx, Filed filed, Outbox.Queued queued) {
        store.sent(tx, filed.number().value(), queued.id().hex());
        crossed(tx, filed, Crossing.sent(Crossing.Kind.REQUEST, queued, null));
    }

    /// Keeps a word that crossed, for the figures of cooperation.
    void crossed(Tx tx, Filed filed, Crossing word) {
        crossings.add(tx, filed.request().head().agreement(), filed.number(), word);
    }

    void own(Tx tx, RequestNumber number, Head.Declarations own) {
        store.own(tx, number.value(), AskWire.encode(own));
    }

    void refused(Tx tx, RequestNumber number, EnvelopeId carrier, RefusalNote note) {
        store.replied(tx, number.value(), carrier.hex(), AskWire.encode(new AskWire.Refusal(number, note, "")), null);
    }

    void answered(Tx tx, RequestNumber number, EnvelopeId carrier, ReleaseId release) {
        store.replied(tx, number.value(), carrier.hex(), null, release.hex());
    }

    void clock(Tx tx, RequestNumber number, Clocks.Kept kept) {
        store.clock(tx, number.value(), FileRows.clock(kept.deadline()), kept.stopped(), kept.alarm());
    }

    /// @param after the last number of the page before; empty for the first
    List<RequestNumber> alarmsDue(Tx tx, Instant now, String after) {
        return store.alarmsDue(tx, now, after, Limits.LIST_MAX).stream()
                .map(RequestNumber::new)
                .toList();
    }

    List<Filed> inbox(Tx tx, RequestStore.Reader reader) {
        return store.inbox(tx, reader, openStates(), Limits.LIST_MAX).stream()
                .map(FileRows::filed)
                .toList();
    }

    List<Filed> filtered(Tx tx, Officer officer, RequestFilter filter) {
        return store.filtered(tx, criteria(tx, officer, filter), openStates(), Limits.LIST_MAX).stream()
                .map(FileRows::filed)
                .toList();
    }

    /// How many pass a filter.
    int count(Tx tx, Officer officer, RequestFilter filter) {
        return store.count(tx, criteria(tx, officer, filter), openStates());
    }

    private RequestStore.Criteria criteria(Tx tx, Officer officer, RequestFilter filter) {
        return new RequestStore.Criteria(
                filter.side().name(),
                around.reader(officer),
                filter.type(),
                filter.states(),
                filter.institution(),
                filter.number(),
                filter.left() == RequestFilter.Left.NONE,
                filter.dueUntil(around.now()),
                assigned(tx, officer, filter.assignee()));
    }

    /// Who has it now: the deputy what is given to whom they stand in for, nobody what is given
    /// to whom is away without one.
    private RequestStore.@Nullable Assigned assigned(Tx tx, Officer officer, String assignee) {
        if (assignee.isEmpty()) {
            return null;
        }
        StandIns standIns = around.roll().standIns(tx, around.now());
        boolean nobody = assignee.equals(RequestFilter.NOBODY);
        OfficerId who = assignee.equals(RequestFilter.ME) || nobody ? officer.id() : new OfficerId(assignee);
        List<String> theirs = new ArrayList<>();
        (nobody ? standIns.uncovered() : standIns.absentOf(who)).forEach(one -> theirs.add(one.value()));
        if (!nobody) {
            theirs.add(who.value());
        }
        return new RequestStore.Assigned(List.copyOf(theirs), nobody);
    }

    private static List<String> openStates() {
        return Arrays.stream(State.values())
                .filter(State::isOpen)
                .map(Enum::name)
                .toList();
    }

    List<Filed> received(Tx tx, RequestStore.Reader reader) {
        return store.received(tx, reader, Limits.LIST_MAX).stream()
                .map(FileRows::filed)
                .toList();
    }

    List<Filed> sent(Tx tx, RequestStore.Reader reader) {
        return store.sent(tx, reader, openStates(), Limits.LIST_MAX).stream()
                .map(FileRows::filed)
                .toList();
    }

    /// Sends a word of this side about a request, and keeps that it left.
    EnvelopeId send(Tx tx, Filed filed, Event event, String type, Bytes body) {
        return send(tx, filed, event, null, filed.dispatch(type, around.expiry(), body));
    }

    EnvelopeId sendRefusal(Tx tx, Filed filed, RefusalNote note) {
        Bytes body = AskWire.encode(new AskWire.Refusal(filed.number(), note, ""));
        return send(
                tx,
                filed,
                Event.REFUSED,
                Crossing.Stated.of(note),
                filed.dispatch(AskWire.REFUSAL, around.expiry(), body));
    }

    private EnvelopeId send(Tx tx, Filed filed, Event event, Crossing.@Nullable Stated refusal, Dispatch dispatch) {
        Outbox.Queued carrier = around.post().send(tx, dispatch);
        store.word(tx, new RequestStore.Word(carrier.id().hex(), filed.number().value(), event.name()));
        crossed(tx, filed, Crossing.sent(Crossing.Kind.of(event), carrier, refusal));
        return carrier.id();
    }

    /// @param after the last envelope of the page before; empty for the first
    List<RequestStore.Word> words(Tx tx, String after) {
        return store.words(tx, after, Limits.LIST_MAX);
    }

    /// What became of the word is known.
    ///
    /// @return false if it was known before
    boolean forget(Tx tx, String envelope) {
        return store.forget(tx, envelope);
    }

    /// Notes what changes no state.
    void note(Tx tx, RequestNumber number, Event event, String by, String note) {
        keep(tx, number, new HistoryRow(around.now(), event.name(), by, note, null));
    }

    private void keep(Tx tx, RequestNumber number, HistoryRow row) {
        store.note(tx, number.value(), row.actingFor(FileRows.text(around.actsFor(tx, row.by(), number.value()))));
        tell(tx, number, row.event(), row.by());
    }

    /// Whoever has the request hears of it, or its institution.
    void tell(Tx tx, RequestNumber number, String event, String by) {
        if (Notices.isTold(event)) {
            notices.add(tx, number.value(), around.now(), event, by);
        }
    }

    /// Own requests whose delivery is not known yet.
    ///
    /// @param after the last number of the page before; empty for the first
    List<Filed> underWay(Tx tx, String after) {
        return store.underWay(tx, after, Limits.LIST_MAX).stream()
                .map(FileRows::filed)
                .toList();
    }

    History history(Tx tx, RequestNumber number) {
        return new History(
                store.history(tx, number.value()).stream().map(FileRows::noted).toList());
    }

    private static EntenteException unknown(RequestNumber number) {
        return new EntenteException(AskCode.ASK_REQUEST_UNKNOWN, number.value());
    }
}
