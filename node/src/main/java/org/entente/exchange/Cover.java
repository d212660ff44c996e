package org.entente.exchange;

import java.nio.charset.StandardCharsets;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;
import org.entente.ledger.LedgerException;
import org.entente.ledger.checkpoint.TlogProof;

/// What an envelope travels under, made anew at every try: the sender's leaf about it and the proof that the leaf
/// stands
/// in the log under the sender's newest checkpoint. A receiver accepts nothing that the sender has not already
/// recorded where it cannot be taken back.
record Cover(Bytes envelope, Bytes leaf, TlogProof proof) {
    private static final int VERSION = 1;

    Bytes encode() {
        Json.Members members = Json.members()
                .with("v", VERSION)
                .with("envelope", Seal.base64(envelope))
                .with("leaf", Seal.base64(leaf))
                .with("proof", new String(proof.bytes(), StandardCharsets.UTF_8))
                .build();
        return Json.members().with("cover", members).build().encode();
    }

    static Cover parse(byte[] bytes) {
        try {
            MemberReader outer = Json.parseMembers(bytes, Limits.COVER_BYTES).reader();
            MemberReader reader = outer.members("cover").reader();
            outer.end();
            reader.whole("v", VERSION, VERSION);
            Cover cover = new Cover(
                    reader.base64("envelope"),
                    reader.base64("leaf"),
                    TlogProof.parse(reader.text("proof").getBytes(StandardCharsets.UTF_8)));
            reader.end();
            return cover;
        } catch (LedgerException broken) {
            throw new EntenteException(ExchangeCode.COVER_REFUSED, broken, "form");
        }
    }
}
