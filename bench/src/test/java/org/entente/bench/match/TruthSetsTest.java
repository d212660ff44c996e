package org.entente.bench.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;
import org.entente.match.score.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is in the files is counted here against what their sources say of them.
class TruthSetsTest {
    private TruthSets sets;

    @BeforeEach
    void find() {
        sets = new TruthSets(SharedData.folder());
    }

    @Test
    void febrlHasItsPeopleAndPairs() throws IOException {
        assertCounts(sets.febrl(1), 1_000, 500, 500);
        assertCounts(sets.febrl(2), 5_000, 4_000, 1_934);
        assertCounts(sets.febrl(3), 5_000, 2_000, 6_538);
        Facet first = sets.febrl(1).records().getFirst().facets().getFirst();
        assertEquals("waller", text(first, Field.SURNAME));
        assertEquals("1908-12-09", text(first, Field.BIRTH_DATE));
        assertEquals("6 tullaroop street willaroo", text(first, Field.ADDRESS));
        assertTrue(first.of(Field.GIVEN_NAME).isEmpty(), "an empty cell is no value");
    }

    @Test
    void splinkAndHistoricalAndGermanNamesHaveTheirPairs() throws IOException {
        assertCounts(sets.splinkFake1000(), 1_000, 251, 2_031);
        assertCounts(sets.historical(), 24_373, 2_512, 145_049);
        assertCounts(sets.rlData500(), 500, 450, 50);
        Facet person = sets.historical().records().getFirst().facets().getFirst();
        assertEquals("M", text(person, Field.SEX));
        assertEquals("brightman", text(person, Field.SURNAME));
        Facet german = sets.rlData500().records().getFirst().facets().getFirst();
        assertEquals(List.of("CARSTEN", "MEIER", "1949-07-22"), texts(german));
    }

    @Test
    void theSenzingKeyHas108PairsOfPeopleAndOrganisations() throws IOException {
        TruthSet set = sets.senzing();
        assertCounts(set, 159, 85, 108);
        assertEquals(
                new HashSet<>(List.of(Kind.PERSON, Kind.ORGANISATION)),
                new HashSet<>(set.records().stream()
                        .map(record -> record.facets().getFirst().kind())
                        .toList()));
        Facet robert = record(set, "CUSTOMERS:1001");
        assertEquals("1978-12-11", text(robert, Field.BIRTH_DATE), "month first");
        assertEquals("1991-08-20", text(record(set, "CUSTOMERS:1032"), Field.BIRTH_DATE), "no month 20");
        assertEquals("1970-03-01", text(record(set, "CUSTOMERS:1010"), Field.BIRTH_DATE), "in words");
        assertEquals("1980-01-07", text(record(set, "WATCHLIST:1024"), Field.BIRTH_DATE), "two digits");
    }

    @Test
    void otherKindsHaveTheirGold() throws IOException {
        assertEquals(2_616 + 2_294, sets.dblpAcm().records().size());
        assertEquals(1_076 + 1_076, sets.abtBuy().records().size());
        assertEquals(2_224, pairs(sets.dblpAcm()));
        assertEquals(1_076, pairs(sets.abtBuy()), "each record of one shop is one of the other's");
    }

    @Test
    void namePairsAndAliasesAndInnocentsAreAllRead() throws IOException {
        NamePairs names = NamePairs.dev(SharedData.folder());
        assertEquals(308, names.pairs().size());
        assertEquals(
                191, names.pairs().stream().filter(NamePairs.NamePair::isMatch).count());
        TreasuryNames people = TreasuryNames.read(SharedData.folder(), Kind.PERSON);
        assertEquals(6_927, people.uids().size());
        assertEquals(
                8_119,
                people.items().stream()
                        .filter(item -> item.origin() == TreasuryNames.Origin.ALIAS)
                        .count());
        AliasQueries aliases = AliasQueries.dev(SharedData.folder());
        assertEquals(270, aliases.queries().size());
        assertEquals(
                122, aliases.of(Kind.PERSON, AliasQueries.Label.VARIANT, people).size());
        assertEquals(50_000, Innocents.unitedStates(SharedData.folder()).names().size());
    }

    @Test
    void aQueriedAliasIsHeldOutOfItsOwnSubjectOnly() {
        AliasQueries.Query query =
                new AliasQueries.Query("7", Kind.PERSON, AliasQueries.Label.VARIANT, "MUÑOZ GARCIA, Ana");
        assertTrue(query.mayFind(item("8", "MUÑOZ GARCIA, Ana")));
        assertTrue(query.mayFind(item("7", "MUÑOZ, Ana")));
        assertTrue(!query.mayFind(item("7", "Munoz  García, ANA.")));
    }

    private static TreasuryNames.Item item(String uid, String name) {
        return new TreasuryNames.Item(uid, name, TreasuryNames.Origin.ALIAS);
    }

    private static void assertCounts(TruthSet set, int records, int entities, int pairs) {
        assertEquals(records, set.records().size(), set.name());
        assertEquals(
                entities,
                set.records().stream().map(Labelled::entity).distinct().count(),
                set.name());
        assertEquals(pairs, pairs(set), set.name());
        assertTrue(set.source().matches("(\\S+ sha256:[0-9a-f]{64} ?)+"), set.source());
    }

    private static long pairs(TruthSet set) {
        return new Clusters(set.truth(), set.truth()).pairs().actual();
    }

    private static Facet record(TruthSet set, String id) {
        return set.records().stream()
                .filter(record -> record.id().equals(id))
                .findFirst()
                .orElseThrow()
                .facets()
                .getFirst();
    }

    private static String text(Facet facet, Field field) {
        return facet.of(field).getFirst().text();
    }

    private static List<String> texts(Facet facet) {
        return facet.values().stream().map(Value::text).toList();
    }
}
