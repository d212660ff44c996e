package org.entente.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.act.DeclaredPart;
import org.entente.act.Guests;
import org.entente.act.OperationMeasure;
import org.entente.act.OperationOrder;
import org.entente.act.Territory;
import org.entente.act.Window;
import org.entente.agreement.PartyTerms;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/// The form of a new operation, and its reading.
final class OperationForms {
    /// The pack's word for what is asked of the host.
    static final String MEASURE = "operation-on-territory";

    private static final int TITLE_LENGTH_MAX = 200;

    /// The form with its errors, or the order that it says.
    record Read(Form form, @Nullable OperationOrder order) {}

    private OperationForms() {}

    static ReasonPage draft(Lexicon lexicon, Frame frame, Form form) {
        Words words = lexicon.words();
        List<ReasonPage.Field> fields = new ArrayList<>();
        fields.add(line(words, "title", TITLE_LENGTH_MAX));
        fields.add(one(words, "to", lexicon.counterparts(frame.officer(), MEASURE)));
        fields.add(several(words, "territories", territories(lexicon)));
        fields.add(line(words, "place", TITLE_LENGTH_MAX));
        fields.add(new ReasonPage.Field.Moment(
                "start",
                words.of("field.start"),
                words.of("hint.zone", lexicon.zone().getId())));
        fields.add(new ReasonPage.Field.Moment("end", words.of("field.end"), words.of("hint.end")));
        fields.add(several(
                words,
                "measures",
                Arrays.stream(OperationMeasure.values())
                        .map(measure -> new Choice(measure.key(), words.of(measure.text())))
                        .toList()));
        fields.add(new ReasonPage.Field.Whole("guests", words.of("field.guests"), words.of("hint.guests")));
        fields.add(one(
                words,
                "powers",
                List.of(
                        new Choice("LIAISON", words.of("powers.liaison")),
                        new Choice("COERCIVE", words.of("powers.coercive")))));
        fields.add(several(
                words,
                "declared",
                List.of(
                        new Choice("accredited", words.of("declared.accredited")),
                        new Choice("armed", words.of("declared.armed")),
                        new Choice("permit", words.of("declared.permit")),
                        new Choice("lead", words.of("declared.lead")))));
        fields.add(line(words, "case", 20));
        fields.add(one(words, "basis", lexicon.bases(MEASURE)));
        fields.add(one(words, "purpose", lexicon.purposes()));
        return new ReasonPage(
                words.of("operation.write"),
                words.of("place.operations"),
                words.of("operation.write.state"),
                form.values().isEmpty() ? Form.of(Map.of("guests", List.of("0"), "powers", List.of("LIAISON"))) : form,
                fields,
                List.of(),
                "/operations/new",
                words.of("operation.write.do"),
                false,
                "/operations",
                "operation");
    }

    static Read read(Lexicon lexicon, Form form) {
        FormReader reader = new FormReader(lexicon.words(), form);
        String title = reader.text("title");
        Optional<InstitutionId> to = reader.value("to", InstitutionId::new);
        String place = reader.text("place");
        Optional<Instant> start = reader.moment("start", lexicon.zone());
        Optional<Instant> end = reader.moment("end", lexicon.zone());
        Optional<Integer> guests = reader.value("guests", Integer::valueOf);
        Optional<Guests.Powers> powers = reader.value("powers", Guests.Powers::valueOf);
        Optional<CaseNumber> caseNumber = reader.value("case", CaseNumber::new);
        Optional<LegalBasis> basis = reader.value("basis", Lexicon::basis);
        Optional<Purpose> purpose = reader.value("purpose", Purpose::new);
        if (form.all("territories").isEmpty()) {
            reader.wrong("territories", "error.needed");
        }
        if (form.all("measures").isEmpty()) {
            reader.wrong("measures", "error.needed");
        }
        if (reader.isBroken()) {
            return new Read(reader.form(), null);
        }
        try {
            OperationOrder order = new OperationOrder(
                    lexicon.agreement().id(),
                    to.orElseThrow(),
                    title,
                    form.all("territories").stream()
                            .map(territory -> new DeclaredPart(Territory.parse(territory), place))
                            .toList(),
                    new Window(start.orElseThrow(), end.orElseThrow()),
                    form.all("measures"),
                    new Guests(
                            guests.orElseThrow(),
                            powers.orElseThrow(),
                            form.has("declared", "accredited"),
                            form.has("declared", "armed"),
                            form.has("declared", "permit")),
                    form.has("declared", "lead"),
                    basis.orElseThrow(),
                    purpose.orElseThrow(),
                    caseNumber.orElseThrow());
            return new Read(form, order);
        } catch (IllegalArgumentException e) {
            reader.wrong("end", "error.window");
            return new Read(reader.form(), null);
        }
    }

    private static List<Choice> territories(Lexicon lexicon) {
        List<Choice> choices = new ArrayList<>();
        for (PartyTerms terms : lexicon.agreement().text().parties()) {
            choices.add(new Choice(terms.party().code(), lexicon.words().of(terms.name())));
        }
        choices.add(new Choice(
                "UNSURE",
                lexicon.words().of("territory.unsure"),
                lexicon.words().of("territory.unsure.hint")));
        return choices;
    }

    static String territory(Lexicon lexicon, Territory territory) {
        return switch (territory) {
            case Territory.Of of -> lexicon.party(of.party());
            case Territory.Unsure _ -> lexicon.words().of("territory.unsure");
        };
    }

    static String measure(Words words, String key) {
        return OperationMeasure.of(key)
                .map(OperationMeasure::text)
                .map(words::of)
                .orElse(key);
    }

    private static ReasonPage.Field line(Words words, String name, int lengthMax) {
        return new ReasonPage.Field.Line(name, words.of("field." + name), hint(words, name), lengthMax);
    }

    private static ReasonPage.Field one(Words words, String name, List<Choice> choices) {
        return new ReasonPage.Field.One(name, words.of("field." + name), hint(words, name), choices);
    }

    private static ReasonPage.Field several(Words words, String name, List<Choice> choices) {
        return new ReasonPage.Field.Several(name, words.of("field." + name), hint(words, name), choices);
    }

    private static String hint(Words words, String name) {
        return words.has("hint." + name) ? words.of("hint." + name) : "";
    }
}
