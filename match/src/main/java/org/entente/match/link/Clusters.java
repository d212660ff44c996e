package org.entente.match.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which records are one subject, one join at a time. A cluster is what its joins hold together: taking a join back
/// restores what was before it, whatever came after. What a person said to be two is never joined, through others
/// neither. Not thread-safe. A join costs the smaller cluster, taking one back the whole one.
public final class Clusters {
    /// Beyond it a cluster is taken to be a mistake of the data (one telephone number of a whole ministry) and grows no
    /// further: Splink's and Zingg's users report giants of tens of thousands from one blank value.
    public static final int SIZE_MAX = 500;

    private final Map<Integer, Map<Integer, Double>> joins = new HashMap<>();
    private final Map<Integer, Set<Integer>> apart = new HashMap<>();
    private final Map<Integer, Integer> cluster = new HashMap<>();
    private final Map<Integer, Set<Integer>> members = new HashMap<>();

    /// What became of a join.
    public enum Outcome {
        JOINED,
        /// They were in one cluster already; the join is kept as one more that holds it together.
        TOGETHER,
        /// A person said that two of the records are of two subjects.
        APART,
        /// The cluster would have more than [#SIZE_MAX] records.
        TOO_LARGE
    }

    public Outcome join(int one, int other, double bits) {
        int left = of(one);
        int right = of(other);
        if (left != right) {
            if (isApart(left, right)) {
                return Outcome.APART;
            }
            if (group(left).size() + group(right).size() > SIZE_MAX) {
                return Outcome.TOO_LARGE;
            }
            unite(left, right);
        }
        joins.computeIfAbsent(one, _ -> new TreeMap<>()).put(other, bits);
        joins.computeIfAbsent(other, _ -> new TreeMap<>()).put(one, bits);
        return left == right ? Outcome.TOGETHER : Outcome.JOINED;
    }

    /// Two records of two subjects, by a person's word. The weakest joins on every way between them are taken back.
    ///
    /// @return the joins taken back, weakest first
    public List<Join> keepApart(int one, int other) {
        apart.computeIfAbsent(one, _ -> new HashSet<>()).add(other);
        apart.computeIfAbsent(other, _ -> new HashSet<>()).add(one);
        List<Join> taken = new ArrayList<>();
        while (of(one) == of(other)) {
            Join weakest = weakestBetween(one, other);
            takeBack(weakest.one, weakest.other);
            taken.add(weakest);
        }
        return taken;
    }

    /// The person's word is taken back too; nothing is joined by it.
    public void forgetApart(int one, int other) {
        apart.getOrDefault(one, Set.of()).remove(other);
        apart.getOrDefault(other, Set.of()).remove(one);
    }

    /// Undoes a join; the cluster falls in two where nothing else holds it.
    public void takeBack(int one, int other) {
        joins.getOrDefault(one, Map.of()).remove(other);
        joins.getOrDefault(other, Map.of()).remove(one);
        int whole = of(one);
        if (whole != of(other)) {
            return;
        }
        Set<Integer> reached = reach(one);
        if (!reached.contains(other)) {
            Set<Integer> rest = new TreeSet<>(group(whole));
            rest.removeAll(reached);
            members.remove(whole);
            place(reached);
            place(rest);
        }
    }

    private void place(Set<Integer> records) {
        int name = records.iterator().next();
        members.put(name, records);
        records.forEach(record -> cluster.put(record, name));
    }

    /// The cluster of a record, named by one of its records.
    public int of(int record) {
        Integer known = cluster.get(record);
        if (known != null) {
            return known;
        }
        cluster.put(record, record);
        members.put(record, new TreeSet<>(Set.of(record)));
        return record;
    }

    /// The records of the cluster of this one, ascending.
    public List<Integer> members(int record) {
        return List.copyOf(group(of(record)));
    }

    private Set<Integer> group(int name) {
        return Objects.requireNonNull(members.get(name), "every cluster has its records");
    }

    public record Join(int one, int other, double bits) {}

    /// Joins of the record's cluster below `bits` that alone hold two parts of it together: where a person should look
    /// first. Found in one walk (Tarjan, Information Processing Letters 2, 1974).
    public List<Join> weakBridges(int record, double bits) {
        List<Join> weak = new ArrayList<>();
        for (Join bridge : new Bridges(joins).of(of(record))) {
            if (bridge.bits < bits) {
                weak.add(bridge);
            }
        }
        return weak;
    }

    private boolean isApart(int left, int right) {
        Set<Integer> fewer = group(left).size() < group(right).size() ? group(left) : group(right);
        int others = fewer.equals(group(left)) ? right : left;
        for (int record : fewer) {
            for (int forbidden : apart.getOrDefault(record, Set.of())) {
                if (of(forbidden) == others) {
                    return true;
                }
            }
        }
        return false;
    }

    private void unite(int left, int right) {
        boolean leftIsLarger = group(left).size() >= group(right).size();
        int kept = leftIsLarger ? left : right;
        int gone = leftIsLarger ? right : left;
        Set<Integer> moved = group(gone);
        members.remove(gone);
        moved.forEach(record -> cluster.put(record, kept));
        group(kept).addAll(moved);
    }

    private Set<Integer> reach(int from) {
        Set<Integer> reached = new TreeSet<>(Set.of(from));
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (int next : joins.getOrDefault(open.pop(), Map.of()).keySet()) {
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    /// The weakest join of the way between them whose weakest join is strongest: the last that single linkage would
    /// make.
    private Join weakestBetween(int one, int other) {
        List<Join> all = new ArrayList<>();
        for (int record : group(of(one))) {
            joins.getOrDefault(record, Map.of()).forEach((to, bits) -> {
                if (record < to) {
                    all.add(new Join(record, to, bits));
                }
            });
        }
        all.sort((left, right) -> {
            int byBits = Double.compare(right.bits, left.bits);
            if (byBits != 0) {
                return byBits;
            }
            return left.one != right.one
                    ? Integer.compare(left.one, right.one)
                    : Integer.compare(left.other, right.other);
        });
        Clusters tried = new Clusters();
        for (Join join : all) {
            tried.join(join.one, join.other, join.bits);
            if (tried.of(one) == tried.of(other)) {
                return join;
            }
        }
        throw new IllegalStateException("nothing holds " + one + " and " + other + " together");
    }
}
