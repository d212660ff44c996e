package org.entente.match.name;

/// One line of a name's comparison. A side that has no such part is empty.
///
/// @param m how often the names of one person agree so; 0 where the line is a disagreement
/// @param u how often the names of two people do
/// @param bits what it adds, in 1024ths of a bit
public record NamePart(
        String left, Role leftRole, String right, Role rightRole, TokenLevel level, double m, double u, double bits) {
    NamePart turned() {
        return new NamePart(
                /* left= */ right,
                /* leftRole= */ rightRole,
                /* right= */ left,
                /* rightRole= */ leftRole,
                level,
                m,
                u,
                bits);
    }
}
