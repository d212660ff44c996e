package org.entente.ledger.leaf;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.entente.ledger.Octets;

/// RFC 8785 section 3.2.2: shortest escapes, members in order, nothing between tokens.
final class JsonWriter {
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static Octets encode(Json json) {
        JsonWriter writer = new JsonWriter();
        writer.write(json);
        return Octets.of(writer.out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void write(Json json) {
        switch (json) {
            case Json.Text text -> string(text.value());
            case Json.Whole whole -> out.append(whole.value());
            case Json.Truth truth -> out.append(truth.value());
            case Json.Items items -> items(items);
            case Json.Members members -> members(members);
        }
    }

    private void items(Json.Items items) {
        out.append('[');
        String separator = "";
        for (Json value : items.values()) {
            out.append(separator);
            write(value);
            separator = ",";
        }
        out.append(']');
    }

    private void members(Json.Members members) {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, Json> member : members.values().entrySet()) {
            out.append(separator).append('"').append(member.getKey()).append("\":");
            write(member.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void string(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= 0x20) {
                out.append(c);
            } else {
                control(c);
            }
        }
        out.append('"');
    }

    private void control(char c) {
        int named = "\b\t\n\f\r".indexOf(c);
        if (named >= 0) {
            out.append('\\').append("btnfr".charAt(named));
        } else {
            out.append("\\u00").append(HEX.toHexDigits((byte) c));
        }
    }
}
