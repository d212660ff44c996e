package org.entente.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// The pages for people, `docs/en` and `docs/es`: what they print in bold is what the screen says.
class RolePagesTest {
    private static final Path ROOT = Path.of(System.getProperty("entente.root", ".."));

    private static final Map<String, String> PAIRS = Map.of(
            "liaison-officer.md", "oficial-de-enlace.md",
            "prosecutor.md", "fiscal.md",
            "central-authority-lawyer.md", "jurista.md");

    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
    private static final Pattern IMAGE = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)");
    private static final Pattern PACK = Pattern.compile("\\b(en|es): ('([^']+)'|[^,{}\\n]+)");

    private static final int BYTES_MAX = 150_000;
    private static final int WIDTH = 1280;

    @Test
    void whatThePagesPrintInBoldStandsOnTheScreenOfThatLanguage() throws IOException {
        List<String> strange = new ArrayList<>();
        for (String language : List.of("en", "es")) {
            Set<String> said = said(language);
            Set<Pattern> forms = said.stream()
                    .filter(text -> text.contains("{0}"))
                    .map(RolePagesTest::form)
                    .collect(Collectors.toSet());
            for (Path page : pages(language)) {
                all(BOLD, Files.readString(page)).stream()
                        .map(bold -> bold.replaceAll("\\s+", " "))
                        .filter(bold -> !said.contains(bold)
                                && forms.stream()
                                        .noneMatch(form -> form.matcher(bold).matches()))
                        .forEach(bold -> strange.add(page.getFileName() + ": " + bold));
            }
        }
        assertEquals(List.of(), strange);
    }

    @Test
    void eachPageSaysInBothLanguagesAsMuch() throws IOException {
        assertEquals(new TreeSet<>(PAIRS.keySet()), names("en"));
        assertEquals(new TreeSet<>(PAIRS.values()), names("es"));
        for (Map.Entry<String, String> pair : PAIRS.entrySet()) {
            String english = Files.readString(ROOT.resolve("docs/en").resolve(pair.getKey()));
            String spanish = Files.readString(ROOT.resolve("docs/es").resolve(pair.getValue()));
            for (String mark : List.of("(?m)^## ", "(?m)^- ", "(?m)^ *\\d[.] ", "(?m)^\\|", "`[^`]+`")) {
                assertEquals(
                        all(Pattern.compile(mark), english).size(),
                        all(Pattern.compile(mark), spanish).size(),
                        pair + " " + mark);
            }
            assertEquals(all(BOLD, english).size(), all(BOLD, spanish).size(), "words of the screen: " + pair);
        }
    }

    @Test
    void everyLinkLeadsSomewhereAndEveryPictureIsSmall() throws IOException {
        Set<Path> shown = new TreeSet<>();
        for (String language : List.of("en", "es")) {
            for (Path page : pages(language)) {
                String text = Files.readString(page);
                for (String link : all(LINK, text)) {
                    assertTrue(Files.exists(page.resolveSibling(link)), page + ": " + link);
                }
                for (String image : all(IMAGE, text)) {
                    assertTrue(image.contains("/" + language + "-"), page + " shows the other language: " + image);
                    Path file = page.resolveSibling(image).normalize();
                    shown.add(file);
                    assertTrue(Files.size(file) < BYTES_MAX, file + ": " + Files.size(file));
                    assertEquals(WIDTH, ImageIO.read(file.toFile()).getWidth(), file.toString());
                }
            }
        }
        try (Stream<Path> kept = Files.list(ROOT.resolve("docs/images"))) {
            assertEquals(shown, kept.map(Path::normalize).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void theReadmeLeadsToEachPage() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        PAIRS.forEach((english, spanish) -> {
            assertTrue(readme.contains("docs/en/" + english), english);
            assertTrue(readme.contains("docs/es/" + spanish), spanish);
        });
    }

    /// Every text of a room, and every text of the pack, in one language.
    private static Set<String> said(String language) throws IOException {
        Set<String> said = new LinkedHashSet<>();
        Path rooms = ROOT.resolve("node/src/main/resources/org/entente");
        try (Stream<Path> files = Files.walk(rooms)) {
            for (Path file :
                    files.filter(one -> one.endsWith("texts.properties")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    int equals = line.indexOf('=');
                    if (equals > 0 && line.substring(0, equals).endsWith("." + language)) {
                        said.add(line.substring(equals + 1));
                        // A text of several sentences may be quoted by its first.
                        said.add(line.substring(equals + 1).replaceFirst("(?<=[.]) .*", ""));
                    }
                }
            }
        }
        try (Stream<Path> files = Files.list(ROOT.resolve("agreements/us-mx"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                PACK.matcher(Files.readString(file))
                        .results()
                        .filter(found -> found.group(1).equals(language))
                        .forEach(found -> said.add(found.group(3) != null ? found.group(3) : found.group(2)));
            }
        }
        return said;
    }

    private static Pattern form(String text) {
        return Pattern.compile(
                Stream.of(text.split("\\{\\d}", -1)).map(Pattern::quote).collect(Collectors.joining(".+")));
    }

    private static List<Path> pages(String language) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs").resolve(language))) {
            return files.sorted().toList();
        }
    }

    private static Set<String> names(String language) throws IOException {
        return pages(language).stream()
                .map(page -> page.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.groupCount() == 0 ? found.group() : found.group(1))
                .toList();
    }
}
