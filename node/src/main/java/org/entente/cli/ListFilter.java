package org.entente.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/// Which requests of a box, as options.
final class ListFilter {
    @Option(
            names = "--type",
            defaultValue = "",
            paramLabel = "TYPE",
            description = {"Of one type, as firearm-trace.", "De un tipo, como firearm-trace."})
    String type = "";

    @Option(
            names = "--state",
            defaultValue = "",
            paramLabel = "STATE",
            description = {"open, or one state.", "open o un estado."})
    String state = "";

    @Option(
            names = "--institution",
            defaultValue = "",
            paramLabel = "ID",
            description = {"The institution on the other side.", "La institución de la otra parte."})
    String institution = "";

    @Option(
            names = "--left",
            defaultValue = "",
            paramLabel = "overdue|day|week|none",
            description = {
                "Overdue, due within a day or a week, or without a running clock.",
                "Vencidas, por vencer en un día o una semana, o sin plazo en curso."
            })
    String left = "";

    @Option(
            names = "--number",
            defaultValue = "",
            paramLabel = "TEXT",
            description = {"A part of the number.", "Una parte del número."})
    String number = "";

    @Option(
            names = "--assignee",
            defaultValue = "",
            paramLabel = "me|none|OFFICER",
            description = {
                "What you have, what nobody has now, or what an officer has.",
                "Lo que usted tiene, lo que nadie tiene ahora o lo que tiene un funcionario."
            })
    String assignee = "";

    Map<String, String> parts() {
        return Map.of(
                "type",
                type,
                "state",
                state,
                "institution",
                institution,
                "left",
                left,
                "number",
                number,
                "assignee",
                assignee);
    }

    String query() {
        return "&type=" + Pieces.encoded(type) + "&state=" + Pieces.encoded(state) + "&institution="
                + Pieces.encoded(institution) + "&left=" + Pieces.encoded(left) + "&number="
                + Pieces.encoded(number) + "&assignee=" + Pieces.encoded(assignee);
    }
}
