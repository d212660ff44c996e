package org.entente.match.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.match.Names;
import org.entente.match.SharedData;
import org.junit.jupiter.api.Test;

/// What the shipped constants reach on labelled names and on published lists.
class OrganisationBenchTest {
    private static final long SEED = 4L;

    /// 97 pairs, 62 of one organisation; the best known elsewhere is 0.89 on this kind (logic-v2). Measured: 60 found,
    /// 3 false.
    @Test
    void labelledCompaniesAndOrganisations() throws IOException {
        int found = 0;
        int missed = 0;
        int wrong = 0;
        for (List<String> row : rows("matching/name_bench_dev.csv", StandardCharsets.UTF_8)) {
            if (row.get(1).equals("Company") || row.get(1).equals("Organization")) {
                boolean one = row.get(4).equals("true");
                boolean same = compare(row.get(2), row.get(3)).isSameName();
                found += one && same ? 1 : 0;
                missed += one && !same ? 1 : 0;
                wrong += !one && same ? 1 : 0;
            }
        }
        double f1 = 2.0 * found / (2 * found + missed + wrong);
        assertTrue(f1 >= 0.94, f1 + ": found " + found + ", missed " + missed + ", wrong " + wrong);
    }

    /// Entities on the Mexican part of the Treasury list and the aliases that share a word with their name.
    @Test
    void nineOfTenVariantAliasesAreTheNameThere() throws IOException {
        int variants = 0;
        int found = 0;
        for (List<String> row : rows("matching/ofac_mx_alias_pairs_dev.csv", StandardCharsets.UTF_8)) {
            if (row.get(1).equals("entity") && row.get(5).equals("VARIANT")) {
                variants++;
                found += compare(row.get(3), row.get(4)).isSameName() ? 1 : 0;
            }
        }
        assertEquals(48, variants);
        assertTrue(found >= 43, found + " of " + variants);
    }

    /// Random pairs of different taxpayers. Measured: 26 in 5,000,000, nearly all with one rare word in common, such
    /// as one owner's companies have.
    @Test
    void differentCompaniesHaveDifferentNames() throws IOException {
        Map<String, OrganisationName> companies = new HashMap<>();
        for (List<String> row : rows("lists/mx_sat_69b_2024-10.csv", StandardCharsets.ISO_8859_1)) {
            if (row.size() > 2 && row.get(1).matches("[A-ZÑ&]{3}\\d.*")) {
                companies.put(row.get(1), OrganisationName.parse(row.get(2)));
            }
        }
        List<String> keys = companies.keySet().stream().sorted().toList();
        List<OrganisationName> names = keys.stream().map(companies::get).toList();
        assertTrue(names.size() > 9_000);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<String> hits = new ArrayList<>();
        int pairs = 300_000;
        for (int i = 0; i < pairs; i++) {
            OrganisationName one = names.get(random.nextInt(names.size()));
            OrganisationName other = names.get(random.nextInt(names.size()));
            if (one != other && OrganisationName.bits(one, other) >= OrganisationMatch.SAME_NAME_BITS) {
                hits.add(one + " | " + other);
            }
        }
        assertTrue(hits.size() <= 10, hits.size() + " of " + pairs + ": " + hits);
    }

    /// The counts of the shipped table are those of the lists; initials are joined a little otherwise there.
    @Test
    void theVocabularyCountsWhatTheListsSay() throws IOException {
        List<Set<String>> names = new ArrayList<>();
        for (List<String> row : rows("lists/mx_sat_69b_2024-10.csv", StandardCharsets.ISO_8859_1)) {
            if (row.size() > 2 && row.getFirst().matches("\\d+") && row.get(1).matches("[A-ZÑ&]{3}\\d.*")) {
                names.add(words(row.get(2)));
            }
        }
        for (List<String> row : rows("lists/ofac_sdn_2024-07-02.csv", StandardCharsets.UTF_8)) {
            if (row.size() > 2 && row.get(2).strip().equals("-0-")) {
                names.add(words(row.get(1)));
            }
        }
        assertEquals(Vocabulary.NAME_COUNT, names.size());
        List<String> lines = Vocabulary.lines().stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        Map<String, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < lines.size(); row++) {
            List<String> cells = List.of(lines.get(row).split(" "));
            for (String writing : cells.subList(2, cells.size())) {
                assertEquals(null, rowOf.put(writing, row), writing);
            }
        }
        int[] counted = new int[lines.size()];
        for (Set<String> name : names) {
            name.stream().map(rowOf::get).filter(Objects::nonNull).distinct().forEach(row -> counted[row]++);
        }
        List<String> wrong = new ArrayList<>();
        for (int row = 0; row < counted.length; row++) {
            long said = Long.parseLong(lines.get(row).split(" ")[1]);
            if (Math.abs(counted[row] - said) > 2 + said / 50) {
                wrong.add(lines.get(row) + ": counted " + counted[row]);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        Names.words(name).forEach(word -> words.add(Names.withoutEnye(word)));
        return words;
    }

    private static OrganisationMatch compare(String left, String right) {
        return OrganisationName.compare(OrganisationName.parse(left), OrganisationName.parse(right));
    }

    private static List<List<String>> rows(String file, Charset charset) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : new String(Files.readAllBytes(SharedData.file(file)), charset).split("\r?\n")) {
            rows.add(cells(line));
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
