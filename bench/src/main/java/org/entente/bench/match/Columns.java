package org.entente.bench.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;
import org.entente.match.score.Value;

/// All that a data set says about itself: what its records are about and which column is which field. Columns of one
/// name, address line or date are joined in the order given; of any other field each column is a value of its own.
record Columns(Kind kind, WrittenDate dates, Map<String, Field> fields) {
    private static final Map<Field, String> JOINED =
            new EnumMap<>(Map.of(Field.GIVEN_NAME, " ", Field.SURNAME, " ", Field.ADDRESS, " ", Field.BIRTH_DATE, "-"));

    Columns {
        fields = new LinkedHashMap<>(fields);
    }

    /// `FIELD = column column, FIELD = column`, in the order in which the values are to stand.
    static Columns of(Kind kind, WrittenDate dates, String table) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String entry : table.split(",")) {
            String[] sides = entry.strip().split("\\s*=\\s*");
            for (String column : sides[1].split("\\s+")) {
                fields.put(column, Field.valueOf(sides[0]));
            }
        }
        return new Columns(kind, dates, fields);
    }

    /// The record; `cell` gives a column's text, empty where there is none.
    Facet facet(UnaryOperator<String> cell, String source) {
        Map<Field, List<String>> texts = new EnumMap<>(Field.class);
        List<Field> order = new ArrayList<>();
        for (var column : fields.entrySet()) {
            String text = cell.apply(column.getKey());
            if (!text.isBlank()) {
                Field field = column.getValue();
                List<String> sofar = texts.computeIfAbsent(field, absent -> new ArrayList<>(1));
                if (sofar.isEmpty()) {
                    order.add(field);
                }
                sofar.add(text.strip());
            }
        }
        List<Value> values = new ArrayList<>();
        for (Field field : order) {
            List<String> parts = texts.getOrDefault(field, List.of());
            String separator = JOINED.get(field);
            for (String text : separator == null ? parts : List.of(String.join(separator, parts))) {
                String resolved = resolved(field, text);
                if (!resolved.isEmpty()) {
                    values.add(new Value(field, resolved, source));
                }
            }
        }
        return new Facet(kind, values);
    }

    private String resolved(Field field, String text) {
        return switch (field) {
            case BIRTH_DATE -> dates.iso(text);
            case SEX -> sex(text);
            default -> text;
        };
    }

    /// Empty for what is neither: `historical` has 15 cells with a code or with both.
    private static String sex(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "M", "MALE", "H", "HOMBRE" -> "M";
            case "F", "FEMALE", "MUJER" -> "F";
            case "X" -> "X";
            default -> "";
        };
    }
}
