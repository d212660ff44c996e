package org.entente.match.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.entente.match.link.Clusters.Join;

/// The joins without which a cluster falls in two, by depth-first numbers and how far back each part reaches. Without
/// recursion: a chain of joins may be as long as a cluster is large.
final class Bridges {
    private final Map<Integer, Map<Integer, Double>> joins;
    private final Map<Integer, Integer> order = new HashMap<>();
    private final Map<Integer, Integer> back = new HashMap<>();
    private final List<Join> found = new ArrayList<>();

    Bridges(Map<Integer, Map<Integer, Double>> joins) {
        this.joins = joins;
    }

    private record Step(int record, int from, Iterator<Integer> next) {}

    List<Join> of(int start) {
        List<Step> path = new ArrayList<>();
        enter(path, start, start);
        while (!path.isEmpty()) {
            Step step = path.getLast();
            if (step.next.hasNext()) {
                int to = step.next.next();
                if (to == step.from) {
                    continue;
                }
                Integer seen = order.get(to);
                if (seen == null) {
                    enter(path, to, step.record);
                } else {
                    back.merge(step.record, seen, Math::min);
                }
            } else {
                path.removeLast();
                leave(step);
            }
        }
        found.sort((left, right) -> Double.compare(left.bits(), right.bits()));
        return found;
    }

    private void enter(List<Step> path, int record, int from) {
        int number = order.size();
        order.put(record, number);
        back.put(record, number);
        path.add(new Step(
                record, from, joins.getOrDefault(record, Map.of()).keySet().iterator()));
    }

    private void leave(Step step) {
        if (step.record == step.from) {
            return;
        }
        int reach = back.getOrDefault(step.record, 0);
        back.merge(step.from, reach, Math::min);
        if (reach > order.getOrDefault(step.from, 0)) {
            double bits = joins.getOrDefault(step.from, Map.of()).getOrDefault(step.record, 0.0);
            found.add(new Join(Math.min(step.from, step.record), Math.max(step.from, step.record), bits));
        }
    }
}
