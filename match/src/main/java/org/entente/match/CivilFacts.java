package org.entente.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts of a birth certificate from which a CURP and an RFC are made. A missing surname is an empty text; a fact
/// that is not known is null.
public record CivilFacts(
        String paternal,
        String maternal,
        String given,
        @Nullable LocalDate born,
        @Nullable Sex sex,
        @Nullable MexicanState state) {

    /// The ways to part surnames that stand in one text ("DIAZ DE LEON SAUCEDA"), the commonest first, at most three:
    /// the first word with its particles is the paternal one and the rest the maternal; a particle inside joins two
    /// words to one compound paternal; "X de Y" of a married woman leaves the maternal out.
    public static List<CivilFacts> readings(
            String surnames, String given, @Nullable LocalDate born, @Nullable Sex sex, @Nullable MexicanState state) {
        List<String> words = KeyWords.of(surnames);
        int first = Math.min(KeyWords.leadingParticles(words) + 1, words.size());
        List<CivilFacts> readings = new ArrayList<>(3);
        String whole = String.join(" ", words.subList(0, first));
        readings.add(
                new CivilFacts(whole, String.join(" ", words.subList(first, words.size())), given, born, sex, state));
        int next = first + KeyWords.leadingParticles(words.subList(first, words.size()));
        if (next > first && next < words.size()) {
            String compound = String.join(" ", words.subList(0, next + 1));
            String rest = String.join(" ", words.subList(next + 1, words.size()));
            readings.add(new CivilFacts(compound, rest, given, born, sex, state));
            readings.add(new CivilFacts(whole, "", given, born, sex, state));
        }
        return readings;
    }
}
