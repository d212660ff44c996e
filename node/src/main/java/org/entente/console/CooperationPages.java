package org.entente.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.entente.ask.AskAction;
import org.entente.ask.Cooperation;
import org.entente.ask.Period;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Officer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Figures of cooperation, the same on both nodes, and how long requests have been open.
@Controller
final class CooperationPages {
    private final Cooperation cooperation;
    private final Office office;

    CooperationPages(Cooperation cooperation, Office office) {
        this.cooperation = cooperation;
        this.office = office;
    }

    @GetMapping("/cooperation")
    View show(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        YearMonth month = YearMonth.from(lexicon.now().atZone(ZoneOffset.UTC));
        CooperationViews views = new CooperationViews(lexicon);
        Officer officer = frame.officer();
        if (!cooperation.isOpenTo(officer)) {
            return office.pages().show("cooperation", frame, views.closed());
        }
        FormReader reader = new FormReader(frame.words(), form);
        Period period = period(reader, month);
        AgreementId agreement = lexicon.agreement().id();
        return office.pages()
                .show(
                        "cooperation",
                        frame,
                        views.page(
                                reader.form(),
                                month,
                                cooperation.report(officer, agreement, period),
                                cooperation.exchanged(officer, agreement),
                                office.offers(officer, AskAction.SEND_FIGURES)));
    }

    @GetMapping("/cooperation/figures.csv")
    ResponseEntity<String> csv(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        Period period = period(
                new FormReader(frame.words(), form),
                YearMonth.from(lexicon.now().atZone(ZoneOffset.UTC)));
        String body = cooperation.csv(frame.officer(), lexicon.agreement().id(), period);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("figures-" + period.first() + "-" + period.last() + ".csv")
                                .build()
                                .toString())
                .body(body);
    }

    /// The first press names the effect; the second, with `signed`, sends.
    @PostMapping("/cooperation/figures")
    View send(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = frame.words();
        FormReader reader = new FormReader(words, form);
        Period period = period(reader, YearMonth.from(lexicon.now().atZone(ZoneOffset.UTC)));
        String back = "/cooperation?" + CooperationViews.query(period);
        if (!form.has("signed", "yes")) {
            return office.pages()
                    .show(
                            "confirm",
                            frame,
                            new ConfirmPage(
                                    words.of("figures.send.title"),
                                    words.of("place.cooperation"),
                                    List.of(
                                            new ConfirmPage.Row(
                                                    words.of("figures.period"),
                                                    CooperationViews.period(lexicon, period)),
                                            new ConfirmPage.Row(
                                                    words.of("column.to"), CooperationViews.receiver(lexicon, frame))),
                                    words.of("figures.send.warning"),
                                    List.of(),
                                    null,
                                    "/cooperation/figures",
                                    Map.of(
                                            "first", List.of(period.first().toString()),
                                            "last", List.of(period.last().toString()),
                                            "signed", List.of("yes")),
                                    words.of("figures.send.do"),
                                    false,
                                    back));
        }
        cooperation.send(frame.officer(), lexicon.agreement().id(), period);
        return new RedirectView(back + "&done=figures-sent");
    }

    /// What the address says; this month where it says nothing that can be read, with the errors in the form.
    private static Period period(FormReader reader, YearMonth month) {
        LocalDate first = day(reader, "first", month.atDay(1));
        LocalDate last = day(reader, "last", YearMonth.from(first).atEndOfMonth());
        try {
            return new Period(first, last);
        } catch (IllegalArgumentException unfit) {
            reader.wrong("last", "error.period");
            return Period.of(month);
        }
    }

    private static LocalDate day(FormReader reader, String field, LocalDate other) {
        String text = reader.form().value(field);
        if (text.isEmpty()) {
            return other;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unread) {
            reader.wrong(field, "error.day");
            return other;
        }
    }
}
