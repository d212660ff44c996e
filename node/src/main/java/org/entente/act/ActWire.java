package org.entente.act;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;
import org.jspecify.annotations.Nullable;

/// What the bodies of this room share. Every body is one object in strict canonical JSON with `"v":1`; a member too
/// many or too few is refused.
final class ActWire {
    static final int VERSION = 1;

    /// Reads a body; values that no record would take are refused with the same code as bytes that are no JSON.
    interface Form<T> {
        T read(MemberReader reader);
    }

    private ActWire() {}

    static <T> T parse(String type, Bytes body, Form<T> form) {
        try {
            MemberReader reader = Json.parseMembers(body.toArray(), Limits.BODY_SIZE_BYTES_MAX)
                    .reader();
            reader.whole("v", VERSION, VERSION);
            T value = form.read(reader);
            reader.end();
            return value;
        } catch (IllegalArgumentException e) {
            throw new EntenteException(ActCode.ACT_BODY_BROKEN, e, type);
        }
    }

    static Json.MembersBuilder body() {
        return Json.members().with("v", VERSION);
    }

    static Json bilingual(Bilingual text) {
        return Json.members().with("en", text.en()).with("es", text.es()).build();
    }

    static Bilingual bilingual(Json.Members members, int lengthMax) {
        MemberReader reader = members.reader();
        Bilingual text = new Bilingual(reader.text("en", lengthMax), reader.text("es", lengthMax));
        reader.end();
        return text;
    }

    /// Free text enters in the one form that strict JSON knows.
    static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static Bilingual nfc(Bilingual text) {
        return new Bilingual(nfc(text.en()), nfc(text.es()));
    }

    static Json window(Window window) {
        return Json.members()
                .with("end", window.end().getEpochSecond())
                .with("start", window.start().getEpochSecond())
                .build();
    }

    static Window window(Json.Members members) {
        MemberReader reader = members.reader();
        Window window = new Window(reader.seconds("start"), reader.seconds("end"));
        reader.end();
        return window;
    }

    static List<Json.Members> objects(Json.Items items, int countMax) {
        if (items.values().size() > countMax) {
            throw new IllegalArgumentException("more than " + countMax + " items");
        }
        List<Json.Members> objects = new ArrayList<>();
        for (Json item : items.values()) {
            if (!(item instanceof Json.Members members)) {
                throw new IllegalArgumentException("an object is expected in the list");
            }
            objects.add(members);
        }
        return objects;
    }

    static Json.MembersBuilder withOptional(Json.MembersBuilder builder, String name, @Nullable Json value) {
        return value == null ? builder : builder.with(name, value);
    }

    static Optional<Json.Members> optionalMembers(MemberReader reader, String name) {
        return reader.has(name) ? Optional.of(reader.members(name)) : Optional.empty();
    }
}
