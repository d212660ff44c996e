package org.entente.ask;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;
import org.jspecify.annotations.Nullable;

/// The body of `ask.assistance`: `{"at":seconds,"body":…,"contact":…,"from":day,"id":hex,"languages":[…],"name":…,
/// "number":…,"person":…,"role":"counsel"|"interpreter","until":day,"v":1}`, `until` only where there is one. A later
/// word of the same id takes the place of an earlier one.
final class AssistanceWire {
    static final String TYPE = "ask.assistance";

    private static final int VERSION = 1;

    record Told(RequestNumber number, Assistance assistance, Instant at) {}

    private AssistanceWire() {}

    static Bytes encode(Told told) {
        Assistance one = told.assistance();
        Json.MembersBuilder members = Json.members()
                .with("v", VERSION)
                .with("number", told.number().value())
                .with("id", one.id().hex())
                .with("role", one.role().word())
                .with("name", one.name())
                .with("person", one.person())
                .with("body", one.body())
                .with("languages", Json.texts(one.languages()))
                .with("contact", one.contact())
                .with("from", one.from().toString())
                .with("at", told.at().getEpochSecond());
        LocalDate until = one.until();
        if (until != null) {
            members.with("until", until.toString());
        }
        return members.build().encode();
    }

    /// @throws EntenteException ASK_BODY_BROKEN
    static Told parse(Bytes body) {
        try {
            MemberReader reader = Json.parseMembers(body.toArray(), Limits.BODY_SIZE_BYTES_MAX)
                    .reader();
            if (reader.whole("v") != VERSION) {
                throw new IllegalArgumentException("another version");
            }
            Told told = new Told(
                    new RequestNumber(reader.text("number")),
                    new Assistance(
                            new AssistanceId(reader.text("id")),
                            AssistanceRole.of(reader.text("role")).orElseThrow(IllegalArgumentException::new),
                            reader.text("name", Assistance.NAME_LENGTH_MAX),
                            reader.text("person", Assistance.NAME_LENGTH_MAX),
                            reader.text("body"),
                            reader.texts("languages"),
                            reader.text("contact"),
                            day(reader.text("from")),
                            until(reader)),
                    reader.seconds("at"));
            reader.end();
            return told;
        } catch (IllegalArgumentException e) {
            throw new EntenteException(AskCode.ASK_BODY_BROKEN, e, TYPE);
        }
    }

    private static @Nullable LocalDate until(MemberReader reader) {
        return reader.has("until") ? day(reader.text("until")) : null;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a day", e);
        }
    }
}
