package org.entente.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// The owner's terms for a release.
final class TermsOptions {
    @Option(
            names = "--purpose",
            required = true,
            paramLabel = "CODE",
            description = {"What it may be used for.", "Para qué puede usarse."})
    String purpose = "";

    @Option(
            names = "--handling",
            required = true,
            split = ",",
            paramLabel = "H0..H3",
            description = {"Handling codes, with commas.", "Códigos de manejo, con comas."})
    List<String> handling = List.of();

    @Option(
            names = "--restriction",
            defaultValue = "",
            paramLabel = "TEXT",
            description = {"The restriction in words; H3 needs one.", "La restricción en palabras; H3 la exige."})
    String restriction = "";

    @Option(
            names = "--onward",
            description = {"The receiver may pass it on.", "El receptor puede transmitirlo a terceros."})
    boolean onward;

    @Option(
            names = "--expires",
            required = true,
            paramLabel = "2027-11-28T00:00:00Z",
            description = {
                "When content and key are destroyed at the receiver.",
                "Cuándo se destruyen contenido y llave en poder del receptor."
            })
    String expires = "";

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("purpose", purpose);
        body.put("handling", handling);
        body.put("restriction", restriction);
        body.put("onwardAllowed", onward);
        body.put("expires", expires);
        return body;
    }
}
