package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.entente.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntenteTest {
    static final NodeHost NO_HOST = new NodeHost() {
        @Override
        public void install(Installation installation) {
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
        PrintStream terminal = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            List<String> line = new ArrayList<>(List.of("--lang", "es"));
            line.addAll(List.of(command.split(" ")));
            line.addAll(List.of("--home", folder.toString(), "--as", "us-analyst"));
            if (!command.equals("status")) {
                line.add("x");
            }
            assertEquals(1, Entente.run(NO_HOST, diagnosis(), line.toArray(String[]::new)));
        } finally {
            System.setErr(terminal);
        }
        return said.toString(StandardCharsets.UTF_8);
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
        Entente entente = new Entente();
        entente.language = "es";
        assertEquals(Language.ES, entente.language());
        entente.language = "fr";
        assertEquals(Language.EN, entente.language());
    }
}
