package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.entente.agreement.pack.ShippedPack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AgreementCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void copyThePack() throws IOException {
        try (var files = Files.list(ShippedPack.folder())) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void theShippedPackIsSoundAndRulesAsItsTableSays() {
        assertEquals(0, run("check", folder.toString()));
        assertEquals(0, run("test", folder.toString()));
        assertTrue(out().contains("0 not met"), out());
    }

    @Test
    void aProblemIsShownWithItsLineInTheReadersLanguage() throws IOException {
        Path rules = folder.resolve("rules.yaml");
        Files.writeString(rules, Files.readString(rules).replace("below: 1", "below: one"));
        assertEquals(1, run("--lang", "es", "check", folder.toString()));
        assertTrue(out().contains("rules.yaml, línea "), out());
        assertTrue(out().contains("Se espera: 0 - 1000000"), out());
    }

    @Test
    void anExpectationThatIsNotMetIsShown() throws IOException {
        Path table = folder.resolve("rulings.csv");
        Files.writeString(table, Files.readString(table).replaceFirst("permitted;-;P-01", "refused;no-case;F-01"));
        assertEquals(1, run("test", folder.toString()));
        assertTrue(out().contains("1 not met"), out());
    }

    @Test
    void bothPartiesSignAndBothAreSeen() {
        String us = key("us.example/law", "us.key");
        String mx = key("mx.example/law", "mx.key");
        assertEquals(
                0,
                run("sign", folder.toString(), "--key", folder.resolve("us.key").toString()));
        String[] check = {"check", folder.toString(), "--signer", "US=" + us, "--signer", "MX=" + mx};
        assertEquals(1, run(check));
        assertTrue(out().contains("Not signed: MX"), out());
        assertEquals(
                0,
                run("sign", folder.toString(), "--key", folder.resolve("mx.key").toString()));
        assertEquals(0, run(check), out());
    }

    private String key(String name, String file) {
        assertEquals(0, run("key", name, "--out", folder.resolve(file).toString()));
        return out().strip();
    }

    private String out() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private int run(String... arguments) {
        printed.reset();
        Entente entente = new Entente(Terminal.ofProcess());
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        entente.language = arguments[0].equals("--lang") ? arguments[1] : "en";
        int skip = arguments[0].equals("--lang") ? 2 : 0;
        String[] own = Arrays.copyOfRange(arguments, skip, arguments.length);
        return new CommandLine(new AgreementCommand(entente, out)).execute(own);
    }
}
