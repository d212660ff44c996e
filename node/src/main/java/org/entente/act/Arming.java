package org.entente.act;

import java.time.Instant;
import java.util.List;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;
import org.jspecify.annotations.Nullable;

/// The answer to "arm this operation".
public sealed interface Arming {
    record Armed(Instant until) implements Arming {}

    /// Not armed, with every reason.
    record Held(List<Reason> reasons) implements Arming {
        public Held {
            reasons = List.copyOf(reasons);
        }
    }

    /// `key` names the rule: "held.CONSENT_MISSING", "flaw.SIGNATURE_INVALID", "ground.no-consent"; a ground has its
    /// article.
    record Reason(String key, Bilingual text, @Nullable LegalBasis article) {}
}
