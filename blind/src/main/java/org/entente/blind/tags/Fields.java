package org.entente.blind.tags;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.entente.blind.BlindCode;
import org.entente.blind.BlindException;
import org.entente.blind.Limits;

/// Length-prefixed fields: two bytes of length, then the bytes. Reading demands every field, in order, and no rest.
final class Fields {
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0," + (TagLimits.NAME_LENGTH_MAX - 1) + "}");

    private final byte[] octets;
    private int position;

    private Fields(byte[] octets) {
        this.octets = octets;
    }

    static byte[] encode(byte[]... fields) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        for (byte[] field : fields) {
            Limits.check("field", field.length, 0, 0xffff);
            encoded.write(field.length >>> 8);
            encoded.write(field.length);
            encoded.writeBytes(field);
        }
        return encoded.toByteArray();
    }

    static Fields read(byte[] octets) {
        return new Fields(octets);
    }

    byte[] next(String what) {
        if (octets.length - position < 2) {
            throw malformed(what);
        }
        int length = Byte.toUnsignedInt(octets[position]) << 8 | Byte.toUnsignedInt(octets[position + 1]);
        int start = position + 2;
        if (octets.length - start < length) {
            throw malformed(what);
        }
        position = start + length;
        return Arrays.copyOfRange(octets, start, position);
    }

    byte[] next(String what, int sizeBytes) {
        byte[] field = next(what);
        if (field.length != sizeBytes) {
            throw malformed(what);
        }
        return field;
    }

    void nextIs(String what, byte[] expected) {
        if (!Arrays.equals(expected, next(what))) {
            throw malformed(what);
        }
    }

    int nextInt(String what) {
        return ByteBuffer.wrap(next(what, Integer.BYTES)).getInt();
    }

    /// An id, a key type or a purpose.
    String nextName(String what) {
        String name = new String(next(what), StandardCharsets.ISO_8859_1);
        if (!NAME.matcher(name).matches()) {
            throw malformed(what);
        }
        return name;
    }

    void end() {
        if (position != octets.length) {
            throw malformed("rest");
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] fourBytes(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    /// 1 to 64 of letters, digits, dot, underscore and hyphen, beginning with a letter or digit.
    static String checkName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new BlindException(BlindCode.TEXT_REFUSED, "what", what, "reason", "not a name");
        }
        return name;
    }

    /// UTF-8, refusing what has no encoding (half of a surrogate pair) instead of replacing it.
    static byte[] utf8(String what, String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] octets = new byte[encoded.remaining()];
            encoded.get(octets);
            return octets;
        } catch (CharacterCodingException unpaired) {
            throw new BlindException(BlindCode.TEXT_REFUSED, "what", what, "reason", "not Unicode");
        }
    }

    private static BlindException malformed(String what) {
        return new BlindException(BlindCode.TAG_SET_REFUSED, "reason", "field", "found", what);
    }
}
