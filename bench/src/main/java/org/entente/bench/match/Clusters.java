package org.entente.bench.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Found clusters beside the true ones, as one cell for each meeting of a true and a found cluster: whatever is
/// counted over pairs is counted over cells, in the time of one sort.
final class Clusters {
    private final int[] truth;
    private final int[] found;

    /// Records of each true and found cluster, and of each cell, in the order of [#cells].
    private final int[] truthSizes;

    private final int[] foundSizes;
    private final long[] cells;
    private final int[] cellSizes;

    /// Cluster numbers by record; any numbers do.
    Clusters(int[] truth, int[] found) {
        if (truth.length != found.length) {
            throw new IllegalArgumentException(truth.length + " and " + found.length + " records");
        }
        this.truth = dense(truth);
        this.found = dense(found);
        truthSizes = sizes(this.truth);
        foundSizes = sizes(this.found);
        long[] keys = new long[truth.length];
        for (int at = 0; at < keys.length; at++) {
            keys[at] = (long) this.truth[at] << 32 | this.found[at];
        }
        Arrays.sort(keys);
        long[] distinct = new long[keys.length];
        int[] counts = new int[keys.length];
        int last = -1;
        for (long key : keys) {
            if (last < 0 || distinct[last] != key) {
                distinct[++last] = key;
            }
            counts[last]++;
        }
        cells = Arrays.copyOf(distinct, last + 1);
        cellSizes = Arrays.copyOf(counts, last + 1);
    }

    static <T> int[] numbered(List<T> items, Function<T, String> key) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] numbered = new int[items.size()];
        for (int at = 0; at < numbered.length; at++) {
            numbered[at] = numbers.computeIfAbsent(key.apply(items.get(at)), absent -> numbers.size());
        }
        return numbered;
    }

    PairCounts pairs() {
        long common = 0;
        for (int size : cellSizes) {
            common += pairs(size);
        }
        return new PairCounts(common, pairs(foundSizes), pairs(truthSizes));
    }

    /// Bagga and Baldwin: the mean over records of the share of its found cluster that is truly its own (precision),
    /// and of its true cluster that was found (recall).
    PrecisionRecall bCubed() {
        double precision = 0;
        double recall = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            double square = (double) cellSizes[cell] * cellSizes[cell];
            precision += square / foundSizes[(int) cells[cell]];
            recall += square / truthSizes[(int) (cells[cell] >>> 32)];
        }
        return truth.length == 0
                ? new PrecisionRecall(1, 1)
                : new PrecisionRecall(precision / truth.length, recall / truth.length);
    }

    /// 95 % interval of the pairwise F1 over resampled true entities. A false pair counts half for each of its two.
    Interval f1Interval(long seed) {
        double[] twiceCommon = new double[truthSizes.length];
        double[] foundAndActual = new double[truthSizes.length];
        for (int cell = 0; cell < cells.length; cell++) {
            twiceCommon[(int) (cells[cell] >>> 32)] += 2.0 * pairs(cellSizes[cell]);
        }
        for (int at = 0; at < truth.length; at++) {
            foundAndActual[truth[at]] += (foundSizes[found[at]] - 1 + truthSizes[truth[at]] - 1) / 2.0;
        }
        return Interval.ofRatio(twiceCommon, foundAndActual, seed);
    }

    private static long pairs(int size) {
        return (long) size * (size - 1) / 2;
    }

    private static long pairs(int[] sizes) {
        return Arrays.stream(sizes).mapToLong(Clusters::pairs).sum();
    }

    private static int[] sizes(int[] numbers) {
        int[] sizes = new int[Arrays.stream(numbers).max().orElse(-1) + 1];
        for (int number : numbers) {
            sizes[number]++;
        }
        return sizes;
    }

    /// The same clusters numbered from 0 without a gap.
    private static int[] dense(int[] numbers) {
        int[] distinct = Arrays.stream(numbers).sorted().distinct().toArray();
        return Arrays.stream(numbers)
                .map(number -> Arrays.binarySearch(distinct, number))
                .toArray();
    }
}
