package org.entente.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.Agreement;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.Party;
import org.entente.kernel.Statement;
import org.entente.kernel.UseTerms;

/// Whether statements may be sealed on given terms. Pure: the first rule that forbids it, in the order of the enum's
/// gravity, or none.
final class SealRules {
    private SealRules() {}

    static Optional<SealRefusal> refusal(
            Agreement agreement, Party own, SealOrder order, List<Statement> found, Instant now) {
        if (found.size() < order.statementIds().size()) {
            return Optional.of(SealRefusal.STATEMENT_NOT_AVAILABLE);
        }
        boolean isProtected = found.stream()
                        .anyMatch(statement -> statement.personClass().isProtected())
                || order.fields().stream().anyMatch(field -> field.personClass().isProtected());
        if (isProtected) {
            return Optional.of(SealRefusal.PROTECTED_PERSON);
        }
        if (order.to().party().equals(own) || agreement.institution(order.to()).isEmpty()) {
            return Optional.of(SealRefusal.INSTITUTION_UNKNOWN);
        }
        if (!agreement.hasPurpose(order.terms().purpose())) {
            return Optional.of(SealRefusal.PURPOSE_NOT_IN_AGREEMENT);
        }
        return handlingRefusal(order.terms(), found).or(() -> timeRefusal(order.terms(), found, now));
    }

    private static Optional<SealRefusal> handlingRefusal(UseTerms terms, List<Statement> found) {
        if (found.stream().anyMatch(statement -> statement.handling().contains(HandlingCode.H2))) {
            return Optional.of(SealRefusal.PROVIDER_FORBIDS_DISSEMINATION);
        }
        boolean keepsAll = found.stream().allMatch(statement -> terms.handling().containsAll(statement.handling()));
        return keepsAll ? Optional.empty() : Optional.of(SealRefusal.HANDLING_WEAKER_THAN_STATEMENTS);
    }

    private static Optional<SealRefusal> timeRefusal(UseTerms terms, List<Statement> found, Instant now) {
        if (!terms.expires().isAfter(now)) {
            return Optional.of(SealRefusal.ALREADY_EXPIRED);
        }
        if (terms.expires().isAfter(now.plus(Limits.LIFE_MAX))) {
            return Optional.of(SealRefusal.EXPIRES_TOO_LATE);
        }
        LocalDate lastDay = terms.expires().atZone(ZoneOffset.UTC).toLocalDate();
        return found.stream().anyMatch(statement -> statement.retainUntil().isBefore(lastDay))
                ? Optional.of(SealRefusal.OUTLIVES_RETENTION)
                : Optional.empty();
    }
}
