package org.entente.match.organisation;

/// What kind of person in law a name says it is. `name` is the usual writing of the form in its own country; `family`
/// is what it is worth comparing with in another.
public record LegalForm(String name, Family family) {
    /// Forms of one family are each other's counterpart across languages.
    public enum Family {
        /// Capital in shares: S.A., Inc., JSC, AG.
        STOCK,
        /// Members with limited liability: S. de R.L., LLC, GmbH, Ltd.
        LIMITED,
        PARTNERSHIP,
        COOPERATIVE,
        /// Sociedad civil: professionals, no trade.
        CIVIL,
        /// Not for profit: A.C., association, foundation.
        ASSOCIATION,
        /// Sociedad de producción rural and its like.
        RURAL,
        STATE,
        /// "Company", "firm": some form, not said which.
        UNSAID
    }

    /// How two forms stand to each other.
    public enum Agreement {
        SAME,
        /// Another writing of the same family, or one side does not say which.
        EQUIVALENT,
        DIFFERENT
    }

    public Agreement compare(LegalForm other) {
        if (name.equals(other.name)) {
            return Agreement.SAME;
        }
        boolean equivalent = family == other.family || family == Family.UNSAID || other.family == Family.UNSAID;
        return equivalent ? Agreement.EQUIVALENT : Agreement.DIFFERENT;
    }
}
