package org.entente.match.score;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.match.name.PersonName;
import org.entente.match.organisation.OrganisationName;

/// A facet ready to be compared with others of its [Collection].
public final class Prepared {
    final Facet facet;
    final List<PersonName> names;
    final List<OrganisationName> organisations;
    /// By ordinal of [Field]; empty where the facet says nothing.
    final PreparedValue[][] values;

    /// The indices of the fields it says something of, ascending.
    final int[] present;

    Prepared(Facet facet, List<PersonName> names, List<OrganisationName> organisations, PreparedValue[][] values) {
        this.facet = facet;
        this.organisations = List.copyOf(organisations);
        this.names = List.copyOf(names);
        this.values = values;
        this.present = IntStream.range(0, values.length)
                .filter(at -> values[at].length > 0)
                .toArray();
    }

    public Facet facet() {
        return facet;
    }

    public List<PersonName> names() {
        return names;
    }

    public List<OrganisationName> organisations() {
        return organisations;
    }

    /// The values of the field as they are compared: equal texts are equal values, in any collection.
    public List<String> canonical(Field field) {
        return Arrays.stream(values[field.index()])
                .map(value -> value.canonical)
                .toList();
    }

    /// Year, month and day of the first birth date, 0 for what is not known; empty where there is none.
    public int[] birthDate() {
        PreparedValue[] dates = values[Field.BIRTH_DATE.index()];
        return dates.length == 0 ? new int[0] : new int[] {dates[0].year, dates[0].month, dates[0].day};
    }
}
