package org.entente.match.link;

import java.util.Arrays;

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

    /// Ascending; the lower index in the upper 32 bits.
    long[] sorted() {
        compact();
        return Arrays.copyOf(packed, count);
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
