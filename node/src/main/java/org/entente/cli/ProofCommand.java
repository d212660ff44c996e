package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Language;
import org.entente.ledger.verify.Verify;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `entente proof`: export from a live node, verify with none.
@Command(
        name = "proof",
        mixinStandardHelpOptions = true,
        description = {"Export and verify proofs.", "Exportar y verificar pruebas."})
final class ProofCommand {
    private final Entente entente;
    private final PrintStream out;

    ProofCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Write the proof bundle of a request, and the policy of the pair beside it if asked.",
                "Escribir el paquete de prueba de una solicitud y, si se pide, la política del par."
            })
    int export(
            @Mixin SignedIn who,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            description = {"Where to write the bundle.", "Dónde escribir el paquete."})
                    Path bundle,
            @Option(
                            names = "--policy-out",
                            paramLabel = "FILE",
                            description = {"Where to write the policy.", "Dónde escribir la política."})
                    @Nullable
                    Path policy,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String request) {
        try {
            Files.write(
                    bundle,
                    who.client().bytes("/v1/requests/" + request + "/proof").toArray());
            if (policy != null) {
                Files.writeString(policy, who.client().text("/v1/policy"));
            }
            return 0;
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, bundle.toString());
        }
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Verify a bundle offline: 0 verified, 1 not verified, 2 cannot decide without a policy.",
                "Verificar un paquete sin conexión: 0 verificado, 1 no verificado, 2 indecidible sin política."
            })
    int verify(
            @Option(
                            names = "--policy",
                            paramLabel = "POLICY",
                            description = {"The policy, had from elsewhere.", "La política, obtenida por otra vía."})
                    @Nullable
                    Path policy,
            @Parameters(
                            paramLabel = "FILE",
                            description = {"The bundle.", "El paquete."})
                    Path bundle) {
        List<String> arguments = new ArrayList<>(List.of(bundle.toString()));
        if (policy != null) {
            arguments.addAll(List.of("--policy", policy.toString()));
        }
        arguments.addAll(List.of("--lang", entente.language() == Language.ES ? "es" : "en"));
        return Verify.run(out, arguments.toArray(String[]::new));
    }
}
