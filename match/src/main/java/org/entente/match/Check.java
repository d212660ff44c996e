package org.entente.match;

/// One rule of an identifier and whether the value keeps it. A broken rule lowers the weight of the value as
/// evidence; it never makes a record inadmissible: 30 of 12,599 RFCs on the published 69-B list fail their own
/// check character. What was expected and what stands there says [Identifiers#explain].
public record Check(Rule rule, boolean passed) {
    /// `FORM` is the shape (letters, digits, length); the others are only tried when the shape stands. `RANGE` is
    /// whether the issuer gives such numbers out.
    public enum Rule {
        FORM,
        DATE,
        STATE,
        RANGE,
        CHECK_DIGIT
    }
}
