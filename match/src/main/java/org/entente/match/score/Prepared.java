package org.entente.match.score;

import java.util.List;
import org.entente.match.name.PersonName;

/// A facet ready to be compared with others of its [Collection].
public final class Prepared {
    final Facet facet;
    final List<PersonName> names;
    /// By ordinal of [Field]; empty where the facet says nothing.
    final PreparedValue[][] values;

    Prepared(Facet facet, List<PersonName> names, PreparedValue[][] values) {
        this.facet = facet;
        this.names = List.copyOf(names);
        this.values = values;
    }

    public Facet facet() {
        return facet;
    }

    public List<PersonName> names() {
        return names;
    }

    /// The numbers that its collection gave the values of the field; equal numbers are equal values.
    public int[] terms(Field field) {
        PreparedValue[] of = values[field.ordinal()];
        int[] terms = new int[of.length];
        for (int at = 0; at < of.length; at++) {
            terms[at] = of[at].term;
        }
        return terms;
    }

    /// Year, month and day of the first birth date, 0 for what is not known; empty where there is none.
    public int[] birthDate() {
        PreparedValue[] dates = values[Field.BIRTH_DATE.ordinal()];
        return dates.length == 0 ? new int[0] : new int[] {dates[0].year, dates[0].month, dates[0].day};
    }
}
