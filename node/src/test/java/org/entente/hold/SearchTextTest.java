package org.entente.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a search is understood, ordered and explained.
class SearchTextTest {
    @TempDir
    Path folder;

    private HoldWorld world() {
        HoldWorld world = new HoldWorld();
        world.take(
                "casework",
                Casework.file(
                        folder,
                        Casework.saying("P-1", "person", "name", "GARCÍA LÓPEZ, Jesús", "birth-date", "1972-03-04"),
                        Casework.saying("P-2", "person", "name", "GARCÍA LÓPEZ, Ramiro", "birth-date", "1981"),
                        Casework.saying("P-3", "person", "name", "GARCÍA LÓPEZ, Jesús", "birth-date", "circa 1969"),
                        Casework.saying("P-4", "person", "name", "GARCÍA LÓPEZ, Jesús Ignacio")),
                HoldWorld.AS_OF);
        return world;
    }

    private static List<String> found(HoldWorld world, String text) {
        return world.search(world.analyst, text).items().stream()
                .map(item -> item.source().locator())
                .toList();
    }

    @Test
    void datesBesideANameAreWhenThePersonWasBorn() {
        assertEquals(
                Optional.of(new BirthRange(LocalDate.of(1970, 1, 1), LocalDate.of(1975, 12, 31))),
                SearchText.of("garcia 1970..1975 lopez").born());
        assertEquals("garcia lopez", SearchText.of("garcia 1970..1975 lopez").words());
        assertEquals(
                Optional.of(new BirthRange(LocalDate.of(1972, 2, 1), LocalDate.of(1972, 2, 29))),
                SearchText.of("garcia 1972-02").born());
        assertEquals(Optional.empty(), SearchText.of("1970").born(), "alone it may begin a number");
        assertEquals(Optional.empty(), SearchText.of("garcia 1975..1970").born());
        assertEquals(Optional.empty(), SearchText.of("garcia 1975-13").born());
    }

    @Test
    void aRangeFindsWhoMayHaveBeenBornInItAndNobodyWithoutADate() {
        try (HoldWorld world = world()) {
            assertEquals(List.of("P-1"), found(world, "garcia lopez 1970..1975"));
            assertEquals(List.of("P-1"), found(world, "1972-03-04 lopez garcia"));
            assertEquals(List.of("P-2"), found(world, "garcia lopez 1981-06..1982"));
            assertEquals(List.of("P-3"), found(world, "garcia lopez 1969"));
            assertEquals(4, found(world, "lopez garcia").size());
        }
    }

    @Test
    void aPetNameAndTheOtherLanguagesSpellingComeBeforeAnotherName() {
        try (HoldWorld world = world()) {
            List<String> found = found(world, "Chuy Garsia Lopez");
            assertTrue(found.indexOf("P-2") > found.indexOf("P-1"), found::toString);
            SearchResult.Item first =
                    world.search(world.analyst, "Chuy Garsia Lopez").items().getFirst();
            String why = first.why().orElseThrow().en();
            assertTrue(why.contains("a pet name") && why.contains("sounds alike"), why);
            assertTrue(found(world, "jesus lopez garcia").size() >= 3);
            assertEquals(
                    Optional.empty(),
                    world.search(world.analyst, "garcia lopez jesus")
                            .items()
                            .getFirst()
                            .why());
        }
    }

    @Test
    void anEmptyListSaysWhatWasLookedForAndThatItMeansNothing() {
        try (HoldWorld world = world()) {
            SearchResult none = world.search(world.analyst, "Tepetzintla Oscar 1970..1975");
            assertEquals(List.of(), none.items());
            String said = none.explained().en();
            assertTrue(said.contains("OSCAR, TEPETZINTLA") && said.contains("1970-01-01 to 1975-12-31"), said);
            assertTrue(said.contains("does not mean that nothing exists"), said);
            assertFalse(none.explained().es().equals(said));
        }
    }
}
