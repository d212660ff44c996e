package org.entente.match.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.match.score.Collection;
import org.entente.match.score.Model;

/// Records to subjects. Candidate pairs, best first, join two clusters where the mean over all pairs between them, each
/// counted as no more than [#SURE_BITS] for and [#AGAINST_BITS] against, reaches the threshold: one strong link does
/// not
/// carry two groups that speak against each other. A record may state several identities; the best pair of them speaks.
public final class Linking {
    private static final double SURE_BITS = 12;
    private static final double AGAINST_BITS = -6;

    private final Collection collection;
    private final Model model;

    /// By record, its facets' indices in the collection.
    private final int[][] facets;

    private Linking(Collection collection, Model model, int[][] facets) {
        this.collection = collection;
        this.model = model;
        this.facets = facets;
    }

    /// Told every pair of records that was judged, once.
    public interface Judged {
        void pair(int one, int other, double bits);
    }

    /// Every facet a record of its own.
    public static int[] clusters(Collection collection, Model model, Pairs pairs, double thresholdBits) {
        int count = collection.records().size();
        int[][] facets = new int[count][];
        Arrays.setAll(facets, at -> new int[] {at});
        return clusters(collection, model, facets, pairs, thresholdBits, (_, _, _) -> {});
    }

    /// The cluster of each record, numbered by its first record.
    ///
    /// @param facets by record, the indices of its facets in the collection, which are its own
    /// @param pairs candidate pairs of facets
    public static int[] clusters(
            Collection collection, Model model, int[][] facets, Pairs pairs, double thresholdBits, Judged judged) {
        return new Linking(collection, model, facets).joined(pairs, thresholdBits, judged);
    }

    private int[] joined(Pairs pairs, double thresholdBits, Judged judged) {
        List<Edge> edges = edges(pairs, thresholdBits, judged);
        int count = facets.length;
        int[] cluster = new int[count];
        Arrays.setAll(cluster, at -> at);
        int[][] members = new int[count][];
        Arrays.setAll(members, at -> new int[] {at});
        for (Edge edge : edges) {
            int one = cluster[edge.low];
            int other = cluster[edge.high];
            if (one != other && mean(members[one], members[other]) >= thresholdBits) {
                int kept = Math.min(one, other);
                int gone = Math.max(one, other);
                int[] both = Arrays.copyOf(members[kept], members[kept].length + members[gone].length);
                System.arraycopy(members[gone], 0, both, members[kept].length, members[gone].length);
                for (int at : members[gone]) {
                    cluster[at] = kept;
                }
                members[kept] = both;
                members[gone] = new int[0];
            }
        }
        return cluster;
    }

    private List<Edge> edges(Pairs pairs, double thresholdBits, Judged judged) {
        int[] owner = new int[collection.records().size()];
        for (int record = 0; record < facets.length; record++) {
            for (int facet : facets[record]) {
                owner[facet] = record;
            }
        }
        double[] bits = IntStream.range(0, pairs.count())
                .parallel()
                .mapToDouble(at -> owner[pairs.low(at)] == owner[pairs.high(at)]
                        ? Double.NEGATIVE_INFINITY
                        : model.bits(
                                collection,
                                collection.records().get(pairs.low(at)),
                                collection.records().get(pairs.high(at))))
                .toArray();
        List<Edge> edges = new ArrayList<>();
        for (int at = 0; at < bits.length; at++) {
            if (bits[at] > Double.NEGATIVE_INFINITY) {
                int one = owner[pairs.low(at)];
                int other = owner[pairs.high(at)];
                judged.pair(Math.min(one, other), Math.max(one, other), bits[at]);
                if (bits[at] >= thresholdBits) {
                    edges.add(new Edge(Math.min(one, other), Math.max(one, other), bits[at]));
                }
            }
        }
        edges.sort(null);
        return edges;
    }

    private double mean(int[] left, int[] right) {
        double sum = 0;
        for (int one : left) {
            for (int other : right) {
                sum += Math.clamp(best(one, other), AGAINST_BITS, SURE_BITS);
            }
        }
        return sum / ((double) left.length * right.length);
    }

    private double best(int one, int other) {
        double best = Double.NEGATIVE_INFINITY;
        for (int left : facets[one]) {
            for (int right : facets[other]) {
                best = Math.max(
                        best,
                        model.bits(
                                collection,
                                collection.records().get(left),
                                collection.records().get(right)));
            }
        }
        return best;
    }

    /// Best first; of two worth the same the lower records.
    private record Edge(int low, int high, double bits) implements Comparable<Edge> {
        @Override
        public int compareTo(Edge other) {
            int byBits = Double.compare(other.bits, bits);
            if (byBits != 0) {
                return byBits;
            }
            return low != other.low ? Integer.compare(low, other.low) : Integer.compare(high, other.high);
        }
    }
}
