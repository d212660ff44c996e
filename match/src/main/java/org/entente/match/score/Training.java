package org.entente.match.score;

import java.util.SplittableRandom;

/// Learns a [Model] from a collection without labels. The u of a level is its share among pairs drawn by a fixed seed;
/// the
/// m is learned by expectation and maximisation over candidate pairs, where the weight of a pair in a field's own count
/// leaves that field out, so that no field confirms itself. The order of records and pairs is the only input beside the
/// seed: the same input gives the same bits.
public final class Training {
    private static final int DRAWN_PAIRS = 200_000;
    private static final int ROUNDS = 6;
    private static final int PAIRS_MAX = 1_000_000;

    /// Pairs behind every level's share before any is seen, spread as the shipped model has it.
    private static final double PRIOR_PAIRS = 20;

    private static final Field[] FIELDS = Field.values();

    private Training() {}

    /// Candidate pairs as indices into the collection's records.
    public interface PairSource {
        int count();

        int low(int at);

        int high(int at);
    }

    /// @param pairs candidate pairs; of more than a million every so manyth is looked at, which the prior makes good
    public static Model train(Collection collection, PairSource pairs, long seed) {
        double[][] u = drawn(collection, seed);
        double[][] m = ShippedModel.m();
        double records = collection.records().size();
        int step = 1 + pairs.count() / PAIRS_MAX;
        double all = records * (records - 1) / 2;
        double prior = log2(Math.max(1, records / 2) / all);
        for (int round = 0; round < ROUNDS; round++) {
            Model model = new Model(m, u, prior);
            double[][] counts = new double[FIELDS.length][Model.LEVELS];
            double matches = 0;
            for (int at = 0; at < pairs.count(); at += step) {
                Prepared one = collection.records().get(pairs.low(at));
                Prepared other = collection.records().get(pairs.high(at));
                double[] bits = new double[FIELDS.length];
                double total = prior + model.evidence(collection, one, other, bits);
                if (total < -8) {
                    continue;
                }
                matches += Judgement.probability(total);
                int[] levels = model.levels(one, other);
                for (int field = 0; field < FIELDS.length; field++) {
                    if (levels[field] >= 0) {
                        counts[field][levels[field]] += Judgement.probability(total - bits[field]);
                    }
                }
            }
            m = shares(counts);
            prior = log2(Math.max(1, matches * step) / all);
        }
        return new Model(m, u, prior);
    }

    private static double[][] shares(double[][] counts) {
        double[][] shipped = ShippedModel.m();
        for (int at = 0; at < FIELDS.length; at++) {
            double sum = PRIOR_PAIRS;
            for (double count : counts[at]) {
                sum += count;
            }
            for (int level = 0; level < Model.LEVELS; level++) {
                shipped[at][level] = (counts[at][level] + PRIOR_PAIRS * shipped[at][level]) / sum;
            }
        }
        return shipped;
    }

    private static double[][] drawn(Collection collection, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] u = ShippedModel.u();
        double[][] counts = new double[FIELDS.length][Model.LEVELS];
        Model empty = new Model(u, u, 0);
        int records = collection.records().size();
        for (int drawn = 0; drawn < DRAWN_PAIRS; drawn++) {
            int one = random.nextInt(records);
            int other = random.nextInt(records);
            if (one != other) {
                int[] levels = empty.levels(
                        collection.records().get(one), collection.records().get(other));
                for (int at = 0; at < FIELDS.length; at++) {
                    if (levels[at] >= 0) {
                        counts[at][levels[at]]++;
                    }
                }
            }
        }
        for (int at = 0; at < FIELDS.length; at++) {
            double sum = PRIOR_PAIRS;
            for (double count : counts[at]) {
                sum += count;
            }
            for (int level = 0; level < Model.LEVELS; level++) {
                u[at][level] = (counts[at][level] + PRIOR_PAIRS * u[at][level]) / sum;
            }
        }
        return u;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
