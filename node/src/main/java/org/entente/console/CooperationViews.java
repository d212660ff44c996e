package org.entente.console;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.Ground;
import org.entente.agreement.Institution;
import org.entente.agreement.Measure;
import org.entente.agreement.PartyTerms;
import org.entente.ask.Ageing;
import org.entente.ask.Comparison;
import org.entente.ask.CooperationReport;
import org.entente.ask.ExchangedFigures;
import org.entente.ask.Figures;
import org.entente.ask.Period;
import org.entente.kernel.Party;
import org.jspecify.annotations.Nullable;

/// Figures of cooperation as the page shows them. It adds words, never a number.
final class CooperationViews {
    private static final String NONE = "–";
    private static final int MONTHS_SHOWN = 3;

    private final Lexicon lexicon;
    private final Words words;

    CooperationViews(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.words = lexicon.words();
    }

    /// For who may not see them.
    CooperationPage closed() {
        return new CooperationPage(
                false,
                Form.EMPTY,
                "",
                "",
                List.of(),
                new CooperationPage.Verdict(new Mark("", Mark.Tone.QUIET), "", List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false);
    }

    CooperationPage page(
            Form form, YearMonth month, CooperationReport report, List<ExchangedFigures> exchanged, boolean maySend) {
        Period period = report.ours().period();
        Form shown = form.isBroken()
                ? form
                : Form.of(Map.of(
                        "first", List.of(period.first().toString()),
                        "last", List.of(period.last().toString())));
        Comparison comparison = report.theirs();
        return new CooperationPage(
                true,
                shown,
                period(lexicon, period),
                query(period),
                months(month, period),
                verdict(report),
                comparison == null || comparison.verdict() != Comparison.Verdict.DIFFER
                        ? List.of()
                        : comparison.differences().stream()
                                .map(this::difference)
                                .toList(),
                report.ours().lapsed().keySet().stream()
                        .map(party -> side(report.ours(), party))
                        .toList(),
                grounds(report.ours()),
                report.ageing().open().stream().map(this::age).toList(),
                Arrays.stream(Ageing.Band.values())
                        .map(band -> words.of("band." + band.word()))
                        .toList(),
                report.ageing().refused().stream()
                        .map(one -> new CooperationPage.InstitutionGround(
                                lexicon.institution(one.institution()),
                                ground(one.ground()),
                                String.valueOf(one.count())))
                        .toList(),
                exchanged.stream().map(this::exchanged).toList(),
                maySend);
    }

    static String query(Period period) {
        return "first=" + period.first() + "&last=" + period.last();
    }

    static String period(Lexicon lexicon, Period period) {
        return lexicon.words().of("figures.days", lexicon.day(period.first()), lexicon.day(period.last()));
    }

    /// Who gets what is sent: the other party's central authority.
    static String receiver(Lexicon lexicon, Frame frame) {
        return lexicon.agreement().text().institutions().stream()
                .filter(Institution::central)
                .map(Institution::id)
                .filter(id -> !id.party().equals(frame.officer().party()))
                .findFirst()
                .map(lexicon::institution)
                .orElse("");
    }

    private List<Link> months(YearMonth month, Period shown) {
        List<Link> months = new ArrayList<>();
        for (int back = 0; back < MONTHS_SHOWN; back++) {
            YearMonth one = month.minusMonths(back);
            Period period = Period.of(one);
            months.add(new Link(
                    "/cooperation?" + query(period),
                    lexicon.month(one),
                    period.equals(shown) ? Link.Tone.HERE : Link.Tone.PLAIN));
        }
        return months;
    }

    private CooperationPage.Verdict verdict(CooperationReport report) {
        List<String> notes = new ArrayList<>();
        if (report.onTheWay() > 0) {
            notes.add(words.count("figures.on-the-way", report.onTheWay()));
        }
        if (report.sent() != null) {
            notes.add(words.of("figures.last-sent", lexicon.moment(report.sent())));
        }
        Comparison comparison = report.theirs();
        if (comparison == null) {
            return new CooperationPage.Verdict(
                    new Mark(words.of("figures.none"), Mark.Tone.QUIET), words.of("figures.none.why"), notes);
        }
        if (comparison.notThere() > 0) {
            notes.add(words.count("figures.not-there", comparison.notThere()));
        }
        String when = lexicon.moment(comparison.arrived());
        return switch (comparison.verdict()) {
            case AGREE ->
                new CooperationPage.Verdict(
                        new Mark(words.of("figures.agree"), Mark.Tone.PROVEN),
                        words.of("figures.agree.said", when),
                        notes);
            case DIFFER ->
                new CooperationPage.Verdict(
                        new Mark(words.of("figures.differ"), Mark.Tone.REFUSED),
                        words.count("figures.differ", comparison.differences().size()),
                        notes);
            case WAIT ->
                new CooperationPage.Verdict(
                        new Mark(words.of("figures.wait"), Mark.Tone.SOON),
                        words.count("figures.wait", comparison.unconfirmed()),
                        notes);
        };
    }

    private CooperationPage.Difference difference(Comparison.Difference one) {
        Figures.Cell cell = one.cell();
        List<String> name = new ArrayList<>(List.of(lexicon.party(cell.asker())));
        if (!cell.type().isEmpty()) {
            name.add(type(cell.type()));
        }
        name.add(
                words.of("figure." + cell.what().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (!cell.detail().isEmpty()) {
            name.add(cell.detail());
        }
        return new CooperationPage.Difference(String.join(", ", name), number(one.ours()), number(one.theirs()));
    }

    private CooperationPage.Side side(Figures figures, Party asker) {
        List<CooperationPage.Row> rows = figures.rows().stream()
                .filter(row -> row.asker().equals(asker))
                .map(this::row)
                .toList();
        String other = lexicon.agreement().text().parties().stream()
                .map(PartyTerms::party)
                .filter(party -> !party.equals(asker))
                .findFirst()
                .map(lexicon::party)
                .orElse("");
        long lapsed = figures.lapsed().getOrDefault(asker, 0L);
        return new CooperationPage.Side(
                words.of("figures.side", lexicon.party(asker), other),
                rows,
                lapsed == 0 ? "" : words.count("figures.lapsed", lapsed));
    }

    private CooperationPage.Row row(Figures.Row row) {
        Figures.Hours hours = row.hours();
        return new CooperationPage.Row(
                type(row.type()),
                String.valueOf(row.asked()),
                String.valueOf(row.exercises()),
                String.valueOf(row.answered()),
                String.valueOf(row.refusedCount()),
                String.valueOf(row.withdrawn()),
                String.valueOf(row.open()),
                String.valueOf(row.heard()),
                hours == null ? NONE : words.of("figures.hours", hours.median()),
                hours == null ? NONE : words.of("figures.hours", hours.ninetieth()));
    }

    private List<CooperationPage.Ground> grounds(Figures figures) {
        return figures.rows().stream()
                .flatMap(row -> row.refused().stream()
                        .map(one -> new CooperationPage.Ground(
                                lexicon.party(row.asker()),
                                type(row.type()),
                                ground(one.ground()),
                                one.article().toString(),
                                String.valueOf(one.count()))))
                .toList();
    }

    private CooperationPage.Age age(Ageing.Open open) {
        return new CooperationPage.Age(
                lexicon.institution(open.institution()),
                Arrays.stream(Ageing.Band.values())
                        .map(band -> new CooperationPage.Count(
                                words.of("band." + band.word()), String.valueOf(open.count(band))))
                        .toList(),
                String.valueOf(open.total()));
    }

    private CooperationPage.Exchanged exchanged(ExchangedFigures one) {
        return new CooperationPage.Exchanged(
                "/cooperation?" + query(one.period()),
                period(lexicon, one.period()),
                words.of(one.own() ? "figures.sent" : "figures.came"),
                lexicon.moment(one.at()));
    }

    private String type(String key) {
        Optional<Measure> measure = lexicon.agreement().requests().stream()
                .filter(one -> one.key().equals(key))
                .findFirst();
        return measure.map(one -> words.of(one.title())).orElse(key);
    }

    private String ground(String key) {
        return lexicon.agreement().text().grounds().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .map(Ground::text)
                .map(words::of)
                .orElse(key);
    }

    private static String number(@Nullable Long number) {
        return number == null ? NONE : number.toString();
    }
}
