package org.entente.prove;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.jspecify.annotations.Nullable;

/// Where leaf requests wait until they are leaves, and where their openings are kept.
public interface LeafRequests {
    /// What crossed, as the EXCHANGE leaf says it.
    record Crossing(Leaf.Direction direction, Bytes envelopeId, String peer, long sequence, Bytes envelopeHash) {}

    /// A request as stored. `opening` is the text form of [org.entente.ledger.leaf.Opening] with every field shown,
    /// null
    /// once destroyed; `position` is null until the leaf is durable.
    record Row(
            LeafRequest request,
            AgreementId agreement,
            LogKind log,
            @Nullable Crossing crossing,
            @Nullable Bytes opening,
            Instant requested,
            @Nullable Long position) {}

    void put(Tx tx, Row row);

    /// Committed requests without a position, oldest first. Never bounded by a serial cursor: a transaction that
    /// commits late is found late, and found.
    List<Row> undrained(Tx tx, AgreementId agreement, LogKind log, int countMax);

    /// How many leaves the log had when the last of them was placed; 0 before the first.
    long placedCount(Tx tx, AgreementId agreement, LogKind log);

    void place(Tx tx, Map<LeafRequest, Long> positions);

    Optional<Row> row(Tx tx, LeafRequest request);

    Optional<Row> crossing(Tx tx, AgreementId agreement, Bytes envelopeId, Leaf.Direction direction);

    /// Durable leaves of a log at and after `first`, in their order.
    List<Row> placed(Tx tx, AgreementId agreement, LogKind log, long first, int countMax);
}
