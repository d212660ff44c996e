package org.entente.bench.match;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.entente.match.link.Blocking;
import org.entente.match.link.Linking;
import org.entente.match.link.NameIndex;
import org.entente.match.link.Pairs;
import org.entente.match.name.Commonness;
import org.entente.match.name.NameComparison;
import org.entente.match.name.PersonName;
import org.entente.match.organisation.OrganisationMatch;
import org.entente.match.organisation.OrganisationName;
import org.entente.match.score.Collection;
import org.entente.match.score.Facet;
import org.entente.match.score.Judgement;
import org.entente.match.score.Kind;
import org.entente.match.score.Model;
import org.entente.match.score.Threshold;
import org.entente.match.score.Training;
import org.jspecify.annotations.Nullable;

/// Our own: module `match` with its shipped constants. It learns from the records themselves, unless it was taught by
/// others before.
final class Engine implements Matcher {
    /// Of the pairs drawn in training.
    private static final long SEED = 1;

    private static final double MEASURED_NANOSECONDS = 3e9;

    private final @Nullable Model taught;

    Engine() {
        this(null);
    }

    private Engine(@Nullable Model taught) {
        this.taught = taught;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public String constants() {
        return "version " + Threshold.VERSION + ", link " + Threshold.LINK.bits() + " bits, screening "
                + Threshold.SCREEN.bits() + " bits";
    }

    @Override
    public Matcher trained(Iterable<List<Facet>> subjects) {
        Records records = Records.of(subjects);
        return new Engine(records.model());
    }

    @Override
    public int[] link(Iterable<List<Facet>> subjects, ScoredPairs scored) {
        Records records = Records.of(subjects);
        return Linking.clusters(
                records.collection,
                taught == null ? records.model() : taught,
                records.facets,
                records.pairs,
                Threshold.LINK.bits(),
                (one, other, bits) -> scored.pair(one, other, Judgement.probability(bits)));
    }

    /// Subjects flattened into their facets, and which of those share a key.
    private record Records(Collection collection, int[][] facets, Pairs pairs) {
        static Records of(Iterable<List<Facet>> subjects) {
            List<Facet> all = new ArrayList<>();
            List<int[]> facets = new ArrayList<>();
            for (List<Facet> subject : subjects) {
                int[] own = new int[subject.size()];
                for (int at = 0; at < own.length; at++) {
                    own[at] = all.size();
                    all.add(subject.get(at));
                }
                facets.add(own);
            }
            Collection collection = Collection.of(all);
            return new Records(
                    collection,
                    facets.toArray(int[][]::new),
                    Blocking.of(collection).pairs());
        }

        Model model() {
            return Training.train(collection, pairs, SEED);
        }
    }

    @Override
    public OptionalDouble pairRate(List<List<Facet>> subjects) {
        Records records = Records.of(subjects);
        Model model = records.model();
        long judged = 0;
        double bits = 0;
        long began = System.nanoTime();
        long took = 0;
        while (took < MEASURED_NANOSECONDS) {
            for (int at = 0; at < records.pairs.count(); at++) {
                bits += model.bits(
                        records.collection,
                        records.collection.records().get(records.pairs.low(at)),
                        records.collection.records().get(records.pairs.high(at)));
            }
            judged += records.pairs.count();
            took = System.nanoTime() - began;
        }
        return Double.isNaN(bits) ? OptionalDouble.empty() : OptionalDouble.of(1e9 * judged / took);
    }

    @Override
    public Index index(List<Facet> items) {
        NameIndex index = NameIndex.of(items);
        return (query, limit) -> index.search(query, limit).stream()
                .map(hit -> new Hit(hit.item(), hit.bits()))
                .toList();
    }

    /// How far above the threshold of its kind: the names of people and of organisations are judged by different
    /// measures.
    @Override
    public double compare(Kind kind, String one, String other) {
        return kind == Kind.PERSON ? people(one, other) : organisations(one, other);
    }

    private static double people(String one, String other) {
        NameComparison compared = NameComparison.of(PersonName.of(one), PersonName.of(other), Commonness.REFERENCE);
        return compared.likeness() - NameComparison.SAME_NAME;
    }

    private static double organisations(String one, String other) {
        double bits = OrganisationName.bits(OrganisationName.parse(one), OrganisationName.parse(other));
        return bits - OrganisationMatch.SAME_NAME_BITS;
    }

    @Override
    public double nameThreshold() {
        return 0;
    }

    @Override
    public double screeningThreshold() {
        return Threshold.SCREEN.bits();
    }
}
