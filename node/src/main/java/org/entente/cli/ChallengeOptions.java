package org.entente.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is said of a challenge on the command line.
final class ChallengeOptions {
    @Option(
            names = "--by",
            required = true,
            paramLabel = "person-concerned|counsel|data-protection-authority",
            description = {"Who brings it.", "Quién la presenta."})
    String broughtBy = "";

    @Option(
            names = "--name",
            defaultValue = "",
            paramLabel = "NAME",
            description = {
                "Counsel or the authority; never the person concerned.",
                "La defensa o la autoridad; nunca la persona interesada."
            })
    String representative = "";

    @Option(
            names = "--reference",
            defaultValue = "",
            paramLabel = "TEXT",
            description = {"The reference of its letter.", "La referencia de su escrito."})
    String reference = "";

    @Option(
            names = "--ground",
            required = true,
            paramLabel = "inaccurate|unlawful|out-of-date|wrong-person|purpose-exceeded",
            description = {"What is wrong.", "Qué está mal."})
    String ground = "";

    @Option(
            names = "--text",
            required = true,
            paramLabel = "TEXT",
            description = {"What is wrong, in words.", "Qué está mal, en palabras."})
    String text = "";

    @Option(
            names = "--received",
            required = true,
            paramLabel = "DAY",
            description = {"The day the letter came.", "El día en que llegó el escrito."})
    LocalDate received = LocalDate.EPOCH;

    @Option(
            names = "--case",
            required = true,
            paramLabel = "NUMBER",
            description = {"Your case file; it stays here.", "Su expediente; se queda aquí."})
    String caseNumber = "";

    @Option(
            names = "--statement",
            paramLabel = "POSITION",
            description = {
                "A statement by its place, from 1; may be repeated. Default: the whole release.",
                "Un dato según su lugar, desde 1; puede repetirse. Por omisión, toda la entrega."
            })
    @Nullable
    List<Integer> positions;

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("broughtBy", broughtBy);
        body.put("representative", representative);
        body.put("reference", reference);
        body.put("ground", ground);
        body.put("text", text);
        body.put("receivedOn", received.toString());
        body.put("case", caseNumber);
        body.put("positions", positions == null ? List.of() : positions);
        return body;
    }
}
