package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.entente.kernel.Language;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// The commands as picocli knows them: each is explained in both languages, and the documents show no other.
class CommandTreeTest {
    private static final Path ROOT = Path.of(System.getProperty("entente.root", ".."));
    private static final Pattern LINE = Pattern.compile("(?m)(?:^|`)\\./entente ([^`\\n]*)");
    /// Words of the launcher itself, before Java.
    private static final List<String> LAUNCHERS = List.of("codegen");

    private static final CommandLine TREE = tree();

    private final List<String> faults = new ArrayList<>();

    private static CommandLine tree() {
        PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return Entente.tree(new Entente(Terminal.ofProcess()), EntenteTest.NO_HOST, EntenteTest.diagnosis(), silent);
    }

    private void assertNone() {
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    private static Map<String, CommandSpec> commands() {
        return commands(TREE);
    }

    private static Map<String, CommandSpec> commands(CommandLine tree) {
        Map<String, CommandSpec> found = new TreeMap<>();
        collect(tree.getCommandSpec(), found);
        return found;
    }

    private static void collect(CommandSpec command, Map<String, CommandSpec> found) {
        found.put(command.qualifiedName(), command);
        command.subcommands().values().forEach(below -> collect(below.getCommandSpec(), found));
    }

    @Test
    void everyCommandOptionAndParameterIsExplainedInBothLanguages() {
        Map<String, CommandSpec> commands = commands();
        assertTrue(commands.size() > 65, commands.keySet().toString());
        commands.forEach((name, command) -> {
            boolean isOurs = !name.endsWith(" help");
            if (isOurs) {
                inBoth(name, command.usageMessage().description());
                for (ArgSpec argument : command.args()) {
                    String what = argument.isOption()
                            ? Arrays.toString(((CommandLine.Model.OptionSpec) argument).names())
                            : argument.paramLabel();
                    boolean isPicoclis = what.contains("--help") || what.contains("--version");
                    if (!isPicoclis) {
                        inBoth(name + " " + what, argument.description());
                    }
                }
            }
        });
        assertNone();
    }

    private void inBoth(String what, String[] description) {
        if (description.length != 2 || (description[0].equals(description[1]) && description[0].contains(" "))) {
            faults.add(what + ": " + Arrays.toString(description));
        }
    }

    @Test
    void theHelpNamesEveryVerbAndTheExitCodes() {
        String help = helpIn(Language.EN);
        for (String verb : List.of(
                "inbox",
                "request",
                "release",
                "operation",
                "log",
                "holdings",
                "review",
                "find",
                "mandate",
                "officer",
                "import",
                "peer",
                "proof",
                "agreement",
                "node",
                "doctor",
                "demo",
                "test",
                "bench",
                "call",
                "status",
                "sign-in")) {
            assertTrue(Pattern.compile("(?m)^  " + verb + " ").matcher(help).find(), verb + " in\n" + help);
        }
        assertTrue(help.contains("Exit codes:") && help.contains("A lawful \"no\""), help);
    }

    /// Nothing of the other language, nothing of picocli's own.
    @Test
    void theHelpSpeaksOneLanguage() {
        CommandLine spanish = inLanguage(Language.ES);
        commands(spanish).forEach((name, command) -> {
            String help = command.commandLine().getUsageMessage();
            for (String english : List.of(
                    "Usage:",
                    "Commands:",
                    "Show this",
                    "Print version",
                    "Display",
                    "The node's",
                    "Default:",
                    "${",
                    "<")) {
                if (help.contains(english)) {
                    faults.add(name + ": " + english);
                }
            }
        });
        assertNone();
        String help = spanish.getUsageMessage();
        assertTrue(help.startsWith("Uso: entente"), help);
        assertTrue(help.contains("Comandos:") && help.contains("Códigos de salida:"), help);
        assertTrue(helpIn(Language.EN).contains("Search your own holdings."), "English has its own");
    }

    private static CommandLine inLanguage(Language language) {
        CommandLine line = tree();
        SpokenHelp.teach(line, language);
        return line;
    }

    private static String helpIn(Language language) {
        return inLanguage(language).getUsageMessage();
    }

    /// `./entente WORD WORD --option ...` in a document: the command exists and knows its options.
    @Test
    void everyCommandInTheOperatorsDocumentExists() throws IOException {
        String document = Files.readString(ROOT.resolve("docs").resolve("operate.md"));
        List<String> lines =
                LINE.matcher(document).results().map(match -> match.group(1)).toList();
        assertTrue(lines.size() > 30, lines.size() + " commands");
        for (String line : lines) {
            check(line.strip());
        }
        assertNone();
    }

    private void check(String line) {
        CommandSpec command = TREE.getCommandSpec();
        for (String word : line.replaceAll("\"[^\"]*\"", "TEXT").split("\\s+")) {
            CommandLine below = command.subcommands().get(word);
            if (below != null) {
                command = below.getCommandSpec();
            } else if (word.startsWith("--")) {
                String option = word.replaceAll("=.*", "");
                if (command.findOption(option) == null) {
                    faults.add(line + ": " + command.qualifiedName() + " has no " + option);
                }
            } else if (command.parent() == null && !LAUNCHERS.contains(word)) {
                faults.add(line + ": no command " + word);
            } else if (!command.subcommands().isEmpty()
                    && command.positionalParameters().isEmpty()
                    && word.matches("[a-z-]+")
                    && command.parent() != null) {
                faults.add(line + ": " + command.qualifiedName() + " has no command " + word);
            }
        }
    }

    @Test
    void aMisspeltCommandInADocumentIsFound() {
        check("request sned --home DIR");
        check("request send --hoem DIR FILE");
        check("nonsense");
        assertEquals(4, faults.size(), faults.toString());
    }
}
