package org.entente.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.kernel.Ids;
import org.entente.ledger.Hash;
import org.entente.ledger.checkpoint.Checkpoint;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.ledger.merkle.HashSource;
import org.entente.ledger.merkle.InclusionProof;
import org.entente.ledger.merkle.Merkle;
import org.entente.ledger.note.Signer;
import org.entente.prove.Leaf;
import org.entente.prove.LeafRequest;
import org.entente.prove.LeafState;
import org.entente.prove.Ledger;

/// A log in memory with real leaves, tree, proofs and signatures. A leaf is durable and signed when its
/// transaction has committed, unless [#pause] holds it back.
public final class MemoryLedger implements Ledger, LeafEvidence {
    private final Signer signer;
    private final Clock clock;
    private final List<org.entente.ledger.leaf.Leaf> entries = new ArrayList<>();
    private final Map<LeafRequest, Integer> indexes = new HashMap<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private boolean paused;
    private boolean broken;

    MemoryLedger(Signer signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public synchronized LeafRequest request(Tx tx, Leaf leaf) {
        if (broken) {
            throw new IllegalStateException("the log is broken");
        }
        LeafRequest request = new LeafRequest(Ids.random128());
        tx.afterCommit(() -> append(request, leaf));
        return request;
    }

    private synchronized void append(LeafRequest request, Leaf leaf) {
        Hash commitment = Hash.of(Ids.random256().toArray());
        long time = clock.instant().getEpochSecond();
        indexes.put(request, entries.size());
        leaves.add(leaf);
        entries.add(
                switch (leaf) {
                    case Leaf.Exchange exchange ->
                        new org.entente.ledger.leaf.Leaf.Exchange(
                                commitment,
                                switch (exchange.direction()) {
                                    case SENT -> org.entente.ledger.leaf.Leaf.Direction.SENT;
                                    case RECEIVED -> org.entente.ledger.leaf.Leaf.Direction.RECEIVED;
                                },
                                Hash.of(exchange.envelopeHash().toArray()),
                                exchange.envelopeId().hex(),
                                exchange.peer().code(),
                                exchange.sequence(),
                                time);
                    case Leaf.Duty _ -> new org.entente.ledger.leaf.Leaf.Duty(commitment, time);
                });
    }

    public synchronized void pause(boolean hold) {
        paused = hold;
    }

    /// No leaf can be asked for.
    synchronized void breakDown(boolean down) {
        broken = down;
    }

    synchronized List<Leaf> leaves() {
        return List.copyOf(leaves);
    }

    @Override
    public synchronized LeafState state(LeafRequest request) {
        Integer index = indexes.get(request);
        return index == null ? new LeafState.Requested() : new LeafState.Signed(index, entries.size());
    }

    @Override
    public LeafState awaitDurable(LeafRequest request, Duration limit) {
        return state(request);
    }

    /// As if the peer had cosigned everything.
    @Override
    public synchronized Optional<Shown> cosigned(
            org.entente.kernel.AgreementId agreement, EnvelopeId id, Leaf.Direction direction) {
        return indexes.entrySet().stream()
                .filter(entry -> leaves.get(entry.getValue()) instanceof Leaf.Exchange leaf
                        && leaf.direction() == direction
                        && leaf.envelopeId().hex().equals(id.hex()))
                .findFirst()
                .flatMap(entry -> of(entry.getKey()));
    }

    @Override
    public synchronized Optional<Shown> of(LeafRequest request) {
        Integer index = indexes.get(request);
        if (index == null || paused) {
            return Optional.empty();
        }
        List<Hash> hashes = entries.stream()
                .map(entry -> Merkle.leafHash(entry.bytes().toArray()))
                .toList();
        HashSource source = (level, position) ->
                Merkle.root(hashes.subList((int) (position << level), (int) ((position + 1) << level)));
        var checkpoint =
                SignedCheckpoint.sign(new Checkpoint(signer.key().name(), entries.size(), Merkle.root(hashes)), signer);
        byte[] leaf = entries.get(index).bytes().toArray();
        return Optional.of(new Shown(
                org.entente.kernel.Bytes.of(leaf),
                new TlogProof(InclusionProof.of(source, index, entries.size()), checkpoint)));
    }
}
