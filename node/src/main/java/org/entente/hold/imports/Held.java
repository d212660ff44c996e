package org.entente.hold.imports;

import java.util.Map;
import java.util.Set;
import org.entente.hold.SubjectKind;

/// What is held of the source already, for rows that come without the rest of their list.
@FunctionalInterface
public interface Held {
    /// A subject and its standing procedures by the key of their facet.
    record Subject(SubjectKind kind, Map<String, Draft.Procedure> procedures) {
        public Subject {
            procedures = Map.copyOf(procedures);
        }
    }

    /// Those of the locators that are held, by locator.
    Map<String, Subject> subjects(Set<String> locators);

    /// For a whole list: what it does not say is not so.
    static Held nothing() {
        return _ -> Map.of();
    }
}
