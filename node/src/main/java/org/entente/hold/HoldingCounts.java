package org.entente.hold;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much is held, by source and kind, protected persons left out of every number.
public record HoldingCounts(
        long subjectCount, long statementCount, SortedMap<String, Long> subjectCountBySourceAndKind) {
    public HoldingCounts {
        subjectCountBySourceAndKind = Collections.unmodifiableSortedMap(new TreeMap<>(subjectCountBySourceAndKind));
    }
}
