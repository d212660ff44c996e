package org.entente.ledger.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;
import org.entente.ledger.leaf.Json;
import org.entente.ledger.note.Note;

/// The clear header of an envelope: a signed note whose text is one line of strict JSON with the members `header` and
/// `seal`. Only what a proof needs is read; the hash covers all of it.
public record EnvelopeHeader(Octets bytes, Note note, Json.Members header) {
    public static EnvelopeHeader parse(Octets bytes) {
        if (bytes.sizeBytes() > Limits.ENVELOPE_HEADER_BYTES) {
            throw new LedgerException(Fault.BUNDLE_MALFORMED, "envelope header size");
        }
        Note note = Note.parse(bytes.toArray());
        String line = note.text().substring(0, note.text().length() - 1);
        Json.Members members = Json.parseMembers(line.getBytes(StandardCharsets.UTF_8), Limits.ENVELOPE_HEADER_BYTES);
        Json.Members header = members.requireNames("header", "seal").members("header");
        members.members("seal");
        EnvelopeHeader parsed = new EnvelopeHeader(bytes, note, header);
        parsed.requireFacts();
        return parsed;
    }

    /// What the leaves of both sides carry as `e`.
    public Hash hash() {
        return Hash.sha256(bytes.toArray());
    }

    public String agreement() {
        return header.text("agreement");
    }

    public String id() {
        return header.text("id");
    }

    public String type() {
        return header.text("type");
    }

    /// The pseudonym of the case, never its number.
    public String casePseudonym() {
        return header.text("case");
    }

    public long sequence() {
        return header.whole("sequence");
    }

    public String from() {
        return header.members("from").text("party");
    }

    public String to() {
        return header.members("to").text("party");
    }

    public Optional<String> inReplyTo() {
        return header.has("inReplyTo") ? Optional.of(header.text("inReplyTo")) : Optional.empty();
    }

    private void requireFacts() {
        String all = agreement()
                + id()
                + type()
                + casePseudonym()
                + from()
                + to()
                + inReplyTo().orElse("");
        boolean printable = all.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (!printable || sequence() < 1 || from().equals(to())) {
            throw new LedgerException(Fault.BUNDLE_MALFORMED, "envelope header");
        }
    }
}
