package org.entente.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.match.IdentifierType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person's word about two records.
class ReviewsTest {
    private static final String NAME = "XOCHITECPAN HUITZIPOPOCA, Ana Citlalmina";
    private static final String OTHERWISE = "Ana C. Xochitecpan Huitzipopoca";
    private static final String CURP = "XOHA990101MDFZZZ0";
    private static final String REASON = "Two sisters; see the registry.";

    @TempDir
    Path folder;

    private static String person(String id, String name) {
        return Casework.person(id, "suspect", name, CURP, "+1 313 555 0177");
    }

    /// P-1 and P-2 joined by the machine; P-3 and P-4 share a name and await a person.
    private HoldWorld world() {
        HoldWorld world = new HoldWorld();
        take(
                world,
                person("P-1", NAME),
                person("P-2", OTHERWISE),
                Casework.saying("P-3", "person", "name", "TEPETZINTLA QUIAHUIXTLAN, Oscar"),
                Casework.saying("P-4", "person", "name", "Oscar Tepetzintla Quiahuixtlan"));
        return world;
    }

    private void take(HoldWorld world, String... rows) {
        world.take("casework", Casework.file(folder, rows), HoldWorld.AS_OF);
    }

    private static HoldCode refused(org.junit.jupiter.api.function.Executable act) {
        return (HoldCode) assertThrows(EntenteException.class, act).code();
    }

    @Test
    void theWaterfallSumsToTheBitsAndNamesBothValuesWithTheirSources() {
        try (HoldWorld world = world()) {
            Dossier dossier = world.dossier(world.analyst, "P-1");
            JudgedPair judged = dossier.judged().getFirst();
            Likeness likeness = judged.likeness();
            double sum = likeness.priorBits()
                    + likeness.parts().stream().mapToDouble(Likeness.Part::bits).sum();
            assertEquals(likeness.bits(), sum, 1e-9);
            assertEquals(judged.bits(), likeness.bits(), 1e-9);
            assertFalse(judged.isOutdated());
            assertEquals(Verdict.JOINED_BY_MACHINE, judged.verdict());
            assertTrue(judged.verdict().inWords().en().contains("not confirmed by a person"));
            Likeness.Part curp = likeness.parts().stream()
                    .filter(part -> part.what().equals("CURP"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(curp.m() > curp.u() && curp.bits() > 0);
            assertEquals("EXACT", curp.level());
            Set<String> locators = Set.of(
                    curp.one().stated().orElseThrow().source().locator(),
                    curp.other().stated().orElseThrow().source().locator());
            assertEquals(Set.of("P-1", "P-2"), locators);
            assertTrue(likeness.parts().stream()
                    .filter(part -> part.what().equals("PATERNAL"))
                    .allMatch(part -> Set.of(NAME, OTHERWISE)
                            .contains(part.one().stated().orElseThrow().value())));
        }
    }

    @Test
    void howManyOthersWouldAgreeAsMuchIsSaidAndRoundedToTwoDigits() {
        List<Likeness.Part> none = List.of();
        assertEquals(
                "about 14,000 others in Mexico",
                new Likeness(-24, none, 0, java.util.Optional.of(13_987.3))
                        .othersInWords()
                        .orElseThrow()
                        .en());
        assertEquals(
                new Bilingual("about 1 other in Mexico", "alrededor de 1 persona más en México"),
                new Likeness(-24, none, 0, java.util.Optional.of(1.2))
                        .othersInWords()
                        .orElseThrow());
        assertTrue(new Likeness(-24, none, 0, java.util.Optional.of(0.4))
                .othersInWords()
                .orElseThrow()
                .en()
                .startsWith("fewer than one"));
        try (HoldWorld world = world()) {
            JudgedPair byName = world.reviews
                    .waiting(world.analyst, HoldWorld.PURPOSE, 0, 10)
                    .pairs()
                    .getFirst();
            assertTrue(byName.likeness().others().orElseThrow() > 0);
        }
    }

    @Test
    void theDossierKeepsEachRecordWithItsOwnSourceAndStatusAndMixesNoStatement() {
        try (HoldWorld world = world()) {
            Dossier dossier = world.dossier(world.analyst, "P-1");
            Dossier.Joined joined = dossier.joined().getFirst();
            assertEquals(1, dossier.joined().size());
            assertFalse(joined.confirmed());
            assertEquals("P-2", joined.record().source().locator());
            dossier.facets().stream()
                    .flatMap(facet -> facet.statements().stream())
                    .forEach(held ->
                            assertEquals("P-1", held.statement().source().locator()));
            joined.record().facets().stream()
                    .flatMap(facet -> facet.statements().stream())
                    .forEach(held ->
                            assertEquals("P-2", held.statement().source().locator()));
        }
    }

    @Test
    void undoingAMachineJoinRestoresEverythingAndNoImportJoinsThemAgain() {
        try (HoldWorld world = new HoldWorld()) {
            take(world, person("P-1", NAME));
            Dossier alone = world.dossier(world.analyst, "P-1");
            take(world, person("P-2", OTHERWISE));
            List<String> rows = world.dump();
            world.judge(world.pair("P-2", "P-1"), Verdict.APART_BY_PERSON, REASON);
            Dossier undone = world.dossier(world.analyst, "P-1");
            assertEquals(alone, undone.with(List.of(), List.of()));
            assertEquals(List.of(), undone.joined());
            assertEquals(rows, world.dump());
            take(world, person("P-1", NAME), person("P-2", OTHERWISE + " "), person("P-5", NAME));
            List<String> resolved = world.resolved();
            assertTrue(resolved.contains("P-1 P-2 apart-by-person"), resolved::toString);
            assertTrue(resolved.stream().noneMatch(row -> row.contains("P-1+P-2")), resolved::toString);
            world.judge(world.pair("P-1", "P-2"), Verdict.JOINED_BY_PERSON, "The registry was wrong.");
            assertTrue(world.dossier(world.analyst, "P-1").joined().stream().anyMatch(joined -> joined.confirmed()));
        }
    }

    @Test
    void whatUndoesNeedsAReasonAndAPlainAnswerNone() {
        try (HoldWorld world = world()) {
            RecordPair joined = world.pair("P-1", "P-2");
            assertEquals(
                    HoldCode.HOLD_REASON_MISSING, refused(() -> world.judge(joined, Verdict.APART_BY_PERSON, " ")));
            assertEquals(
                    HoldCode.HOLD_REASON_MISSING, refused(() -> world.judge(joined, Verdict.UNSURE_BY_PERSON, "")));
            world.judge(joined, Verdict.JOINED_BY_PERSON, "");
            assertEquals(HoldCode.HOLD_REASON_MISSING, refused(() -> world.judge(joined, Verdict.APART_BY_PERSON, "")));
            world.judge(world.pair("P-3", "P-4"), Verdict.APART_BY_PERSON, "");
            assertEquals(
                    0,
                    world.reviews
                            .waiting(world.analyst, HoldWorld.PURPOSE, 0, 10)
                            .count());
        }
    }

    @Test
    void aJoinThatWouldCrossAPersonsWordIsRefusedAndChangesNothing() {
        try (HoldWorld world = new HoldWorld()) {
            take(world, person("P-1", NAME), person("P-2", OTHERWISE), person("P-3", NAME));
            world.judge(world.pair("P-1", "P-2"), Verdict.APART_BY_PERSON, REASON);
            world.judge(world.pair("P-1", "P-3"), Verdict.JOINED_BY_PERSON, "");
            List<String> before = world.resolved();
            assertEquals(
                    HoldCode.HOLD_JOIN_CROSSES,
                    refused(() -> world.judge(world.pair("P-2", "P-3"), Verdict.JOINED_BY_PERSON, "")));
            assertEquals(before, world.resolved());
            assertTrue(before.contains("P-1+P-3"), before::toString);
        }
    }

    @Test
    void onlyAnalystsReviewAndNobodySeesAPairWithAProtectedPerson() {
        try (HoldWorld world = world()) {
            for (Officer officer : List.of(world.mandated, world.auditor, world.operator)) {
                assertThrows(EntenteException.class, () -> world.reviews.waiting(officer, HoldWorld.PURPOSE, 0, 10));
                assertThrows(
                        EntenteException.class,
                        () -> world.reviews.judge(
                                officer, world.pair("P-3", "P-4"), Verdict.APART_BY_PERSON, "", HoldWorld.PURPOSE));
            }
            world.judge(world.pair("P-1", "P-2"), Verdict.JOINED_BY_PERSON, "");
            String victim = Casework.person("P-2", "victim", OTHERWISE, CURP, "+1 313 555 0177");
            world.take("casework", Casework.file(folder, victim), HoldWorld.AS_OF.plusDays(1));
            Dossier dossier = world.dossier(world.analyst, "P-1");
            assertEquals(List.of(), dossier.joined());
            assertEquals(List.of(), dossier.judged());
            assertEquals(
                    HoldCode.HOLD_PAIR_UNKNOWN,
                    refused(() ->
                            world.reviews.sideBySide(world.analyst, world.pair("P-1", "P-2"), HoldWorld.PURPOSE)));
            assertEquals(
                    HoldCode.HOLD_PAIR_UNKNOWN,
                    refused(() -> world.judge(world.pair("P-1", "P-2"), Verdict.APART_BY_PERSON, REASON)));
            assertEquals(List.of(), world.dossier(world.mandated, "P-1").joined());
        }
    }

    @Test
    void everyLookAndEveryWordIsALeafThatNamesNobody() {
        try (HoldWorld world = world()) {
            world.reviews.waiting(world.analyst, HoldWorld.PURPOSE, 0, 10);
            world.reviews.sideBySide(world.analyst, world.pair("P-3", "P-4"), HoldWorld.PURPOSE);
            world.judge(world.pair("P-3", "P-4"), Verdict.UNSURE_BY_PERSON, "TEPETZINTLA may be a father.");
            List<String> leaves = world.ledger.leaves.stream()
                    .map(String::valueOf)
                    .filter(leaf -> leaf.contains("hold.review") || leaf.contains("hold.judge"))
                    .toList();
            assertEquals(3, leaves.size());
            leaves.forEach(leaf -> assertFalse(leaf.contains("TEPETZINTLA") || leaf.contains("Tepetzintla"), leaf));
            assertTrue(leaves.getLast().contains("unsure-by-person"), leaves.getLast());
        }
    }

    /// Each record stays what it is in the sets that the other party may search.
    @Test
    void aMachineJoinPutsNothingIntoASetUnderTheOtherIdentity() {
        try (HoldWorld world = new HoldWorld()) {
            take(world, person("P-1", NAME));
            String rfc =
                    Casework.saying("P-2", "person", "name", NAME, "birth-date", "1980-02-29", "rfc", "XOHA800229ZZ3");
            take(world, rfc);
            assertTrue(world.resolved().contains("P-1+P-2"), world.resolved()::toString);
            List<Discoverable> offered = world.discoverable(IdentifierType.RFC, true);
            assertEquals(1, offered.size());
            assertEquals(
                    world.subject("P-2"),
                    world.holdings
                            .resolve(
                                    world.analyst,
                                    HoldWorld.US_MX,
                                    offered.getFirst().handle(),
                                    HoldWorld.PURPOSE)
                            .orElseThrow()
                            .subject());
            assertEquals(1, world.discoverable(IdentifierType.CURP, true).size());
        }
    }

    @Test
    void statementsOfRecordsThatOnlyTheMachineJoinedAreNotReleasedTogether() {
        try (HoldWorld world = world()) {
            Set<String> one = statements(world, "P-1");
            Set<String> other = statements(world, "P-2");
            Set<String> both = new java.util.HashSet<>(one);
            both.addAll(other);
            assertEquals(one.size(), released(world, one));
            assertEquals(other.size(), released(world, other));
            assertEquals(HoldCode.HOLD_JOIN_UNCONFIRMED, refused(() -> released(world, both)));
            world.judge(world.pair("P-1", "P-2"), Verdict.JOINED_BY_PERSON, "");
            assertEquals(both.size(), released(world, both));
            world.judge(world.pair("P-1", "P-2"), Verdict.APART_BY_PERSON, REASON);
            assertEquals(both.size(), released(world, both), "two people's, each under its own name");
        }
    }

    private static int released(HoldWorld world, Set<String> ids) {
        return world.holdings.releasable(world.mandated, ids, HoldWorld.PURPOSE).size();
    }

    private static Set<String> statements(HoldWorld world, String locator) {
        return world.dossier(world.analyst, locator).facets().stream()
                .flatMap(facet -> facet.statements().stream())
                .map(held -> held.statement().id())
                .collect(java.util.stream.Collectors.toSet());
    }

    /// Every word of the engine stands in both languages.
    @Test
    void organisationsAreExplainedInTheReadersWords() {
        try (HoldWorld world = new HoldWorld()) {
            take(
                    world,
                    Casework.saying("O-1", "organisation", "name", "TRANSPORTES XOCHITEPEC DEL NORTE, S.A. DE C.V."),
                    Casework.saying("O-2", "organisation", "name", "Transportes Xochitepec del Norte, S. de R.L."));
            List<JudgedPair> pairs = world.reviews
                    .waiting(world.analyst, HoldWorld.PURPOSE, 0, 10)
                    .pairs();
            for (JudgedPair pair : pairs) {
                assertEquals(java.util.Optional.empty(), pair.likeness().others());
                for (Likeness.Part part : pair.likeness().parts()) {
                    assertFalse(
                            part.levelInWords().en().equals(part.levelInWords().es()), part.level());
                }
            }
            assertFalse(world.resolved().contains("O-1+O-2"), "a name alone joins no company");
        }
    }
}
