package org.entente.release;

import java.util.Base64;
import org.entente.kernel.Bytes;

/// Body of `release.sealed` in its two parts: the terms, and the content under its own key. The body as a whole is
/// sealed to the institution by the exchange; whoever opens it sees the terms, and gets the key to keep wrapped.
record SealedRelease(Terms terms, Bytes content, ContentKey key) {
    static final String TYPE = "release.sealed";

    Bytes encode() {
        String keyText = key.use(raw -> Base64.getEncoder().encodeToString(raw));
        return ReleaseWire.body()
                .with("content", Base64.getEncoder().encodeToString(content.toArray()))
                .with("contentKey", keyText)
                .with("terms", TermsWire.encode(terms))
                .build()
                .encode();
    }

    static SealedRelease parse(Bytes body) {
        return ReleaseWire.parse(
                TYPE,
                body,
                reader -> new SealedRelease(
                        TermsWire.parse(reader.members("terms")),
                        reader.base64("content"),
                        ContentKey.adopt(reader.base64("contentKey", ContentKey.SIZE_BYTES)
                                .toArray())));
    }
}
