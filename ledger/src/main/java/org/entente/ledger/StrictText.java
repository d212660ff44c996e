package org.entente.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Readings that have exactly one text per value.
public final class StrictText {
    private StrictText() {}

    /// UTF-8 without replacement: an ill-formed sequence is refused.
    public static String utf8(byte[] bytes, Fault otherwise) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LedgerException(otherwise, e, "not UTF-8");
        }
    }

    /// ASCII decimal from 0 to 2^63-1, no sign, no leading zero.
    public static long decimal(String text, Fault otherwise) {
        boolean digitsOnly = !text.isEmpty()
                && text.length() <= 19
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
        if (!digitsOnly) {
            throw new LedgerException(otherwise, "not a plain decimal");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new LedgerException(otherwise, e, "decimal above 2^63-1");
        }
    }
}
