package org.entente.match.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NameComparisonTest {
    private static final List<String> GIVEN =
            List.of("MARIA", "JOSE", "JUAN", "GUADALUPE", "LUPITA", "CHUY", "JESUS", "ANA", "IVAN", "J", "XOCHITL");
    private static final List<String> SURNAMES = List.of(
            "HERNANDEZ", "HERNANDES", "GARCIA", "NUÑEZ", "NUNEZ", "ZAZUETA", "DON", "JUAN", "DONJUAN", "SMITH", "LI");

    private static double bits(String one, String other) {
        return NameComparison.bits(PersonName.of(one), PersonName.of(other), Commonness.REFERENCE);
    }

    private static NameComparison compared(String one, String other) {
        return NameComparison.of(PersonName.of(one), PersonName.of(other), Commonness.REFERENCE);
    }

    private static TokenLevel level(String one, String other, String word) {
        return compared(one, other).parts().stream()
                .filter(part -> Stream.of(part.left(), part.right()).anyMatch(word::equals))
                .findFirst()
                .orElseThrow()
                .level();
    }

    @Test
    void thePartsSumToTheBitsExactlyAndTheSidesMayBeExchanged() {
        Random random = new Random(4);
        for (int at = 0; at < 5_000; at++) {
            PersonName one = any(random);
            PersonName other = any(random);
            NameComparison compared = NameComparison.of(one, other, Commonness.REFERENCE);
            double sum = compared.parts().stream().mapToDouble(NamePart::bits).sum();
            String both = one.text() + " | " + other.text();
            assertEquals(sum, compared.bits(), 0, both);
            assertEquals(compared.bits(), NameComparison.bits(one, other, Commonness.REFERENCE), 0, both);
            assertEquals(
                    compared.bits(), NameComparison.bits(other, one, Commonness.REFERENCE), 0, "exchanged: " + both);
        }
    }

    private static PersonName any(Random random) {
        String given = words(GIVEN, random, 2);
        String surname = words(SURNAMES, random, 2);
        return switch (random.nextInt(3)) {
            case 0 -> PersonName.of(given, surname, words(SURNAMES, random, 1));
            case 1 -> PersonName.of(surname + ", " + given);
            default -> PersonName.of(given + " " + surname);
        };
    }

    private static String words(List<String> from, Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int at = random.nextInt(most + 1); at >= 0; at--) {
            text.append(text.isEmpty() ? "" : " ").append(from.get(random.nextInt(from.size())));
        }
        return text.toString();
    }

    @Test
    void aRareSurnameIsWorthMoreThanTwoOfTheCommonest() {
        double rare = bits("ZAZUETA", "ZAZUETA");
        double common = bits("HERNANDEZ GARCIA", "HERNANDEZ GARCIA");
        assertTrue(rare > 10 && common < 12, rare + " and " + common);
        assertTrue(bits("ZAZUETA QUIROZ, Ana", "ZAZUETA QUIROZ, Ana")
                > bits("GARCIA LOPEZ, Ana", "GARCIA LOPEZ, Ana") + 8);
    }

    @Test
    void theSameNameInAnyOrderAndSpellingIsTheSameName() {
        String listed = "NUÑEZ GARCIA, Ma. de la Luz";
        double same = bits(listed, listed);
        assertEquals(same, bits(listed, "María de la Luz Núñez García"));
        assertTrue(same - bits(listed, "MARIA LUZ NUNEZ GARCIA") < 6);
        assertEquals(TokenLevel.FOLDED, level(listed, "MARIA LUZ NUNEZ GARCIA", "NUÑEZ"));
    }

    @Test
    void everyChangeOfARoleHasItsOwnEvidence() {
        double same = bits("OJEDA AVENDAÑO, Martin", "OJEDA AVENDAÑO, Martin");
        double swapped = bits("OJEDA AVENDAÑO, Martin", "AVENDAÑO OJEDA, Martin");
        double dropped = bits("OJEDA AVENDAÑO, Martin", "OJEDA, Martin");
        double maternalOnly = bits("OJEDA AVENDAÑO, Martin", "AVENDAÑO, Martin");
        double married = bits("OJEDA AVENDAÑO, Martina", "OJEDA DE AVENDAÑO, Martina");
        double changed = bits("OJEDA AVENDAÑO, Martin", "OJEDA QUIROZ, Martin");
        assertTrue(same > swapped && swapped > dropped, same + " " + swapped + " " + dropped);
        assertTrue(dropped > maternalOnly && dropped > changed, dropped + " " + maternalOnly + " " + changed);
        double unmarried = bits("OJEDA AVENDAÑO, Martina", "OJEDA AVENDAÑO, Martina");
        assertTrue(married < unmarried && married > unmarried - 3, married + " is nearly as good as " + unmarried);
        assertEquals(TokenLevel.JOINED, level("LAREDO DON JUAN, Ismael", "LAREDO DONJUAN, Ismael", "DONJUAN"));
    }

    @Test
    void petNamesInitialsAndEarsAgreeAtTheirOwnLevel() {
        assertEquals(TokenLevel.NICKNAME, level("GUZMAN, Jesus", "GUZMAN, Chuy", "CHUY"));
        assertEquals(TokenLevel.NICKNAME, level("DOE, John", "DOE, Juan", "JUAN"));
        assertEquals(TokenLevel.PHONETIC, level("VELASQUEZ, Ana", "VELAZQUES, Ana", "VELAZQUES"));
        assertEquals(TokenLevel.PHONETIC, level("CARDENAS, Osiel", "CARDENAS, Oziel", "OZIEL"));
        assertEquals(TokenLevel.INITIAL, level("SALAZAR, Maria Alejandrina", "SALAZAR, Maria A", "A"));
        assertEquals(TokenLevel.NEAR, level("CARDENAS, Osiel", "CARDERAS, Osiel", "CARDERAS"));
        assertEquals(TokenLevel.BEGINNING, level("ALVAREZ, Wenceslao", "ALVAREZ, Wencholin", "WENCHOLIN"));
    }

    @Test
    void aPetNameOfTwoNamesDoesNotMakeThemOne() {
        assertEquals(TokenLevel.NICKNAME, level("LUNA, Roberto", "LUNA, Beto", "BETO"));
        assertEquals(TokenLevel.NICKNAME, level("LUNA, Gilberto", "LUNA, Beto", "BETO"));
        assertEquals(TokenLevel.OTHER, level("LUNA, Roberto", "LUNA, Humberto", "HUMBERTO"));
    }

    @Test
    void brothersAreTwoPeople() {
        double same = bits("BELTRAN LEYVA, Arturo", "BELTRAN LEYVA, Arturo");
        double brothers = bits("BELTRAN LEYVA, Arturo", "BELTRAN LEYVA, Hector");
        assertTrue(same - brothers > 8, same + " and " + brothers);
        assertTrue(bits("GARCIA LOPEZ, Juan Jr.", "GARCIA LOPEZ, Juan Sr.")
                < bits("GARCIA LOPEZ, Juan", "GARCIA LOPEZ, Juan"));
    }

    @Test
    void aTransliteratedSyllableIsNoRareName() {
        assertTrue(bits("CHEN, Mei Hua", "WANG, Mei Hua") < 10);
        assertTrue(bits("陳 美華", "CHEN, Mei Hua") < 20);
    }

    @Test
    void whatIsCommonInTheCollectionIsWorthLess() {
        List<PersonName> list = Stream.concat(
                        Stream.generate(() -> PersonName.of("AL-TIKRITI, Mohammed"))
                                .limit(40),
                        Stream.generate(() -> PersonName.of("QUIROZ, Ana")).limit(60))
                .toList();
        Commonness known = Commonness.over(list::forEach);
        PersonName name = PersonName.of("AL-TIKRITI, Mohammed");
        assertTrue(NameComparison.bits(name, name, known) < 4);
        assertTrue(NameComparison.bits(name, name, Commonness.REFERENCE) > 25);
    }

    @Test
    void likenessAsksForTheSpellingAndNotForHowCommonTheNameIs() {
        assertEquals(1, compared("HERNANDEZ, Maria", "Maria Hernandez").likeness());
        assertEquals(1, compared("ZAZUETA, Xochitl", "Xochitl Zazueta").likeness());
        assertTrue(compared("Boris Netanyahu", "Benjamin Netanyahu").likeness() < 0.7);
    }

    @Test
    void anyTextHasAReadingAndAWorth() {
        Random random = new Random(9);
        for (int at = 0; at < 3_000; at++) {
            StringBuilder text = new StringBuilder();
            for (int letter = random.nextInt(60); letter > 0; letter--) {
                text.appendCodePoint(
                        random.nextInt(4) == 0
                                ? 1 + random.nextInt(0x2FFFF)
                                : " ,.-ABCDEFGHIJ'".charAt(random.nextInt(15)));
            }
            PersonName name = PersonName.of(text.toString());
            double own = NameComparison.bits(name, name, Commonness.REFERENCE);
            assertTrue(Double.isFinite(own), text.toString());
        }
        String many = "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z ".repeat(20);
        assertTrue(Double.isFinite(bits(many, many)));
        assertEquals(0, bits("", ""));
    }
}
