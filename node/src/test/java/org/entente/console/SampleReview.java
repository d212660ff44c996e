package org.entente.console;

import java.util.List;
import java.util.Map;
import org.entente.kernel.Bilingual;

/// A pair of invented records as pages show it.
final class SampleReview {
    private final Words w;

    SampleReview(Words words) {
        w = words;
    }

    private String say(String en, String es) {
        return w.of(new Bilingual(en, es));
    }

    ReviewPage page() {
        return new ReviewPage(
                w.of("review.state", 2, 17),
                new ReviewPage.Pair(
                        side("NÚÑEZ ARRIETA, María Fernanda", "us-casework, C-000482"),
                        side("Ma. Fernanda Nunez A.", "mx-casework, E-1029"),
                        List.of(
                                new ReviewPage.Row(
                                        say("name", "nombre"),
                                        List.of("NÚÑEZ ARRIETA, María Fernanda"),
                                        List.of("Ma. Fernanda Nunez A.", "La Güera"),
                                        true),
                                new ReviewPage.Row(
                                        say("date of birth", "fecha de nacimiento"),
                                        List.of("1985-07-12"),
                                        List.of("1985-07-12"),
                                        false),
                                new ReviewPage.Row("CURP", List.of(), List.of("NUAM850712MDFXRR09"), true)),
                        judged(""),
                        "/review/s-1/s-2?at=1",
                        true,
                        "/review"),
                Form.of(Map.of()).with("reason", say("A reason is needed.", "Falta el motivo.")),
                "/review?at=0",
                "/review?at=2");
    }

    ReviewPage none() {
        return new ReviewPage(w.of("review.none"), null, Form.EMPTY, "", "");
    }

    private ReviewPage.Side side(String name, String source) {
        return new ReviewPage.Side(
                name, "/holdings/s-1", List.of(Mark.invented(w)), source, say("As of 1 Nov 2026.", "Al 1 nov 2026."));
    }

    SubjectPage.Joined joined() {
        return new SubjectPage.Joined(
                "Ma. Fernanda Nunez A.",
                "/holdings/s-2",
                "mx-casework, E-1029",
                List.of(new Mark(say("possible match", "posible coincidencia"), Mark.Tone.SOON)),
                w.of("subject.unconfirmed"),
                List.of(new SubjectPage.Facet(
                        say("Primary identity", "Identidad principal"),
                        List.of(new SubjectPage.Row(
                                say("name", "nombre"),
                                "Ma. Fernanda Nunez A.",
                                "mx-casework, E-1029",
                                "",
                                "MX-CNPP · B2 · 31 Dec 2030",
                                List.of())))));
    }

    JudgedView judged(String href) {
        return new JudgedView(
                say("Ma. Fernanda Nunez A. (casework)", "Ma. Fernanda Nunez A. (expedientes)"),
                new Mark(say("possible match", "posible coincidencia"), Mark.Tone.SOON),
                w.of("judged.machine", say("Tue 24 Nov 09:12 EST", "mar 24 nov 09:12 EST"), 1),
                w.of("judged.score", "+7.4", "99.41 %"),
                w.of("judged.others", say("about 14 others in Mexico", "alrededor de 14 personas más en México")),
                w.of("judged.outdated", "+9.1"),
                List.of(
                        new JudgedView.Row(
                                w.of("judged.prior"),
                                new JudgedView.Side("", "", ""),
                                new JudgedView.Side("", "", ""),
                                w.of("judged.prior.why"),
                                "",
                                "-24.0"),
                        new JudgedView.Row(
                                say("first surname", "primer apellido"),
                                new JudgedView.Side("NUÑEZ", "NÚÑEZ ARRIETA, María Fernanda", "us-casework, C-000482"),
                                new JudgedView.Side("NUNEZ", "Ma. Fernanda Nunez A.", "mx-casework, E-1029"),
                                say("the same but for Ñ and N", "igual salvo Ñ y N"),
                                w.of("judged.shares", "0.850", "2.1e-03"),
                                "+8.7"),
                        new JudgedView.Row(
                                say("second surname", "segundo apellido"),
                                new JudgedView.Side(
                                        "ARRIETA", "NÚÑEZ ARRIETA, María Fernanda", "us-casework, C-000482"),
                                new JudgedView.Side("—", "", ""),
                                say("an initial", "inicial"),
                                "",
                                "-1.0")),
                href);
    }
}
