package org.entente.kernel;

import java.util.Set;

/// What access looks at on the thing itself.
public record Marking(PersonClass personClass, Set<HandlingCode> handling) {
    /// For actions on no particular record (sign in, list one's inbox).
    public static final Marking UNMARKED = new Marking(PersonClass.NOT_A_PERSON, Set.of());

    public Marking {
        handling = Set.copyOf(handling);
    }
}
