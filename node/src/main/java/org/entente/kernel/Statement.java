package org.entente.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thing that one source says about one facet: the unit of provenance, release, redaction, retention and discovery.
///
/// `property` is a term of the vocabulary ("name", "rfc", "birth-date"); `value` its text as the source wrote it, at
/// most 4,000 characters; `observed` when the source says it was so, if it says; `recorded` when this node took it in;
/// `retainUntil` the last day it may be held.
public record Statement(
        String id,
        String property,
        String value,
        SourceReference source,
        @Nullable LocalDate observed,
        Instant recorded,
        LegalBasis basis,
        Set<HandlingCode> handling,
        EvaluationCode evaluation,
        LocalDate retainUntil,
        PersonClass personClass) {
    public static final int VALUE_LENGTH_MAX = 4_000;

    public Statement {
        handling = Set.copyOf(handling);
        if (value.length() > VALUE_LENGTH_MAX) {
            throw new IllegalArgumentException("a statement's value is at most 4,000 characters: " + property);
        }
    }
}
