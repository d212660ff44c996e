package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.entente.kernel.Language;
import org.entente.kernel.OfficerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntenteTest {
    static final NodeHost NO_HOST = new NodeHost() {
        @Override
        public void install(Installation installation) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public void renewToken(Path home, OfficerId operator) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public void run(Path home) {
            throw new IllegalStateException("not asked for");
        }
    };

    /// A command method is called on the command above it: on the wrong one, `entente link` failed before it began.
    @Test
    void aLiveCommandWithoutANodeSaysSoInTheAskedLanguage(@TempDir Path folder) {
        for (String command : List.of("officer link", "holdings show", "holdings search", "find publish", "status")) {
            String said = errorOf(command, folder);
            assertTrue(said.contains("CLI_NO_HOME"), command + ": " + said);
            assertTrue(said.contains("no contiene"), command + ": " + said);
        }
    }

    private static String errorOf(String command, Path folder) {
        List<String> line = new ArrayList<>(List.of("--lang", "es"));
        line.addAll(List.of(command.split(" ")));
        line.addAll(List.of("--home", folder.toString(), "--as", "us-analyst"));
        if (!command.equals("status")) {
            line.add("x");
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertEquals(1, Entente.run(into(said), NO_HOST, diagnosis(), line.toArray(String[]::new)));
        return said.toString(StandardCharsets.UTF_8);
    }

    /// Wherever `--lang` stands.
    @Test
    void wrongUseIsToldInTheAskedLanguageAndNamesNoTypeOfJava() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("holdings search --home x --as y --lang es", "Falta: TEXT");
        told.put("holdings search --lang=es --home x --as y --limit many z", "--limit: «many» no es un número entero.");
        told.put("import --lang es --as-of 28/11/2026", "--as-of: «28/11/2026» no es una fecha como 2026-11-28.");
        told.put("import --lang es --part-as-of x", "--part-as-of: «x» no es NOMBRE=VALOR.");
        told.put("holdings serch --lang es", "Desconocido: serch.");
        told.put("demo --onse --lang es", "Desconocido: --onse. ¿Quiso decir --once");
        told.put("demo --subjects 5 --lang es", "--subjects: de 3000 a 2000000");
        told.put("request --lang es", "¿Cuál? ");
        told.put("holdings search --limit 1 --limit 2 --lang en", "--limit is given twice.");
        told.put("import --lang en --as-of yesterday", "--as-of: \"yesterday\" is not a date such as 2026-11-28.");
        told.forEach((line, wanted) -> {
            String said = wrongUse(line);
            assertTrue(said.startsWith(wanted), line + ": " + said);
            assertTrue(said.contains("--help"), said);
            for (String javas : List.of("java.", "LocalDate", "cannot convert", "Exception")) {
                assertFalse(said.contains(javas), said);
            }
        });
    }

    private static String wrongUse(String line) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertEquals(2, Entente.run(into(said), NO_HOST, diagnosis(), line.split(" ")), line);
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Terminal into(ByteArrayOutputStream said) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Terminal(out, out);
    }

    static Diagnosis diagnosis() {
        return new Diagnosis() {
            @Override
            public void examineMachine(Consumer<Finding> each) {
                throw new IllegalStateException("not asked for");
            }

            @Override
            public void examineNode(Path home, Consumer<Finding> each) {
                throw new IllegalStateException("not asked for");
            }
        };
    }

    @Test
    void theLanguageIsTheTerminalsUnlessTold() {
        Entente entente = new Entente(Terminal.ofProcess());
        entente.language = "es";
        assertEquals(Language.ES, entente.language());
        entente.language = "fr";
        assertEquals(Language.EN, entente.language());
    }
}
