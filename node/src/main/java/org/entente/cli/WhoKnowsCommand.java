package org.entente.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.cli.Screen.Column;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `entente request who-knows`: the quiet lane of one request.
@Command(
        name = "who-knows",
        mixinStandardHelpOptions = true,
        description = {
            "Who of this side knows of a quiet request; one who knows names another.",
            "Quién de esta parte conoce una solicitud reservada; quien la conoce nombra a otro."
        })
final class WhoKnowsCommand implements Callable<Integer> {
    private final Entente entente;
    private final PrintStream out;

    @Mixin
    SignedIn who = new SignedIn();

    @Option(
            names = "--name",
            paramLabel = "OFFICER",
            description = {"Name this account.", "Nombrar esta cuenta."})
    @Nullable
    String named;

    @Parameters(
            paramLabel = "REQUEST",
            description = {"Its number.", "Su número."})
    String number = "";

    WhoKnowsCommand(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Override
    public Integer call() {
        String path = "/v1/requests/" + Pieces.encoded(number) + "/who-knows";
        JsonNode answer = named == null ? who.client().get(path) : who.client().post(path, Map.of("officer", named));
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.table(
                    answer.path("items"),
                    "who-knows.none",
                    Column.of("officer"),
                    Column.of("by", "namedBy"),
                    Column.of("at"));
        }
        return 0;
    }
}
