package org.entente.ledger.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.ledger.note.SignatureLine;
import org.entente.ledger.note.VerifierKey;

/// What a [Policy] says of a checkpoint.
public sealed interface Judgement {
    /// Signed by a listed log and cosigned by a quorum; `cosigned` holds the counted cosignatures.
    record Accepted(VerifierKey log, Map<VerifierKey, SignatureLine> cosigned) implements Judgement {
        public Accepted {
            cosigned = Collections.unmodifiableMap(new LinkedHashMap<>(cosigned));
        }
    }

    record UnknownLog(String origin) implements Judgement {}

    record NotSignedByLog(String origin) implements Judgement {}

    /// A line names a listed key and does not verify.
    record Forged(String keyName) implements Judgement {}

    record NoQuorum(String origin) implements Judgement {}
}
