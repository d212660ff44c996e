package org.entente.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Party;
import org.entente.kernel.Texts;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;
import org.entente.ledger.LedgerException;
import org.entente.ledger.note.Note;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;

/// The receiving node's word on one envelope, given once and repeated byte for byte. `leaf` is the 128-bit id of the
/// receiver's RECEIVED leaf request, made in the same transaction. ETSI REM would call the verdicts delivery and
/// non-delivery.
public record Receipt(
        AgreementId agreement,
        EnvelopeId envelope,
        Bytes envelopeHash,
        long sequence,
        Party from,
        Party to,
        Instant received,
        Verdict verdict,
        Bytes leaf) {
    private static final int VERSION = 1;
    private static final int HASH_BYTES = 32;

    public Receipt {
        received = received.truncatedTo(ChronoUnit.SECONDS);
    }

    /// What became of the envelope.
    public sealed interface Verdict {
        /// The desk has it; its effect is in the same transaction as this receipt.
        record Accepted() implements Verdict {}

        /// No effect. `code` names the rule, in capitals ("EXPIRED"); the sequence number is spent all the same.
        record Refused(String code) implements Verdict {
            private static final Texts TEXTS = Texts.of("exchange");

            public Refused {
                if (!code.matches("[A-Z][A-Z0-9_]{1,59}")) {
                    throw new IllegalArgumentException("not a refusal code");
                }
            }

            /// Why, for a person, if the transport refused; a desk's refusal has its text in the desk's own room.
            public Optional<Bilingual> reason() {
                String key = "refusal." + code;
                return TEXTS.has(key) ? Optional.of(TEXTS.bilingual(key)) : Optional.empty();
            }
        }
    }

    /// `from` is the party that sends the receipt, `to` the one that sent the envelope.
    Bytes sign(Signer signer) {
        Json.MembersBuilder members = Json.members()
                .with("v", VERSION)
                .with("agreement", agreement.value())
                .with("envelope", envelope.hex())
                .with("hash", Seal.base64(envelopeHash))
                .with("sequence", sequence)
                .with("from", from.code())
                .with("to", to.code())
                .with("received", received.getEpochSecond())
                .with("leaf", leaf.hex());
        switch (verdict) {
            case Verdict.Accepted _ -> members.with("verdict", "accepted");
            case Verdict.Refused refused -> members.with("verdict", "refused").with("code", refused.code());
        }
        Json.Members text = Json.members().with("receipt", members.build()).build();
        return Bytes.of(Note.sign(Envelope.line(text), signer).bytes());
    }

    /// @throws EntenteException RECEIPT_REFUSED unless it is one well-formed note signed by `key`
    public static Receipt open(Bytes note, VerifierKey key) {
        try {
            Note parsed = Note.parse(note.toArray());
            if (parsed.signatures().size() != 1 || !Envelope.isSignedBy(parsed, key)) {
                throw new EntenteException(ExchangeCode.RECEIPT_REFUSED, "signature");
            }
            return read(parsed);
        } catch (LedgerException | IllegalArgumentException broken) {
            throw new EntenteException(ExchangeCode.RECEIPT_REFUSED, broken, "form");
        }
    }

    /// Reads a receipt that this node has verified before, or signed itself.
    static Receipt read(Bytes note) {
        return read(Note.parse(note.toArray()));
    }

    /// Whether this is about exactly that envelope, from the party it was addressed to.
    boolean answers(Envelope envelope) {
        ClearHeader header = envelope.header();
        return agreement.equals(header.agreement())
                && this.envelope.equals(header.id())
                && envelopeHash.equals(envelope.hash())
                && sequence == header.sequence()
                && from.equals(header.to().party())
                && to.equals(header.from().party());
    }

    private static Receipt read(Note note) {
        MemberReader outer =
                Envelope.readLine(note.text(), Limits.RECEIPT_BYTES).reader();
        Receipt receipt = read(outer.members("receipt").reader());
        outer.end();
        return receipt;
    }

    private static Receipt read(MemberReader reader) {
        reader.whole("v", VERSION, VERSION);
        Optional<String> code = reader.optionalText("code");
        Verdict verdict = switch (reader.text("verdict")) {
            case "accepted" -> new Verdict.Accepted();
            case "refused" -> new Verdict.Refused(code.orElse(""));
            default -> throw new IllegalArgumentException("verdict");
        };
        if (verdict instanceof Verdict.Accepted && code.isPresent()) {
            throw new IllegalArgumentException("code of an acceptance");
        }
        Receipt receipt = new Receipt(
                new AgreementId(reader.text("agreement")),
                new EnvelopeId(reader.text("envelope")),
                reader.base64("hash", HASH_BYTES),
                reader.whole("sequence", 1, Json.WHOLE_MAX),
                new Party(reader.text("from")),
                new Party(reader.text("to")),
                reader.seconds("received"),
                verdict,
                Bytes.fromHex(new EnvelopeId(reader.text("leaf")).hex()));
        reader.end();
        return receipt;
    }
}
