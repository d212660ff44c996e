package org.entente.hold.resolve;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.hold.Property;
import org.entente.hold.SubjectKind;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;
import org.entente.match.score.Value;
import org.jspecify.annotations.Nullable;

/// Statements of one facet as the engine compares them. Nationality is left out: most records of a national
/// register share it and half the people of a border have two. An address counts with a number in it, a birth
/// date when it is exact to a day, a month or a year, an identifier when its shape stands.
public final class FacetReading {
    private static final Map<Property, Field> FIELDS = new EnumMap<>(Map.ofEntries(
            Map.entry(Property.NAME, Field.NAME),
            Map.entry(Property.BIRTH_DATE, Field.BIRTH_DATE),
            Map.entry(Property.BIRTH_PLACE, Field.BIRTH_PLACE),
            Map.entry(Property.GENDER, Field.SEX),
            Map.entry(Property.ADDRESS, Field.ADDRESS),
            Map.entry(Property.EMAIL, Field.EMAIL),
            Map.entry(Property.CURP, Field.CURP),
            Map.entry(Property.RFC, Field.RFC),
            Map.entry(Property.PASSPORT, Field.PASSPORT),
            Map.entry(Property.PHONE, Field.TELEPHONE),
            Map.entry(Property.IMO, Field.IMO),
            Map.entry(Property.AIRCRAFT_MARK, Field.AIRCRAFT_MARK),
            Map.entry(Property.VIN, Field.VIN),
            Map.entry(Property.CLABE, Field.CLABE),
            Map.entry(Property.IDENTIFIER, Field.OTHER_NUMBER),
            Map.entry(Property.MAKE, Field.MAKER),
            Map.entry(Property.MODEL, Field.MODEL),
            Map.entry(Property.CALIBRE, Field.CALIBRE)));

    private static final Pattern EXACT_DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Set<String> FEMALE = Set.of("F", "FEMALE", "FEMENINO", "MUJER");
    private static final Set<String> MALE = Set.of("M", "MALE", "MASCULINO", "HOMBRE", "H");

    private final Kind kind;
    private final List<Value> values = new ArrayList<>();

    public FacetReading(Kind kind) {
        this.kind = kind;
    }

    /// Empty for what the engine does not compare: places, events, and what is its own number.
    public static Optional<Kind> kind(SubjectKind kind) {
        return switch (kind) {
            case PERSON -> Optional.of(Kind.PERSON);
            case ORGANISATION -> Optional.of(Kind.ORGANISATION);
            case VESSEL -> Optional.of(Kind.VESSEL);
            case AIRCRAFT -> Optional.of(Kind.AIRCRAFT);
            case VEHICLE -> Optional.of(Kind.VEHICLE);
            case FIREARM -> Optional.of(Kind.FIREARM);
            case PHONE, ACCOUNT, DOCUMENT, PLACE, EVENT -> Optional.empty();
        };
    }

    /// @param canonical the comparable form of an identifier whose shape stands, or of a date (EDTF)
    /// @param source by what the statement is found again
    public void add(Property property, String value, @Nullable String canonical, String source) {
        if (property == Property.FIREARM) {
            firearm(canonical, source);
            return;
        }
        Field field = FIELDS.get(property);
        if (field == null) {
            return;
        }
        String text = text(field, value, canonical);
        if (!text.isEmpty()) {
            values.add(new Value(field, text, source));
        }
    }

    /// The key is maker and serial number; an unknown maker leaves the serial alone.
    private void firearm(@Nullable String canonical, String source) {
        if (canonical == null) {
            return;
        }
        int slash = canonical.indexOf('/');
        if (slash > 0) {
            values.add(new Value(Field.MAKER, canonical.substring(0, slash), source));
        }
        values.add(new Value(Field.SERIAL, canonical.substring(slash + 1), source));
    }

    private static String text(Field field, String value, @Nullable String canonical) {
        if (field.identifier().isPresent()) {
            String known = canonical == null ? "" : canonical;
            return field == Field.TELEPHONE && !known.isEmpty() ? "+" + known : known;
        }
        if (field == Field.BIRTH_DATE) {
            return canonical != null && EXACT_DATE.matcher(canonical).matches() ? canonical : "";
        }
        if (field == Field.SEX) {
            String word = value.strip().toUpperCase(Locale.ROOT);
            return FEMALE.contains(word) ? "F" : MALE.contains(word) ? "M" : "";
        }
        return field == Field.ADDRESS && !DIGIT.matcher(value).find() ? "" : value;
    }

    public Facet facet() {
        return new Facet(kind, values);
    }
}
