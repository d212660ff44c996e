package org.entente.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.hold.Dossier;
import org.entente.hold.JudgedPair;
import org.entente.hold.Likeness;
import org.entente.hold.SubjectId;
import org.entente.kernel.Purpose;

/// What stands about two records, with the waterfall of its bits. `stand` says by whom and when, and why;
/// `outdated` that a source says something else since, empty when none does; `href` is where it is judged,
/// empty for whoever may not.
record JudgedView(
        String title,
        Mark verdict,
        String stand,
        String score,
        String others,
        String outdated,
        List<Row> rows,
        String href) {
    /// One line: what was compared, both values with their sources, how they agree, m and u, bits.
    record Row(String what, Side one, Side other, String level, String shares, String bits) {}

    /// `stated` is the whole value where only a part of it was compared.
    record Side(String compared, String stated, String source) {}

    JudgedView {
        rows = List.copyOf(rows);
    }

    /// `dossier` is the record the reader is at, or one of the pair.
    static JudgedView of(Lexicon lexicon, JudgedPair pair, String title, String href) {
        Words words = lexicon.words();
        Likeness likeness = pair.likeness();
        String who = pair.officer()
                .map(officer -> words.of("judged.by", officer.value(), lexicon.moment(pair.judged())))
                .orElse(words.of("judged.machine", lexicon.moment(pair.judged()), pair.modelVersion()));
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                words.of("judged.prior"),
                new Side("", "", ""),
                new Side("", "", ""),
                words.of("judged.prior.why"),
                "",
                bits(likeness.priorBits())));
        likeness.parts().forEach(part -> rows.add(row(lexicon, part)));
        return new JudgedView(
                title,
                mark(words, pair),
                who
                        + pair.reason()
                                .map(reason -> " " + words.of("judged.reason", reason))
                                .orElse(""),
                words.of("judged.score", bits(likeness.bits()), percent(likeness.probability())),
                likeness.othersInWords()
                        .map(others -> words.of("judged.others", words.of(others)))
                        .orElse(""),
                pair.isOutdated() ? words.of("judged.outdated", bits(pair.bits())) : "",
                rows,
                href);
    }

    static Mark mark(Words words, JudgedPair pair) {
        Mark.Tone tone = switch (pair.verdict()) {
            case JOINED_BY_MACHINE, TO_REVIEW -> Mark.Tone.SOON;
            case JOINED_BY_PERSON -> Mark.Tone.PROVEN;
            case APART, APART_BY_PERSON, UNSURE_BY_PERSON -> Mark.Tone.QUIET;
        };
        return new Mark(words.of(pair.verdict().inWords()), tone);
    }

    /// Name and source of the records beside this one; of a pair of two others, both.
    static String title(Lexicon lexicon, JudgedPair pair, Dossier dossier) {
        if (pair.pair().has(dossier.subject())) {
            return name(lexicon, dossier, pair.pair().beside(dossier.subject()));
        }
        return name(lexicon, dossier, pair.pair().one()) + " · "
                + name(lexicon, dossier, pair.pair().other());
    }

    private static String name(Lexicon lexicon, Dossier dossier, SubjectId record) {
        return dossier.joined().stream()
                .map(Dossier.Joined::record)
                .filter(other -> other.subject().equals(record))
                .findFirst()
                .map(other -> other.name() + " (" + lexicon.source(other.source()) + ")")
                .orElse(lexicon.words().of("judged.record", record.toString().substring(0, 8)));
    }

    static String href(JudgedPair pair, Purpose purpose) {
        return "/review/" + pair.pair().one() + "/" + pair.pair().other() + "?purpose=" + purpose.code();
    }

    private static Row row(Lexicon lexicon, Likeness.Part part) {
        Words words = lexicon.words();
        return new Row(
                words.of(part.whatInWords()),
                side(lexicon, part.one()),
                side(lexicon, part.other()),
                words.of(part.levelInWords()),
                part.u() > 0 ? words.of("judged.shares", share(part.m()), share(part.u())) : "",
                bits(part.bits()));
    }

    private static Side side(Lexicon lexicon, Likeness.Side side) {
        return new Side(
                side.compared().isEmpty() ? "—" : side.compared(),
                side.stated()
                        .map(Likeness.Stated::value)
                        .filter(value -> !value.equals(side.compared()))
                        .orElse(""),
                side.stated().map(stated -> lexicon.source(stated.source())).orElse(""));
    }

    private static String bits(double bits) {
        return String.format(Locale.ROOT, "%+.1f", bits);
    }

    private static String percent(double probability) {
        double percent = 100 * Math.min(probability, 0.9999);
        return String.format(Locale.ROOT, percent < 1 || percent > 99 ? "%.2f %%" : "%.0f %%", percent);
    }

    private static String share(double share) {
        return share >= 0.001 ? String.format(Locale.ROOT, "%.3f", share) : String.format(Locale.ROOT, "%.1e", share);
    }
}
