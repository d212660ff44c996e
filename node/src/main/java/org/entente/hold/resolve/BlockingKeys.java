package org.entente.hold.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.match.link.Blocking;
import org.entente.match.score.Collection;
import org.entente.match.score.Facet;
import org.entente.match.score.Kind;
import org.entente.match.score.Prepared;

/// The keys of one record, over all its facets. Records of two kinds share none. `strong`: an identifier, or
/// anything of a thing; `weak`: of a person's or an organisation's name, of a birth date or a place, of which
/// two must be shared.
public record BlockingKeys(Set<Long> strong, Set<Long> weak) {
    public BlockingKeys {
        strong = Set.copyOf(strong);
        weak = Set.copyOf(weak);
    }

    /// About ten microseconds a facet.
    public static BlockingKeys of(List<Facet> facets) {
        Set<Long> strong = new HashSet<>();
        Set<Long> all = new HashSet<>();
        List<Facet> numbers = new ArrayList<>();
        for (Prepared facet : Collection.uncounted(facets).records()) {
            Kind kind = facet.facet().kind();
            boolean named = kind == Kind.PERSON || kind == Kind.ORGANISATION;
            Set<Long> into = named ? all : strong;
            Blocking.keys(facet).forEach(key -> into.add(ofKind(kind, key)));
            Facet identifiers = numbers(facet.facet());
            if (named && !identifiers.values().isEmpty()) {
                numbers.add(identifiers);
            }
        }
        for (Prepared facet : Collection.uncounted(numbers).records()) {
            Blocking.keys(facet).forEach(key -> strong.add(ofKind(facet.facet().kind(), key)));
        }
        all.removeAll(strong);
        return new BlockingKeys(strong, all);
    }

    private static Facet numbers(Facet facet) {
        return new Facet(
                facet.kind(),
                facet.values().stream()
                        .filter(value -> value.field().identifier().isPresent())
                        .toList());
    }

    /// The golden ratio in 64 bits keeps the kinds apart; the engine's keys are mixed already.
    private static long ofKind(Kind kind, long key) {
        return key ^ (kind.name().hashCode() * 0x9E3779B97F4A7C15L);
    }
}
