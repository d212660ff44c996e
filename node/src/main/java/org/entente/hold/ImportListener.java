package org.entente.hold;

import java.time.Duration;
import java.util.UUID;

/// Hears how far an import is. Called on the importing thread after every committed chunk; must be quick.
@FunctionalInterface
public interface ImportListener {
    /// `rowTotal` is a count of lines made before the start, near the truth but not exact; `left` is by the
    /// rate so far.
    record Progress(UUID importId, long rowDone, long rowTotal, long ratePerSecond, Duration left) {}

    void progress(Progress progress);

    static ImportListener none() {
        return _ -> {};
    }
}
