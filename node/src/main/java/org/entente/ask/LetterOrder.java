package org.entente.ask;

import java.util.Map;

/// A letter to write. `details` by kind: a QUESTION may name the `ground` of refusal it is about; a POSTPONEMENT names
/// the day of its `review`; a TRANSFER names the `authority` that is to have it; a DISCLOSURE
/// names the `release` and the `day` of the disclosure; a MILESTONE names the `milestone`,
/// when it `happened` (an instant, now if absent) and the
/// fields of its form. The other kinds have none.
public record LetterOrder(LetterKind kind, String text, Map<String, String> details) {
    public static final String GROUND = "ground";
    public static final String REVIEW = "review";
    public static final String AUTHORITY = "authority";
    public static final String RELEASE = "release";
    public static final String DAY = "day";
    public static final String MILESTONE = "milestone";
    public static final String HAPPENED = "happened";

    public LetterOrder {
        details = Map.copyOf(details);
    }

    /// A letter of words alone.
    public LetterOrder(LetterKind kind, String text) {
        this(kind, text, Map.of());
    }
}
