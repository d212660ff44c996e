package org.entente.law;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.agreement.AgreementCode;
import org.entente.agreement.pack.PackFiles;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;

/// The bodies of this room, strict canonical JSON with `"v":1`, every member known.
///
/// `law.proposed`: `day`, `files` (base64 by name), `note`, `version`. `law.signed`: `note`, `pack`.
/// `law.declined`: `pack`, `reason`. `note` is the signed note of [LawNote] with the sender's line.
final class LawWire {
    static final String PROPOSED = "law.proposed";
    static final String SIGNED = "law.signed";
    static final String DECLINED = "law.declined";

    private static final int VERSION = 1;

    private LawWire() {}

    record Proposed(String version, LocalDate day, PackFiles files, Bytes note) {}

    record Signed(Bytes pack, Bytes note) {}

    record Declined(Bytes pack, String reason) {}

    static Bytes encode(Proposed proposed) {
        Json.MembersBuilder files = Json.members();
        proposed.files()
                .files()
                .forEach((name, bytes) -> files.with(name, Base64.getEncoder().encodeToString(bytes.toArray())));
        return Json.members()
                .with("v", VERSION)
                .with("version", proposed.version())
                .with("day", proposed.day().toString())
                .with("files", files.build())
                .with("note", text(proposed.note()))
                .build()
                .encode();
    }

    static Proposed parseProposed(Bytes body) {
        return parse(PROPOSED, body, reader -> {
            SortedMap<String, Bytes> files = new TreeMap<>();
            MemberReader named = reader.members("files").reader();
            PackFiles.NAMES.forEach(name -> files.put(name, named.base64(name)));
            named.end();
            return new Proposed(
                    reader.text("version", 20),
                    LocalDate.parse(reader.text("day", 10)),
                    new PackFiles(files),
                    note(reader));
        });
    }

    static Bytes encode(Signed signed) {
        return Json.members()
                .with("v", VERSION)
                .with("pack", signed.pack().hex())
                .with("note", text(signed.note()))
                .build()
                .encode();
    }

    static Signed parseSigned(Bytes body) {
        return parse(SIGNED, body, reader -> new Signed(pack(reader), note(reader)));
    }

    static Bytes encode(Declined declined) {
        return Json.members()
                .with("v", VERSION)
                .with("pack", declined.pack().hex())
                .with("reason", declined.reason())
                .build()
                .encode();
    }

    static Declined parseDeclined(Bytes body) {
        return parse(
                DECLINED, body, reader -> new Declined(pack(reader), reader.text("reason", Limits.REASON_LENGTH_MAX)));
    }

    private static Bytes pack(MemberReader reader) {
        return Bytes.fromHex(reader.text("pack", 64));
    }

    private static Bytes note(MemberReader reader) {
        return Bytes.of(reader.text("note", Limits.NOTE_LENGTH_MAX).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Bytes note) {
        return new String(note.toArray(), StandardCharsets.UTF_8);
    }

    private interface Form<T> {
        T read(MemberReader reader);
    }

    private static <T> T parse(String type, Bytes body, Form<T> form) {
        try {
            MemberReader reader =
                    Json.parseMembers(body.toArray(), Limits.BODY_BYTES_MAX).reader();
            reader.whole("v", VERSION, VERSION);
            T value = form.read(reader);
            reader.end();
            return value;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new EntenteException(AgreementCode.AGREEMENT_WORD_BROKEN, e, type);
        }
    }
}
