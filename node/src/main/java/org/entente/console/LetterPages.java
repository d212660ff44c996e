package org.entente.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.entente.agreement.Course;
import org.entente.agreement.Measure;
import org.entente.ask.AskCode;
import org.entente.ask.Casework;
import org.entente.ask.LetterKind;
import org.entente.ask.LetterOrder;
import org.entente.ask.RequestDetail;
import org.entente.ask.RequestNumber;
import org.entente.kernel.EntenteException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// The letters that follow a request, each its own form: questions and what is added, acceptance, longer terms,
/// postponement, and the milestones of the execution.
@Controller
final class LetterPages {
    private static final String KINDS = "question|supplement|acceptance|extension|postponement|resumption";

    private final Casework casework;
    private final Office office;

    LetterPages(Casework casework, Office office) {
        this.casework = casework;
        this.office = office;
    }

    @GetMapping("/requests/{number}/{kind:" + KINDS + "}")
    View read(Frame frame, @PathVariable String number, @PathVariable String kind) {
        LetterForm letter = new LetterForm(kind(kind), null);
        return show(frame, number, letter, letter.start(office.lexicon(frame)));
    }

    @PostMapping("/requests/{number}/{kind:" + KINDS + "}")
    View send(Frame frame, Form form, @PathVariable String number, @PathVariable String kind) {
        return send(frame, form, number, new LetterForm(kind(kind), null));
    }

    @GetMapping("/requests/{number}/milestones/{milestone}")
    View readMilestone(Frame frame, @PathVariable String number, @PathVariable String milestone) {
        LetterForm letter = milestone(frame, number, milestone);
        return show(frame, number, letter, letter.start(office.lexicon(frame)));
    }

    @PostMapping("/requests/{number}/milestones/{milestone}")
    View sendMilestone(Frame frame, Form form, @PathVariable String number, @PathVariable String milestone) {
        return send(frame, form, number, milestone(frame, number, milestone));
    }

    private View send(Frame frame, Form form, String number, LetterForm letter) {
        FormReader reader = new FormReader(frame.words(), form);
        LetterOrder order = order(office.lexicon(frame), reader, letter);
        if (reader.isBroken()) {
            return show(frame, number, letter, reader.form());
        }
        RequestNumber about = new RequestNumber(number);
        try {
            casework.write(frame.officer(), about, order);
        } catch (EntenteException unfit) {
            String field =
                    unfit.code() == AskCode.ASK_FIELD_UNFIT ? unfit.facts().getFirst() : "";
            if (letter.fields(office.lexicon(frame), "").stream()
                    .noneMatch(one -> name(one).equals(field))) {
                throw unfit;
            }
            reader.wrong(field, "error.unfit");
            return show(frame, number, letter, reader.form());
        }
        return RequestsPages.done(about, letter.kind().word() + "-sent");
    }

    private static LetterOrder order(Lexicon lexicon, FormReader reader, LetterForm letter) {
        Form form = reader.form();
        Map<String, String> details = new HashMap<>();
        switch (letter.kind()) {
            case QUESTION -> details.put(LetterOrder.GROUND, form.value(LetterOrder.GROUND));
            case POSTPONEMENT ->
                reader.value(LetterOrder.REVIEW, Function.identity())
                        .ifPresent(day -> details.put(LetterOrder.REVIEW, day));
            case MILESTONE -> milestone(lexicon, reader, letter.told(), details);
            case SUPPLEMENT, ACCEPTANCE, EXTENSION, RESUMPTION -> {}
        }
        details.values().removeIf(String::isEmpty);
        String text = letter.kind().needsText() ? reader.text("text") : form.value("text");
        return new LetterOrder(letter.kind(), text, details);
    }

    private static void milestone(
            Lexicon lexicon, FormReader reader, Course.Milestone milestone, Map<String, String> details) {
        details.put(LetterOrder.MILESTONE, milestone.key());
        reader.moment(LetterOrder.HAPPENED, lexicon.zone())
                .ifPresent(moment -> details.put(LetterOrder.HAPPENED, moment.toString()));
        for (Measure.FormField field : milestone.form()) {
            details.put(
                    field.key(),
                    field.required() ? reader.text(field.key()) : reader.form().value(field.key()));
        }
    }

    private View show(Frame frame, String number, LetterForm letter, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        RequestDetail detail = casework.request(frame.officer(), new RequestNumber(number));
        return office.pages().show("reason", frame, letter.page(lexicon, detail, form));
    }

    private LetterForm milestone(Frame frame, String number, String key) {
        RequestDetail detail = casework.request(frame.officer(), new RequestNumber(number));
        List<Course.Milestone> open = detail.milestones();
        return new LetterForm(
                LetterKind.MILESTONE,
                open.stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> new EntenteException(AskCode.ASK_MILESTONE_NOT_OPEN, number, key)));
    }

    private static LetterKind kind(String word) {
        return LetterKind.of(word).orElseThrow();
    }

    private static String name(ReasonPage.Field field) {
        return switch (field) {
            case ReasonPage.Field.One one -> one.name();
            case ReasonPage.Field.Several several -> several.name();
            case ReasonPage.Field.Line line -> line.name();
            case ReasonPage.Field.Text text -> text.name();
            case ReasonPage.Field.Day day -> day.name();
            case ReasonPage.Field.Moment moment -> moment.name();
            case ReasonPage.Field.Whole whole -> whole.name();
        };
    }
}
