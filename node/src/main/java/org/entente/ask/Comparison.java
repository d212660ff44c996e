package org.entente.ask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The other side's figures of a period beside our own, counted here up to the same numbers.
///
/// @param arrived when theirs came
/// @param ours up to their numbers
/// @param unconfirmed words of ours that they counted and whose receipt has not come: until it has, nothing is compared
/// @param notThere words of ours about requests of the period that had not reached them when they counted
public record Comparison(
        Figures theirs, Instant arrived, Figures ours, List<Difference> differences, long unconfirmed, long notThere) {
    public Comparison {
        differences = List.copyOf(differences);
    }

    /// A cell that differs. A number is null where that side has no such cell.
    public record Difference(
            Figures.Cell cell,
            @Nullable Long ours,
            @Nullable Long theirs) {}

    public enum Verdict {
        AGREE,
        DIFFER,
        WAIT
    }

    public Verdict verdict() {
        if (unconfirmed > 0) {
            return Verdict.WAIT;
        }
        return differences.isEmpty() ? Verdict.AGREE : Verdict.DIFFER;
    }

    static List<Difference> differences(Figures ours, Figures theirs) {
        SortedMap<Figures.Cell, Long> here = ours.cells();
        Map<Figures.Cell, Long> there = theirs.cells();
        SortedSet<Figures.Cell> all = new TreeSet<>(here.keySet());
        all.addAll(there.keySet());
        List<Difference> differences = new ArrayList<>();
        for (Figures.Cell cell : all) {
            if (!Objects.equals(here.get(cell), there.get(cell))) {
                differences.add(new Difference(cell, here.get(cell), there.get(cell)));
            }
        }
        return differences;
    }
}
