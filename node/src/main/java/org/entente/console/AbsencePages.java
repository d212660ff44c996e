package org.entente.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.access.Absence;
import org.entente.access.Absences;
import org.entente.access.AccessAction;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Absences: one's own, and for an operator those of others.
@Controller
final class AbsencePages {
    private static final String OFFICER = "officer";
    private static final String DEPUTY = "deputy";
    private static final String FROM = "from";
    private static final String UNTIL = "until";

    /// No deputy.
    private static final String NOBODY = "none";

    /// Where each refusal stands in the form.
    private static final Map<String, String> FIELDS =
            Map.of("ACCESS_OFFICER_UNKNOWN", OFFICER, "ACCESS_ABSENCE_UNFIT", UNTIL, "ACCESS_DEPUTY_UNFIT", DEPUTY);

    private final Absences absences;
    private final Office office;

    AbsencePages(Absences absences, Office office) {
        this.absences = absences;
        this.office = office;
    }

    @GetMapping("/inbox/absences")
    View show(Frame frame) {
        return page(frame, Form.of(Map.of(OFFICER, List.of(frame.officer().id().value()))));
    }

    @PostMapping("/inbox/absences")
    View declare(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        FormReader reader = new FormReader(frame.words(), form);
        Optional<OfficerId> officer = form.value(OFFICER).isEmpty()
                ? Optional.of(frame.officer().id())
                : reader.value(OFFICER, OfficerId::new);
        Optional<Instant> from = reader.value(
                FROM, text -> LocalDate.parse(text).atStartOfDay(lexicon.zone()).toInstant());
        Optional<Instant> until = reader.endOfDay(UNTIL, lexicon.zone());
        String said = form.value(DEPUTY);
        Optional<OfficerId> deputy =
                said.isEmpty() || said.equals(NOBODY) ? Optional.empty() : reader.value(DEPUTY, OfficerId::new);
        Frame back = frame.at("/inbox/absences");
        if (reader.isBroken()) {
            return page(back, reader.form());
        }
        try {
            absences.declare(
                    frame.officer(),
                    officer.orElseThrow(),
                    from.orElseThrow(),
                    until.orElseThrow(),
                    deputy.orElse(null));
        } catch (EntenteException refused) {
            String field = FIELDS.get(refused.code().name());
            if (field == null) {
                throw refused;
            }
            return page(back, form.with(field, frame.words().of(Texts.what(refused))));
        }
        return new RedirectView("/inbox/absences?done=absence-declared");
    }

    @PostMapping("/inbox/absences/end")
    View end(Frame frame, Form form) {
        absences.end(frame.officer(), new OfficerId(form.value(OFFICER)));
        return new RedirectView("/inbox/absences?done=absence-ended");
    }

    private View page(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = frame.words();
        Officer reader = frame.officer();
        boolean forOthers = office.offers(reader, AccessAction.DECLARE_FOR_OTHERS);
        List<ReasonPage.Field> fields = new ArrayList<>();
        if (forOthers) {
            fields.add(new ReasonPage.Field.Line(OFFICER, words.of("column.officer"), words.of("absences.whom"), 40));
            fields.add(new ReasonPage.Field.Line(DEPUTY, words.of("field.deputy"), words.of("absences.deputy"), 40));
        } else {
            List<Choice> choices = new ArrayList<>();
            absences.deputies(reader, reader.id())
                    .forEach(one -> choices.add(
                            new Choice(one.id().value(), one.name(), one.id().value())));
            choices.add(new Choice(NOBODY, words.of("absences.nobody")));
            fields.add(
                    new ReasonPage.Field.One(DEPUTY, words.of("field.deputy"), words.of("absences.deputy"), choices));
        }
        fields.add(new ReasonPage.Field.Day(FROM, words.of("field.from"), ""));
        fields.add(new ReasonPage.Field.Day(UNTIL, words.of("field.until"), words.of("absences.until")));
        List<AbsencesPage.Row> rows = absences.all(reader).stream()
                .map(one -> row(lexicon, one, forOthers || one.officer().equals(reader.id())))
                .toList();
        return office.pages().show("absences", frame, new AbsencesPage(rows, form, fields));
    }

    private static AbsencesPage.Row row(Lexicon lexicon, Absence absence, boolean mayEnd) {
        OfficerId deputy = absence.deputy();
        return new AbsencesPage.Row(
                absence.officer().value(),
                deputy == null ? lexicon.words().of("absences.nobody") : deputy.value(),
                lexicon.moment(absence.from()),
                lexicon.moment(absence.until()),
                mayEnd);
    }
}
