package org.entente.bench.peers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.JaroWinklerTokenized;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.comparators.PersonNameComparator;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/// Duke 1.2 with one configuration for all sets, by the field of a value: its own comparators, probabilities of the size
/// that its examples have, its threshold, candidates from Lucene.
final class DukeLink {
    private static final double THRESHOLD = 0.97;
    private static final String ID = "ID";

    /// A field's comparator and the probabilities of one subject when values differ wholly and when they are equal.
    private record Setting(Comparator comparator, double low, double high) {}

    private static final Setting OTHER = new Setting(new ExactComparator(), 0.4, 0.6);

    /// Edit distances only where text varies: of two dates or numbers that differ, most characters are equal.
    private static final Map<String, Setting> SETTINGS = Map.ofEntries(
            Map.entry("NAME", new Setting(new PersonNameComparator(), 0.1, 0.97)),
            Map.entry("GIVEN_NAME", new Setting(new PersonNameComparator(), 0.2, 0.8)),
            Map.entry("SURNAME", new Setting(new Levenshtein(), 0.1, 0.9)),
            Map.entry("BIRTH_DATE", new Setting(new ExactComparator(), 0.25, 0.95)),
            Map.entry("SEX", new Setting(new ExactComparator(), 0.3, 0.52)),
            Map.entry("ADDRESS", new Setting(new JaroWinklerTokenized(), 0.3, 0.8)),
            Map.entry("LOCALITY", new Setting(new JaroWinkler(), 0.4, 0.6)),
            Map.entry("POSTCODE", new Setting(new ExactComparator(), 0.4, 0.7)),
            Map.entry("EMAIL", new Setting(new ExactComparator(), 0.35, 0.95)),
            Map.entry("TELEPHONE", new Setting(new ExactComparator(), 0.4, 0.9)),
            Map.entry("OTHER_NUMBER", new Setting(new ExactComparator(), 0.35, 0.97)),
            Map.entry("PASSPORT", new Setting(new ExactComparator(), 0.35, 0.97)),
            Map.entry("CURP", new Setting(new ExactComparator(), 0.3, 0.99)),
            Map.entry("RFC", new Setting(new ExactComparator(), 0.3, 0.99)),
            Map.entry("VIN", new Setting(new Levenshtein(), 0.1, 0.97)),
            Map.entry("SERIAL", new Setting(new Levenshtein(), 0.1, 0.95)),
            Map.entry("PLATE", new Setting(new ExactComparator(), 0.4, 0.9)));

    private DukeLink() {}

    static void link(List<List<Main.Cell>> records, Main.Pairs pairs) {
        List<Property> properties = new ArrayList<>();
        properties.add(new PropertyImpl(ID));
        records.stream().flatMap(List::stream).map(Main.Cell::field).distinct().sorted().forEach(field -> {
            Setting setting = SETTINGS.getOrDefault(field, OTHER);
            properties.add(new PropertyImpl(field, setting.comparator, setting.low, setting.high));
        });
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setProperties(properties);
        configuration.setThreshold(THRESHOLD);
        Processor processor = new Processor(configuration);
        processor.addMatchListener(new AbstractMatchListener() {
            @Override
            public void matches(no.priv.garshol.duke.Record one, no.priv.garshol.duke.Record other, double confidence) {
                pairs.pair(Integer.parseInt(one.getValue(ID)), Integer.parseInt(other.getValue(ID)));
            }
        });
        Collection<no.priv.garshol.duke.Record> all = new ArrayList<>();
        for (int ordinal = 0; ordinal < records.size(); ordinal++) {
            RecordImpl record = new RecordImpl();
            record.addValue(ID, String.valueOf(ordinal));
            for (Main.Cell cell : records.get(ordinal)) {
                record.addValue(cell.field(), cell.text().toLowerCase(Locale.ROOT));
            }
            all.add(record);
        }
        processor.deduplicate(all);
        processor.close();
    }
}
