package org.entente.match;

import java.util.List;

/// What a text is when read as an identifier of a given type. Never null, never an exception: a text that is
/// nothing is [Unreadable].
public sealed interface Identifier {
    IdentifierType type();

    /// A value. `canonical` is equal for two writings of the same number (upper case, no separators) and is the
    /// only form that is compared, indexed or blinded. `checks` lists every rule tried, in the order of
    /// [Check.Rule].
    record Parsed(IdentifierType type, String canonical, Holder holder, List<Check> checks) implements Identifier {
        public Parsed {
            checks = List.copyOf(checks);
        }

        /// The shape stands, so equality with another record's value means something.
        public boolean isWellFormed() {
            return checks.stream().allMatch(check -> check.rule() != Check.Rule.FORM || check.passed());
        }

        public boolean isValid() {
            return checks.stream().allMatch(Check::passed);
        }

        public List<Check.Rule> failed() {
            return checks.stream()
                    .filter(check -> !check.passed())
                    .map(Check::rule)
                    .toList();
        }
    }

    /// Its publisher covered it (`XXXXXXXXXXXX`, a ground-off serial). It stays covered: it is shown as it came
    /// and is never a key of anything.
    record Masked(IdentifierType type, String text) implements Identifier {}

    /// A well-formed value that stands for "none" (the tax authority's RFC for the general public,
    /// 000-00-0000). Many subjects share it, so it neither blocks nor scores.
    record Placeholder(IdentifierType type, String canonical) implements Identifier {}

    /// Empty once separators are gone, or longer than [Identifiers#LENGTH_MAX].
    record Unreadable(IdentifierType type) implements Identifier {}
}
