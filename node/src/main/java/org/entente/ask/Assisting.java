package org.entente.ask;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.ask.store.AssistanceStore;
import org.entente.db.Tx;
import org.entente.exchange.Arrival;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;

/// Counsel and interpreters in the files of this room: recorded, ended, told to the other side where this one chooses,
/// and as the other told them. They change no state and no clock.
final class Assisting {
    private final Surroundings around;
    private final Files files;
    private final AssistanceStore store = new AssistanceStore();

    Assisting(Surroundings around, Files files) {
        this.around = around;
        this.files = files;
    }

    List<RecordedAssistance> of(Tx tx, RequestNumber number) {
        return store.of(tx, number.value()).stream().map(Assisting::recorded).toList();
    }

    void add(Tx tx, Officer officer, Filed filed, Assistance assistance) {
        if (of(tx, filed.number()).stream().filter(one -> !one.received()).count() >= Limits.ASSISTANCES_MAX) {
            throw spent(filed, Event.ASSISTANCE_RECORDED, Limits.ASSISTANCES_MAX);
        }
        RecordedAssistance recorded =
                RecordedAssistance.of(assistance, false, officer.label(), around.now(), Ids.random128());
        store.add(tx, filed.number().value(), row(recorded));
        note(tx, filed, Event.ASSISTANCE_RECORDED, officer.label(), recorded, null);
    }

    void end(Tx tx, Officer officer, Filed filed, RecordedAssistance own, LocalDate day) {
        if (own.endedAt() != null || day.isBefore(own.assistance().from())) {
            throw new EntenteException(AskCode.ASK_FIELD_UNFIT, "until", day.toString());
        }
        Assistance ended = own.assistance().endingOn(day);
        store.end(tx, ended.id().hex(), day, officer.label(), around.now());
        RecordedAssistance now = RecordedAssistance.of(ended, false, own.by(), own.at(), own.salt());
        note(tx, filed, Event.ASSISTANCE_ENDED, officer.label(), now, null);
    }

    /// Tells the other side how it stands now. The request has crossed and may have ended: who is assisted goes on.
    void tell(Tx tx, Officer officer, Filed filed, RecordedAssistance own) {
        if (filed.envelope() == null || filed.state() == State.LAPSED) {
            throw new EntenteException(
                    AskCode.ASK_NOT_IN_THIS_STATE,
                    filed.number().value(),
                    filed.state().word(),
                    Event.ASSISTANCE_TOLD.word());
        }
        files.requireFew(tx, filed, Event.ASSISTANCE_TOLD);
        Bytes body = AssistanceWire.encode(new AssistanceWire.Told(filed.number(), own.assistance(), around.now()));
        EnvelopeId envelope = files.send(tx, filed, Event.ASSISTANCE_TOLD, AssistanceWire.TYPE, body);
        store.told(tx, own.assistance().id().hex(), envelope.hex(), around.now());
        note(tx, filed, Event.ASSISTANCE_TOLD, officer.label(), own, envelope);
    }

    /// The other side's record as it tells it: a later word takes the place of an earlier one.
    void receive(Tx tx, Arrival arrival, Filed filed, Assistance assistance) {
        files.requireFew(tx, filed, Event.ASSISTANCE_ARRIVED);
        String label = arrival.sender().label();
        Optional<AssistanceStore.Row> had = store.find(tx, assistance.id().hex());
        boolean fits = had.isEmpty()
                || (had.get().received()
                        && had.get().number().equals(filed.number().value())
                        && had.get().role().equals(assistance.role().name()));
        if (!fits) {
            throw new EntenteException(AskCode.ASK_BODY_BROKEN, AssistanceWire.TYPE);
        }
        RecordedAssistance received = RecordedAssistance.of(assistance, true, label, around.now(), Ids.random128());
        store.remove(tx, assistance.id().hex());
        store.add(tx, filed.number().value(), row(received));
        files.crossed(tx, filed, Crossing.arrived(Crossing.Kind.LETTER, arrival, null));
        note(tx, filed, Event.ASSISTANCE_ARRIVED, label, received, arrival.id());
    }

    /// @throws EntenteException ASK_ASSISTANCE_UNKNOWN; ASK_ASSISTANCE_NOT_OURS for what the other side told
    RecordedAssistance own(Tx tx, Filed filed, AssistanceId id) {
        RecordedAssistance found = of(tx, filed.number()).stream()
                .filter(one -> one.assistance().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new EntenteException(
                        AskCode.ASK_ASSISTANCE_UNKNOWN, filed.number().value(), id.hex()));
        if (found.received()) {
            throw new EntenteException(
                    AskCode.ASK_ASSISTANCE_NOT_OURS, filed.number().value(), id.hex());
        }
        return found;
    }

    /// The history says the role and the log a salted hash: who it is stands in the record alone.
    private void note(
            Tx tx, Filed filed, Event event, String by, RecordedAssistance about, @Nullable EnvelopeId envelope) {
        Assistance assistance = about.assistance();
        files.note(tx, filed.number(), event, by, assistance.role().name());
        Map<String, String> fields = new HashMap<>(Map.of(
                "by", by,
                "request", filed.number().value(),
                "assistance", assistance.id().hex(),
                "role", assistance.role().word(),
                "content", hash(filed.number(), about).hex()));
        if (envelope != null) {
            fields.put("envelope", envelope.hex());
        }
        around.duty(tx, filed.request().head().agreement(), "ask." + event.word(), fields);
    }

    private static Bytes hash(RequestNumber number, RecordedAssistance about) {
        Bytes content = AssistanceWire.encode(new AssistanceWire.Told(number, about.assistance(), about.at()));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(about.salt().toArray());
            return Bytes.of(digest.digest(content.toArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static EntenteException spent(Filed filed, Event event, int most) {
        return new EntenteException(
                AskCode.ASK_WORDS_SPENT, filed.number().value(), event.word(), Integer.toString(most));
    }

    private static AssistanceStore.Values row(RecordedAssistance recorded) {
        Assistance one = recorded.assistance();
        return new AssistanceStore.Values(
                one.id().hex(),
                one.role().name(),
                one.name(),
                one.person(),
                one.body(),
                one.languages(),
                one.contact(),
                one.from(),
                one.until(),
                recorded.received(),
                recorded.by(),
                recorded.at(),
                recorded.salt().hex());
    }

    private static RecordedAssistance recorded(AssistanceStore.Row row) {
        AssistanceStore.Values values = row.values();
        String told = row.toldEnvelope();
        return new RecordedAssistance(
                new Assistance(
                        new AssistanceId(values.id()),
                        AssistanceRole.valueOf(values.role()),
                        values.name(),
                        values.person(),
                        values.body(),
                        values.languages(),
                        values.contact(),
                        values.from(),
                        values.until()),
                values.received(),
                values.by(),
                values.at(),
                row.endedBy(),
                row.endedAt(),
                told == null ? null : new EnvelopeId(told),
                row.toldAt(),
                Bytes.fromHex(values.salt()));
    }
}
