package org.entente.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.match.SerialAgreement.Level;
import org.junit.jupiter.api.Test;

class FirearmsTest {
    private static final long SEED = 3_312L;

    @Test
    void oneCartridgeHasOneName() {
        for (String[] alike : new String[][] {
            {"9x19", "9mm", "9 mm Luger", "9MM PARABELLUM", "9×19mm", "Cal. 9 mm", "9 * 19", "calibre 9mm"},
            {"7.62x39", "7.62 x 39 mm", "7.62X39MM"},
            {".38 Super", "38 SUPER", ".38 super auto"},
            {".50 BMG", "50 cal", "12.7x99", "Calibre .50"},
            {"5.7x28", "5.7 x 28 mm"},
            {".380 ACP", "380 auto", "9mm corto", "9x17"},
            {".22 LR", "22", ".22 long rifle"}
        }) {
            for (String text : alike) {
                assertEquals(Firearms.calibre(alike[0]), Firearms.calibre(text), text);
            }
        }
        assertEquals(Firearms.CalibreAgreement.ALIKE, Firearms.compareCalibres(".223 Rem", "5.56x45 mm NATO"));
        assertEquals(Firearms.CalibreAgreement.DIFFERENT, Firearms.compareCalibres("9 mm", ".38 Super"));
        assertEquals(Firearms.CalibreAgreement.DIFFERENT, Firearms.compareCalibres("9x19", "9x18"));
    }

    @Test
    void makersAndModelsComeToOneForm() {
        assertEquals(Firearms.maker("Smith & Wesson"), Firearms.maker("S&W"));
        assertEquals(Firearms.maker("F.N. Herstal"), Firearms.maker("Fabrique Nationale"));
        assertEquals("ACME", Firearms.maker("Acme"));
        assertEquals(Firearms.model("Glock", "19"), Firearms.model("GLOCK GmbH", "Glock 19"));
        assertEquals("92", Firearms.model("Beretta", "Mod. 92"));
    }

    @Test
    void everyWritingInTheTablesStandsOnce() {
        List<String> writings = Firearms.writings().toList();
        assertEquals(writings.size(), writings.stream().distinct().count());
    }

    @Test
    void serialNumbersAgreeInLevels() {
        assertEquals(new SerialAgreement(Level.EXACT, 7, 0, 0), SerialAgreement.of("ABC-1234", "abc 1234"));
        assertEquals(new SerialAgreement(Level.CONFUSABLE, 5, 2, 0), SerialAgreement.of("B0C1234", "8OC1234"));
        assertEquals(new SerialAgreement(Level.COVERED, 5, 0, 2), SerialAgreement.of("ABC??34", "ABC1234"));
        assertEquals(Level.COVERED, SerialAgreement.of("AB*34", "ABC1234").level());
        assertEquals(4, SerialAgreement.of("AB*34", "ABC1234").read());
        assertEquals(Level.COVERED, SerialAgreement.of("ABXXX34", "ABC1234").level());
        assertEquals(Level.ONE_EDIT, SerialAgreement.of("ABC1234", "ABC1243").level());
        assertEquals(Level.ONE_EDIT, SerialAgreement.of("ABC1234", "ABC234").level());
        assertEquals(Level.DIFFERENT, SerialAgreement.of("ABC1234", "XYZ9876").level());
        assertEquals(Level.DIFFERENT, SerialAgreement.of("AB*99", "ABC1234").level());
        assertEquals(Level.DIFFERENT, SerialAgreement.of("", "").level());
    }

    @Test
    void aDamagedSerialNeverContradictsTheOneItCameFrom() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        String alphabet = "0123456789ABCDEFGHJKLMNPRSTUVWYZ";
        int falseHits = 0;
        String before = "ZZ00000";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder serial = new StringBuilder();
            for (int length = 5 + random.nextInt(6); length > 0; length--) {
                serial.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            StringBuilder damaged = new StringBuilder(serial);
            int from = random.nextInt(serial.length() - 2);
            if (random.nextBoolean()) {
                damaged.replace(from, from + 2, "*");
            } else {
                damaged.setCharAt(from, '?');
            }
            SerialAgreement agreement = SerialAgreement.of(serial.toString(), damaged.toString());
            assertEquals(Level.COVERED, agreement.level(), "seed " + SEED + ": " + serial + " " + damaged);
            assertTrue(agreement.read() >= serial.length() - 2, "seed " + SEED + ": " + serial + " " + damaged);
            assertEquals(
                    agreement.level(),
                    SerialAgreement.of(damaged.toString(), serial.toString()).level());
            falseHits += SerialAgreement.of(before, damaged.toString()).level() == Level.DIFFERENT ? 0 : 1;
            before = serial.toString();
        }
        assertTrue(falseHits <= 5, falseHits + " of 5000");
    }

    @Test
    void aPlateNeedsItsState() {
        Identifier.Parsed plate = (Identifier.Parsed) Identifiers.plate("Texas", "abc-1234");
        assertEquals("US-TX/ABC1234", plate.canonical());
        assertTrue(plate.isWellFormed());
        assertEquals(plate, Identifiers.parse(IdentifierType.PLATE, "TX / ABC 1234"));
        assertEquals(plate, Identifiers.parse(IdentifierType.PLATE, "us-tx/ABC·1234"));
        for (String state : List.of("N.L.", "Nuevo León", "MX-NLE")) {
            assertEquals(
                    "MX-NLE/SAA123B", ((Identifier.Parsed) Identifiers.plate(state, "SAA-123-B")).canonical(), state);
        }
        Identifier.Parsed bare = (Identifier.Parsed) Identifiers.parse(IdentifierType.PLATE, "ABC1234");
        assertTrue(!bare.isWellFormed());
        assertNotEquals(plate.canonical(), bare.canonical());
        assertTrue(Identifiers.plate("TX", "AB*12") instanceof Identifier.Masked);
        assertTrue(Identifiers.plate("", "sin placas") instanceof Identifier.Placeholder);
    }
}
