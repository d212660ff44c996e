package org.entente.hold.resolve;

import java.util.EnumSet;
import java.util.Set;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Judgement;
import org.entente.match.score.Level;
import org.entente.match.score.Part;

/// HOLD's own rule, whatever the bits say: a machine joins two records only where a number that identifies
/// agrees, or a birth date known to the day. A name alone, however rare, and a name and a year join nobody;
/// neither do a telephone, an account or an address, which people share. A number counts where both sources
/// state it: one that the engine derived is evidence and no more.
public final class Corroboration {
    private static final Set<Field> IDENTIFYING = EnumSet.of(
            Field.CURP,
            Field.RFC,
            Field.PASSPORT,
            Field.INE_KEY,
            Field.SSN,
            Field.ITIN,
            Field.A_NUMBER,
            Field.FBI_NUMBER,
            Field.OTHER_NUMBER,
            Field.IMO,
            Field.AIRCRAFT_MARK,
            Field.VIN,
            Field.SERIAL);

    private static final int FULL_DATE_LENGTH = 10;

    private Corroboration() {}

    public static boolean stands(Judgement judgement, Facet one, Facet other) {
        return judgement.parts().stream().anyMatch(part -> corroborates(part, one, other));
    }

    private static boolean corroborates(Part part, Facet one, Facet other) {
        if (!part.level().equals(Level.EXACT.name()) || part.bits() <= 0) {
            return false;
        }
        if (part.what().equals(Field.BIRTH_DATE.name())) {
            return part.left().length() == FULL_DATE_LENGTH
                    && part.right().length() == FULL_DATE_LENGTH
                    && states(one, Field.BIRTH_DATE, part.left())
                    && states(other, Field.BIRTH_DATE, part.right());
        }
        return IDENTIFYING.stream()
                .filter(field -> part.what().equals(field.name()))
                .anyMatch(field -> states(one, field, part.left()) && states(other, field, part.right()));
    }

    private static boolean states(Facet facet, Field field, String text) {
        return facet.of(field).stream().anyMatch(value -> value.text().equals(text));
    }
}
