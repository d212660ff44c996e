package org.entente.console;

import java.util.List;

/// Both logs of this node and what the other party's witness says of them.
record ProofPage(List<Log> logs, List<Exportable> exportable) {
    record Log(
            String name,
            String about,
            String treeSize,
            String rootHash,
            List<Step> steps,
            String checkpoint,
            List<Leaf> leaves) {
        Log {
            steps = List.copyOf(steps);
            leaves = List.copyOf(leaves);
        }
    }

    record Leaf(String index, String kind, String when, String state) {}

    /// A request whose proof can be taken away.
    record Exportable(String href, String number, String what, String state) {}

    ProofPage {
        logs = List.copyOf(logs);
        exportable = List.copyOf(exportable);
    }
}
