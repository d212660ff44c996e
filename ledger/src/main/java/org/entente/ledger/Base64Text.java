package org.entente.ledger;

import java.util.Base64;

/// Base64 with one text per value: what does not re-encode to itself (missing padding, stray bits) is refused.
public final class Base64Text {
    private Base64Text() {}

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static String encodeUrl(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static byte[] decode(String text, Fault otherwise) {
        byte[] bytes = decode(Base64.getDecoder(), text, otherwise);
        if (!encode(bytes).equals(text)) {
            throw new LedgerException(otherwise, "base64 not canonical");
        }
        return bytes;
    }

    public static byte[] decodeUrl(String text, Fault otherwise) {
        byte[] bytes = decode(Base64.getUrlDecoder(), text, otherwise);
        if (!encodeUrl(bytes).equals(text)) {
            throw new LedgerException(otherwise, "base64url not canonical");
        }
        return bytes;
    }

    private static byte[] decode(Base64.Decoder decoder, String text, Fault otherwise) {
        try {
            return decoder.decode(text);
        } catch (IllegalArgumentException e) {
            throw new LedgerException(otherwise, e, "not base64");
        }
    }
}
