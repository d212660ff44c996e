package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;
import org.entente.match.score.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Senzing's truth set: people and organisations of three sources as lists of features, one to a feature's
/// attributes.
final class SenzingTruth {
    private static final List<String> SOURCES = List.of("customers", "reference", "watchlist");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// One feature's columns. A feature repeats; its values then stand side by side.
    private static final String FEATURE = """
            NAME = NAME_FULL NAME_ORG, GIVEN_NAME = NAME_FIRST NAME_MIDDLE, SURNAME = NAME_LAST,
            BIRTH_DATE = DATE_OF_BIRTH, SEX = GENDER, PASSPORT = PASSPORT_NUMBER, EMAIL = EMAIL_ADDRESS,
            TELEPHONE = PHONE_NUMBER, ADDRESS = ADDR_FULL ADDR_LINE1, LOCALITY = ADDR_CITY, REGION = ADDR_STATE,
            POSTCODE = ADDR_POSTAL_CODE, COUNTRY = ADDR_COUNTRY,
            OTHER_NUMBER = SSN_NUMBER DRIVERS_LICENSE_NUMBER NATIONAL_ID_NUMBER TAX_ID_NUMBER LEI_NUMBER""";

    private SenzingTruth() {}

    static TruthSet read(Path folder) throws IOException {
        Path key = folder.resolve("actual_truthset_key.csv");
        Map<String, String> entities = new HashMap<>();
        Rows.read(
                key,
                ',',
                row -> entities.put(row.cell("DATA_SOURCE") + ":" + row.cell("RECORD_ID"), row.cell("CLUSTER_ID")));
        List<Path> files = new ArrayList<>(List.of(key));
        List<Labelled> records = new ArrayList<>();
        for (String source : SOURCES) {
            Path file = folder.resolve(source + ".jsonl");
            files.add(file);
            for (String line : Files.readAllLines(file)) {
                JsonNode record = JSON.readTree(line);
                String id = text(record, "DATA_SOURCE") + ":" + text(record, "RECORD_ID");
                String entity = Optional.ofNullable(entities.get(id))
                        .orElseThrow(() -> new IOException(id + " is not in the key"));
                records.add(Labelled.of(id, facet(record.path("FEATURES"), id), entity));
            }
        }
        return new TruthSet("senzing_truth", FileHash.of(files.toArray(Path[]::new)), records);
    }

    private static Facet facet(JsonNode features, String id) {
        Kind kind = Kind.PERSON;
        List<Value> values = new ArrayList<>();
        for (JsonNode feature : features) {
            if (text(feature, "RECORD_TYPE").equals("ORGANIZATION")) {
                kind = Kind.ORGANISATION;
            }
            Columns columns = Columns.of(kind, WrittenDate.MONTH_FIRST, FEATURE);
            List<Value> read =
                    columns.facet(column -> text(feature, column), id).values();
            boolean second = values.stream().anyMatch(value -> value.field() == Field.SURNAME);
            values.addAll(second ? asWholeName(read) : read);
        }
        return new Facet(kind, values);
    }

    /// A second name in parts is written as one, or its parts would mix with the first one's.
    private static List<Value> asWholeName(List<Value> read) {
        List<Value> whole = new ArrayList<>(read);
        whole.removeIf(value -> value.field() == Field.GIVEN_NAME || value.field() == Field.SURNAME);
        if (whole.size() < read.size()) {
            StringBuilder name = new StringBuilder();
            read.stream()
                    .filter(value -> !whole.contains(value))
                    .forEach(part -> name.append(part.text()).append(' '));
            whole.add(new Value(
                    Field.NAME, name.toString().strip(), read.getFirst().source()));
        }
        return whole;
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }
}
