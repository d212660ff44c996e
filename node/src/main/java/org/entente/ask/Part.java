package org.entente.ask;

import java.time.Instant;
import org.entente.release.ReleaseId;

/// What became of a part of a request while the rest of it goes on.
public sealed interface Part {
    /// @param rest what still follows, in the words of the asked side
    record Answered(ReleaseId release, String rest, Instant at) implements Part {}

    /// @param what the part that is refused, in the words of the asked side
    record Refused(String what, RefusalNote note) implements Part {}
}
