package org.entente.release;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;

/// What the bodies of this room share. Every body is one object in strict canonical JSON with `"v":1`; a member too
/// many or too few is refused.
final class ReleaseWire {
    static final int VERSION = 1;

    /// Reads a body; values that no record would take are refused with the same code as bytes that are no JSON.
    interface Form<T> {
        T read(MemberReader reader);
    }

    private ReleaseWire() {}

    static <T> T parse(String type, Bytes body, Form<T> form) {
        return parseMembers(type, body, members -> {
            MemberReader reader = members.reader();
            reader.whole("v", VERSION, VERSION);
            T value = form.read(reader);
            reader.end();
            return value;
        });
    }

    static <T> T parseMembers(String type, Bytes body, Function<Json.Members, T> reader) {
        try {
            return reader.apply(Json.parseMembers(body.toArray(), Limits.BODY_SIZE_BYTES_MAX));
        } catch (IllegalArgumentException e) {
            throw new EntenteException(ReleaseCode.RELEASE_BODY_BROKEN, e, type);
        }
    }

    static Json.MembersBuilder body() {
        return Json.members().with("v", VERSION);
    }

    static Json handling(Set<HandlingCode> codes) {
        return Json.texts(new TreeSet<>(codes).stream().map(HandlingCode::name).toList());
    }

    static Set<HandlingCode> handling(List<String> codes) {
        Set<HandlingCode> set = codes.stream().map(HandlingCode::valueOf).collect(Collectors.toUnmodifiableSet());
        if (set.size() != codes.size()) {
            throw new IllegalArgumentException("a handling code twice");
        }
        return set;
    }

    static Bytes hash(String hex) {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a hash is 64 hex digits");
        }
        return Bytes.fromHex(hex);
    }

    static Bytes sha256(Bytes bytes) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(bytes.toArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
