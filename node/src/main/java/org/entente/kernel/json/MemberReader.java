package org.entente.kernel.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;

/// Takes members of one object by name and kind; [#end] refuses any member that was never asked for, so a newer or
/// hostile writer cannot slip a meaning past an older reader. Every refusal is JSON_MEMBER_WRONG with the member's
/// name.
/// Not thread-safe.
public final class MemberReader {
    /// 9999-12-31T23:59:59Z, the last second that ISO 8601 writes with four digits.
    private static final long SECONDS_MAX = 253_402_300_799L;

    private final Json.Members members;
    private final Set<String> asked = new HashSet<>();

    MemberReader(Json.Members members) {
        this.members = members;
    }

    /// Text without U+0000, which no database of ours can hold.
    public String text(String name) {
        if (value(name) instanceof Json.Text text && text.value().indexOf(0) < 0) {
            return text.value();
        }
        throw wrong(name);
    }

    /// Text of at least one and at most `lengthMax` characters.
    public String text(String name, int lengthMax) {
        String text = text(name);
        if (text.isEmpty() || text.length() > lengthMax) {
            throw wrong(name);
        }
        return text;
    }

    public Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public long whole(String name) {
        if (value(name) instanceof Json.Whole whole) {
            return whole.value();
        }
        throw wrong(name);
    }

    public long whole(String name, long min, long max) {
        long whole = whole(name);
        if (whole < min || whole > max) {
            throw wrong(name);
        }
        return whole;
    }

    public boolean truth(String name) {
        if (value(name) instanceof Json.Truth truth) {
            return truth.value();
        }
        throw wrong(name);
    }

    public Json.Items items(String name) {
        if (value(name) instanceof Json.Items items) {
            return items;
        }
        throw wrong(name);
    }

    public List<String> texts(String name) {
        return items(name).texts();
    }

    public Json.Members members(String name) {
        if (value(name) instanceof Json.Members inner) {
            return inner;
        }
        throw wrong(name);
    }

    /// Standard base64 with padding, in the one form an encoder writes (no stray bits in the last digit).
    public Bytes base64(String name) {
        String text = text(name);
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return Bytes.of(bytes);
            }
        } catch (IllegalArgumentException _) {
            throw wrong(name);
        }
        throw wrong(name);
    }

    /// As [#base64], of exactly `sizeBytes` bytes.
    public Bytes base64(String name, int sizeBytes) {
        Bytes bytes = base64(name);
        if (bytes.sizeBytes() != sizeBytes) {
            throw wrong(name);
        }
        return bytes;
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, not negative, before the year 10000.
    public Instant seconds(String name) {
        try {
            return Instant.ofEpochSecond(whole(name, 0, SECONDS_MAX));
        } catch (DateTimeException _) {
            throw wrong(name);
        }
    }

    public boolean has(String name) {
        return members.values().containsKey(name);
    }

    /// All members were asked for.
    public void end() {
        for (String name : members.values().keySet()) {
            if (!asked.contains(name)) {
                throw wrong(name);
            }
        }
    }

    private @Nullable Json value(String name) {
        asked.add(name);
        return members.values().get(name);
    }

    private static EntenteException wrong(String name) {
        return new EntenteException(JsonCode.JSON_MEMBER_WRONG, name);
    }
}
