package org.entente.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.match.MachineReadableZone.CheckedField;
import org.entente.match.MachineReadableZone.Format;
import org.junit.jupiter.api.Test;

/// The specimens are those of ICAO Doc 9303: part 4 appendix B, part 5 appendix B, part 6 appendix B; Utopia is its
/// invented State.
class MachineReadableZoneTest {
    private static final String PASSPORT =
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
    private static final String CARD =
            "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
    private static final String DOUBLE_CARD =
            "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6";
    private static final long SEED = 9_303L;

    @Test
    void theThreeSpecimensAreReadWholeAndPassEveryCheck() {
        MachineReadableZone passport = zone(PASSPORT);
        assertEquals(Format.TD3, passport.format());
        assertEquals("L898902C3", passport.documentNumber());
        assertEquals("ZE184226B", passport.optionalData());
        assertEquals(5, passport.checks().size());
        assertEquals(Format.TD1, zone(CARD).format());
        assertEquals(Format.TD2, zone(DOUBLE_CARD).format());
        for (String text : List.of(PASSPORT, CARD, DOUBLE_CARD)) {
            MachineReadableZone zone = zone(text);
            assertEquals("ERIKSSON", zone.surnames());
            assertEquals("ANNA MARIA", zone.givenNames());
            assertFalse(zone.nameIsCut());
            assertEquals("UTO", zone.issuer());
            assertEquals("UTO", zone.nationality());
            assertEquals("740812", zone.birthDate());
            assertEquals("120415", zone.expiryDate());
            assertEquals(Sex.F, zone.sex());
            assertEquals(List.of(), zone.failed(), text);
        }
    }

    @Test
    void linesMayBeJoinedAndSpaced() {
        assertEquals(zone(PASSPORT), zone(PASSPORT.replace("\n", "").toLowerCase(java.util.Locale.ROOT)));
        assertEquals(zone(CARD), zone(CARD.replace("\n", " \r\n ")));
        assertEquals(Optional.empty(), MachineReadableZone.read("P<UTO"));
        assertEquals(Optional.empty(), MachineReadableZone.read(PASSPORT.replace('<', '«')));
    }

    @Test
    void aWrongDigitNamesItsFieldAndTheCompositeAndKeepsTheFields() {
        MachineReadableZone zone = zone(PASSPORT.replace("7408122F", "7408123F"));
        assertEquals(
                List.of(
                        new MachineReadableZone.FieldCheck(CheckedField.BIRTH_DATE, '2', '3'),
                        new MachineReadableZone.FieldCheck(CheckedField.COMPOSITE, '3', '0')),
                zone.failed());
        assertEquals("740812", zone.birthDate());
    }

    @Test
    void aLongNumberOfACardRunsOnIntoTheOptionalData() {
        String number = "D23145890734";
        char digit = MachineReadableZone.checkDigit(number);
        String first = "I<UTO" + number.substring(0, 9) + "<" + number.substring(9) + digit + "<".repeat(11);
        String second = "7408122F1204159UTO<<<<<<<<<<<";
        String composite =
                first.substring(5) + second.substring(0, 7) + second.substring(8, 15) + second.substring(18, 29);
        String text = first + second + MachineReadableZone.checkDigit(composite) + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
        assertEquals(number, zone(text).documentNumber());
        assertEquals(List.of(), zone(text).failed());
    }

    @Test
    void aVisaHasNoCompositeDigit() {
        // Part 7 appendix B: the same person on a visa of the larger size.
        MachineReadableZone visa =
                zone("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<");
        assertEquals("L8988901C", visa.documentNumber());
        assertEquals(List.of(), visa.failed());
        assertEquals(3, visa.checks().size());
    }

    @Test
    void aCutNameIsSaidToBeCut() {
        String first = "P<UTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K";
        assertTrue(zone(first + PASSPORT.substring(PASSPORT.indexOf('\n'))).nameIsCut());
    }

    @Test
    void aPassportMayBeGivenAsItsZone() {
        Identifier.Parsed passport =
                assertInstanceOf(Identifier.Parsed.class, Identifiers.parse(IdentifierType.PASSPORT, PASSPORT));
        assertEquals("L898902C3", passport.canonical());
        assertTrue(passport.isValid());
        Identifier.Parsed wrong = assertInstanceOf(
                Identifier.Parsed.class,
                Identifiers.parse(IdentifierType.PASSPORT, PASSPORT.replace("L898902C36", "L898902C38")));
        assertEquals(List.of(Check.Rule.CHECK_DIGIT), wrong.failed());
        assertEquals(
                List.of(new Finding.WrongCheckDigit(9, '6', '8')),
                Identifiers.explain(IdentifierType.PASSPORT, PASSPORT.replace("L898902C36", "L898902C38"))
                        .against());
    }

    /// A replaced character in a checked field is seen, unless the two differ by a multiple of ten (as A and K do) or
    /// the place's weight cannot tell them.
    @Test
    void everyWrongDigitInACheckedFieldIsSeen() {
        int line = PASSPORT.indexOf('\n') + 1;
        for (int at = 0; at < 28; at++) {
            char found = PASSPORT.charAt(line + at);
            if (found < '0' || found > '9') {
                continue;
            }
            for (char other = '0'; other <= '9'; other++) {
                if (other != found) {
                    String text = PASSPORT.substring(0, line + at) + other + PASSPORT.substring(line + at + 1);
                    assertFalse(zone(text).failed().isEmpty(), text);
                }
            }
        }
    }

    @Test
    void anyLinesOfTheRightLengthAreReadWithoutAnException() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        String alphabet = "<<<<<<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = List.of(72, 88, 90).get(random.nextInt(3));
            while (text.length() < length) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertTrue(MachineReadableZone.read(text.toString()).isPresent(), "seed " + SEED + ": " + text);
            Identifiers.explain(IdentifierType.PASSPORT, text.toString());
        }
    }

    private static MachineReadableZone zone(String text) {
        return MachineReadableZone.read(text).orElseThrow(() -> new AssertionError(text));
    }
}
