package org.entente.bench.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.match.Identifier;
import org.entente.match.IdentifierType;
import org.entente.match.Identifiers;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventedThingsTest {
    private static final int COUNT = 4_000;

    @Test
    void thingsRepeatFromTheirSeedAndHaveTheirPairs() throws IOException {
        NameTables tables = NameTables.read(SharedData.folder());
        assertRepeats(new Vehicles(4).records(COUNT), new Vehicles(4).records(COUNT), 0.5);
        assertRepeats(new Firearms(4).records(COUNT), new Firearms(4).records(COUNT), 0.55);
        assertRepeats(new Organisations(tables, 4).records(COUNT), new Organisations(tables, 4).records(COUNT), 0.55);
    }

    private static void assertRepeats(List<Labelled> records, List<Labelled> again, double onBothSides) {
        assertEquals(records, again);
        int[] truth = Clusters.numbered(records, Labelled::entity);
        assertEquals(
                COUNT * onBothSides, (double) new Clusters(truth, truth).pairs().actual(), COUNT * 0.03);
    }

    @Test
    void aVehicleWithoutNumberHasThePlateOfItsOtherRecord() {
        List<Labelled> records = new Vehicles(6).records(COUNT);
        int valid = 0;
        int present = 0;
        for (int at = 0; at < records.size(); at++) {
            Labelled record = records.get(at);
            List<String> vins = texts(record, Field.VIN);
            present += vins.size();
            valid += vins.stream()
                                    .filter(vin -> Identifiers.parse(IdentifierType.VIN, vin)
                                                    instanceof Identifier.Parsed parsed
                                            && parsed.isValid())
                                    .count()
                            > 0
                    ? 1
                    : 0;
            boolean hasOther =
                    at + 1 < records.size() && records.get(at + 1).entity().equals(record.entity());
            if (hasOther && vins.isEmpty()) {
                assertEquals(plate(record), plate(records.get(at + 1)), record.id());
            }
        }
        assertTrue(valid > 0.7 * present && valid < 0.9 * present, valid + " of " + present);
    }

    private static List<String> plate(Labelled record) {
        return texts(record, Field.PLATE).stream()
                .map(plate -> plate.replace("-", ""))
                .toList();
    }

    private static List<String> texts(Labelled record, Field field) {
        return record.facets().getFirst().of(field).stream()
                .map(value -> value.text())
                .toList();
    }

    @Test
    void firearmsHaveGroundOffCharactersAndNeighbours() {
        List<Labelled> records = new Firearms(2).records(COUNT);
        Set<String> serials = new HashSet<>();
        long covered = 0;
        for (Labelled record : records) {
            String serial = texts(record, Field.SERIAL).getFirst();
            covered += serial.contains("*") ? 1 : 0;
            serials.add(serial);
        }
        assertEquals(0.12 * records.size(), (double) covered, 0.02 * records.size());
        assertTrue(serials.size() > COUNT, "a lot's serials are counted on");
    }

    @Test
    void everyKindFitsItsFile(@TempDir Path folder) throws IOException {
        NameTables tables = NameTables.read(SharedData.folder());
        assertReadBack(folder.resolve("v.csv"), Kind.VEHICLE, new Vehicles(1).records(300));
        assertReadBack(folder.resolve("f.csv"), Kind.FIREARM, new Firearms(1).records(300));
        assertReadBack(folder.resolve("o.csv"), Kind.ORGANISATION, new Organisations(tables, 1).records(300));
    }

    private static void assertReadBack(Path file, Kind kind, List<Labelled> records) throws IOException {
        RecordFile.write(file, kind, records::forEach);
        Set<String> read = new HashSet<>();
        RecordFile.read(kind, List.of(file)).forEach(record -> read.add(described(record)));
        assertEquals(
                new HashSet<>(
                        records.stream().map(InventedThingsTest::described).toList()),
                read);
    }

    private static String described(Labelled record) {
        return record.id()
                + record.entity()
                + record.facets().getFirst().values().stream()
                        .map(value -> value.field() + value.text())
                        .sorted()
                        .toList();
    }

    @Test
    void innocentMexicansFallIntoTheirGroups() throws IOException {
        NameTables tables = NameTables.read(SharedData.folder());
        List<InventedMexicans.Name> names = InventedMexicans.of(tables, 1, 50_000);
        assertEquals(names, InventedMexicans.of(tables, 1, 50_000));
        List<List<String>> groups = InventedMexicans.groups(names);
        for (String group : List.of("compound", "indigenous", "surnames-commonest-100", "women", "men")) {
            long people = groups.stream().filter(of -> of.contains(group)).count();
            assertTrue(people > 500, group + " " + people);
        }
        long hernandez = names.stream()
                .filter(name -> name.paternal().equals("HERNANDEZ"))
                .count();
        assertEquals(0.037 * names.size(), (double) hernandez, 0.004 * names.size());
    }
}
