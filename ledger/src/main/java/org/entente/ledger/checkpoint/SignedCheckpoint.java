package org.entente.ledger.checkpoint;

import static java.util.Comparator.comparing;

import java.util.List;
import org.entente.ledger.note.Note;
import org.entente.ledger.note.SignatureLine;
import org.entente.ledger.note.Signer;

/// A checkpoint and the lines under it, log's and witnesses'. Nothing is verified by holding one.
public record SignedCheckpoint(Note note, Checkpoint checkpoint) {
    public static SignedCheckpoint parse(byte[] bytes) {
        return of(Note.parse(bytes));
    }

    public static SignedCheckpoint of(Note note) {
        return new SignedCheckpoint(note, Checkpoint.parse(note.text()));
    }

    public static SignedCheckpoint sign(Checkpoint checkpoint, Signer log) {
        return new SignedCheckpoint(Note.sign(checkpoint.text(), log), checkpoint);
    }

    public SignedCheckpoint with(List<SignatureLine> lines) {
        return new SignedCheckpoint(note.with(lines), checkpoint);
    }

    /// The same lines in their one order: the log's own first, then by key name and key id, both ascending.
    public SignedCheckpoint ordered() {
        List<SignatureLine> lines = note.signatures().stream()
                .sorted(comparing((SignatureLine line) -> !line.keyName().equals(checkpoint.origin()))
                        .thenComparing(SignatureLine::keyName)
                        .thenComparing(SignatureLine::keyId, Integer::compareUnsigned))
                .toList();
        return new SignedCheckpoint(new Note(note.text(), lines), checkpoint);
    }

    public byte[] bytes() {
        return note.bytes();
    }
}
