package org.entente.match.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.match.Firearms;
import org.entente.match.Identifier;
import org.entente.match.Identifiers;
import org.entente.match.Names;
import org.entente.match.name.Commonness;
import org.entente.match.name.PersonName;
import org.entente.match.organisation.OrganisationName;
import org.jspecify.annotations.Nullable;

/// The records that are compared with each other, prepared, with how common each value is among them. Built once by one
/// thread; then immutable and thread-safe. About 1 kB a record.
public final class Collection {
    private static final PreparedValue[] NONE = {};
    private static final int WORD_LETTERS_MIN = 4;

    private final List<Prepared> prepared = new ArrayList<>();
    private final Map<String, Integer> words = new HashMap<>();
    private final List<Map<String, Integer>> terms = new ArrayList<>();
    private final int[][] counts = new int[Field.values().length][16];
    private final int[] filled = new int[Field.values().length];
    private final Commonness commonness;

    private final boolean counted;

    private Collection(List<Facet> facets, boolean counted) {
        this.counted = counted;
        for (Field _ : Field.values()) {
            terms.add(new HashMap<>());
        }
        facets.forEach(facet -> prepared.add(prepare(facet)));
        commonness = counted
                ? Commonness.over(each -> prepared.forEach(record -> record.names.forEach(each)))
                : Commonness.REFERENCE;
    }

    public static Collection of(List<Facet> facets) {
        return new Collection(facets, true);
    }

    /// A few records that say nothing of how common a value is: the shipped shares are used for them.
    public static Collection uncounted(List<Facet> facets) {
        return new Collection(facets, false);
    }

    public List<Prepared> records() {
        return prepared;
    }

    public Commonness commonness() {
        return commonness;
    }

    /// What the names alone say, in bits and without prior, by how common they are in this collection.
    public double nameBits(Prepared one, Prepared other) {
        return NameEvidence.bits(this, one, other);
    }

    /// Records of which the shipped share speaks beside those that are counted.
    private static final double SHIPPED_RECORDS = 100;

    /// Share of the records having this field that have this value too: how often two records of two subjects share it.
    /// The two that are compared say nothing of that, and where few are left the shipped share speaks.
    double share(Field field, PreparedValue value, double shipped) {
        if (!counted) {
            return shipped;
        }
        int at = field.index();
        double others = Math.max(0, counts[at][value.term] - 2);
        return (others + SHIPPED_RECORDS * shipped) / (filled[at] + SHIPPED_RECORDS);
    }

    int filled(Field field) {
        return filled[field.index()];
    }

    private Prepared prepare(Facet facet) {
        PreparedValue[][] values = new PreparedValue[Field.values().length][];
        Arrays.fill(values, NONE);
        for (Value value : Derived.with(facet)) {
            if (Comparator.of(value.field()) != Comparator.NAME) {
                PreparedValue made = prepare(value);
                if (made != null) {
                    int at = value.field().index();
                    values[at] = Arrays.copyOf(values[at], values[at].length + 1);
                    values[at][values[at].length - 1] = made;
                }
            }
        }
        for (int at = 0; at < values.length; at++) {
            filled[at] += values[at].length > 0 ? 1 : 0;
        }
        return new Prepared(facet, names(facet), organisations(facet), values);
    }

    private static List<OrganisationName> organisations(Facet facet) {
        return switch (facet.kind()) {
            case ORGANISATION, VESSEL ->
                facet.of(Field.NAME).stream()
                        .map(value -> OrganisationName.parse(value.text()))
                        .filter(name -> !name.words().isEmpty())
                        .toList();
            case PERSON, VEHICLE, FIREARM, AIRCRAFT, PHONE, DOCUMENT -> List.of();
        };
    }

    private static List<PersonName> names(Facet facet) {
        if (facet.kind() != Kind.PERSON) {
            return List.of();
        }
        List<PersonName> names = new ArrayList<>();
        String given = joined(facet, Field.GIVEN_NAME);
        String surname = joined(facet, Field.SURNAME) + joined(facet, Field.PATERNAL_SURNAME);
        String maternal = joined(facet, Field.MATERNAL_SURNAME);
        PersonName columns = PersonName.of(given, surname, maternal);
        if (!columns.isEmpty()) {
            names.add(columns);
        }
        for (Value whole : facet.of(Field.NAME)) {
            PersonName name = PersonName.of(whole.text());
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private static String joined(Facet facet, Field field) {
        StringBuilder text = new StringBuilder();
        facet.of(field).forEach(value -> text.append(text.isEmpty() ? "" : " ").append(value.text()));
        return text.toString();
    }

    private @Nullable PreparedValue prepare(Value value) {
        Field field = value.field();
        String canonical = canonical(value);
        if (canonical.isEmpty()) {
            return null;
        }
        int at = field.index();
        Map<String, Integer> known = terms.get(at);
        int term = known.computeIfAbsent(canonical, _ -> known.size());
        if (term >= counts[at].length) {
            counts[at] = Arrays.copyOf(counts[at], 2 * counts[at].length);
        }
        counts[at][term]++;
        Comparator comparator = Comparator.of(field);
        int[] date = comparator == Comparator.DATE ? date(canonical) : null;
        String letters = comparator == Comparator.DATE ? canonical.replace("-", "") : canonical;
        return new PreparedValue(value, canonical, term, letters.toCharArray(), words(comparator, canonical), date);
    }

    private static String canonical(Value value) {
        if (value.field().identifier().isPresent()) {
            return switch (Identifiers.parse(value.field().identifier().get(), value.text())) {
                case Identifier.Parsed parsed -> parsed.canonical();
                case Identifier.Masked _, Identifier.Placeholder _, Identifier.Unreadable _ -> "";
            };
        }
        return switch (Comparator.of(value.field())) {
            case MAKER -> Firearms.maker(value.text());
            case CALIBRE -> Firearms.calibre(value.text());
            case SERIAL -> value.text().strip().toUpperCase(Locale.ROOT);
            case DATE -> value.text().strip();
            case EMAIL -> value.text().strip().toUpperCase(Locale.ROOT);
            case POSTCODE, NUMBER -> Identifiers.compact(value.text());
            case CATEGORY, TEXT, NAME -> String.join(" ", Names.tokens(value.text()));
        };
    }

    private static int[] date(String text) {
        int[] parts = new int[3];
        String[] split = text.split("-");
        for (int at = 0; at < Math.min(3, split.length); at++) {
            parts[at] = split[at].chars().allMatch(Character::isDigit) && !split[at].isEmpty()
                    ? Integer.parseInt(split[at])
                    : 0;
        }
        return parts;
    }

    private int[] words(Comparator comparator, String canonical) {
        if (comparator == Comparator.EMAIL) {
            int at = canonical.indexOf('@');
            return at < 0 ? new int[0] : new int[] {word(canonical.substring(0, at))};
        }
        if (comparator != Comparator.TEXT) {
            return new int[0];
        }
        return Arrays.stream(canonical.split(" "))
                .filter(word -> word.length() >= WORD_LETTERS_MIN || Character.isDigit(word.charAt(0)))
                .mapToInt(this::word)
                .sorted()
                .distinct()
                .toArray();
    }

    private int word(String word) {
        return words.computeIfAbsent(word, _ -> words.size());
    }
}
