package org.entente.ledger.leaf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.StrictText;

/// Recursive descent over the decoded text; [#parse] then encodes again and compares, which settles order, escapes,
/// leading zeroes and minus zero in one place.
final class JsonParser {
    /// Deeper than any form of ours; keeps a hostile text from exhausting the stack.
    private static final int DEPTH_MAX = Limits.JSON_DEPTH;

    private final String text;
    private int at;

    private JsonParser(String text) {
        this.text = text;
    }

    static Json parse(byte[] utf8, int maxBytes) {
        if (utf8.length > maxBytes) {
            throw new LedgerException(Fault.JSON_MALFORMED, Integer.toString(maxBytes));
        }
        JsonParser parser = new JsonParser(StrictText.utf8(utf8, Fault.JSON_NOT_CANONICAL));
        Json json = parser.value(0);
        if (parser.at != parser.text.length()) {
            throw parser.broken("trailing text");
        }
        if (!Arrays.equals(json.encode().toArray(), utf8)) {
            throw new LedgerException(Fault.JSON_NOT_CANONICAL, "other bytes than its canonical form", "0");
        }
        return json;
    }

    private Json value(int depth) {
        if (depth > DEPTH_MAX) {
            throw new LedgerException(Fault.JSON_MALFORMED, Integer.toString(DEPTH_MAX));
        }
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> items(depth);
            case '"' -> text();
            case 't' -> literal("true", new Json.Truth(true));
            case 'f' -> literal("false", new Json.Truth(false));
            default -> whole();
        };
    }

    private Json members(int depth) {
        SortedMap<String, Json> values = new TreeMap<>();
        at++;
        if (taken('}')) {
            return new Json.Members(values);
        }
        do {
            String name = string();
            take(':');
            if (values.put(name, value(depth + 1)) != null) {
                throw broken("member twice");
            }
        } while (taken(','));
        take('}');
        try {
            return new Json.Members(values);
        } catch (IllegalArgumentException _) {
            throw broken("member name");
        }
    }

    private Json items(int depth) {
        List<Json> values = new ArrayList<>();
        at++;
        if (taken(']')) {
            return new Json.Items(values);
        }
        do {
            values.add(value(depth + 1));
        } while (taken(','));
        take(']');
        return new Json.Items(values);
    }

    private Json text() {
        String value = string();
        try {
            return new Json.Text(value);
        } catch (IllegalArgumentException _) {
            throw broken("text not NFC");
        }
    }

    private Json whole() {
        int start = at;
        taken('-');
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        try {
            return new Json.Whole(Long.parseLong(text, start, at, 10));
        } catch (IllegalArgumentException _) {
            throw broken("whole number");
        }
    }

    private Json literal(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw broken("literal");
        }
        at += word.length();
        return value;
    }

    private String string() {
        take('"');
        StringBuilder value = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            value.append(c == '\\' ? escape() : c);
        }
        return value.toString();
    }

    private char escape() {
        char c = next();
        int named = "btnfr".indexOf(c);
        if (named >= 0) {
            return "\b\t\n\f\r".charAt(named);
        }
        if (c == '"' || c == '\\') {
            return c;
        }
        if (c == 'u' && at + 4 <= text.length()) {
            at += 4;
            try {
                return (char) HexFormat.fromHexDigits(text, at - 4, at);
            } catch (IllegalArgumentException _) {
                throw broken("escape");
            }
        }
        throw broken("escape");
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private char peek() {
        if (at >= text.length()) {
            throw broken("cut short");
        }
        return text.charAt(at);
    }

    private void take(char c) {
        if (!taken(c)) {
            throw broken("expected " + c);
        }
    }

    private boolean taken(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private LedgerException broken(String what) {
        return new LedgerException(Fault.JSON_NOT_CANONICAL, what, Integer.toString(at));
    }
}
