package org.entente.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.kernel.CaseNumber;
import org.entente.release.ChallengeAnswerOrder;
import org.entente.release.ChallengeEnding;
import org.entente.release.ChallengeFile;
import org.entente.release.ChallengeGround;
import org.entente.release.ChallengeOrder;
import org.entente.release.Challenger;
import org.entente.release.ReleaseId;
import org.entente.release.SentItem;

/// The forms of a challenge and of its answer.
final class ChallengeForms {
    private static final int NAME_LENGTH_MAX = 200;
    private static final int REFERENCE_LENGTH_MAX = 100;
    private static final int TEXT_LENGTH_MAX = 4_000;
    private static final int REASONS_LENGTH_MAX = 2_000;
    private static final int POSITIONS_LENGTH_MAX = 200;
    /// Fields for new values on one page; a correction of more goes by the API.
    private static final int VALUES_MAX = 40;
    /// In the place of a value: the statement is left out.
    private static final String LEFT_OUT = "-";

    private ChallengeForms() {}

    static ReasonPage lodging(Words words, ReleaseId release, Form form) {
        String path = "/releases/" + release.hex();
        return new ReasonPage(
                words.of("challenge.title"),
                words.of("place.releases"),
                words.of("challenge.lodge.state"),
                form,
                List.of(
                        new ReasonPage.Field.One("broughtBy", words.of("field.broughtBy"), "", challengers(words)),
                        new ReasonPage.Field.Line(
                                "representative",
                                words.of("field.representative"),
                                words.of("field.representative.hint"),
                                NAME_LENGTH_MAX),
                        new ReasonPage.Field.Line(
                                "reference",
                                words.of("field.reference") + " " + words.of("write.optional"),
                                words.of("field.reference.hint"),
                                REFERENCE_LENGTH_MAX),
                        new ReasonPage.Field.One("ground", words.of("field.challengeGround"), "", grounds(words)),
                        new ReasonPage.Field.Line(
                                "positions",
                                words.of("field.positions") + " " + words.of("write.optional"),
                                words.of("field.positions.hint"),
                                POSITIONS_LENGTH_MAX),
                        new ReasonPage.Field.Text(
                                "text",
                                words.of("field.challengeText"),
                                words.of("field.challengeText.hint"),
                                TEXT_LENGTH_MAX,
                                words.tag()),
                        new ReasonPage.Field.Day("receivedOn", words.of("field.receivedOn"), ""),
                        new ReasonPage.Field.Line(
                                "case", words.of("field.case"), words.of("field.challengeCase.hint"), 20)),
                List.of(),
                path + "/challenge",
                words.of("challenge.do"),
                false,
                path,
                "challenge-" + release.hex());
    }

    static Optional<ChallengeOrder> lodging(FormReader reader, ReleaseId release) {
        Form form = reader.form();
        Optional<Challenger> broughtBy = reader.value("broughtBy", word -> Challenger.valueOf(constant(word)));
        Optional<ChallengeGround> ground = reader.value("ground", word -> ChallengeGround.valueOf(constant(word)));
        String text = reader.text("text");
        Optional<LocalDate> receivedOn = reader.value("receivedOn", LocalDate::parse);
        Optional<CaseNumber> caseNumber = reader.value("case", CaseNumber::new);
        boolean isPerson = broughtBy.filter(Challenger.PERSON_CONCERNED::equals).isPresent();
        String representative = form.value("representative");
        if (broughtBy.isPresent() && isPerson != representative.isEmpty()) {
            reader.wrong("representative", isPerson ? "error.representative" : "error.needed");
        }
        SortedSet<Integer> positions = positions(reader);
        if (reader.isBroken()) {
            return Optional.empty();
        }
        return Optional.of(new ChallengeOrder(
                release,
                positions,
                broughtBy.orElseThrow(),
                representative,
                form.value("reference"),
                ground.orElseThrow(),
                text,
                receivedOn.orElseThrow(),
                caseNumber.orElseThrow()));
    }

    private static SortedSet<Integer> positions(FormReader reader) {
        if (reader.form().value("positions").isEmpty()) {
            return new TreeSet<>();
        }
        return reader.value("positions", text -> {
                    SortedSet<Integer> positions = new TreeSet<>();
                    for (String part : text.split("[,\\s]+")) {
                        positions.add(Integer.parseUnsignedInt(part));
                    }
                    return positions;
                })
                .orElseGet(TreeSet::new);
    }

    static ReasonPage answer(Words words, ChallengeFile file, List<SentItem> items, Form form) {
        String path = ChallengeViews.path(file.challenge().id());
        List<ReasonPage.Field> fields = new ArrayList<>();
        fields.add(new ReasonPage.Field.One(
                "ending",
                words.of("field.ending"),
                "",
                Arrays.stream(ChallengeEnding.values())
                        .map(ending -> new Choice(
                                ChallengeViews.word(ending),
                                words.of("challenge.ending." + ChallengeViews.word(ending)),
                                words.of("challenge.ending." + ChallengeViews.word(ending) + ".hint")))
                        .toList()));
        for (int position : corrigible(file, items)) {
            fields.add(new ReasonPage.Field.Line(
                    "value-" + position,
                    words.of(
                            "field.newValue",
                            position,
                            HoldingsPages.property(
                                    words, items.get(position - 1).property())),
                    words.of("field.newValue.hint"),
                    TEXT_LENGTH_MAX));
        }
        fields.add(new ReasonPage.Field.Text(
                "reasons",
                words.of("field.challengeReasons"),
                words.of("field.challengeReasons.hint"),
                REASONS_LENGTH_MAX,
                words.tag()));
        return new ReasonPage(
                words.of("challenge.answer.title"),
                words.of("place.releases"),
                words.of("challenge.answer.state"),
                form,
                fields,
                List.of(),
                path + "/answer",
                words.of("challenge.answer.do"),
                true,
                path,
                "challenge-answer-" + file.challenge().id().hex());
    }

    static Optional<ChallengeAnswerOrder> answer(FormReader reader, ChallengeFile file, List<SentItem> items) {
        Form form = reader.form();
        Optional<ChallengeEnding> ending = reader.value("ending", word -> ChallengeEnding.valueOf(constant(word)));
        String reasons = reader.text("reasons");
        SortedMap<Integer, String> corrections = new TreeMap<>();
        List<Integer> corrigible = corrigible(file, items);
        for (int position : corrigible) {
            String value = form.value("value-" + position);
            if (!value.isEmpty()) {
                corrections.put(position, value.equals(LEFT_OUT) ? "" : value);
            }
        }
        boolean corrects = ending.filter(ChallengeEnding.CORRECTED::equals).isPresent();
        if (ending.isPresent() && corrects == corrections.isEmpty()) {
            String field = "value-" + (corrections.isEmpty() ? corrigible.getFirst() : corrections.firstKey());
            reader.wrong(field, corrects ? "error.corrections" : "error.noCorrections");
        }
        return reader.isBroken()
                ? Optional.empty()
                : Optional.of(new ChallengeAnswerOrder(ending.orElseThrow(), reasons, corrections));
    }

    private static List<Integer> corrigible(ChallengeFile file, List<SentItem> items) {
        SortedSet<Integer> challenged = file.reaches().getFirst().positions();
        List<Integer> positions = new ArrayList<>();
        for (int position = 1; position <= items.size() && positions.size() < VALUES_MAX; position++) {
            if (challenged.isEmpty() || challenged.contains(position)) {
                positions.add(position);
            }
        }
        return positions;
    }

    private static List<Choice> challengers(Words words) {
        return Arrays.stream(Challenger.values())
                .map(one -> new Choice(ChallengeViews.word(one), words.of("challenger." + ChallengeViews.word(one))))
                .toList();
    }

    private static List<Choice> grounds(Words words) {
        return Arrays.stream(ChallengeGround.values())
                .map(one ->
                        new Choice(ChallengeViews.word(one), words.of("challenge.ground." + ChallengeViews.word(one))))
                .toList();
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
