package org.entente.act;

import java.time.Instant;
import java.util.List;
import org.entente.kernel.Bilingual;

/// The answer to "arm this operation".
public sealed interface Arming {
    record Armed(Instant until) implements Arming {}

    /// Not armed, with every reason. `key` names the rule ("held.CONSENT_MISSING", "flaw.SIGNATURE_INVALID").
    record Held(List<Reason> reasons) implements Arming {
        public Held {
            reasons = List.copyOf(reasons);
        }
    }

    record Reason(String key, Bilingual text) {}
}
