package org.entente.bench.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.entente.match.Identifier;
import org.entente.match.IdentifierType;
import org.entente.match.Identifiers;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BilingualPopulationTest {
    private static final int SUBJECTS = 10_000;

    private NameTables tables;

    @BeforeEach
    void read() throws IOException {
        tables = NameTables.read(SharedData.folder());
    }

    private BilingualPopulation population(long seed) {
        return new BilingualPopulation(tables, seed, SUBJECTS);
    }

    @Test
    void aSeedGivesTheSameBytesAndAnotherOthers(@TempDir Path one, @TempDir Path two, @TempDir Path three)
            throws IOException {
        String first = written(one, 11);
        assertEquals(first, written(two, 11));
        assertNotEquals(first, written(three, 12));
    }

    private String written(Path folder, long seed) throws IOException {
        PopulationFiles files = new PopulationFiles(folder);
        files.write(population(seed));
        return FileHash.of(files.files().toArray(Path[]::new));
    }

    @Test
    void whatIsWrittenIsWhatIsReadBack(@TempDir Path folder) throws IOException {
        PopulationFiles files = new PopulationFiles(folder);
        files.write(population(3));
        List<Labelled> read = new ArrayList<>();
        files.records().forEach(read::add);
        assertEquals(texts(population(3).records()), texts(read));
        assertEquals(read.size(), files.truth().length);
    }

    /// Values by field: a file has its columns in its own order.
    private static List<String> texts(List<Labelled> records) {
        return records.stream()
                .map(record -> record.id()
                        + record.entity()
                        + record.facets().stream()
                                .map(facet -> facet.values().stream()
                                        .map(value -> value.field() + value.text())
                                        .sorted()
                                        .toList()
                                        .toString())
                                .toList())
                .toList();
    }

    @Test
    void aQuarterStandsOnBothSidesAndSomeTwice() {
        List<Labelled> records = population(5).records();
        Map<String, int[]> sides = new HashMap<>();
        for (Labelled record : records) {
            sides.computeIfAbsent(record.entity(), absent -> new int[2])[
                    record.id().startsWith("US") ? 0 : 1]++;
        }
        long both = sides.values().stream()
                .filter(side -> side[0] > 0 && side[1] > 0)
                .count();
        long twice = sides.values().stream()
                .filter(side -> side[0] > 1 || side[1] > 1)
                .count();
        assertEquals(SUBJECTS * 0.25, (double) both, SUBJECTS * 0.01);
        assertEquals(SUBJECTS * 0.12, (double) twice, SUBJECTS * 0.02);
        assertEquals(SUBJECTS * 2.135, records.size(), SUBJECTS * 0.01);
        assertEquals(
                records.size(), records.stream().map(Labelled::id).distinct().count());
    }

    @Test
    void equalTokensAndBirthDateFindAThirdAtMost() {
        for (long seed = 1; seed <= 3; seed++) {
            List<Labelled> records = population(seed).records();
            int[] found = new TokensAndTrigrams()
                    .link(records.stream().map(Labelled::facets).toList(), (one, other, probability) -> {});
            PairCounts pairs = new Clusters(Clusters.numbered(records, Labelled::entity), found).pairs();
            assertTrue(pairs.recall() <= 0.36, pairs + " " + pairs.recall());
            assertTrue(pairs.recall() >= 0.2, "too hard says as little as too easy: " + pairs.recall());
        }
    }

    @Test
    void aFifthOfThoseOnBothSidesHaveAFalseIdentity() {
        List<Labelled> records = population(7).records();
        long stated =
                records.stream().filter(record -> record.facets().size() == 2).count();
        long unconnected = records.stream()
                .filter(record -> record.entity().startsWith("F"))
                .count();
        assertEquals(SUBJECTS * 0.25 * 0.2 * 0.69, (double) stated, SUBJECTS * 0.01);
        assertEquals(SUBJECTS * 0.25 * 0.2 * 0.25, (double) unconnected, SUBJECTS * 0.005);
        for (Labelled record : records) {
            if (record.facets().size() == 2) {
                Facet one = record.facets().getFirst();
                Facet other = record.facets().getLast();
                assertNotEquals(
                        texts(one, Field.NAME, Field.SURNAME, Field.PATERNAL_SURNAME),
                        texts(other, Field.NAME, Field.SURNAME, Field.PATERNAL_SURNAME));
            }
        }
    }

    @Test
    void anUnconnectedFalseIdentitySharesNoNumberWithItsTrueOne() {
        Map<String, List<Labelled>> byEntity = new HashMap<>();
        population(9)
                .records()
                .forEach(record -> byEntity.computeIfAbsent(record.entity(), absent -> new ArrayList<>())
                        .add(record));
        byEntity.forEach((entity, hidden) -> {
            if (entity.startsWith("F")) {
                HashSet<String> numbers =
                        new HashSet<>(numbers(byEntity.getOrDefault("P" + entity.substring(1), List.of())));
                numbers.retainAll(numbers(hidden));
                assertTrue(numbers.isEmpty(), entity + " " + numbers);
            }
        });
    }

    private static List<String> numbers(List<Labelled> records) {
        return records.stream()
                .flatMap(record -> record.facets().stream())
                .flatMap(facet -> texts(facet, Field.CURP, Field.RFC, Field.PASSPORT, Field.OTHER_NUMBER).stream())
                .toList();
    }

    private static List<String> texts(Facet facet, Field... fields) {
        return facet.values().stream()
                .filter(value -> List.of(fields).contains(value.field()))
                .map(Value::text)
                .toList();
    }

    @Test
    void identifiersKeepTheirRulesExceptWhereTheyWereDamaged() {
        Map<IdentifierType, int[]> counts = new HashMap<>();
        for (Labelled record : population(2).records()) {
            for (Facet facet : record.facets()) {
                for (Value value : facet.values()) {
                    if (value.field() == Field.CURP || value.field() == Field.RFC) {
                        IdentifierType type = value.field().identifier().orElseThrow();
                        int[] count = counts.computeIfAbsent(type, absent -> new int[2]);
                        count[0]++;
                        count[1] += Identifiers.parse(type, value.text()) instanceof Identifier.Parsed parsed
                                        && parsed.isValid()
                                ? 1
                                : 0;
                    }
                }
            }
        }
        counts.forEach((type, count) -> {
            assertTrue(count[0] > 1_500, type + " " + count[0]);
            assertTrue(count[1] > 0.97 * count[0] && count[1] < count[0], type + " " + List.of(count[0], count[1]));
        });
    }

    @Test
    void mexicanNumbersFollowThePublishedRules() {
        InventedPerson woman = person("MARIA DEL CARMEN", "DE LA PEÑA", "MUÑOZ", true, LocalDate.of(1987, 9, 9));
        assertEquals("PEMC870909MASXXR0", MexicanNumbers.curp(woman, 0).substring(0, 17));
        InventedPerson rude = person("OMAR", "PEREZ", "DAVILA", false, LocalDate.of(2001, 1, 2));
        assertEquals("PXDO010102HASRVMA", MexicanNumbers.curp(rude, 0).substring(0, 17));
        InventedPerson single = person("JOSE", "ICH", "", false, LocalDate.of(1990, 12, 31));
        assertEquals("IXXJ901231HASCXS5", MexicanNumbers.curp(single, 5).substring(0, 17));
        assertEquals("ICJO901231", MexicanNumbers.rfc(single).substring(0, 10));
        assertEquals("PRDVOM01010201H800", MexicanNumbers.electorKey(rude, 8));
        // The tax authority's own example: Emma Gómez Díaz of 31 December 1956 is GODE561231GR8.
        InventedPerson emma = person("EMMA", "GOMEZ", "DIAZ", true, LocalDate.of(1956, 12, 31));
        assertEquals("GODE561231GR8", MexicanNumbers.rfc(emma));
    }

    private static InventedPerson person(
            String given, String paternal, String maternal, boolean female, LocalDate born) {
        return new InventedPerson(1, true, female, given, paternal, maternal, born, 0, 1);
    }

    @Test
    void fewerThanAHundredAreNoPopulation() {
        assertThrows(IllegalArgumentException.class, () -> new BilingualPopulation(tables, 1, 99));
    }
}
