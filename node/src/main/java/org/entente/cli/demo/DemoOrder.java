package org.entente.cli.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the user asked of the demonstration.
record DemoOrder(
        Path data,
        @Nullable Path lists,
        int subjects,
        long seed,
        boolean fresh,
        boolean once,
        boolean json,
        boolean freePorts) {}
