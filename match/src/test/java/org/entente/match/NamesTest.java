package org.entente.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void orderCaseAccentsAndParticlesDoNotMatter() {
        NameKeys listed = NameKeys.of("PEÑA DE LA GARZA, José Ángel");
        for (String other : List.of("jose angel peña garza", "Garza Peña José Ángel", "JOSÉ  ÁNGEL—PEÑA Y GARZA")) {
            assertEquals(listed, NameKeys.of(other), other);
        }
    }

    @Test
    void enyeIsKeptInTokensAndFoldedInCodes() {
        NameKeys with = NameKeys.of("Peña");
        NameKeys without = NameKeys.of("Pena");
        assertNotEquals(with.tokens(), without.tokens());
        assertEquals(with.codes(), without.codes());
        assertEquals(List.of("PEÑA"), NameKeys.of("Pen\u0303a").tokens());
    }

    @Test
    void whatSoundsAlikeHasOneCode() {
        for (String[] alike : new String[][] {
            {"GARCIA", "GARSIA", "GARZIA"},
            {"HERNANDEZ", "ERNANDES", "HERNANDES"},
            {"JIMENEZ", "GIMENEZ", "XIMENEZ", "GIMENES"},
            {"VAZQUEZ", "BASQUES", "VASQUEZ"},
            {"CEVALLOS", "ZEBALLOS", "SEVAYOS"},
            {"IBARRA", "YBARRA", "IVARA"},
            {"GUERRA", "GUERA"},
            {"QUINTERO", "KINTERO"},
            {"CAMPOS", "CANPOS"},
            {"MUÑOZ", "MUNOS"},
            {"PHILIP", "FILIP"},
            {"CHAVEZ", "CHABES"}
        }) {
            for (String token : alike) {
                assertEquals(Phonetics.code(alike[0]), Phonetics.code(token), token);
            }
        }
        assertNotEquals(Phonetics.code("GUERRA"), Phonetics.code("JARA"));
        assertNotEquals(Phonetics.code("LOPEZ"), Phonetics.code("PEREZ"));
    }

    @Test
    void legalFormsDoNotTellCompaniesApart() {
        assertEquals(
                NameKeys.ofOrganisation("Aceros Norteños, S.A. de C.V."),
                NameKeys.ofOrganisation("ACEROS NORTEÑOS SA DE CV"));
        assertEquals(
                NameKeys.ofOrganisation("Aceros Norteños, S. de R.L. de C.V."),
                NameKeys.ofOrganisation("Aceros Norteños S.DE R.L."));
        assertEquals(List.of("SA"), NameKeys.ofOrganisation("S.A.").tokens());
        assertEquals(List.of("CV"), NameKeys.of("CV").tokens());
    }

    @Test
    void abbreviationsAreWrittenOut() {
        assertEquals(NameKeys.of("María Guadalupe Hernández"), NameKeys.of("Ma. Gpe. Hdz."));
        assertEquals(NameKeys.of("María"), NameKeys.of("Mª"));
        assertEquals(NameKeys.of("José Jesús"), NameKeys.of("J. Jesús"));
    }

    @Test
    void otherScriptsBecomeLatin() {
        assertEquals(List.of("LAVROV", "SERGEJ"), NameKeys.of("Лавров Сергей").tokens());
        assertTrue(NameKeys.of("طارق عزيز").tokens().stream().allMatch(token -> token.matches("[A-ZÑ0-9]+")));
    }

    @Test
    void oneWrongWordStillSharesABlock() {
        NameKeys listed = NameKeys.of("ZAMUDIO CARRILLO, Ernesto Rafael");
        NameKeys typed = NameKeys.ofQuery("ernesto rafael zamudio carrlio");
        assertTrue(typed.blocks().stream().anyMatch(block -> listed.codes().containsAll(block)));
        assertTrue(typed.nearness(listed) > 0.9);
        assertTrue(typed.nearness(listed) > typed.nearness(NameKeys.of("ZAMUDIO PEREZ, Ernesto")));
        assertTrue(NameKeys.ofQuery("a b c d e f g h i j k l m n").blocks().size() <= NameKeys.SUBSET_COUNT_MAX);
    }

    @Test
    void nearnessIsHighestForTheSameNameAndZeroForNothing() {
        NameKeys name = NameKeys.of("LOPEZ NIÑO, Ana");
        assertEquals(1.0, name.nearness(name), 1e-9);
        assertEquals(0.0, name.nearness(NameKeys.of("--")), 1e-9);
        assertTrue(name.nearness(NameKeys.of("Ana Lopez Nino")) < 1.0);
    }

    @Test
    void codesKeepMexicanSurnamesApartWellEnoughToSearchBy() throws IOException {
        Set<String> codes = new HashSet<>();
        long surnameCount;
        try (Stream<String> lines = Files.lines(SharedData.file("matching/names/mx_surnames.csv"))) {
            surnameCount = lines.skip(1)
                    .limit(2_000)
                    .peek(line -> codes.add(Phonetics.code(line.substring(0, line.indexOf(',')))))
                    .count();
        }
        assertEquals(2_000, surnameCount);
        assertTrue(codes.size() > 1_000, codes.size() + " codes for 2,000 surnames");
    }
}
