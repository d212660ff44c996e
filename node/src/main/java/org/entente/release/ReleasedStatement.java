package org.entente.release;

import java.time.LocalDate;
import java.util.Set;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.PersonClass;
import org.jspecify.annotations.Nullable;

/// A statement as it crosses: what is said, by which source of the owner, how sure, how to be handled, and how far the
/// allegations against its subject had come when it was released. The owner's record ids and retention stay at home;
/// the terms' expiry stands for retention.
public record ReleasedStatement(
        String property,
        String value,
        String source,
        @Nullable LocalDate sourceAsOf,
        boolean invented,
        @Nullable LocalDate observed,
        LegalBasis basis,
        Set<HandlingCode> handling,
        EvaluationCode evaluation,
        PersonClass personClass,
        EvidentialStatus status) {
    public ReleasedStatement {
        handling = Set.copyOf(handling);
    }
}
