package org.entente.bench.match;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// What each figure is to reach and what the best known program reached on the same data (sources: matching.md 2b
/// and 5, measured or published; on whole sets where only a part is here).
final class Targets {
    private record Target(OptionalDouble goal, OptionalDouble peer) {}

    /// Figure, goal, best known elsewhere; `-` where there is none.
    private static final Map<String, Target> TABLE = table("""
            name_bench_dev.f1 0.94 0.890
            aliases.variant.recall-1 0.90 0.809
            aliases.variant.recall-10 0.985 0.957
            screening.recall 0.75 0.548
            screening.innocents-us 0.002 0.0105
            screening.mexicans-full 0.003 0.0117
            screening.mexicans-one-surname 0.010 0.044
            historical_dev.f1 - 0.827
            historical_dev.f1-false-twice 0.86 -
            historical_dev.b3-f1 0.89 0.862
            febrl3.f1 0.997 0.996
            splink_fake_1000.f1 0.87 0.867
            senzing_truth.found 108 108
            senzing_truth.extra 0 0
            mexicans.false-hits 0.003 -
            mexicans.worst-group 2 -
            vehicles.f1 0.95 -
            firearms.f1 0.95 -
            organisations.f1 0.95 -
            identifiers.curp-valid 447 -
            identifiers.rfc-valid 12569 -
            identifiers.rfc-failing 30 -
            identifiers.rfc-masked 87 -
            people.f1 0.97 -
            people.calibration-error 0.02 -
            people.identical-runs 1 -
            people.wall 240 -
            people.peak-memory 6 -
            search.recall-10 0.95 -
            search.p99 20 -
            pairs.rate 1000000 -
            dblp_acm.f1 - 0.991
            abt_buy.f1 - 0.895""");

    private Targets() {}

    /// Every figure that has a goal or a peer.
    static Set<String> figures() {
        return TABLE.keySet();
    }

    static OptionalDouble goal(String figure) {
        Target target = TABLE.get(figure);
        return target == null ? OptionalDouble.empty() : target.goal();
    }

    static OptionalDouble peer(String figure) {
        Target target = TABLE.get(figure);
        return target == null ? OptionalDouble.empty() : target.peer();
    }

    private static Map<String, Target> table(String text) {
        Map<String, Target> table = new HashMap<>();
        for (String line : text.split("\n")) {
            String[] cells = line.split(" ");
            table.put(cells[0], new Target(number(cells[1]), number(cells[2])));
        }
        return table;
    }

    private static OptionalDouble number(String cell) {
        return cell.equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }
}
