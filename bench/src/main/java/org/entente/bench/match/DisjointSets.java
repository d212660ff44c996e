package org.entente.bench.match;

/// Union-find over ordinals: the smaller ordinal is a set's root, so the outcome does not depend on the order of
/// joins.
final class DisjointSets {
    private final int[] parent;

    DisjointSets(int size) {
        parent = new int[size];
        for (int at = 0; at < size; at++) {
            parent[at] = at;
        }
    }

    int root(int ordinal) {
        int at = ordinal;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    void join(int one, int other) {
        int first = root(one);
        int second = root(other);
        parent[Math.max(first, second)] = Math.min(first, second);
    }

    /// Each ordinal's root.
    int[] roots() {
        int[] roots = new int[parent.length];
        for (int at = 0; at < roots.length; at++) {
            roots[at] = root(at);
        }
        return roots;
    }
}
