package org.entente.bench.peers;

import gnu.trove.list.TIntList;
import java.util.ArrayList;
import java.util.List;
import org.scify.jedai.blockbuilding.StandardBlocking;
import org.scify.jedai.blockprocessing.blockcleaning.BlockFiltering;
import org.scify.jedai.blockprocessing.blockcleaning.ComparisonsBasedBlockPurging;
import org.scify.jedai.blockprocessing.comparisoncleaning.CardinalityNodePruning;
import org.scify.jedai.datamodel.AbstractBlock;
import org.scify.jedai.datamodel.EntityProfile;
import org.scify.jedai.datamodel.EquivalenceCluster;
import org.scify.jedai.entityclustering.ConnectedComponentsClustering;
import org.scify.jedai.entitymatching.ProfileMatcher;
import org.scify.jedai.utilities.enumerations.RepresentationModel;
import org.scify.jedai.utilities.enumerations.SimilarityMetric;
import org.scify.jedai.utilities.enumerations.WeightingScheme;

/// JedAI 3.1's schema-agnostic workflow with one threshold for all sets, which is not chosen on any truth: token
/// blocking, purging, filtering, meta-blocking, trigrams by TF-IDF, connected components.
final class JedaiLink {
    private static final float THRESHOLD = 0.65f;

    private JedaiLink() {}

    static void link(List<List<Main.Cell>> records, Main.Pairs pairs) {
        List<EntityProfile> profiles = new ArrayList<>();
        for (int ordinal = 0; ordinal < records.size(); ordinal++) {
            EntityProfile profile = new EntityProfile(String.valueOf(ordinal));
            for (Main.Cell cell : records.get(ordinal)) {
                profile.addAttribute(cell.field(), cell.text());
            }
            profiles.add(profile);
        }
        List<AbstractBlock> blocks = new StandardBlocking().getBlocks(profiles);
        blocks = new ComparisonsBasedBlockPurging(false).refineBlocks(blocks);
        blocks = new BlockFiltering().refineBlocks(blocks);
        blocks = new CardinalityNodePruning(WeightingScheme.JS).refineBlocks(blocks);
        ProfileMatcher matcher = new ProfileMatcher(
                profiles, RepresentationModel.CHARACTER_TRIGRAMS_TF_IDF, SimilarityMetric.COSINE_SIMILARITY);
        EquivalenceCluster[] clusters =
                new ConnectedComponentsClustering(THRESHOLD).getDuplicates(matcher.executeComparisons(blocks));
        for (EquivalenceCluster cluster : clusters) {
            TIntList members = cluster.getEntityIdsD1();
            for (int at = 1; at < members.size(); at++) {
                pairs.pair(members.get(0), members.get(at));
            }
        }
    }
}
