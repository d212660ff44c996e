package org.entente.match;

import java.util.List;

/// Why an identifier is taken for good or bad, in facts that a screen puts into words. `written` is the number as it
/// was read, without separators; `says` lists its parts from left to right; `against` every rule it breaks, and is
/// empty exactly when [Identifier.Parsed#isValid] holds. A number that is covered, stands for "none" or cannot be read
/// says nothing and has nothing against it.
public record Explanation(IdentifierType type, String written, List<Segment> says, List<Finding> against) {
    public Explanation {
        says = List.copyOf(says);
        against = List.copyOf(against);
    }

    static Explanation nothing(IdentifierType type, String written) {
        return new Explanation(type, written, List.of(), List.of());
    }
}
