package org.entente.cli;

import java.nio.file.Path;
import java.util.function.Consumer;

/// What `entente doctor` needs of the wiring room. Findings are handed out as they come: some take seconds.
public interface Diagnosis {
    /// The machine: virtual machine, native library, disk, clock, an embedded database made for the occasion.
    void examineMachine(Consumer<Finding> each);

    /// One node, running or not: configuration, keys, ports, database, peer. Changes nothing.
    void examineNode(Path home, Consumer<Finding> each);
}
