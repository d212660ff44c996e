package org.entente.ledger.witness;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.ledger.Octets;
import org.entente.ledger.note.SignatureLine;

/// The answers of `add-checkpoint` (C2SP tlog-witness v1.0.0). `status` is the HTTP status the specification names.
public sealed interface WitnessAnswer {
    int status();

    /// Checked, remembered, cosigned. The body is the signature line.
    record Cosigned(SignatureLine line) implements WitnessAnswer {
        @Override
        public int status() {
            return 200;
        }

        public Octets body() {
            return Octets.utf8(line.text() + "\n");
        }

        /// The lines in such a body.
        public static List<SignatureLine> parse(byte[] body) {
            String text = new String(body, StandardCharsets.UTF_8);
            return text.lines().map(SignatureLine::parse).toList();
        }
    }

    /// The old size is not the one last cosigned; `size` is. Body: the size and a newline, type `text/x.tlog.size`.
    record Conflict(long size) implements WitnessAnswer {
        @Override
        public int status() {
            return 409;
        }

        public Octets body() {
            return Octets.utf8(size + "\n");
        }
    }

    record Malformed(String fact) implements WitnessAnswer {
        @Override
        public int status() {
            return 400;
        }
    }

    /// The old size is above the checkpoint's.
    record OldAboveNew() implements WitnessAnswer {
        @Override
        public int status() {
            return 400;
        }
    }

    record UnknownOrigin() implements WitnessAnswer {
        @Override
        public int status() {
            return 404;
        }
    }

    /// No signature by a trusted key of the origin, or one that names such a key and does not verify.
    record BadSignature() implements WitnessAnswer {
        @Override
        public int status() {
            return 403;
        }
    }

    /// The tree does not extend the one last cosigned. With a valid signature by the log this is evidence.
    record BadProof(AddCheckpoint request) implements WitnessAnswer {
        @Override
        public int status() {
            return 422;
        }
    }
}
