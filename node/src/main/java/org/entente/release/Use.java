package org.entente.release;

import org.entente.kernel.CaseNumber;
import org.entente.kernel.Purpose;

/// What an officer opens a received release for: both are logged, the purpose is held against the terms.
/// `forAccused`: to disclose to an accused what helps them, which no condition forbids, a suspension neither.
public record Use(Purpose purpose, CaseNumber caseNumber, boolean forAccused) {
    public Use(Purpose purpose, CaseNumber caseNumber) {
        this(purpose, caseNumber, false);
    }
}
