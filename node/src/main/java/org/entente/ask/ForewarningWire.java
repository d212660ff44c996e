package org.entente.ask;

import java.time.Instant;
import org.entente.exchange.Arrival;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;
import org.jspecify.annotations.Nullable;

/// The body of `ask.note`: `{"at":seconds,"demonstration":bool,"id":hex,"number":…,"text":…,"v":1}`, `number`
/// only where the sender shows it. The type does not tell of what: it stands in logs that others read.
final class ForewarningWire {
    static final String TYPE = "ask.note";

    private static final int VERSION = 1;

    private ForewarningWire() {}

    static Bytes encode(Forewarning forewarning, Instant at) {
        Json.MembersBuilder members = Json.members()
                .with("v", VERSION)
                .with("id", forewarning.id().hex())
                .with("text", forewarning.text())
                .with("demonstration", forewarning.demonstration())
                .with("at", at.getEpochSecond());
        RequestNumber shown = forewarning.shown();
        if (shown != null) {
            members.with("number", shown.value());
        }
        return members.build().encode();
    }

    /// @throws EntenteException ASK_BODY_BROKEN
    static Forewarning parse(Arrival arrival, Bytes body) {
        try {
            MemberReader reader = Json.parseMembers(body.toArray(), Limits.BODY_SIZE_BYTES_MAX)
                    .reader();
            if (reader.whole("v") != VERSION) {
                throw new IllegalArgumentException("another version");
            }
            @Nullable RequestNumber shown = reader.has("number") ? new RequestNumber(reader.text("number")) : null;
            Forewarning forewarning = new Forewarning(
                    new ForewarningId(reader.text("id")),
                    arrival.sender().agreement(),
                    arrival.from(),
                    arrival.to(),
                    reader.text("text", Limits.REASON_LENGTH_MAX),
                    arrival.basis(),
                    arrival.purpose(),
                    reader.truth("demonstration"),
                    shown,
                    reader.seconds("at"));
            reader.end();
            return forewarning;
        } catch (IllegalArgumentException e) {
            throw new EntenteException(AskCode.ASK_BODY_BROKEN, e, TYPE);
        }
    }
}
