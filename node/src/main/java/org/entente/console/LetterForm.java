package org.entente.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.agreement.Course;
import org.entente.agreement.clock.Deadline;
import org.entente.ask.Direction;
import org.entente.ask.Event;
import org.entente.ask.HistoryEntry;
import org.entente.ask.LetterKind;
import org.entente.ask.LetterOrder;
import org.entente.ask.RequestDetail;
import org.entente.kernel.InstitutionId;
import org.jspecify.annotations.Nullable;

/// The form of a letter of a kind.
///
/// @param milestone what a letter of the kind MILESTONE tells
record LetterForm(LetterKind kind, Course.@Nullable Milestone milestone) {
    private static final int TEXT_LENGTH_MAX = 4_000;

    Course.Milestone told() {
        return Objects.requireNonNull(milestone);
    }

    /// A question is most often about no ground. The moment of a milestone is left to who tells it: a clock may start
    /// with it.
    Form start() {
        return kind == LetterKind.QUESTION ? Form.of(Map.of(LetterOrder.GROUND, List.of(""))) : Form.EMPTY;
    }

    /// What a question does to the clock and to the basis.
    private static String asks(Lexicon today, RequestDetail detail) {
        Lexicon lexicon = today.under(detail.summary().law());
        Deadline deadline = detail.filed().deadline();
        boolean runs = deadline != null
                && !lexicon.agreement().legalClock(deadline.clock()).stands();
        return runs ? ".runs" : detail.filed().accepted() == null ? ".state.check" : ".state";
    }

    ReasonPage page(Lexicon today, RequestDetail detail, Form form) {
        Lexicon lexicon = today.under(detail.summary().law());
        Words words = lexicon.words();
        String number = detail.filed().number().value();
        String word = kind.word();
        boolean asked = detail.filed().side() == Direction.IN;
        InstitutionId other =
                asked ? detail.filed().request().head().from() : detail.filed().authority();
        String title = milestone == null ? words.of(word + ".title") : words.of(milestone.name());
        boolean ends = milestone != null && milestone.ends();
        String variant = ends ? ".state.ends" : kind == LetterKind.QUESTION ? asks(lexicon, detail) : ".state";
        String page = milestone == null ? word : "milestones/" + milestone.key();
        List<ReasonPage.Field> fields = new ArrayList<>();
        fields.addAll(fields(lexicon, question(detail)));
        if (kind == LetterKind.QUESTION) {
            fields.add(grounds(words, detail));
        }
        if (kind == LetterKind.TRANSFER) {
            fields.addFirst(authorities(words, detail));
        }
        if (kind == LetterKind.DISCLOSURE) {
            fields.addFirst(releases(words, detail));
        }
        return new ReasonPage(
                title,
                number,
                words.of(word + variant, lexicon.institution(other)),
                form,
                fields,
                RequestViews.paper(detail.document()),
                "/requests/" + number + "/" + page,
                words.of(word + ".send"),
                ends,
                "/requests/" + number,
                page.replace('/', '-') + "-" + number);
    }

    /// Without the choice of grounds, which is never wrong.
    List<ReasonPage.Field> fields(Lexicon lexicon, String hint) {
        Words words = lexicon.words();
        List<ReasonPage.Field> fields = new ArrayList<>();
        if (kind == LetterKind.POSTPONEMENT) {
            fields.add(new ReasonPage.Field.Day(
                    LetterOrder.REVIEW, words.of("field.review"), words.of("field.review.hint")));
        }
        if (kind == LetterKind.DISCLOSURE) {
            fields.add(new ReasonPage.Field.Day(LetterOrder.DAY, words.of("field.day"), words.of("field.day.hint")));
        }
        if (milestone != null) {
            fields.add(new ReasonPage.Field.Moment(
                    LetterOrder.HAPPENED,
                    words.of("field.happened"),
                    words.of("field.happened.hint", lexicon.zone().getId())));
            milestone.form().forEach(field -> fields.add(RequestForms.field(words, field)));
        }
        String label = words.of("field." + kind.word());
        fields.add(new ReasonPage.Field.Text(
                "text",
                kind.needsText() ? label : label + " " + words.of("write.optional"),
                hint,
                TEXT_LENGTH_MAX,
                words.tag()));
        return fields;
    }

    /// Whoever thinks of a ground says so before it refuses, and asks whether a condition or an undertaking would do.
    private static ReasonPage.Field grounds(Words words, RequestDetail detail) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", words.of("question.ground.none")));
        detail.grounds()
                .forEach(ground -> choices.add(new Choice(
                        ground.key(), words.of(ground.text()), ground.article().toString())));
        return new ReasonPage.Field.One(
                LetterOrder.GROUND, words.of("question.ground"), words.of("question.ground.hint"), choices);
    }

    private static ReasonPage.Field authorities(Words words, RequestDetail detail) {
        List<Choice> choices = detail.authorities().stream()
                .map(one -> new Choice(one.id().value(), words.of(one.name())))
                .toList();
        return new ReasonPage.Field.One(
                LetterOrder.AUTHORITY, words.of("field.authority"), words.of("field.authority.hint"), choices);
    }

    private static ReasonPage.Field releases(Words words, RequestDetail detail) {
        List<Choice> choices = detail.releases().stream()
                .map(one -> new Choice(one.hex(), words.of("request.release", ReleasesPages.shortId(one))))
                .toList();
        return new ReasonPage.Field.One(
                LetterOrder.RELEASE, words.of("field.release"), words.of("field.release.hint"), choices);
    }

    /// What the other side asked last, to be read while one answers.
    private String question(RequestDetail detail) {
        return kind != LetterKind.SUPPLEMENT
                ? ""
                : detail.history().stream()
                        .filter(entry -> entry.event() == Event.QUESTION_ARRIVED)
                        .max(Comparator.comparing(HistoryEntry::at))
                        .map(HistoryEntry::note)
                        .orElse("");
    }
}
