package org.entente.boot;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where room find keeps its tag sets, and which libsodium the operator names, if any.
record FindPlace(Path folder, @Nullable Path libsodium) {}
