package org.entente.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.ask.AskAction;
import org.entente.ask.AskCode;
import org.entente.ask.Direction;
import org.entente.ask.FiledForewarning;
import org.entente.ask.Forewarning;
import org.entente.ask.ForewarningId;
import org.entente.ask.ForewarningOrder;
import org.entente.ask.ForewarningState;
import org.entente.ask.Forewarnings;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// No-surprise notices: the list, one of them, its form, and the form of the decision on one that waits.
@Controller
final class ForewarningPages {
    private static final int SHORT_ID_LENGTH = 8;
    /// What a form can mend.
    private static final Set<Code> MENDABLE = Set.of(
            AskCode.ASK_FOREWARNING_UNFIT,
            AskCode.ASK_FOREWARNING_QUIET,
            AskCode.ASK_FIELD_UNFIT,
            AskCode.ASK_REQUEST_UNKNOWN,
            AskCode.ASK_NOT_IN_THIS_STATE);

    private final Forewarnings forewarnings;
    private final Office office;

    ForewarningPages(Forewarnings forewarnings, Office office) {
        this.forewarnings = forewarnings;
        this.office = office;
    }

    @GetMapping("/inbox/forewarnings")
    View list(Frame frame) {
        Words words = frame.words();
        Officer officer = frame.officer();
        List<Link> actions = office.offers(officer, AskAction.WRITE_FOREWARNING)
                ? List.of(new Link(
                        ForewarningForms.BASE + "/new", words.of("forewarning.write.title"), Link.Tone.FIRST, "e"))
                : List.of();
        return office.pages()
                .show(
                        "list",
                        frame,
                        new ListPage(
                                words.of("forewarnings.title"),
                                words.of("forewarnings.state"),
                                List.of(),
                                actions,
                                words.of("inbox.with"),
                                lines(office.lexicon(frame), officer, forewarnings.all(officer)),
                                words.of("forewarnings.empty"),
                                words.of("forewarnings.empty.why")));
    }

    @GetMapping("/inbox/forewarnings/new")
    View ask(Frame frame, Form address) {
        Map<String, List<String>> start = new HashMap<>();
        start.put("request", List.of(address.value("request")));
        start.put("shows", List.of("no"));
        return office.pages()
                .show(
                        "reason",
                        frame,
                        ForewarningForms.writing(office.lexicon(frame), frame.officer(), Form.of(start)));
    }

    @PostMapping("/inbox/forewarnings/new")
    View write(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        FormReader reader = new FormReader(frame.words(), form);
        Optional<ForewarningOrder> order = ForewarningForms.writing(lexicon, reader);
        if (order.isPresent()) {
            try {
                return done(forewarnings.write(frame.officer(), order.get()), "forewarning-written");
            } catch (EntenteException refused) {
                mend(reader, refused, "choice");
            }
        }
        return office.pages().show("reason", frame, ForewarningForms.writing(lexicon, frame.officer(), reader.form()));
    }

    @GetMapping("/inbox/forewarnings/{id}")
    View show(Frame frame, @PathVariable String id) {
        Officer officer = frame.officer();
        FiledForewarning one = forewarnings.one(officer, new ForewarningId(id));
        return office.pages().show("forewarning", frame, page(office.lexicon(frame), officer, one));
    }

    @GetMapping("/inbox/forewarnings/{id}/decision")
    View askDecision(Frame frame, @PathVariable String id) {
        return office.pages().show("reason", frame, ForewarningForms.decision(frame.words(), id, Form.EMPTY));
    }

    @PostMapping("/inbox/forewarnings/{id}/decision")
    View decide(Frame frame, Form form, @PathVariable String id) {
        Lexicon lexicon = office.lexicon(frame);
        FormReader reader = new FormReader(frame.words(), form);
        Optional<ForewarningForms.Decision> decision =
                reader.value("decision", word -> ForewarningForms.Decision.valueOf(ForewarningForms.constant(word)));
        ForewarningId which = new ForewarningId(id);
        boolean sends = decision.filter(ForewarningForms.Decision.SEND::equals).isPresent();
        String reason = sends ? "" : reader.text("reason");
        Instant due = decision.filter(ForewarningForms.Decision.DELAY::equals).isPresent()
                ? reader.moment("due", lexicon.zone()).orElse(Instant.EPOCH)
                : Instant.EPOCH;
        if (!reader.isBroken()) {
            try {
                return done(
                        switch (decision.orElseThrow()) {
                            case SEND -> forewarnings.send(frame.officer(), which);
                            case DELAY -> forewarnings.delay(frame.officer(), which, reason, due);
                            case LEAVE -> forewarnings.leave(frame.officer(), which, reason);
                        },
                        "forewarning-decided");
            } catch (EntenteException refused) {
                mend(reader, refused, "decision");
            }
        }
        return office.pages().show("reason", frame, ForewarningForms.decision(frame.words(), id, reader.form()));
    }

    private static View done(FiledForewarning one, String what) {
        return new RedirectView(path(one) + "?done=" + what);
    }

    private static void mend(FormReader reader, EntenteException refused, String field) {
        if (!MENDABLE.contains(refused.code())) {
            throw refused;
        }
        reader.refused(field, Texts.what(refused));
    }

    /// What this officer has to decide on, and what their authority was told and nobody of it has read.
    List<Line> waiting(Lexicon lexicon, Officer officer) {
        if (!office.offers(officer, AskAction.READ_FOREWARNING)) {
            return List.of();
        }
        return lines(
                lexicon,
                officer,
                forewarnings.all(officer).stream()
                        .filter(one -> decides(officer, one) || isUnread(officer, one))
                        .toList());
    }

    private boolean decides(Officer officer, FiledForewarning one) {
        return one.state().waits() && office.offers(officer, AskAction.WRITE_FOREWARNING);
    }

    private static boolean isUnread(Officer officer, FiledForewarning one) {
        return one.side() == Direction.IN
                && one.read() == null
                && officer.institution().equals(one.forewarning().to());
    }

    private List<Line> lines(Lexicon lexicon, Officer officer, List<FiledForewarning> all) {
        Words words = lexicon.words();
        return all.stream()
                .map(one -> new Line(
                        path(one),
                        shortId(one),
                        words.of("forewarning.what"),
                        left(lexicon, one),
                        lexicon.institution(
                                one.side() == Direction.IN
                                        ? one.forewarning().from()
                                        : one.forewarning().to()),
                        List.of(mark(words, one.state())),
                        decides(officer, one)
                                ? words.of("next.forewarning")
                                : isUnread(officer, one) ? words.of("next.forewarning-read") : ""))
                .toList();
    }

    private ForewarningPage page(Lexicon lexicon, Officer officer, FiledForewarning one) {
        Words words = lexicon.words();
        Forewarning said = one.forewarning();
        List<ConfirmPage.Row> facts = new ArrayList<>();
        facts.add(new ConfirmPage.Row(words.of("column.from"), lexicon.institution(said.from())));
        facts.add(new ConfirmPage.Row(words.of("column.to"), lexicon.institution(said.to())));
        facts.add(new ConfirmPage.Row(words.of("field.basis"), said.basis().toString()));
        facts.add(new ConfirmPage.Row(words.of("field.purpose"), lexicon.purpose(said.purpose())));
        add(facts, words.of("forewarning.about"), one.about());
        add(facts, words.of("forewarning.shown"), said.shown());
        add(facts, words.of("field.case"), one.caseNumber());
        List<Event> history = one.steps().stream()
                .map(step -> new Event(
                        lexicon.moment(step.at()),
                        words.of("forewarning.step."
                                        + step.step().toLowerCase(Locale.ROOT).replace('_', '-'))
                                + " (" + Lexicon.actor(step.by()) + ")"
                                + (step.reason().isEmpty() ? "" : ": " + step.reason())))
                .toList();
        List<Link> actions = decides(officer, one)
                ? List.of(new Link(path(one) + "/decision", words.of("next.forewarning"), Link.Tone.FIRST, "e"))
                : List.of();
        return new ForewarningPage(
                shortId(one),
                words.of("forewarning.what"),
                words.of("forewarning.state." + one.state().word()),
                left(lexicon, one),
                List.of(mark(words, one.state())),
                said.demonstration(),
                facts,
                said.text(),
                actions,
                history,
                lines(lexicon, officer, forewarnings.all(officer)));
    }

    private static void add(List<ConfirmPage.Row> facts, String label, @Nullable Object value) {
        if (value != null) {
            facts.add(new ConfirmPage.Row(label, value.toString()));
        }
    }

    private static TimeLeft left(Lexicon lexicon, FiledForewarning one) {
        Instant due = one.due();
        return due == null
                ? TimeLeft.NONE
                : Clocks.decision(lexicon, one.forewarning().written(), due);
    }

    private static Mark mark(Words words, ForewarningState state) {
        Mark.Tone tone = switch (state) {
            case NOT_DELIVERED -> Mark.Tone.OVERDUE;
            case DELAYED, WITH_REQUEST -> Mark.Tone.SOON;
            case SENT, NOT_SENT -> Mark.Tone.QUIET;
            case RECEIVED -> Mark.Tone.PLAIN;
        };
        return new Mark(words.of(state.text()), tone);
    }

    private static String path(FiledForewarning one) {
        return ForewarningForms.BASE + "/" + one.forewarning().id().hex();
    }

    private static String shortId(FiledForewarning one) {
        return one.forewarning().id().hex().substring(0, SHORT_ID_LENGTH);
    }
}
