package org.entente.console;

import java.util.List;
import java.util.Map;
import org.entente.kernel.Bilingual;

/// A page of invented contacts, with every part there is.
final class SampleContacts {
    private final Words w;

    SampleContacts(Words words) {
        this.w = words;
    }

    ContactsPage page() {
        String prosecutor = say("Federal prosecutor", "Fiscalía federal");
        String atf = say("Bureau of Firearms", "Oficina de Armas de Fuego");
        TimeLeft left = new TimeLeft(
                say("2 days left, Fri 27 Nov 18:00 CST", "quedan 2 días, vie 27 nov 18:00 CST"), TimeLeft.Tone.CALM);
        ContactsPage.Recorded meeting = new ContactsPage.Recorded(
                "17",
                "24 Nov 12:00",
                atf,
                say("Meeting: tracing", "Reunión: rastreo"),
                "mx-officer",
                new Mark(w.of("contacts.state.owed"), Mark.Tone.SOON),
                "/contacts?strike=17#why");
        ContactsPage.Report report = new ContactsPage.Report(
                "MX-2026-C000001",
                prosecutor,
                w.of("figures.days", "20 Nov 2026", "23 Nov 2026"),
                "12",
                new Mark(w.of("contacts.state.made"), Mark.Tone.PLAIN),
                left,
                List.of(new Link("/contacts/reports/MX-2026-C000001/report.pdf", "PDF ES", Link.Tone.PLAIN)),
                "/contacts?handed=MX-2026-C000001#receipt");
        return new ContactsPage(
                true,
                say("MX-LSN 70: Officials report every contact.", "MX-LSN 70: Se informa todo contacto."),
                w.of("contacts.provisional"),
                Form.of(Map.of("at", List.of("2026-11-24T12:00"))).with("subject", w.of("error.needed")),
                List.of(new ContactsPage.Owed(
                        prosecutor,
                        left,
                        List.of(
                                new ContactsPage.Row("24 Nov 2026", atf, w.count("contacts.exchanges", 3), null),
                                new ContactsPage.Row(
                                        "24 Nov 12:00",
                                        atf,
                                        meeting.what(),
                                        new Mark(w.of("contacts.no-leave"), Mark.Tone.SOON))),
                        true,
                        w.of("contacts.waits-for-receipt"))),
                List.of(report),
                List.of(meeting),
                meeting,
                report,
                true,
                true,
                List.of(new Choice("us-atf", atf)),
                List.of(new Choice("call", say("Call", "Llamada"))));
    }

    private String say(String en, String es) {
        return w.of(new Bilingual(en, es));
    }
}
