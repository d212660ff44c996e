package org.entente.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class HanReadingsTest {
    private static final String FILE = "han-readings.txt";
    private static final int IDEOGRAPHS_A_LINE = 50;

    private static final String HEAD = """
            # Mandarin readings without tone: syllable, ideographs. Made by HanReadingsTest from ICU4J's Han-Latin.
            # Unihan kMandarin and CLDR transforms, Copyright Unicode, Inc., Unicode License V3.
            """;

    private final Transliterator icu = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    @Test
    void everyReadingIsThatOfTheLibrary() throws IOException {
        Map<String, List<String>> bySyllable = new TreeMap<>();
        for (int point = 0x3007; point < 0x40000; point++) {
            if (UScript.getScript(point) == UScript.HAN) {
                String ideograph = Character.toString(point);
                String syllable = icu.transliterate(ideograph);
                if (syllable.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
                    bySyllable.computeIfAbsent(syllable, _ -> new ArrayList<>()).add(ideograph);
                }
            }
        }
        StringBuilder made = new StringBuilder(HEAD);
        bySyllable.forEach((syllable, ideographs) -> {
            for (int i = 0; i < ideographs.size(); i += IDEOGRAPHS_A_LINE) {
                made.append(syllable).append(' ');
                ideographs
                        .subList(i, Math.min(i + IDEOGRAPHS_A_LINE, ideographs.size()))
                        .forEach(made::append);
                made.append('\n');
            }
        });
        Files.writeString(Path.of("target", FILE), made);
        try (InputStream shipped = Objects.requireNonNull(HanReadings.class.getResourceAsStream(FILE), FILE)) {
            String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(made.toString(), text, "match/target/" + FILE + " holds the new readings");
        }
        bySyllable.forEach((syllable, ideographs) -> ideographs.forEach(
                ideograph -> assertEquals(syllable, HanReadings.of(ideograph.codePointAt(0)), ideograph)));
    }

    @Test
    void aNameInIdeographsReadsAsTheLibraryReadsIt() {
        for (String name : List.of("张三", "李 明", "张-三", "重庆", "秘鲁", "藏文", "A张", "王 A", "", "三 ")) {
            assertEquals(icu.transliterate(name), HanReadings.read(name), name);
        }
    }

    @Test
    void anIdeographIsAWordOfItsOwnBesideOtherLetters() {
        assertEquals("A zhang B", HanReadings.read("A张B"));
        assertEquals("ling ling qi", HanReadings.read("〇〇七"));
        assertEquals("Иван zhang 3", HanReadings.read("Иван张3"));
    }

    @Test
    void theIterationMarkRepeatsTheReadingBeforeIt() {
        assertEquals("zuo zuo mu", HanReadings.read("佐々木"));
        assertEquals("々", HanReadings.read("々"));
    }
}
