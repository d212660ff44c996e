package org.entente.agreement.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.entente.agreement.AgreementCode;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackReaderTest {
    private final PackFiles shipped = ShippedPack.files();

    @Test
    void theShippedPackHasNoProblem() {
        assertEquals(List.of(), PackReader.problems(shipped));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules.yaml|permits: yes|permit: yes|PACK_KEY_UNKNOWN|permit",
                "rules.yaml|fact: basis.instrument, in|fact: basis.instruments, in|PACK_REFERENCE|basis.instrument",
                "rules.yaml|refuses: no-case|refuses: no-cases|PACK_REFERENCE|no-case",
                "rules.yaml|in: [UNTOC-2000, MLAT-1987]}|in: [UNTOC, MLAT-1987]}|PACK_VALUE|UNTOC-2000",
                "rules.yaml|below: 1|below: one|PACK_VALUE|0 - 1000000",
                "rules.yaml|- id: P-02|- id: P-01|PACK_DUPLICATE|P-01",
                "rules.yaml|[police-information, blind-query]|[police-informations]|PACK_REFERENCE|police-information",
                "rules.yaml|clocks: [police-urgent]|clocks: [police-urgently]|PACK_REFERENCE|police-urgent",
                "rules.yaml|permits: yes|{permits: yes, refuses: no-basis|PACK_SYNTAX|rules.yaml",
                "terms.yaml|kind: number|kind: amount|PACK_VALUE|yes-no | choice | number",
                "terms.yaml|roles: [lawyer]|roles: [judge]|PACK_VALUE|lawyer",
                "terms.yaml|- key: no-basis|- key: no-basics|PACK_KEY_MISSING|no-basis",
                "clocks.yaml|unit: hours|unit: hour|PACK_VALUE|hours",
                "clocks.yaml|on: 07-04|on: 13-04|PACK_VALUE|13-04",
                "clocks.yaml|nth: -1|nth: 5|PACK_VALUE|-1 - 4",
                "agreement.yaml|zone: America/New_York|zone: America/New_Yorck|PACK_VALUE|America/New_Yorck",
                "agreement.yaml|zone: America/New_York|zone: America/_|PACK_VALUE|America/_",
                "agreement.yaml|central: yes|central: no|PACK_VALUE|central: yes",
                "agreement.yaml|criminal-investigation: 20000|migration-control: 20000|PACK_REFERENCE|migration-control",
                "agreement.yaml|format: entente-agreement/1|format: entente-agreement/2|PACK_VALUE|entente-agreement/1",
                "agreement.yaml|in-force-from: 2026-01-01|in-force-from: 2026-13-01|PACK_VALUE|2026-13-01",
                "agreement.yaml|id: us-mx|id: *anchor|PACK_SYNTAX|alias",
                "agreement.yaml|as: [H1, H2, H3]|as: [H0]|PACK_VALUE|>= 2",
                "agreement.yaml|as: [\"2\"]|as: [\"1\"]|PACK_VALUE|loses",
                "agreement.yaml|- own: H2|- own: H1|PACK_DUPLICATE|H1",
                "instruments.yaml|checked: no|checked: maybe|PACK_VALUE|yes | no",
                "measures.yaml|case: US-MX-PACK 1|cases: US-MX-PACK 1|PACK_KEY_UNKNOWN|case",
                "measures.yaml|purpose: firearms-trafficking|purpose: arms-trafficking|PACK_REFERENCE|firearms-trafficking",
                "instruments.yaml|US: none, MX: party|US: nobody, MX: party|PACK_VALUE|political",
                "measures.yaml|required: yes|requires: yes|PACK_KEY_UNKNOWN|required",
                "measures.yaml|bases: [UNTOC-2000 27,|bases: [UNTOC-2000 277,|PACK_REFERENCE|UNTOC-2000 27",
                "measures.yaml|kind: day|kind: date|PACK_VALUE|text | day | yes-no | choice | number",
                "measures.yaml|kind: choice|kind: number|PACK_KEY_UNKNOWN|options",
                "measures.yaml|asked-by: operation|asked-by: request|PACK_KEY_MISSING|use",
                "measures.yaml|asked-by: query|offence: no|PACK_KEY_MISSING|asked-by",
                "terms.yaml|reads: {any: [serial,|reads: {any: [serials,|PACK_REFERENCE|serial",
                "terms.yaml|obliterated=yes|obliterated=maybe|PACK_VALUE|yes-no",
                "terms.yaml|reads: {value: assistance}|reads: {value: sought}|PACK_VALUE|choice",
                "terms.yaml|reads: {purpose: criminal}|reads: {purpose: civil}|PACK_VALUE|criminal",
                "terms.yaml|asked-of: requesting|{asked-of: requesting, reads: x|PACK_SYNTAX|terms.yaml"
            })
    void aBrokenPackIsRefusedWithFileLineAndWhatIsExpected(
            String file, String sound, String broken, AgreementCode code, String told) {
        List<EntenteException> problems = PackReader.problems(with(file, sound, broken));
        assertFalse(problems.isEmpty(), broken);
        EntenteException first = problems.getFirst();
        assertEquals(code, first.code());
        assertEquals(file, first.facts().getFirst());
        String words =
                Texts.what(first).in(Language.EN) + " " + Texts.hint(first).in(Language.EN);
        assertTrue(words.contains(told), words);
        assertTrue(words.contains("line " + first.facts().get(1)), words);
        assertNotEquals(Texts.what(first).in(Language.EN), Texts.what(first).in(Language.ES));
        EntenteException refused =
                assertThrows(EntenteException.class, () -> PackReader.read(with(file, sound, broken)));
        assertTrue(
                refused.code() == AgreementCode.PACK_BROKEN || refused.code() == code,
                refused.code().name());
    }

    @Test
    void theLineToldIsTheLineOfTheMistake() {
        String text = text("rules.yaml");
        int line = (int)
                text.substring(0, text.indexOf("refuses: no-case")).lines().count();
        EntenteException problem = PackReader.problems(with("rules.yaml", "refuses: no-case", "refuses: nothing"))
                .getFirst();
        assertEquals(Integer.toString(line), problem.facts().get(1));
    }

    @Test
    void oneCheckShowsEveryProblem() {
        PackFiles twice =
                with(with(shipped, "rules.yaml", "below: 1", "below: one"), "rules.yaml", "- id: A-02", "- id: A2");
        assertEquals(2, PackReader.problems(twice).size());
    }

    @Test
    void anyFlippedByteIsReadOrRefusedButNeverBreaksTheReader() {
        long seed = 99L;
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            String name = PackFiles.NAMES.get(random.nextInt(PackFiles.NAMES.size()));
            byte[] bytes = shipped.bytes(name);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            TreeMap<String, Bytes> files = new TreeMap<>(shipped.files());
            files.put(name, Bytes.of(bytes));
            PackFiles mangled = new PackFiles(files);
            // Any exception that is not ours leaves this call and fails the test.
            PackReader.problems(mangled);
            assertNotEquals(shipped.hash(), mangled.hash(), "seed " + seed + ", round " + round);
        }
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path empty) {
        EntenteException missing = assertThrows(EntenteException.class, () -> PackFiles.read(empty));
        assertEquals(AgreementCode.PACK_FILE_MISSING, missing.code());
        assertEquals("agreement.yaml", missing.facts().get(1));
    }

    @Test
    void theManifestIsAsSpecified() {
        String[] lines = shipped.manifest().split("\n", -1);
        assertEquals("entente-pack/1", lines[0]);
        assertTrue(lines[1].matches("agreement[.]yaml [0-9a-f]{64}"), lines[1]);
        assertEquals(PackFiles.NAMES.size() + 2, lines.length);
        assertEquals("", lines[lines.length - 1]);
        assertEquals(32, shipped.hash().sizeBytes());
    }

    private PackFiles with(String file, String sound, String broken) {
        return with(shipped, file, sound, broken);
    }

    private static PackFiles with(PackFiles files, String file, String sound, String broken) {
        String text = new String(files.bytes(file), StandardCharsets.UTF_8);
        int at = text.indexOf(sound);
        assertTrue(at >= 0, "the shipped pack has no: " + sound);
        String changed = text.substring(0, at) + broken + text.substring(at + sound.length());
        TreeMap<String, Bytes> map = new TreeMap<>(files.files());
        map.put(file, Bytes.of(changed.getBytes(StandardCharsets.UTF_8)));
        return new PackFiles(map);
    }

    private String text(String file) {
        return new String(shipped.bytes(file), StandardCharsets.UTF_8);
    }
}
