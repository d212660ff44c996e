package org.entente.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.entente.match.Finding.CharacterClass;
import org.entente.match.Segment.Meaning;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final long SEED = 20_261_129L;

    /// Published specimens (CFR, GSMA, IMO, ABM examples) and invented numbers that pass their checks.
    static final Map<IdentifierType, String> GOOD = new TreeMap<>(Map.ofEntries(
            Map.entry(IdentifierType.CURP, "BEXA900101HDFXXX09"),
            Map.entry(IdentifierType.RFC, "CNU130416UJ3"),
            Map.entry(IdentifierType.PASSPORT, "G01234567"),
            Map.entry(IdentifierType.PHONE, "+525512345678"),
            Map.entry(IdentifierType.IMO, "9074729"),
            Map.entry(IdentifierType.AIRCRAFT, "XBABC"),
            Map.entry(IdentifierType.VIN, "1M8GDM9AXKP042788"),
            Map.entry(IdentifierType.IMEI, "490154203237518"),
            Map.entry(IdentifierType.FIREARM, "Glock/ABC123"),
            Map.entry(IdentifierType.CLABE, "032180000118359719"),
            Map.entry(IdentifierType.INE_KEY, "BXXXAR90010109H100"),
            Map.entry(IdentifierType.SSN, "123-45-6789"),
            Map.entry(IdentifierType.ITIN, "912-70-1234"),
            Map.entry(IdentifierType.A_NUMBER, "A12345678"),
            Map.entry(IdentifierType.FBI_NUMBER, "123456AB7"),
            Map.entry(IdentifierType.PLATE, "Jal./HXA-123-B"),
            Map.entry(IdentifierType.GENERIC, "800018928-0")));

    @Test
    void everyTypeHasAGoodExampleWithNothingAgainstIt() {
        assertEquals(Set.of(IdentifierType.values()), GOOD.keySet());
        GOOD.forEach((type, text) -> {
            Explanation explanation = Identifiers.explain(type, text);
            assertEquals(List.of(), explanation.against(), type + " " + text);
            assertTrue(!explanation.says().isEmpty(), type.key());
        });
    }

    @Test
    void aCurpSaysDateSexAndState() {
        Explanation curp = Identifiers.explain(IdentifierType.CURP, "bexa-000101 MJCXXX A");
        assertEquals(List.of(new Finding.WrongLength(List.of(18), 17)), curp.against());
        Map<Meaning, String> says = says("BEXA000101MJCXXXA" + Curp.checkDigit("BEXA000101MJCXXXA"));
        assertEquals("2000-01-01", says.get(Meaning.BIRTH_DATE));
        assertEquals("F", says.get(Meaning.SEX));
        assertEquals("MX-JAL", says.get(Meaning.STATE));
    }

    @Test
    void theFourWrongCurpsOfTheTreasuryListHaveTheirReason() {
        assertEquals(List.of(new Finding.WrongLength(List.of(18), 17 - 1)), against("AIMM67125HCHRRG06".substring(1)));
        assertEquals(List.of(new Finding.WrongLength(List.of(18), 17)), against("AIMM67125HCHRRG06"));
        assertEquals(List.of(new Finding.WrongLength(List.of(18), 16)), against("GURR730821HCLRMG"));
        assertTrue(against("RAPO720720HTMSRD03").contains(new Finding.NoSuchState("TM")));
        Finding.WrongCheckDigit wrong = assertInstanceOf(
                Finding.WrongCheckDigit.class, against("GOVI810421HDFNKN02").getFirst());
        assertEquals(17, wrong.at());
        assertEquals('2', wrong.found());
        assertEquals(Curp.checkDigit("GOVI810421HDFNKN0"), wrong.expected());
    }

    @Test
    void aWrongCharacterIsNamedWithItsPlace() {
        assertEquals(List.of(new Finding.WrongCharacter(5, CharacterClass.DIGIT, 'O')), against("BEXA9O0101HDFXXX09"));
        assertEquals(
                List.of(new Finding.WrongCharacter(0, CharacterClass.VEHICLE_CHARACTER, 'I')),
                Identifiers.explain(IdentifierType.VIN, "IM8GDM9AXKP042788").against());
        assertEquals(
                List.of(new Finding.NeverIssued("000")),
                Identifiers.explain(IdentifierType.SSN, "000-12-3456").against());
        assertEquals(
                List.of(new Finding.NeverIssued("89")),
                Identifiers.explain(IdentifierType.ITIN, "912-89-3456").against());
    }

    @Test
    void aVehicleAnAccountAndADeviceSayWhatTheirPartsAre() {
        Explanation vin = Identifiers.explain(IdentifierType.VIN, "3VWFE21C04M000001");
        assertEquals("MX", value(vin, Meaning.VEHICLE_MAKER));
        assertEquals("", value(Identifiers.explain(IdentifierType.VIN, "WVWZZZ1JZXW000001"), Meaning.VEHICLE_MAKER));
        assertEquals("1989/2019", value(explained(IdentifierType.VIN), Meaning.MODEL_YEAR));
        assertEquals("IXE", value(explained(IdentifierType.CLABE), Meaning.BANK));
        assertEquals("49015420", value(explained(IdentifierType.IMEI), Meaning.DEVICE_TYPE));
        assertEquals("private", value(explained(IdentifierType.AIRCRAFT), Meaning.AIRCRAFT_USE));
        assertEquals("52", value(explained(IdentifierType.PHONE), Meaning.CALLING_CODE));
        assertEquals("MX-CMX", value(explained(IdentifierType.INE_KEY), Meaning.STATE));
        assertEquals("MX-JAL", value(explained(IdentifierType.PLATE), Meaning.STATE));
    }

    /// Every rule that a number fails is explained, and nothing else; segments lie inside the number, in order.
    @Test
    void explanationAndChecksAgreeOnMangledNumbers() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        String alphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ &/-<*?";
        List<IdentifierType> types = List.copyOf(GOOD.keySet());
        for (int i = 0; i < 30_000; i++) {
            IdentifierType type = types.get(random.nextInt(types.size()));
            StringBuilder text = new StringBuilder(GOOD.getOrDefault(type, ""));
            for (int edits = random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                char letter = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, letter);
                    case 1 -> text.insert(at, letter);
                    default -> text.deleteCharAt(text.length() > 1 ? at : 0).append(letter);
                }
            }
            check(type, text.toString());
        }
    }

    private static void check(IdentifierType type, String text) {
        String seeded = "seed " + SEED + ": " + type + " " + text;
        Explanation explanation = Identifiers.explain(type, text);
        Set<Check.Rule> explained =
                explanation.against().stream().map(Finding::rule).collect(Collectors.toSet());
        Set<Check.Rule> failed = Identifiers.parse(type, text) instanceof Identifier.Parsed parsed
                ? Set.copyOf(parsed.failed())
                : Set.of();
        assertEquals(failed, explained, seeded);
        int end = 0;
        for (Segment segment : explanation.says()) {
            assertTrue(segment.from() >= end, seeded);
            end = segment.to();
        }
        assertTrue(end <= explanation.written().length(), seeded);
    }

    private static Explanation explained(IdentifierType type) {
        return Identifiers.explain(type, GOOD.getOrDefault(type, ""));
    }

    private static List<Finding> against(String curp) {
        return Identifiers.explain(IdentifierType.CURP, curp).against();
    }

    private static Map<Meaning, String> says(String curp) {
        return Identifiers.explain(IdentifierType.CURP, curp).says().stream()
                .collect(Collectors.toMap(Segment::meaning, Segment::value));
    }

    private static String value(Explanation explanation, Meaning meaning) {
        return explanation.says().stream()
                .filter(segment -> segment.meaning() == meaning)
                .map(Segment::value)
                .findFirst()
                .orElseThrow();
    }
}
