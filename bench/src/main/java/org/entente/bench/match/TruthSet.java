package org.entente.bench.match;

import java.util.List;

/// Records whose clusters are known. `source` names the files and their SHA-256.
record TruthSet(String name, String source, List<Labelled> records) {
    TruthSet {
        records = List.copyOf(records);
    }

    /// The truth as numbers, by the records' order.
    int[] truth() {
        return Clusters.numbered(records, Labelled::entity);
    }
}
