package org.entente.ledger.checkpoint;

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

    public byte[] bytes() {
        return note.bytes();
    }
}
