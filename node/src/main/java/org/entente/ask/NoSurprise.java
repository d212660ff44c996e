package org.entente.ask;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.ask.store.ForewarningStore;
import org.entente.db.Tx;
import org.entente.exchange.Arrival;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.AgreementId;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/// No-surprise notices in the tables of this room: sent now, with the request they are about, or later. Until one
/// is sent, or it was decided not to, it is told again and again that it waits. Their leaves and their body have
/// types that do not tell of what.
final class NoSurprise {
    private static final String DUE = "DUE";
    /// Its provider permits no dissemination: one authority is told.
    private static final Set<HandlingCode> HANDLING = Set.of(HandlingCode.H2);

    private final Surroundings around;
    private final ForewarningStore store = new ForewarningStore();

    NoSurprise(Surroundings around) {
        this.around = around;
    }

    List<FiledForewarning> list(Tx tx) {
        return store.list(tx, Limits.LIST_MAX).stream()
                .map(row -> filed(tx, row))
                .toList();
    }

    /// Locked until the transaction ends.
    ///
    /// @throws EntenteException ASK_FOREWARNING_UNKNOWN
    FiledForewarning lock(Tx tx, ForewarningId id) {
        return store.lock(tx, id.hex()).map(row -> filed(tx, row)).orElseThrow(() -> unknown(id));
    }

    static EntenteException unknown(ForewarningId id) {
        return new EntenteException(AskCode.ASK_FOREWARNING_UNKNOWN, id.hex());
    }

    void write(Tx tx, FiledForewarning one, String reason) {
        store.insert(tx, row(one));
        step(tx, one.forewarning(), one.state().name(), one.by(), reason, one.due());
    }

    /// Sends one that waits, to its authority and nobody else.
    void send(Tx tx, Forewarning one, String by) {
        EnvelopeId envelope = around.post()
                .send(
                        tx,
                        new Dispatch(
                                one.agreement(),
                                one.from(),
                                one.to(),
                                ForewarningWire.TYPE,
                                null,
                                // The pseudonym of a case would tie it to requests of that case.
                                "",
                                one.basis(),
                                one.purpose(),
                                HANDLING,
                                around.expiry(),
                                ForewarningWire.encode(one, around.now())))
                .id();
        store.move(tx, one.id().hex(), ForewarningState.SENT.name(), null);
        store.sent(tx, one.id().hex(), envelope.hex(), around.now());
        step(tx, one, ForewarningState.SENT.name(), by, "", null);
    }

    /// Those that leave with a request leave now.
    void depart(Tx tx, RequestNumber number, String by) {
        store.with(tx, number.value()).forEach(row -> send(tx, filed(tx, row).forewarning(), by));
    }

    /// What was to leave with a request that was taken back is decided anew, at once.
    void strand(Tx tx, RequestNumber number, String by) {
        for (ForewarningStore.Row row : store.with(tx, number.value())) {
            move(tx, filed(tx, row).forewarning(), ForewarningState.DELAYED, by, "", around.now());
        }
    }

    void move(Tx tx, Forewarning one, ForewarningState state, String by, String reason, @Nullable Instant due) {
        store.move(tx, one.id().hex(), state.name(), due);
        step(tx, one, state.name(), by, reason, due);
    }

    /// The first look of the authority's own is told on this side only.
    void read(Tx tx, FiledForewarning one, Officer officer) {
        if (one.side() == Direction.IN
                && one.read() == null
                && officer.institution().equals(one.forewarning().to())) {
            store.read(tx, one.forewarning().id().hex(), officer.label(), around.now());
        }
        duty(tx, one.forewarning(), "OPENED", officer.label(), null);
    }

    /// @throws EntenteException ASK_BODY_BROKEN for an id that is known, or one that shows the number of a request
    ///     which only named officers know; ASK_WORDS_SPENT while too many are unread
    void receive(Tx tx, Arrival arrival, Forewarning one, @Nullable Filed shown) {
        AgreementId agreement = one.agreement();
        if (store.unreadCount(tx, agreement.value()) >= Limits.FOREWARNINGS_UNREAD_MAX) {
            throw new EntenteException(
                    AskCode.ASK_WORDS_SPENT,
                    one.id().hex(),
                    ForewarningWire.TYPE,
                    Integer.toString(Limits.FOREWARNINGS_UNREAD_MAX));
        }
        FiledForewarning filed = new FiledForewarning(
                one,
                Direction.IN,
                ForewarningState.RECEIVED,
                null,
                null,
                arrival.sender().label(),
                null,
                arrival.id(),
                arrival.received(),
                null,
                null,
                List.of());
        boolean showsQuiet = shown != null && shown.request().head().quiet();
        if (showsQuiet || !store.insert(tx, row(filed))) {
            throw new EntenteException(AskCode.ASK_BODY_BROKEN, ForewarningWire.TYPE);
        }
        step(tx, one, ForewarningState.RECEIVED.name(), filed.by(), "", null);
    }

    /// Tells what waits and is due, and what did not arrive.
    ///
    /// @return how many
    int sweep(String by) {
        int told = around.transactions().in(tx -> {
            List<ForewarningStore.Row> due = store.due(tx, around.now(), Limits.LIST_MAX);
            for (ForewarningStore.Row row : due) {
                store.remind(tx, row.id(), around.now().plus(Limits.FOREWARNING_REMINDER));
                step(tx, filed(tx, row).forewarning(), DUE, by, "", row.due());
            }
            return due.size();
        });
        for (ForewarningStore.Row row : around.transactions().in(tx -> store.onTheirWay(tx, Limits.LIST_MAX))) {
            told += settle(row, by);
        }
        return told;
    }

    private int settle(ForewarningStore.Row row, String by) {
        String envelope = row.envelope();
        if (envelope == null) {
            return 0;
        }
        // Asked outside a transaction: the outbox opens its own.
        return switch (around.post().progress(new EnvelopeId(envelope))) {
            case Post.Progress.OnTheWay _ -> 0;
            case Post.Progress.Delivered _ ->
                around.transactions().in(tx -> {
                    store.settled(tx, row.id());
                    return 0;
                });
            case Post.Progress.Failed failed ->
                around.transactions().in(tx -> {
                    FiledForewarning now = lock(tx, new ForewarningId(row.id()));
                    if (now.state() != ForewarningState.SENT) {
                        return 0;
                    }
                    store.settled(tx, row.id());
                    move(tx, now.forewarning(), ForewarningState.NOT_DELIVERED, by, failed.code(), around.now());
                    return 1;
                });
        };
    }

    private void step(Tx tx, Forewarning one, String step, String by, String reason, @Nullable Instant due) {
        store.step(tx, one.id().hex(), new ForewarningStore.StepRow(around.now(), step, by, reason, due));
        duty(tx, one, step, by, due);
    }

    /// Neither the text nor a reason nor the request: the log has that something was decided.
    private void duty(Tx tx, Forewarning one, String step, String by, @Nullable Instant due) {
        Map<String, String> fields =
                new HashMap<>(Map.of("by", by, "note", one.id().hex(), "step", step));
        if (due != null) {
            fields.put("due", due.toString());
        }
        around.duty(tx, one.agreement(), "ask.noted", fields);
    }

    private FiledForewarning filed(Tx tx, ForewarningStore.Row row) {
        String shown = row.shown();
        String about = row.about();
        String caseNumber = row.caseNumber();
        String envelope = row.envelope();
        return new FiledForewarning(
                new Forewarning(
                        new ForewarningId(row.id()),
                        new AgreementId(row.agreement()),
                        new InstitutionId(row.from()),
                        new InstitutionId(row.to()),
                        row.text(),
                        new LegalBasis(row.basis(), row.article()),
                        new Purpose(row.purpose()),
                        row.demonstration(),
                        shown == null ? null : new RequestNumber(shown),
                        row.written()),
                Direction.valueOf(row.side()),
                ForewarningState.valueOf(row.state()),
                about == null ? null : new RequestNumber(about),
                caseNumber == null ? null : new CaseNumber(caseNumber),
                row.by(),
                row.due(),
                envelope == null ? null : new EnvelopeId(envelope),
                row.sent(),
                row.readBy(),
                row.read(),
                store.steps(tx, row.id()).stream()
                        .map(step ->
                                new FiledForewarning.Step(step.at(), step.step(), step.by(), step.reason(), step.due()))
                        .toList());
    }

    private static ForewarningStore.Row row(FiledForewarning filed) {
        Forewarning one = filed.forewarning();
        return new ForewarningStore.Row(
                one.id().hex(),
                one.agreement().value(),
                filed.side().name(),
                filed.state().name(),
                one.from().value(),
                one.to().value(),
                one.text(),
                one.basis().instrument(),
                one.basis().article(),
                one.purpose().code(),
                one.demonstration(),
                FileRows.text(one.shown()),
                one.written(),
                FileRows.text(filed.about()),
                FileRows.text(filed.caseNumber()),
                filed.by(),
                filed.due(),
                FileRows.text(filed.envelope()),
                filed.sent(),
                filed.readBy(),
                filed.read());
    }
}
