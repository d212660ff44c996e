package org.entente.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Language;
import org.junit.jupiter.api.Test;

/// The templates without a browser.
class TemplatesTest {
    private static final Path TEMPLATES =
            Path.of(System.getProperty("entente.root", ".."), "node", "src", "main", "jte");

    @Test
    void everyPageRendersInBothLanguages() throws Exception {
        try (SampleDoor door = new SampleDoor(0)) {
            for (String name : new SamplePages(new Words(Language.EN)).all().keySet()) {
                String english = door.render(name, Language.EN, Theme.LIGHT);
                String spanish = door.render(name, Language.ES, Theme.LIGHT);
                assertTrue(english.contains("lang=\"en-US\""), name);
                assertTrue(spanish.contains("lang=\"es-MX\""), name);
                assertNotEquals(english, spanish, name);
            }
        }
    }

    /// A word in a template would stand in one language only: what is left between tags and code is punctuation.
    @Test
    void templatesHoldNoWords() throws IOException {
        Pattern code = Pattern.compile(
                "@(import|param)[^\\n]*|@template\\.\\w+\\(|!\\{[^}]*}|\\$\\{[^}]*}|@(if|elseif|for)\\(.*?\\)(?=\\n|<|@|\\$)|@(else|endif|endfor)");
        Pattern key = Pattern.compile("<kbd>[^<]*</kbd>");
        Pattern text = Pattern.compile(">([^<>]*)<");
        List<String> words = new ArrayList<>();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.toList()) {
                String bare = key.matcher(Files.readString(file)).replaceAll("");
                Matcher between = text.matcher(code.matcher(bare).replaceAll(""));
                while (between.find()) {
                    if (between.group(1).matches("(?s).*[A-Za-zÁ-ú]{3,} [a-zá-ú]{2,}.*")
                            && !between.group(1).contains("`")) {
                        words.add(file.getFileName() + ": " + between.group(1).strip());
                    }
                }
            }
        }
        assertEquals(List.of(), words);
    }

    @Test
    void whatAnyoneTypedIsShownAsText() {
        String hostile = "<img src=x onerror=alert(1)>\" autofocus onfocus=\"alert(2)";
        ErrorPage page = new ErrorPage(new Bilingual(hostile, hostile), new Bilingual(hostile, hostile), hostile);
        Words words = new Words(Language.EN);
        Frame frame = SamplePages.frame(words, Theme.LIGHT, new SamplePages.Sample("error", "/" + hostile, Map.of()));
        String html = new Pages().render("error", Map.of("frame", frame, "page", page));
        assertEquals(-1, html.indexOf("<img"), "no tag of the typed text");
        assertEquals(-1, html.indexOf("value=\"/" + hostile.replace("<", "&lt;")), "no way out of an attribute");
        assertTrue(html.contains("&#34; autofocus onfocus"), "the quotation mark is written out");
    }

    @Test
    void afterAChangeOfLanguageNobodyIsSentElsewhere() {
        for (String elsewhere : List.of("//host/", "/\\host", "https://host/", "javascript:alert(1)", "")) {
            assertEquals(false, PreferencePages.isOwnPage(elsewhere), elsewhere);
        }
        assertTrue(PreferencePages.isOwnPage("/requests?box=out"));
    }
}
