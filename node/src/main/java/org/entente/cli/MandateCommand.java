package org.entente.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `entente mandate`: a lawyer's written leave to see protected persons.
@Command(
        name = "mandate",
        mixinStandardHelpOptions = true,
        description = {"Leave to see protected persons (lawyer).", "Permiso para ver personas protegidas (jurista)."})
final class MandateCommand {
    private final Entente entente;
    private final PrintStream out;

    MandateCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "grant",
            mixinStandardHelpOptions = true,
            description = {
                "Let an officer see protected classes until a time, within a year; it is logged.",
                "Permitir a un funcionario ver clases protegidas hasta una fecha, en un año a lo sumo; queda anotado."
            })
    int grant(
            @Mixin SignedIn who,
            @Option(
                            names = "--class",
                            required = true,
                            split = ",",
                            paramLabel = "CLASS",
                            description = {
                                "victim, witness, minor, source, smuggled-migrant, asylum-applicant; with commas.",
                                "victim, witness, minor, source, smuggled-migrant, asylum-applicant; con comas."
                            })
                    List<String> classes,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"Why; it stays in the file.", "Por qué; queda en el expediente."})
                    String reason,
            @Option(
                            names = "--until",
                            required = true,
                            paramLabel = "2026-12-24T00:00:00Z",
                            description = {"When it ends.", "Cuándo termina."})
                    String until,
            @Parameters(
                            paramLabel = "OFFICER",
                            description = {"Whose leave it is.", "A quién se concede."})
                    String officer) {
        JsonNode answer = who.client()
                .post("/v1/mandates", Map.of("officer", officer, "classes", classes, "reason", reason, "until", until));
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.say("mandate.granted", officer, String.join(", ", classes), until);
        }
        return 0;
    }
}
