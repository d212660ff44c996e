package org.entente.prove;

import java.util.SortedMap;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.Party;

/// What is to be recorded. `fields` are the salted fields under the commitment: names in ASCII lower case with dots or
/// hyphens, values at most 4 KiB; they stay in this node's database and can be destroyed. Only the commitment, and for
/// EXCHANGE the transport facts, become the leaf.
public sealed interface Leaf {
    AgreementId agreement();

    SortedMap<String, String> fields();

    /// An envelope that crossed. `envelopeId` is 16 bytes, `sequence` the per-peer number, `envelopeHash` SHA-256.
    record Exchange(
            AgreementId agreement,
            Direction direction,
            Bytes envelopeId,
            Party peer,
            long sequence,
            Bytes envelopeHash,
            SortedMap<String, String> fields)
            implements Leaf {}

    /// A search, approval, erasure, access, import, key or operator act. The type ("hold.search") is inside the
    /// commitment as the field `type`.
    record Duty(AgreementId agreement, String type, SortedMap<String, String> fields) implements Leaf {}

    /// As seen from this node.
    enum Direction {
        SENT,
        RECEIVED
    }
}
