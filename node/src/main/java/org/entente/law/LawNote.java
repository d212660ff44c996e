package org.entente.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.ledger.LedgerException;
import org.entente.ledger.note.Note;
import org.entente.ledger.note.Opening;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/// What both parties sign of a version, a C2SP signed note:
///
/// ```
/// entente-law/1
/// agreement us-mx
/// version 2026.6
/// pack 5c0f...
/// in-force 2027-01-01
/// ```
///
/// each line ended by one line feed. Each party signs with the envelope key of its party file, which
/// the other pinned.
record LawNote(AgreementId agreement, String version, Bytes pack, Instant since) {
    String text() {
        return "entente-law/1\nagreement " + agreement + "\nversion " + version + "\npack " + pack.hex() + "\nin-force "
                + LocalDate.ofInstant(since, ZoneOffset.UTC) + "\n";
    }

    Bytes sign(Signer signer) {
        return Bytes.of(Note.sign(text(), signer).bytes());
    }

    /// This key's line under a note of this text, as a note of its own; empty for any other text, a key
    /// that did not sign and a line that does not verify.
    Optional<Bytes> lineOf(Bytes note, VerifierKey key) {
        try {
            Note parsed = Note.parse(note.toArray());
            return parsed.text().equals(text()) && parsed.open(List.of(key)) instanceof Opening.Opened opened
                    ? Optional.of(Bytes.of(new Note(
                                    parsed.text(),
                                    List.of(opened.signed().getFirst().line()))
                            .bytes()))
                    : Optional.empty();
        } catch (LedgerException _) {
            return Optional.empty();
        }
    }

    /// The lines of both notes, each of this text.
    static Bytes merged(@Nullable Bytes before, Bytes note) {
        return before == null
                ? note
                : Bytes.of(Note.parse(before.toArray())
                        .with(Note.parse(note.toArray()).signatures())
                        .bytes());
    }
}
