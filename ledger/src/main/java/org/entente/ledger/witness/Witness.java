package org.entente.ledger.witness;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.ledger.LedgerException;
import org.entente.ledger.checkpoint.Checkpoint;
import org.entente.ledger.merkle.ConsistencyProof;
import org.entente.ledger.merkle.Merkle;
import org.entente.ledger.note.Cosignature;
import org.entente.ledger.note.Opening;
import org.entente.ledger.note.SignatureLine;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;

/// Cosigns checkpoints that extend what it saw before. Thread-safe as far as its store is.
public final class Witness {
    private final Signer cosigner;
    private final Map<String, List<VerifierKey>> logs;
    private final WitnessStore store;
    private final InstantSource clock;

    /// `cosigner` signs as cosignature/v1. A key of `logs` is trusted for the origin that is its name.
    public Witness(Signer cosigner, List<VerifierKey> logs, WitnessStore store, InstantSource clock) {
        this.cosigner = cosigner;
        this.logs = logs.stream().collect(Collectors.groupingBy(VerifierKey::name));
        this.store = store;
        this.clock = clock;
    }

    public VerifierKey key() {
        return cosigner.key();
    }

    /// Answers the body of one request; what it cosigns is stored before it returns.
    public WitnessAnswer addCheckpoint(byte[] body) {
        AddCheckpoint request;
        try {
            request = AddCheckpoint.parse(body);
        } catch (LedgerException e) {
            return new WitnessAnswer.Malformed(e.fault().name());
        }
        return addCheckpoint(request);
    }

    public WitnessAnswer addCheckpoint(AddCheckpoint request) {
        Checkpoint checkpoint = request.signed().checkpoint();
        String origin = checkpoint.origin();
        Optional<TreeHead> last = store.latest(origin);
        Optional<WitnessAnswer> refusal = refuse(request, logs.getOrDefault(origin, List.of()), last);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        SignatureLine line = Cosignature.sign(request.signed().note().text(), cosigner, clock.instant());
        TreeHead next = new TreeHead(checkpoint.size(), checkpoint.root());
        boolean stored = store.replace(origin, last, next, request.signed().with(List.of(line)));
        return stored
                ? new WitnessAnswer.Cosigned(line)
                : new WitnessAnswer.Conflict(
                        store.latest(origin).map(TreeHead::size).orElse(0L));
    }

    /// The decision alone: why the request is refused, given the log's trusted keys and the head last cosigned.
    /// Empty where it may be cosigned.
    public static Optional<WitnessAnswer> refuse(
            AddCheckpoint request, List<VerifierKey> keys, Optional<TreeHead> last) {
        if (keys.isEmpty()) {
            return Optional.of(new WitnessAnswer.UnknownOrigin());
        }
        if (!(request.signed().note().open(keys) instanceof Opening.Opened)) {
            return Optional.of(new WitnessAnswer.BadSignature());
        }
        Checkpoint checkpoint = request.signed().checkpoint();
        if (request.oldSize() > checkpoint.size()) {
            return Optional.of(new WitnessAnswer.OldAboveNew());
        }
        long lastSize = last.map(TreeHead::size).orElse(0L);
        if (request.oldSize() != lastSize) {
            return Optional.of(new WitnessAnswer.Conflict(lastSize));
        }
        return extendsLast(request, last) ? Optional.empty() : Optional.of(new WitnessAnswer.BadProof(request));
    }

    private static boolean extendsLast(AddCheckpoint request, Optional<TreeHead> last) {
        Checkpoint checkpoint = request.signed().checkpoint();
        if (checkpoint.size() == 0 && !checkpoint.root().equals(Merkle.EMPTY_ROOT)) {
            return false;
        }
        if (request.oldSize() == 0 || last.isEmpty()) {
            return request.proof().isEmpty();
        }
        return new ConsistencyProof(request.oldSize(), checkpoint.size(), request.proof())
                .links(last.get().root(), checkpoint.root());
    }
}
