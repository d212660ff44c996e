package org.entente.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.entente.house.Sources.Source;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The rules of STYLE.md that a machine can check, over the sources of every module. Every violation is printed at
/// once.
class HouseRulesTest {
    private static final int LINE_CHARACTERS = 120;
    private static final int FILE_LINES = 500;
    private static final int TEST_FILE_LINES = 800;
    private static final int FUNCTION_LINES = 70;

    private static final Pattern EMPTY_NAME =
            Pattern.compile(".+(Manager|Util|Utils|Helper|Helpers|Impl|Common|Base|Info)");

    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|HA" + "CK)\\b");

    /// A call that has no place in main code. `homes` are the packages and classes where it has one, with the reason
    /// beside them.
    private record Ban(Pattern call, String reason, Set<String> homes) {
        static Ban of(String regex, String reason, String... homes) {
            return new Ban(Pattern.compile(regex), reason, Set.of(homes));
        }
    }

    private static final List<Ban> BANS = List.of(
            Ban.of(
                    "System\\.(out|err|in)",
                    "the doors speak, rooms return values",
                    "org.entente.cli",
                    "org.entente.cli.demo",
                    "org.entente.boot.Main",
                    "org.entente.ledger.verify",
                    "org.entente.bench"),
            Ban.of(
                    "(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|Year)\\.now",
                    "take an InstantSource"),
            Ban.of("System\\.currentTimeMillis", "take an InstantSource"),
            Ban.of(
                    "(Clock|InstantSource)\\.system\\w*",
                    "the clock is handed in by boot",
                    "org.entente.boot",
                    "org.entente.cli",
                    "org.entente.cli.demo",
                    "org.entente.bench"),
            Ban.of("Math\\.random|ThreadLocalRandom\\.current", "take a RandomGenerator with a seed, or SecureRandom"),
            Ban.of("new Random", "take a RandomGenerator with a seed, or SecureRandom", "org.entente.bench"),
            Ban.of("new (Date|GregorianCalendar|SimpleDateFormat)", "java.time"),
            Ban.of("\\S*\\.printStackTrace", "throw it or log it", "org.entente.cli.Entente"),
            Ban.of(
                    "Thread\\.sleep|TimeUnit\\.\\w+\\.sleep",
                    "wait for the event; only who asks another process over HTTP has none",
                    "org.entente.bench",
                    "org.entente.cli.Waiting",
                    "org.entente.cli.demo"),
            Ban.of(
                    "System\\.exit",
                    "only a main decides",
                    "org.entente.boot.Main",
                    "org.entente.ledger.verify",
                    "org.entente.bench.Main"),
            Ban.of("String\\.format", "Locale.ROOT first, or a text of the room"),
            Ban.of(
                    "System\\.getenv",
                    "configuration is one record",
                    "org.entente.boot",
                    "org.entente.cli.demo",
                    "org.entente.bench"),
            Ban.of("Executors\\.new(Fixed|Cached)ThreadPool", "virtual threads, or a bounded worker of one's own"));

    private static final Set<String> BANNED_IMPORTS = Set.of(
            "java.util.logging.", "org.mockito.", "org.easymock.", "lombok.", "java.util.Date", "org.junit.Test");

    private static List<Source> sources;

    private final Set<String> violations = new TreeSet<>();

    @BeforeAll
    static void parse() {
        sources = Sources.all();
        assertTrue(sources.size() > 100, "sources not found at " + Sources.ROOT);
    }

    private void assertNone() {
        assertTrue(violations.isEmpty(), () -> violations.size() + " violations\n" + String.join("\n", violations));
    }

    @Test
    void filesAndLinesAreShort() {
        for (Source source : sources) {
            int limit = source.isTest() ? TEST_FILE_LINES : FILE_LINES;
            if (source.lines().size() > limit) {
                violations.add(source.path() + ": " + source.lines().size() + " lines, at most " + limit);
            }
            for (int at = 0; at < source.lines().size(); at++) {
                String line = source.lines().get(at);
                if (line.codePointCount(0, line.length()) > LINE_CHARACTERS && !(source.isTest() && isDatum(line))) {
                    violations.add(source.path() + ":" + (at + 1) + ": longer than " + LINE_CHARACTERS);
                }
            }
        }
        assertNone();
    }

    /// A vector or a row of a table in a test stays in one piece.
    private static boolean isDatum(String line) {
        String start = line.strip();
        return start.startsWith("\"") || start.startsWith("\u2014 ");
    }

    @Test
    void functionsAreShort() {
        new Scan() {
            @Override
            void method(MethodTree method) {
                int lines = source().lastLine(method) - source().firstLine(method) + 1;
                if (lines > FUNCTION_LINES) {
                    violations.add(source().at(method) + ": " + method.getName() + " has " + lines + " lines");
                }
            }
        }.run(sources);
        assertNone();
    }

    @Test
    void everyPackageIsNullMarked() {
        var marked = new TreeSet<String>();
        var packages = new TreeSet<String>();
        for (Source source : sources) {
            packages.add(source.packageName());
            if (source.path().endsWith("package-info.java")
                    && source.lines().stream().anyMatch(line -> line.strip().equals("@NullMarked"))) {
                marked.add(source.packageName());
            }
        }
        packages.removeAll(marked);
        packages.forEach(name -> violations.add(name + ": no package-info.java with @NullMarked"));
        assertNone();
    }

    @Test
    void namesSaySomething() {
        new Scan() {
            @Override
            void type(ClassTree type) {
                if (EMPTY_NAME.matcher(type.getSimpleName()).matches()) {
                    violations.add(source().at(type) + ": " + type.getSimpleName());
                }
            }
        }.run(sources);
        assertNone();
    }

    @Test
    void recordsHoldNoRawBytes() {
        new Scan() {
            @Override
            void type(ClassTree type) {
                if (type.getKind() == Tree.Kind.RECORD && !source().isTest()) {
                    for (Tree member : type.getMembers()) {
                        if (member instanceof VariableTree component
                                && !component.getModifiers().getFlags().contains(Modifier.STATIC)
                                && String.valueOf(component.getType()).equals("byte[]")) {
                            violations.add(source().at(component) + ": byte[] " + component.getName()
                                    + " compares by reference; wrap it");
                        }
                    }
                }
            }
        }.run(sources);
        assertNone();
    }

    @Test
    void optionalIsNoParameter() {
        new Scan() {
            @Override
            void variable(VariableTree variable, Tree owner) {
                // The libraries' compare-and-swap takes back what was read, absent included, and so do its stores.
                boolean node = source().path().startsWith("node");
                if (node
                        && owner instanceof MethodTree method
                        && !isOverride(method)
                        && !isCompact(method)
                        && isOptional(variable)) {
                    violations.add(source().at(variable) + ": " + variable.getName() + " is an Optional");
                }
            }

            // A compact constructor has no parameters of its own, only the record's components.
            private boolean isCompact(MethodTree method) {
                String line = source().lines().get(source().firstLine(method) - 1);
                return method.getName().contentEquals("<init>") && !line.contains("(");
            }
        }.run(sources);
        assertNone();
    }

    private static boolean isOverride(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private static boolean isOptional(VariableTree variable) {
        return String.valueOf(variable.getType()).startsWith("Optional");
    }

    @Test
    void bannedCallsAreAbsent() {
        new Scan() {
            @Override
            void call(String text, Tree node, int arguments) {
                // Named twice in the tree: the bare selection, then the call with its arguments.
                boolean formats = text.equals("String.format")
                        && (arguments < 0 || node.toString().startsWith("String.format(Locale.ROOT,"));
                if (source().isTest() || formats) {
                    return;
                }
                for (Ban ban : BANS) {
                    if (ban.call.matcher(text).matches() && !isHome(ban.homes)) {
                        violations.add(source().at(node) + ": " + text + " (" + ban.reason + ")");
                    }
                }
                if (arguments == 0 && text.matches("(?s).*\\.(toLowerCase|toUpperCase|getBytes)")) {
                    violations.add(source().at(node) + ": " + text.substring(text.lastIndexOf('.'))
                            + "() depends on the machine (Locale.ROOT, a charset)");
                }
            }

            private boolean isHome(Set<String> homes) {
                String file = source().path().getFileName().toString().replace(".java", "");
                return homes.contains(source().packageName()) || homes.contains(source().packageName() + "." + file);
            }
        }.run(sources);
        assertNone();
    }

    @Test
    void bannedImportsAreAbsent() {
        for (Source source : sources) {
            for (var imported : source.tree().getImports()) {
                String name = imported.getQualifiedIdentifier().toString();
                if (BANNED_IMPORTS.stream().anyMatch(name::startsWith) && !isDateForX509(source)) {
                    violations.add(source.at(imported) + ": " + name);
                }
            }
        }
        assertNone();
    }

    /// Bouncy Castle's certificate builder takes java.util.Date.
    private static boolean isDateForX509(Source source) {
        return source.path().endsWith("keys/CertifiedKey.java");
    }

    @Test
    void catchingEverythingIsExplained() {
        var everything = Set.of("Exception", "Throwable", "RuntimeException");
        new Scan() {
            @Override
            void caught(CatchTree clause) {
                String type = clause.getParameter().getType().toString();
                int first = source().firstLine(clause);
                int last = source().lastLine(clause);
                boolean explained = source().lines().subList(Math.max(0, first - 2), last).stream()
                        .anyMatch(line -> line.contains("//"));
                if (everything.contains(type) && !explained && !source().isTest()) {
                    violations.add(source().at(clause) + ": catches " + type + " and does not say why");
                }
            }
        }.run(sources);
        assertNone();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        try (Stream<Path> files = Files.walk(Sources.ROOT, 12)) {
            var texts = files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().matches(".*\\.(java|properties|ya?ml|md|jte|css|js|sql|xml)|.*/entente"))
                    .filter(file -> !file.toString().matches(".*/(target|\\.git|\\.entente|node_modules|vendor)/.*"))
                    .toList();
            for (Path file : texts) {
                var lines = Files.readAllLines(file);
                for (int at = 0; at < lines.size(); at++) {
                    if (UNFINISHED.matcher(lines.get(at)).find()) {
                        violations.add(Sources.ROOT.relativize(file) + ":" + (at + 1) + ": "
                                + lines.get(at).strip());
                    }
                }
            }
        }
        assertNone();
    }
}
