package org.entente.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.ask.ForewarningOrder;
import org.entente.ask.RequestNumber;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/// The forms of a no-surprise notice: to write one, and to decide on one that waits.
final class ForewarningForms {
    static final String BASE = "/inbox/forewarnings";
    private static final int TEXT_LENGTH_MAX = 4_000;
    private static final int REASON_LENGTH_MAX = 2_000;
    private static final int NUMBER_LENGTH_MAX = 20;

    /// What is decided on one that waits.
    enum Decision {
        SEND,
        DELAY,
        LEAVE
    }

    private ForewarningForms() {}

    static ReasonPage writing(Lexicon lexicon, Officer officer, Form form) {
        Words words = lexicon.words();
        String optional = " " + words.of("write.optional");
        List<Choice> yesNo = List.of(new Choice("no", words.of("no")), new Choice("yes", words.of("yes")));
        return new ReasonPage(
                words.of("forewarning.write.title"),
                words.of("place.inbox"),
                words.of("forewarning.write.state"),
                form,
                List.of(
                        new ReasonPage.Field.One(
                                "to", words.of("field.forewarned"), "", lexicon.otherInstitutions(officer)),
                        new ReasonPage.Field.Text(
                                "text",
                                words.of("field.forewarning"),
                                words.of("field.forewarning.hint"),
                                TEXT_LENGTH_MAX,
                                words.tag()),
                        new ReasonPage.Field.Line(
                                "request",
                                words.of("field.forewarningRequest") + optional,
                                words.of("field.forewarningRequest.hint"),
                                NUMBER_LENGTH_MAX),
                        new ReasonPage.Field.One(
                                "shows", words.of("field.showsNumber"), words.of("field.showsNumber.hint"), yesNo),
                        new ReasonPage.Field.Line(
                                "case",
                                words.of("field.case") + optional,
                                words.of("field.forewarningCase.hint"),
                                NUMBER_LENGTH_MAX),
                        new ReasonPage.Field.One("basis", words.of("field.basis"), "", lexicon.allBases()),
                        new ReasonPage.Field.One("purpose", words.of("field.purpose"), "", lexicon.purposes()),
                        new ReasonPage.Field.One("exercise", words.of("field.demonstration"), "", yesNo),
                        new ReasonPage.Field.One(
                                "choice",
                                words.of("field.forewarningChoice"),
                                words.of("field.forewarningChoice.hint"),
                                Arrays.stream(ForewarningOrder.Choice.values())
                                        .map(one -> new Choice(word(one), words.of("forewarning.choice." + word(one))))
                                        .toList()),
                        reason(words),
                        due(words)),
                List.of(),
                BASE + "/new",
                words.of("forewarning.write.do"),
                false,
                BASE,
                "forewarning");
    }

    static Optional<ForewarningOrder> writing(Lexicon lexicon, FormReader reader) {
        Form form = reader.form();
        Optional<InstitutionId> to = reader.value("to", InstitutionId::new);
        String text = reader.text("text");
        @Nullable
        RequestNumber request = form.value("request").isEmpty()
                ? null
                : reader.value("request", RequestNumber::new).orElse(null);
        @Nullable
        CaseNumber caseNumber = form.value("case").isEmpty()
                ? null
                : reader.value("case", CaseNumber::new).orElse(null);
        Optional<LegalBasis> basis = reader.value("basis", Lexicon::basis);
        Optional<Purpose> purpose = reader.value("purpose", Purpose::new);
        Optional<ForewarningOrder.Choice> choice =
                reader.value("choice", word -> ForewarningOrder.Choice.valueOf(constant(word)));
        boolean exercise = reader.text("exercise").equals("yes");
        boolean shows = reader.text("shows").equals("yes");
        boolean delays = choice.filter(ForewarningOrder.Choice.DELAYED::equals).isPresent();
        String reason = delays ? reader.text("reason") : form.value("reason");
        Optional<Instant> due = delays ? reader.moment("due", lexicon.zone()) : Optional.empty();
        if (reader.isBroken()) {
            return Optional.empty();
        }
        return Optional.of(new ForewarningOrder(
                lexicon.agreement().id(),
                request,
                caseNumber,
                to.orElseThrow(),
                text,
                basis.orElseThrow(),
                purpose.orElseThrow(),
                exercise,
                shows,
                choice.orElseThrow(),
                reason,
                due.orElse(null)));
    }

    static ReasonPage decision(Words words, String id, Form form) {
        String path = BASE + "/" + id;
        return new ReasonPage(
                words.of("forewarning.decide.title"),
                words.of("place.inbox"),
                words.of("forewarning.decide.state"),
                form,
                List.of(
                        new ReasonPage.Field.One(
                                "decision",
                                words.of("field.forewarningDecision"),
                                "",
                                Arrays.stream(Decision.values())
                                        .map(one ->
                                                new Choice(word(one), words.of("forewarning.decision." + word(one))))
                                        .toList()),
                        reason(words),
                        due(words)),
                List.of(),
                path + "/decision",
                words.of("forewarning.decide.do"),
                false,
                path,
                "forewarning-" + id);
    }

    private static ReasonPage.Field reason(Words words) {
        return new ReasonPage.Field.Text(
                "reason",
                words.of("field.forewarningReason") + " " + words.of("write.optional"),
                words.of("field.forewarningReason.hint"),
                REASON_LENGTH_MAX,
                words.tag());
    }

    private static ReasonPage.Field due(Words words) {
        return new ReasonPage.Field.Moment(
                "due",
                words.of("field.forewarningDue") + " " + words.of("write.optional"),
                words.of("field.forewarningDue.hint"));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
