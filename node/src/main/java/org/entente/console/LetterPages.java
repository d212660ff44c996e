package org.entente.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// The letters that follow a request, each its own form: questions and what is added, acceptance, longer terms,
/// postponement, transfer to another institution, disclosure to an accused, and the milestones of the execution.
@Controller
final class LetterPages {
    private static final String KINDS =
            "question|supplement|acceptance|extension|postponement|resumption|transfer|disclosure";

    private final Casework casework;
    private final Office office;

    LetterPages(Casework casework, Office office) {
        this.casework = casework;
        this.office = office;
    }

    @GetMapping("/requests/{number}/{kind:" + KINDS + "}")
    View read(Frame frame, @PathVariable String number, @PathVariable String kind) {
        return show(frame, detail(frame, number), new LetterForm(kind(kind), null), null);
    }

    @PostMapping("/requests/{number}/{kind:" + KINDS + "}")
    View send(Frame frame, Form form, @PathVariable String number, @PathVariable String kind) {
        return send(frame, form, detail(frame, number), new LetterForm(kind(kind), null));
    }

    @GetMapping("/requests/{number}/milestones/{milestone}")
    View readMilestone(Frame frame, @PathVariable String number, @PathVariable String milestone) {
        RequestDetail detail = detail(frame, number);
        return show(frame, detail, milestone(detail, milestone), null);
    }

    @PostMapping("/requests/{number}/milestones/{milestone}")
    View sendMilestone(Frame frame, Form form, @PathVariable String number, @PathVariable String milestone) {
        RequestDetail detail = detail(frame, number);
        return send(frame, form, detail, milestone(detail, milestone));
    }

    private View send(Frame frame, Form form, RequestDetail detail, LetterForm letter) {
        Lexicon lexicon = office.lexicon(frame);
        FormReader reader = new FormReader(frame.words(), form);
        LetterOrder order = order(lexicon, reader, detail, letter);
        if (reader.isBroken()) {
            return show(frame, detail, letter, reader.form());
        }
        RequestNumber about = detail.filed().number();
        try {
            casework.write(frame.officer(), about, order);
        } catch (EntenteException unfit) {
            String field =
                    unfit.code() == AskCode.ASK_FIELD_UNFIT ? unfit.facts().getFirst() : "";
            if (letter.fields(lexicon, "").stream().noneMatch(one -> one.name().equals(field))) {
                throw unfit;
            }
            reader.wrong(field, frame.words().has("error." + field) ? "error." + field : "error.unfit");
            return show(frame, detail, letter, reader.form());
        }
        return RequestsPages.done(about, letter.kind().word() + "-sent");
    }

    private static LetterOrder order(Lexicon lexicon, FormReader reader, RequestDetail detail, LetterForm letter) {
        Form form = reader.form();
        Map<String, String> details = new HashMap<>();
        switch (letter.kind()) {
            case QUESTION -> details.put(LetterOrder.GROUND, form.value(LetterOrder.GROUND));
            case POSTPONEMENT ->
                reader.value(LetterOrder.REVIEW, Function.identity())
                        .ifPresent(day -> details.put(LetterOrder.REVIEW, day));
            case TRANSFER ->
                reader.value(LetterOrder.AUTHORITY, Function.identity())
                        .ifPresent(authority -> details.put(LetterOrder.AUTHORITY, authority));
            case DISCLOSURE -> {
                for (String key : List.of(LetterOrder.RELEASE, LetterOrder.DAY)) {
                    reader.value(key, Function.identity()).ifPresent(value -> details.put(key, value));
                }
            }
            case MILESTONE -> milestone(lexicon, reader, detail, letter.told(), details);
            case SUPPLEMENT, ACCEPTANCE, EXTENSION, RESUMPTION -> {}
        }
        details.values().removeIf(String::isEmpty);
        String text = letter.kind().needsText() ? reader.text("text") : form.value("text");
        return new LetterOrder(letter.kind(), text, details);
    }

    /// The room decides on the moment; what it will surely not take is named with whatever else is wrong.
    private static void milestone(
            Lexicon lexicon,
            FormReader reader,
            RequestDetail detail,
            Course.Milestone milestone,
            Map<String, String> details) {
        details.put(LetterOrder.MILESTONE, milestone.key());
        Instant written = detail.filed().request().head().created().truncatedTo(ChronoUnit.MINUTES);
        reader.moment(LetterOrder.HAPPENED, lexicon.zone()).ifPresent(moment -> {
            if (moment.isAfter(lexicon.now()) || moment.isBefore(written)) {
                reader.wrong(LetterOrder.HAPPENED, "error.happened");
            }
            details.put(LetterOrder.HAPPENED, moment.toString());
        });
        for (Measure.FormField field : milestone.form()) {
            details.put(
                    field.key(),
                    field.required() ? reader.text(field.key()) : reader.form().value(field.key()));
        }
    }

    /// @param form what was typed; null for a new form
    private View show(Frame frame, RequestDetail detail, LetterForm letter, @Nullable Form form) {
        Lexicon lexicon = office.lexicon(frame);
        return office.pages().show("reason", frame, letter.page(lexicon, detail, form == null ? letter.start() : form));
    }

    private RequestDetail detail(Frame frame, String number) {
        return casework.request(frame.officer(), new RequestNumber(number));
    }

    private static LetterForm milestone(RequestDetail detail, String key) {
        return new LetterForm(
                LetterKind.MILESTONE,
                detail.milestones().stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> new EntenteException(
                                AskCode.ASK_MILESTONE_NOT_OPEN,
                                detail.filed().number().value(),
                                key)));
    }

    private static LetterKind kind(String word) {
        return LetterKind.of(word).orElseThrow();
    }
}
