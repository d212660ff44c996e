package org.entente.ask;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.kernel.InstitutionId;
import org.jspecify.annotations.Nullable;

/// A letter as it crosses. `started` says when the clock of a request not yet accepted began, null where the law starts
/// none; `at` when it was written: it moves the clock on both sides alike.
record Letter(
        LetterKind kind,
        RequestNumber number,
        String text,
        SortedMap<String, String> details,
        @Nullable Instant started,
        Instant at) {
    Letter {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /// The key of the milestone it tells; empty if it tells none.
    String milestone() {
        return details.getOrDefault(LetterOrder.MILESTONE, "");
    }

    /// When what it tells happened: the clock that starts with it counts from then.
    Instant happened() {
        String told = details.get(LetterOrder.HAPPENED);
        return told == null ? at : Instant.parse(told);
    }

    /// The day on which a postponement is looked at again.
    @Nullable
    LocalDate review() {
        String day = details.get(LetterOrder.REVIEW);
        return day == null ? null : LocalDate.parse(day);
    }

    /// The institution that has the request from now on.
    @Nullable
    InstitutionId authority() {
        String id = kind == LetterKind.TRANSFER ? details.get(LetterOrder.AUTHORITY) : null;
        return id == null ? null : new InstitutionId(id);
    }

    /// The event by which a clock of the pack knows it.
    String clockEvent() {
        return kind == LetterKind.ACCEPTANCE ? "accepted" : milestone();
    }
}
