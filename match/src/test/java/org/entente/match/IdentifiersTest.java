package org.entente.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
    private static final long SEED = 20_261_123L;
    private static final String STATES = "ASBCBSCCCLCMCSCHDFDGGTGRHGJCMCMNMSNTNLOCPLQTQRSPSLSRTCTSTLVZYNZSNE";

    @Test
    void everyGeneratedCurpPassesAndEveryOtherCheckDigitFails() {
        RandomGenerator random = random();
        for (int i = 0; i < 5_000; i++) {
            String body = letters(random, 4)
                    + yymmdd(random)
                    + "HM".charAt(random.nextInt(2))
                    + state(random)
                    + letters(random, 3)
                    + "0123456789ABCDEFGHIJ".charAt(random.nextInt(20));
            char right = Curp.checkDigit(body);
            assertTrue(parsed(IdentifierType.CURP, body + right).isValid(), seeded(body));
            char wrong = (char) ('0' + (right - '0' + 1 + random.nextInt(9)) % 10);
            assertEquals(
                    List.of(Check.Rule.CHECK_DIGIT),
                    parsed(IdentifierType.CURP, body + wrong).failed(),
                    seeded(body));
        }
    }

    @Test
    void everyGeneratedRfcPassesAndOneChangedCharacterIsSeen() {
        RandomGenerator random = random();
        for (int i = 0; i < 5_000; i++) {
            boolean company = random.nextBoolean();
            String body = letters(random, company ? 3 : 4) + yymmdd(random) + letters(random, 1) + digits(random, 1);
            String rfc = body + Rfc.checkCharacter(body);
            Identifier.Parsed read = parsed(IdentifierType.RFC, rfc);
            assertTrue(read.isValid(), seeded(rfc));
            assertEquals(company ? Holder.COMPANY : Holder.PERSON, read.holder(), seeded(rfc));
            // Weights are not 0 modulo 11 except 11 itself, so a change anywhere else shows.
            int at = rfc.length() - 2;
            String changed =
                    rfc.substring(0, at) + (char) ('0' + (rfc.charAt(at) - '0' + 1) % 10) + rfc.substring(at + 1);
            assertFalse(parsed(IdentifierType.RFC, changed).isValid(), seeded(changed));
        }
    }

    @Test
    void luhnClabeVinAndImoSeeEverySingleWrongDigit() {
        RandomGenerator random = random();
        for (int i = 0; i < 2_000; i++) {
            String imei = digits(random, 14);
            oneWrongDigit(IdentifierType.IMEI, imei + Imei.checkDigit(imei), 14);
            String clabe = digits(random, 17);
            oneWrongDigit(IdentifierType.CLABE, clabe + Clabe.checkDigit(clabe), 17);
            String imo = digits(random, 6);
            int sum = 0;
            for (int j = 0; j < 6; j++) {
                sum += (imo.charAt(j) - '0') * (7 - j);
            }
            oneWrongDigit(IdentifierType.IMO, imo + sum % 10, 6);
        }
    }

    @Test
    void vinTakesTheDigitItComputes() {
        RandomGenerator random = random();
        for (int i = 0; i < 2_000; i++) {
            String raw = digits(random, 17);
            String vin = raw.substring(0, 8) + Vin.checkCharacter(raw) + raw.substring(9);
            assertTrue(parsed(IdentifierType.VIN, vin).isValid(), seeded(vin));
        }
    }

    @Test
    void canonicalFormIsAFixedPointAndIgnoresSeparatorsAndCase() {
        for (String[] pair : new String[][] {
            {"curp", "GOVI810421HDFNKN02"},
            {"rfc", "CNU130416UJ3"},
            {"passport", "G01234567"},
            {"imo", "9074729"},
            {"aircraft", "N200VR"},
            {"vin", "1M8GDM9AXKP042788"},
            {"clabe", "032180000118359719"},
            {"generic", "VE1234567"}
        }) {
            IdentifierType type = IdentifierType.ofKey(pair[0]).orElseThrow();
            String canonical = parsed(type, pair[1]).canonical();
            assertEquals(canonical, parsed(type, canonical).canonical(), pair[0]);
            UnaryOperator<String> spaced = text -> " " + String.join("-", text.split("")) + " ";
            assertEquals(
                    canonical,
                    parsed(type, spaced.apply(pair[1].toLowerCase(java.util.Locale.ROOT)))
                            .canonical());
        }
    }

    @Test
    void aFailedCheckIsReportedAndTheValueKept() {
        assertEquals(
                List.of(Check.Rule.FORM),
                parsed(IdentifierType.CURP, "AIMM67125HCHRRG06").failed());
        assertEquals(
                List.of(Check.Rule.FORM),
                parsed(IdentifierType.CURP, "GURR730821HCLRMG").failed());
        assertTrue(parsed(IdentifierType.CURP, "RAPO720720HTMSRD03").failed().contains(Check.Rule.STATE));
        assertEquals(
                List.of(Check.Rule.CHECK_DIGIT),
                parsed(IdentifierType.CURP, "GOVI810421HDFNKN02").failed());
        assertEquals(
                List.of(Check.Rule.DATE, Check.Rule.CHECK_DIGIT),
                parsed(IdentifierType.RFC, "ABC991332XY1").failed());
        assertEquals("ABC991332XY1", parsed(IdentifierType.RFC, "ABC991332XY1").canonical());
    }

    @Test
    void knownTaxpayersOfBothListsAreValid() {
        for (String rfc : List.of("CNU130416UJ3", "SAF130812CL4", "EAGN760419LC8", "GAPG4908307H1")) {
            assertTrue(parsed(IdentifierType.RFC, rfc).isValid(), rfc);
        }
        assertEquals(Holder.COMPANY, parsed(IdentifierType.RFC, "CNU130416UJ3").holder());
        assertEquals(Holder.PERSON, parsed(IdentifierType.RFC, "GAPG4908307H1").holder());
    }

    @Test
    void coveredValuesAreNoValues() {
        assertInstanceOf(Identifier.Masked.class, Identifiers.parse(IdentifierType.RFC, "XXXXXXXXXXXX"));
        assertInstanceOf(Identifier.Masked.class, Identifiers.parse(IdentifierType.CURP, "xxxx-xxxxxx"));
        assertInstanceOf(Identifier.Masked.class, Identifiers.firearm("Colt", "AB?12"));
        assertInstanceOf(Identifier.Masked.class, Identifiers.firearm("Colt", "obliterated"));
        assertInstanceOf(Identifier.Placeholder.class, Identifiers.parse(IdentifierType.GENERIC, "000-00-0000"));
        assertInstanceOf(Identifier.Unreadable.class, Identifiers.parse(IdentifierType.VIN, "x".repeat(121)));
    }

    @Test
    void telephonesOfBothCountriesComeToOneForm() {
        for (String text : List.of("+52 1 55 1234 5678", "0052 55 1234 5678", "011 52 55 1234 5678", "+525512345678")) {
            assertEquals("525512345678", parsed(IdentifierType.PHONE, text).canonical(), text);
        }
        for (String text : List.of("55 1234 5678", "044 55 1234 5678", "01 55 1234 5678", "55-1234-5678 ext. 12")) {
            Identifier.Parsed phone = (Identifier.Parsed) Identifiers.phone(text, "52");
            assertEquals("525512345678", phone.canonical(), text);
            assertTrue(phone.isWellFormed(), text);
        }
        assertEquals("12125550123", ((Identifier.Parsed) Identifiers.phone("(212) 555-0123", "1")).canonical());
        assertFalse(parsed(IdentifierType.PHONE, "555-0123").isWellFormed());
    }

    @Test
    void aircraftMarksFollowTheirCountry() {
        for (String mark : List.of("N1", "N99999", "N1234A", "N123AB", "XA-ABC", "EP-GOL", "HK-3904X")) {
            assertTrue(parsed(IdentifierType.AIRCRAFT, mark).isWellFormed(), mark);
        }
        for (String mark : List.of("N0123", "N12345A", "N12I", "N1ABC", "A")) {
            assertFalse(parsed(IdentifierType.AIRCRAFT, mark).isWellFormed(), mark);
        }
    }

    @Test
    void firearmsOfTwoMakersWithOneSerialDiffer() {
        Identifier.Parsed colt = (Identifier.Parsed) Identifiers.firearm("Colt", "AB-1234");
        Identifier.Parsed glock = (Identifier.Parsed) Identifiers.firearm("GLOCK GmbH", "ab 1234");
        assertNotEquals(colt.canonical(), glock.canonical());
        assertEquals("GLOCK/AB1234", glock.canonical());
        assertEquals(
                "GLOCK/AB1234", parsed(IdentifierType.FIREARM, "Glock/AB1234").canonical());
        assertFalse(parsed(IdentifierType.FIREARM, "AB1234").isWellFormed());
    }

    @Test
    void anyTextOfAnyTypeIsReadWithoutAnException() {
        RandomGenerator random = random();
        String alphabet = "AZÑñ09 -./*?&Xx'\u0000\uD83D\uDE00\u0661\u00AAéßØ汉";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (IdentifierType type : IdentifierType.values()) {
                Identifier read = Identifiers.parse(type, text.toString());
                assertEquals(type, read.type());
                if (read instanceof Identifier.Parsed value
                        && type != IdentifierType.FIREARM
                        && type != IdentifierType.PLATE) {
                    assertTrue(value.canonical().matches("[0-9A-ZÑ&]+"), seeded(text.toString()));
                }
            }
        }
    }

    private static void oneWrongDigit(IdentifierType type, String right, int at) {
        Identifier.Parsed good = parsed(type, right);
        assertTrue(good.isValid(), seeded(type + " " + right));
        String wrong = right.substring(0, at) + (char) ('0' + (right.charAt(at) - '0' + 1) % 10);
        assertFalse(parsed(type, wrong).isValid(), seeded(type + " " + wrong));
    }

    private static Identifier.Parsed parsed(IdentifierType type, String text) {
        return assertInstanceOf(Identifier.Parsed.class, Identifiers.parse(type, text), type + " " + text);
    }

    private static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    }

    private static String seeded(String text) {
        return "seed " + SEED + ": " + text;
    }

    private static String letters(RandomGenerator random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('A' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static String digits(RandomGenerator random, int count) {
        StringBuilder text = new StringBuilder("1");
        while (text.length() < count) {
            text.append(random.nextInt(10));
        }
        return count == 1 ? String.valueOf(random.nextInt(10)) : text.toString();
    }

    private static String yymmdd(RandomGenerator random) {
        return "%02d%02d%02d".formatted(random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private static String state(RandomGenerator random) {
        int at = random.nextInt(STATES.length() / 2) * 2;
        return STATES.substring(at, at + 2);
    }
}
