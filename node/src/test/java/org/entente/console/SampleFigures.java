package org.entente.console;

import java.util.List;
import java.util.Map;
import org.entente.ask.Ageing;
import org.entente.kernel.Bilingual;

/// A page of invented figures, with every part there is.
final class SampleFigures {
    private final Words w;

    SampleFigures(Words words) {
        this.w = words;
    }

    CooperationPage page() {
        String trace = say("Firearm trace", "Rastreo de arma de fuego");
        String us = say("United States of America", "Estados Unidos de América");
        String mx = say("United Mexican States", "Estados Unidos Mexicanos");
        return new CooperationPage(
                true,
                Form.of(Map.of("first", List.of("2026-11-01"), "last", List.of("2026-11-30"))),
                w.of("figures.days", "1 Nov 2026", "30 Nov 2026"),
                "first=2026-11-01&last=2026-11-30",
                List.of(
                        new Link(
                                "/cooperation?first=2026-11-01",
                                say("November 2026", "noviembre 2026"),
                                Link.Tone.HERE),
                        new Link(
                                "/cooperation?first=2026-10-01", say("October 2026", "octubre 2026"), Link.Tone.PLAIN)),
                new CooperationPage.Verdict(
                        new Mark(w.of("figures.differ"), Mark.Tone.REFUSED),
                        w.count("figures.differ", 1),
                        List.of(w.count("figures.on-the-way", 2), w.count("figures.not-there", 1))),
                List.of(new CooperationPage.Difference(us + ", " + trace + ", " + w.of("figure.asked"), "12", "13")),
                List.of(
                        new CooperationPage.Side(
                                w.of("figures.side", us, mx),
                                List.of(new CooperationPage.Row(
                                        trace,
                                        "12",
                                        "1",
                                        "5",
                                        "2",
                                        "1",
                                        "4",
                                        "9",
                                        w.of("figures.hours", 6),
                                        w.of("figures.hours", 51))),
                                w.count("figures.lapsed", 1)),
                        new CooperationPage.Side(w.of("figures.side", mx, us), List.of(), "")),
                List.of(new CooperationPage.Ground(
                        us, trace, say("Risk of torture", "Riesgo de tortura"), "CAT-1984 art. 3", "2")),
                List.of(new CooperationPage.Age(
                        say("Central authority", "Autoridad central"),
                        List.of(Ageing.Band.values()).stream()
                                .map(band -> new CooperationPage.Count(w.of("band." + band.word()), "1"))
                                .toList(),
                        "5")),
                List.of(Ageing.Band.values()).stream()
                        .map(band -> w.of("band." + band.word()))
                        .toList(),
                List.of(new CooperationPage.InstitutionGround(
                        say("Central authority", "Autoridad central"),
                        say("Risk of torture", "Riesgo de tortura"),
                        "2")),
                List.of(new CooperationPage.Exchanged(
                        "/cooperation?first=2026-10-01&last=2026-10-31",
                        w.of("figures.days", "1 Oct 2026", "31 Oct 2026"),
                        w.of("figures.came"),
                        say("Mon 2 Nov 09:00 CST", "lun 2 nov 09:00 CST"))),
                true);
    }

    private String say(String en, String es) {
        return w.of(new Bilingual(en, es));
    }
}
