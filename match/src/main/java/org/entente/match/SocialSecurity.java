package org.entente.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.match.Segment.Meaning;

/// Nine-digit numbers of the United States: social security (area, group, serial; Social Security Administration,
/// POMS RM 10201) and the individual taxpayer's, which begins with 9 (Internal Revenue Service). Neither has a check
/// digit; what can be checked is whether such a number is ever given out.
final class SocialSecurity {
    private static final Shape SHAPE = new Shape("999999999");

    /// The first five covered, as agencies print it.
    private static final Pattern COVERED = Pattern.compile("X{5}\\d{4}|X{9}");

    /// Numbers that stood on printed specimens and were used by thousands (SSA history; the third on an advertisement).
    private static final Set<String> SPECIMENS = Set.of("078051120", "219099999", "457555462");

    private SocialSecurity() {}

    static Identifier ssn(String compact) {
        return read(IdentifierType.SSN, compact);
    }

    static Identifier itin(String compact) {
        return read(IdentifierType.ITIN, compact);
    }

    private static Identifier read(IdentifierType type, String compact) {
        if (COVERED.matcher(compact).matches()) {
            return new Identifier.Masked(type, compact);
        }
        if (!SHAPE.fits(compact)) {
            return Identifiers.malformed(type, compact);
        }
        if (SPECIMENS.contains(compact) || compact.chars().distinct().count() == 1) {
            return new Identifier.Placeholder(type, compact);
        }
        return new Identifier.Parsed(
                type,
                compact,
                Holder.PERSON,
                List.of(
                        new Check(Check.Rule.FORM, true),
                        new Check(Check.Rule.RANGE, neverIssued(type, compact).isEmpty())));
    }

    static Explanation explain(IdentifierType type, String compact) {
        if (!SHAPE.fits(compact)) {
            return new Explanation(type, compact, List.of(), SHAPE.findings(compact));
        }
        return new Explanation(
                type,
                compact,
                List.of(
                        new Segment(0, 3, Meaning.AREA, compact.substring(0, 3)),
                        new Segment(3, 5, Meaning.GROUP, compact.substring(3, 5)),
                        new Segment(5, 9, Meaning.SERIAL, compact.substring(5))),
                neverIssued(type, compact));
    }

    private static List<Finding> neverIssued(IdentifierType type, String number) {
        int area = Integer.parseInt(number, 0, 3, 10);
        int group = Integer.parseInt(number, 3, 5, 10);
        List<Finding> findings = new ArrayList<>(1);
        if (type == IdentifierType.ITIN) {
            // Groups 50 to 65, 70 to 88, 90 to 92, 94 to 99 (IRM 3.21.263).
            boolean group9 = (group >= 50 && group <= 65) || (group >= 70 && group != 89 && group != 93);
            if (area < 900) {
                findings.add(new Finding.NeverIssued(number.substring(0, 3)));
            } else if (!group9) {
                findings.add(new Finding.NeverIssued(number.substring(3, 5)));
            }
            return findings;
        }
        if (area == 0 || area == 666 || area >= 900) {
            findings.add(new Finding.NeverIssued(number.substring(0, 3)));
        }
        if (group == 0) {
            findings.add(new Finding.NeverIssued(number.substring(3, 5)));
        }
        if (number.endsWith("0000")) {
            findings.add(new Finding.NeverIssued(number.substring(5)));
        }
        return findings;
    }
}
