package org.entente.house;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.house.Sources.Source;
import org.entente.kernel.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What people read: every error code has a text and a hint, every text stands in both languages, none is missing and
/// none is left over. Every violation is printed at once.
class TextsTest {
    /// First number of each room's range; a range ends where the next begins.
    private static final NavigableMap<Integer, Set<String>> RANGES = new TreeMap<>(Map.ofEntries(
            Map.entry(1000, Set.of("kernel")),
            Map.entry(1100, Set.of("db")),
            Map.entry(1200, Set.of("keys")),
            Map.entry(1300, Set.of("agreement")),
            Map.entry(1400, Set.of("prove")),
            Map.entry(1500, Set.of("access")),
            Map.entry(1600, Set.of("exchange")),
            Map.entry(1700, Set.of()),
            Map.entry(2000, Set.of("hold")),
            Map.entry(2200, Set.of("release")),
            Map.entry(2400, Set.of("find")),
            Map.entry(2600, Set.of("ask")),
            Map.entry(2800, Set.of("act")),
            Map.entry(2900, Set.of("contact")),
            Map.entry(3000, Set.of("api", "console", "peer")),
            Map.entry(3200, Set.of("cli", "boot")),
            Map.entry(3400, Set.of())));

    /// Texts that are the same in both languages: names, abbreviations, words that Spanish shares.
    private static final Set<String> SAME_IN_BOTH = Set.of(
            "Entente",
            "alias",
            "No",
            "Normal",
            "Error",
            "Total",
            "Color",
            "Local",
            "Original",
            "CURP",
            "RFC",
            "EXCHANGE",
            "durable",
            "DUTY");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    private static Map<String, NavigableMap<String, String>> rooms;
    private static Set<Code> codes;
    private static List<Source> sources;

    private final Set<String> violations = new TreeSet<>();

    @BeforeAll
    static void read() throws Exception {
        rooms = texts();
        codes = codes();
        sources = Sources.all();
    }

    private void assertNone() {
        assertTrue(violations.isEmpty(), () -> violations.size() + " violations\n" + String.join("\n", violations));
    }

    private static Path resources() {
        return Sources.ROOT.resolve(Path.of("node", "src", "main", "resources", "org", "entente"));
    }

    /// Room, then its lines: "KEY.en" and the text.
    private static Map<String, NavigableMap<String, String>> texts() throws IOException {
        var found = new TreeMap<String, NavigableMap<String, String>>();
        try (Stream<Path> folders = Files.list(resources())) {
            for (Path file : folders.map(folder -> folder.resolve("texts.properties"))
                    .filter(Files::exists)
                    .toList()) {
                var lines = new TreeMap<String, String>();
                for (String line : textLines(file)) {
                    int equals = line.indexOf('=');
                    lines.put(
                            line.substring(0, equals).strip(),
                            line.substring(equals + 1).strip());
                }
                found.put(room(file), lines);
            }
        }
        return found;
    }

    private static String room(Path texts) {
        return texts.resolveSibling("").getFileName().toString();
    }

    private static List<String> textLines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static Set<Code> codes() throws URISyntaxException {
        Path classes = Path.of(
                Code.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return Sources.files(classes)
                .map(file -> classes.relativize(file).toString())
                .filter(name -> name.matches("org/entente/.*Code\\.class"))
                .map(name -> name.replace('/', '.').replaceFirst("\\.class$", ""))
                .map(TextsTest::load)
                .filter(Code.class::isAssignableFrom)
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Code.class::cast)
                .collect(toCollection(java.util.LinkedHashSet::new));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, TextsTest.class.getClassLoader());
        } catch (ClassNotFoundException vanished) {
            throw new AssertionError(vanished);
        }
    }

    private static String roomOf(Code code) {
        return code.getClass().getPackageName().split("\\.")[2];
    }

    @Test
    void codeNumbersAreUniqueAndInTheRangeOfTheirRoom() {
        var byNumber = new HashMap<Integer, Code>();
        var byName = new HashMap<String, Code>();
        for (Code code : codes) {
            Code same = byNumber.put(code.number(), code);
            if (same != null) {
                violations.add(code.number() + ": " + same + " and " + code);
            }
            Code namesake = byName.put(code.name(), code);
            if (namesake != null) {
                violations.add(code + ": in " + roomOf(namesake) + " and " + roomOf(code));
            }
            var range = RANGES.floorEntry(code.number());
            if (range == null || !range.getValue().contains(roomOf(code))) {
                violations.add(code + " " + code.number() + ": not in the range of " + roomOf(code));
            }
        }
        assertNone();
    }

    @Test
    void everyCodeHasTextAndHintInBothLanguages() {
        for (Code code : codes) {
            var lines = rooms.getOrDefault(roomOf(code), new TreeMap<>());
            for (String suffix : List.of(".en", ".es", ".hint.en", ".hint.es")) {
                if (lines.getOrDefault(code.name() + suffix, "").isEmpty()) {
                    violations.add(roomOf(code) + ": no text " + code.name() + suffix);
                }
            }
        }
        assertNone();
    }

    @Test
    void languagesStandOnAdjacentLinesWithEqualPlaceholders() throws IOException {
        for (String room : rooms.keySet()) {
            var lines = textLines(resources().resolve(room).resolve("texts.properties"));
            for (int at = 0; at < lines.size(); at += 2) {
                String english = lines.get(at);
                String spanish = at + 1 < lines.size() ? lines.get(at + 1) : "";
                String key =
                        english.substring(0, Math.max(0, english.indexOf('='))).strip();
                if (!key.endsWith(".en") || !spanish.startsWith(key.substring(0, key.length() - 2) + "es")) {
                    violations.add(room + ": not key.en and key.es on adjacent lines: " + english);
                    break;
                }
                if (!placeholders(english).equals(placeholders(spanish))) {
                    violations.add(room + ": placeholders differ: " + key);
                }
                String text = english.substring(english.indexOf('=') + 1).strip();
                if (text.equals(spanish.substring(spanish.indexOf('=') + 1).strip()) && !maySame(text)) {
                    violations.add(room + ": Spanish equals English: " + english);
                }
            }
            if (lines.size() != rooms.get(room).size()) {
                violations.add(room + ": a key stands twice");
            }
        }
        assertNone();
    }

    private static boolean maySame(String text) {
        return SAME_IN_BOTH.contains(text) || !text.matches(".*[a-z]{2}.*");
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    @Test
    void noTextIsLeftOver() {
        var used = usedKeys();
        rooms.forEach((room, lines) -> lines.keySet().stream()
                .filter(line -> line.endsWith(".en"))
                .map(line -> line.substring(0, line.length() - 3))
                .filter(key -> !isUsed(key, used))
                .forEach(key -> violations.add(room + ": nobody uses " + key)));
        assertNone();
    }

    /// Named in full, as a code's name or hint, or by a literal that ends at a dot ("status." + name).
    private static boolean isUsed(String key, Set<String> used) {
        String name = key.endsWith(".hint") ? key.substring(0, key.length() - 5) : key;
        if (used.contains(key) || used.contains(name)) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            if (used.contains(key.substring(0, dot + 1))) {
                return true;
            }
        }
        return key.lastIndexOf('.') > 0 && used.contains(key.substring(key.lastIndexOf('.')));
    }

    /// Literals, enum constants (as they are and in kebab-case) and what templates quote.
    private static Set<String> usedKeys() {
        var used = new TreeSet<String>();
        for (Source source : sources) {
            if (source.isTest()) {
                continue;
            }
            new TreeScanner<@Nullable Void, @Nullable Object>() {
                @Override
                public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Object unused) {
                    if (literal.getValue() instanceof String text) {
                        used.add(text);
                    }
                    return super.visitLiteral(literal, unused);
                }

                @Override
                public @Nullable Void visitVariable(VariableTree variable, @Nullable Object unused) {
                    String name = variable.getName().toString();
                    if (name.matches("[A-Z][A-Z0-9_]*")) {
                        used.add(name);
                        used.add(name.toLowerCase(Locale.ROOT).replace('_', '-'));
                    }
                    return super.visitVariable(variable, unused);
                }
            }.scan(source.tree(), null);
        }
        Path templates = Sources.ROOT.resolve(Path.of("node", "src", "main", "jte"));
        if (Files.isDirectory(templates)) {
            Sources.files(templates).forEach(file -> used.addAll(quoted(file)));
        }
        return used;
    }

    private static Set<String> quoted(Path template) {
        try {
            return Pattern.compile("(?<=\")([^\"\\s]+)(?=\")")
                    .matcher(Files.readString(template))
                    .results()
                    .map(match -> match.group(1))
                    .collect(toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyTextThatIsNamedExists() {
        var call = Pattern.compile("(?i)texts(?:\\(\\))?\\s*\\.(?:text|bilingual)\\(\\s*\"([^\"]+)\"\\s*[,)]");
        var known = new TreeSet<String>();
        rooms.values().forEach(lines -> known.addAll(lines.keySet()));
        for (Source source : sources) {
            if (!source.isTest()) {
                call.matcher(String.join("\n", source.lines()))
                        .results()
                        .map(match -> match.group(1))
                        .filter(key -> !known.contains(key + ".en"))
                        .forEach(key -> violations.add(source.path() + ": no text " + key));
            }
        }
        assertNone();
    }
}
