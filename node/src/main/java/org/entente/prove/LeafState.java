package org.entente.prove;

import java.time.Instant;

/// How far a leaf has come. The words on screen are "recorded", "durable", "signed", "cosigned".
public sealed interface LeafState {
    record Requested() implements LeafState {}

    /// Survives a power cut on this node.
    record Durable(long index) implements LeafState {}

    /// Under a checkpoint that this node signed.
    record Signed(long index, long treeSize) implements LeafState {}

    /// Under a checkpoint that the other party's witness cosigned.
    record Cosigned(long index, long treeSize, Instant at) implements LeafState {}
}
