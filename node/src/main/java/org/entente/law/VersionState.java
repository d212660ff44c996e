package org.entente.law;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// How far a version of the law has come on this node.
public enum VersionState {
    /// The parties began with it: two officers of each pinned its hash.
    FIRST,
    /// It waits for officers of this party.
    PROPOSED,
    /// This party has signed it and waits for the other.
    SIGNED,
    /// Both have signed it; it waits for its day.
    AGREED,
    IN_FORCE,
    /// One of the parties does not want it.
    DECLINED,
    /// Nobody signed it in time.
    LAPSED,
    /// The other node could not take it.
    NOT_TAKEN;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// As screens write it.
    public Bilingual text() {
        return Texts.of("law").bilingual("state." + word());
    }

    /// Whether it is or will be in force whatever anybody still does.
    boolean isBinding() {
        return this == FIRST || this == AGREED || this == IN_FORCE;
    }

    /// Whether it came to nothing: no request was ever made under it.
    boolean isDead() {
        return this == DECLINED || this == LAPSED || this == NOT_TAKEN;
    }

    static List<VersionState> all(Predicate<VersionState> fit) {
        return Arrays.stream(values()).filter(fit).toList();
    }

    /// While it is, no other is proposed.
    boolean isPending() {
        return this == PROPOSED || this == SIGNED || this == AGREED;
    }
}
