package org.entente.hold.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Clusters of records from judgements, the same whatever order these come in. What a person joined is joined
/// first; then what a machine may join, the strongest first. Nothing crosses two records that a person held
/// apart, and no machine join makes a cluster larger than the limit: where many records hang together, one of
/// them is usually wrong.
public final class Clusters {
    /// What a judgement says to the clustering.
    public enum Says {
        /// A person's word.
        ONE,
        /// A machine's, which stands only where nothing speaks against.
        LIKELY,
        /// A person's word.
        TWO
    }

    public record Edge(UUID one, UUID other, Says says, double bits) {}

    private final Map<UUID, Set<UUID>> clusterOf = new HashMap<>();
    private final Map<UUID, Set<UUID>> apart = new HashMap<>();
    private final Set<Edge> standing = new HashSet<>();
    private final int sizeMax;

    private Clusters(int sizeMax) {
        this.sizeMax = sizeMax;
    }

    /// @param sizeMax records of one cluster that machine joins may make
    public static Clusters of(List<Edge> edges, int sizeMax) {
        Clusters clusters = new Clusters(sizeMax);
        List<Edge> joins = new ArrayList<>();
        for (Edge edge : edges) {
            if (edge.says() == Says.TWO) {
                clusters.apart.computeIfAbsent(edge.one(), _ -> new HashSet<>()).add(edge.other());
                clusters.apart
                        .computeIfAbsent(edge.other(), _ -> new HashSet<>())
                        .add(edge.one());
            } else {
                joins.add(edge);
            }
        }
        joins.sort(Comparator.comparingInt((Edge edge) -> edge.says() == Says.ONE ? 0 : 1)
                .thenComparingDouble(edge -> -edge.bits())
                .thenComparing(edge -> edge.one().toString())
                .thenComparing(edge -> edge.other().toString()));
        joins.forEach(clusters::join);
        return clusters;
    }

    private void join(Edge edge) {
        Set<UUID> one = clusterOf.computeIfAbsent(edge.one(), Clusters::alone);
        Set<UUID> other = clusterOf.computeIfAbsent(edge.other(), Clusters::alone);
        if (one.contains(edge.other())) {
            standing.add(edge);
            return;
        }
        boolean fits = edge.says() == Says.ONE || one.size() + other.size() <= sizeMax;
        if (!fits || !isFree(one, other)) {
            return;
        }
        one.addAll(other);
        other.forEach(record -> clusterOf.put(record, one));
        standing.add(edge);
    }

    private boolean isFree(Set<UUID> one, Set<UUID> other) {
        return one.stream()
                .noneMatch(
                        record -> apart.getOrDefault(record, Set.of()).stream().anyMatch(other::contains));
    }

    private static Set<UUID> alone(UUID record) {
        return new HashSet<>(Set.of(record));
    }

    /// Joins that hold their cluster together; the others are for a person to see.
    public Set<Edge> standing() {
        return Set.copyOf(standing);
    }

    /// The cluster of each record that is not alone: its first record by id.
    public Map<UUID, UUID> clusterOf() {
        Map<UUID, UUID> first = new HashMap<>();
        clusterOf.forEach((record, cluster) -> {
            if (cluster.size() > 1) {
                first.put(
                        record,
                        cluster.stream()
                                .min(Comparator.comparing(UUID::toString))
                                .orElse(record));
            }
        });
        return first;
    }
}
