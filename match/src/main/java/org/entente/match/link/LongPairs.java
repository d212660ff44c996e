package org.entente.match.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Pairs of indices, duplicates taken out at the end: sorting a primitive array is faster than a set of objects.
final class LongPairs {
    private long[] packed = new long[1024];
    private int count;

    void add(int low, int high) {
        if (count == packed.length) {
            compact();
            if (count > packed.length / 2) {
                packed = Arrays.copyOf(packed, 2 * packed.length);
            }
        }
        packed[count++] = (long) low << 32 | high;
    }

    List<int[]> sorted() {
        compact();
        List<int[]> pairs = new ArrayList<>(count);
        for (int at = 0; at < count; at++) {
            pairs.add(new int[] {(int) (packed[at] >>> 32), (int) packed[at]});
        }
        return pairs;
    }

    private void compact() {
        Arrays.sort(packed, 0, count);
        int kept = 0;
        for (int at = 0; at < count; at++) {
            if (at == 0 || packed[at] != packed[at - 1]) {
                packed[kept++] = packed[at];
            }
        }
        count = kept;
    }
}
