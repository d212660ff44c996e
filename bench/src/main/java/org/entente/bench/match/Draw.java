package org.entente.bench.match;

import java.util.List;

/// Numbers that depend on a seed and a path alone (SplitMix64: Steele, Lea, Flood, OOPSLA 2014), so that the thing
/// at a path can be made without making those before it. The same on every machine and Java.
final class Draw {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Draw(long state) {
        this.state = state;
    }

    /// Independent draws for each path.
    static Draw of(long seed, long... path) {
        long state = mix(seed + GAMMA);
        for (long step : path) {
            state = mix(state ^ mix(step + GAMMA));
        }
        return new Draw(state);
    }

    long next() {
        state += GAMMA;
        return mix(state);
    }

    private static long mix(long number) {
        long mixed = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /// 0 to `bound` - 1; the bias is below `bound` / 2^32.
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /// 0 to 1, 1 excluded.
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    String digits(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int at = 0; at < count; at++) {
            text.append((char) ('0' + below(10)));
        }
        return text.toString();
    }
}
