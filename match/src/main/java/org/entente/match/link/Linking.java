package org.entente.match.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.match.score.Collection;
import org.entente.match.score.Model;

/// Records to subjects: candidate pairs, best first, join two clusters where the mean over all pairs between them, each
/// counted as no more than [#SURE_BITS] for and [#AGAINST_BITS] against, reaches the threshold. One strong link does
/// not
/// carry two groups that speak against each other.
public final class Linking {
    private static final double SURE_BITS = 12;
    private static final double AGAINST_BITS = -6;

    private Linking() {}

    /// The cluster of each record, numbered by its first record.
    public static int[] clusters(Collection collection, Model model, List<int[]> pairs, double thresholdBits) {
        List<Edge> edges = new ArrayList<>();
        for (int[] pair : pairs) {
            double bits = model.bits(
                    collection,
                    collection.records().get(pair[0]),
                    collection.records().get(pair[1]));
            if (bits >= thresholdBits) {
                edges.add(new Edge(pair[0], pair[1], bits));
            }
        }
        edges.sort((one, other) -> {
            int byBits = Double.compare(other.bits, one.bits);
            if (byBits != 0) {
                return byBits;
            }
            return one.low != other.low ? Integer.compare(one.low, other.low) : Integer.compare(one.high, other.high);
        });
        int count = collection.records().size();
        int[] cluster = new int[count];
        Arrays.setAll(cluster, at -> at);
        List<List<Integer>> members = new ArrayList<>(count);
        for (int at = 0; at < count; at++) {
            members.add(new ArrayList<>(List.of(at)));
        }
        for (Edge edge : edges) {
            int one = cluster[edge.low];
            int other = cluster[edge.high];
            if (one != other && mean(collection, model, members.get(one), members.get(other)) >= thresholdBits) {
                int kept = Math.min(one, other);
                int gone = Math.max(one, other);
                members.get(gone).forEach(at -> cluster[at] = kept);
                members.get(kept).addAll(members.get(gone));
                members.get(gone).clear();
            }
        }
        return cluster;
    }

    private static double mean(Collection collection, Model model, List<Integer> left, List<Integer> right) {
        double sum = 0;
        for (int one : left) {
            for (int other : right) {
                double bits = model.bits(
                        collection,
                        collection.records().get(one),
                        collection.records().get(other));
                sum += Math.clamp(bits, AGAINST_BITS, SURE_BITS);
            }
        }
        return sum / ((double) left.size() * right.size());
    }

    private record Edge(int low, int high, double bits) {}
}
