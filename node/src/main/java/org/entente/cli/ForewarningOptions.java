package org.entente.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is said of a no-surprise notice on the command line.
final class ForewarningOptions {
    @Option(
            names = "--to",
            required = true,
            paramLabel = "INSTITUTION",
            description = {"The authority that is told.", "La autoridad que recibe el aviso."})
    String to = "";

    @Option(
            names = "--text",
            required = true,
            paramLabel = "TEXT",
            description = {"All that it is told.", "Todo lo que se le dice."})
    String text = "";

    @Option(
            names = "--basis",
            required = true,
            paramLabel = "INSTRUMENT/ARTICLE",
            description = {"The article it is told under.", "El artículo que lo funda."})
    String basis = "";

    @Option(
            names = "--purpose",
            required = true,
            paramLabel = "PURPOSE",
            description = {"A purpose of the agreement.", "Una finalidad del acuerdo."})
    String purpose = "";

    @Option(
            names = "--choice",
            required = true,
            paramLabel = "now|with-request|delayed",
            description = {"When it leaves.", "Cuándo sale."})
    String choice = "";

    @Option(
            names = "--request",
            paramLabel = "NUMBER",
            description = {"The request it is about.", "La solicitud de la que trata."})
    @Nullable
    String request;

    @Option(
            names = "--show-number",
            description = {"Show them its number.", "Mostrarles su número."})
    boolean showsNumber;

    @Option(
            names = "--case",
            paramLabel = "NUMBER",
            description = {
                "Your case, where there is no request; it stays here.",
                "Su expediente, si no hay solicitud; se queda aquí."
            })
    @Nullable
    String caseNumber;

    @Option(
            names = "--exercise",
            description = {"A demonstration with invented subjects.", "Una demostración con sujetos inventados."})
    boolean demonstration;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = {"Why it is delayed; it stays here.", "Por qué se aplaza; se queda aquí."})
    @Nullable
    String reason;

    @Option(
            names = "--due",
            paramLabel = "INSTANT",
            description = {
                "Until when it is delayed, as 2026-12-01T18:00:00Z.",
                "Hasta cuándo se aplaza, como 2026-12-01T18:00:00Z."
            })
    @Nullable
    String due;

    Map<String, Object> body() {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("to", to);
        order.put("text", text);
        order.put("basis", Pieces.basis(basis));
        order.put("purpose", purpose);
        order.put("choice", choice);
        order.put("showNumber", showsNumber);
        order.put("demonstration", demonstration);
        putIfGiven(order, "request", request);
        putIfGiven(order, "case", caseNumber);
        putIfGiven(order, "reason", reason);
        putIfGiven(order, "due", due);
        return order;
    }

    private static void putIfGiven(Map<String, Object> order, String member, @Nullable String value) {
        if (value != null) {
            order.put(member, value);
        }
    }
}
