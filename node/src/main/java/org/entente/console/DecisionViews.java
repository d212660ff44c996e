package org.entente.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.agreement.Ground;
import org.entente.ask.Direction;
import org.entente.ask.Filed;
import org.entente.ask.Head;
import org.entente.ask.RefusalOrder;
import org.entente.ask.RequestDetail;
import org.entente.kernel.Bilingual;
import org.entente.kernel.InstitutionId;
import org.jspecify.annotations.Nullable;

/// The pages on which a person decides on a request: the check of its basis, a refusal, a withdrawal.
final class DecisionViews {
    private static final int NOTE_LENGTH_MAX = 2_000;

    private DecisionViews() {}

    static ReasonPage check(Lexicon today, RequestDetail detail, Form form) {
        Lexicon lexicon = today.under(detail.summary().law());
        Words words = lexicon.words();
        Filed filed = detail.filed();
        Head head = filed.request().head();
        List<ReasonPage.Field> fields = new ArrayList<>();
        String measure = filed.request().type().measure();
        detail.openFacts()
                .forEach(fact -> fields.add(RequestForms.fact(
                        lexicon, measure, fact, fact.aboutCounsel() ? AssistancePages.standing(lexicon, detail) : "")));
        fields.add(new ReasonPage.Field.Kept("revision", Integer.toString(detail.revision())));
        fields.add(new ReasonPage.Field.One(
                "accepted",
                words.of("field.accepted"),
                words.of("check.article", head.basis()),
                List.of(new Choice("yes", words.of("check.yes")), new Choice("no", words.of("check.no")))));
        fields.add(new ReasonPage.Field.Text(
                "note", words.of("field.note"), words.of("check.note"), NOTE_LENGTH_MAX, words.tag()));
        boolean out = filed.side() == Direction.OUT;
        return new ReasonPage(
                words.of("check.title"),
                filed.number().value(),
                words.of(out ? "check.state.out" : "check.state.in", lexicon.institution(head.to())),
                form,
                fields,
                changed(detail),
                "/requests/" + filed.number() + "/check",
                words.of("check.next"),
                false,
                "/requests/" + filed.number(),
                "check-" + filed.number());
    }

    /// The paper, behind what was changed in it since it was sent back.
    private static List<PaperPart> changed(RequestDetail detail) {
        List<PaperPart> parts = new ArrayList<>();
        if (!detail.changes().isEmpty()) {
            parts.add(new PaperPart(
                    Words.both("changed"),
                    detail.changes().stream()
                            .map(change -> new PaperPart.Row(
                                    change.label(),
                                    new Bilingual(
                                            change(
                                                    change.before().en(),
                                                    change.after().en()),
                                            change(
                                                    change.before().es(),
                                                    change.after().es()))))
                            .toList()));
        }
        parts.addAll(RequestViews.paper(detail.document()));
        return parts;
    }

    private static String change(String before, String after) {
        return (before.isEmpty() ? "—" : before) + " → " + (after.isEmpty() ? "—" : after);
    }

    static ConfirmPage checkConfirmed(Lexicon today, RequestDetail detail, Form form, boolean accepted) {
        Lexicon lexicon = today.under(detail.summary().law());
        Words words = lexicon.words();
        Filed filed = detail.filed();
        Head head = filed.request().head();
        boolean sends = accepted && filed.side() == Direction.OUT;
        return new ConfirmPage(
                words.of(accepted ? "check.accept.title" : "check.return.title"),
                filed.number().value(),
                List.of(
                        new ConfirmPage.Row(
                                words.of("confirm.reader"),
                                lexicon.institution(sends ? head.to() : ownInstitution(filed))),
                        new ConfirmPage.Row(
                                words.of("field.basis"), head.basis().toString())),
                words.of(sends ? "check.sends" : accepted ? "check.opens" : "check.returns"),
                sends ? RequestViews.paper(detail.document()) : List.of(),
                null,
                "/requests/" + filed.number() + "/check",
                signed(form.values()),
                words.of(sends ? "check.send" : "check.sign"),
                false,
                "/requests/" + filed.number() + "/check");
    }

    private static InstitutionId ownInstitution(Filed filed) {
        Head head = filed.request().head();
        return filed.side() == Direction.OUT ? head.from() : filed.authority();
    }

    static ReasonPage refusal(Lexicon today, RequestDetail detail, Form form) {
        Lexicon lexicon = today.under(detail.summary().law());
        Words words = lexicon.words();
        Filed filed = detail.filed();
        List<Choice> grounds = detail.grounds().stream()
                .map(ground -> new Choice(
                        ground.key(), words.of(ground.text()), ground.article().toString()))
                .toList();
        return new ReasonPage(
                words.of("refuse.title"),
                filed.number().value(),
                words.of("refuse.state"),
                form,
                List.of(
                        new ReasonPage.Field.One("ground", words.of("field.ground"), "", grounds),
                        new ReasonPage.Field.Text(
                                "reasonsEn",
                                words.of("field.reasonsEn"),
                                words.of("reasons.hint"),
                                NOTE_LENGTH_MAX,
                                "en"),
                        new ReasonPage.Field.Text("reasonsEs", words.of("field.reasonsEs"), "", NOTE_LENGTH_MAX, "es"),
                        new ReasonPage.Field.Text(
                                "part",
                                words.of("field.part") + " " + words.of("write.optional"),
                                words.of("field.part.hint"),
                                NOTE_LENGTH_MAX,
                                words.tag()),
                        new ReasonPage.Field.Text(
                                "withoutConsultation",
                                words.of("field.withoutConsultation") + " " + words.of("write.optional"),
                                consultation(words, detail),
                                NOTE_LENGTH_MAX,
                                words.tag())),
                RequestViews.paper(detail.document()),
                "/requests/" + filed.number() + "/refusal",
                words.of("refuse.check"),
                true,
                "/requests/" + filed.number(),
                "refusal-" + filed.number());
    }

    /// Which grounds want a consultation first, of those that have had none.
    private static String consultation(Words words, RequestDetail detail) {
        String grounds = detail.grounds().stream()
                .filter(detail::wantsConsultation)
                .map(ground -> words.of(ground.text()))
                .collect(Collectors.joining(" "));
        return grounds.isEmpty() ? words.of("consultation.none") : words.of("consultation.wanted", grounds);
    }

    static ConfirmPage refusalConfirmed(Lexicon today, RequestDetail detail, RefusalOrder order) {
        Lexicon lexicon = today.under(detail.summary().law());
        Words words = lexicon.words();
        Filed filed = detail.filed();
        @Nullable
        Ground chosen = detail.grounds().stream()
                .filter(one -> one.key().equals(order.ground()))
                .findFirst()
                .orElse(null);
        String named = chosen == null ? order.ground() : words.of(chosen.text()) + " (" + chosen.article() + ")";
        return new ConfirmPage(
                words.of("refuse.title"),
                filed.number().value(),
                List.of(
                        new ConfirmPage.Row(
                                words.of("confirm.reader"),
                                lexicon.institution(filed.request().head().from())),
                        new ConfirmPage.Row(words.of("field.ground"), named),
                        new ConfirmPage.Row(
                                words.of("field.part"),
                                order.part().isEmpty() ? words.of("refuse.whole") : order.part())),
                words.of(order.part().isEmpty() ? "refuse.warning" : "refuse.part.warning"),
                List.of(new PaperPart(Words.both("reasons"), order.reasons())),
                null,
                "/requests/" + filed.number() + "/refusal",
                signed(Map.of(
                        "ground", List.of(order.ground()),
                        "reasonsEn", List.of(order.reasons().en()),
                        "reasonsEs", List.of(order.reasons().es()),
                        "withoutConsultation", List.of(order.withoutConsultation()),
                        "part", List.of(order.part()))),
                words.of("refuse.send"),
                true,
                "/requests/" + filed.number() + "/refusal");
    }

    static ReasonPage withdrawal(Lexicon lexicon, RequestDetail detail, Form form) {
        Words words = lexicon.words();
        Filed filed = detail.filed();
        return new ReasonPage(
                words.of("withdraw.title"),
                filed.number().value(),
                words.of("withdraw.state", lexicon.institution(filed.authority())),
                form,
                List.of(new ReasonPage.Field.Text(
                        "reason", words.of("field.reason"), "", NOTE_LENGTH_MAX, words.tag())),
                List.of(),
                "/requests/" + filed.number() + "/withdrawal",
                words.of("withdraw.do"),
                true,
                "/requests/" + filed.number(),
                "withdrawal-" + filed.number());
    }

    private static Map<String, List<String>> signed(Map<String, List<String>> values) {
        Map<String, List<String>> all = new TreeMap<>(values);
        all.put("signed", List.of("yes"));
        return all;
    }
}
