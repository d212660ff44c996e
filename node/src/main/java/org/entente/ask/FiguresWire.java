package org.entente.ask;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Party;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;
import org.jspecify.annotations.Nullable;

/// Figures as they cross, `ask.figures`, strict canonical JSON: `{"agreement":…,"by":…,"cut":{"received":…,"sent":…},
/// "lapsed":{…},"period":{"first":…,"last":…},"rows":[…],"v":1}`. A row: `answered`, `asked`, `asker`, `exercises`,
/// `heard`, `hours` (`median`, `ninetieth`; only if something was heard), `open`, `refused` (a list of `article`,
/// `count`, `ground`), `type`, `withdrawn`.
final class FiguresWire {
    private static final int VERSION = 1;
    /// No sum of a body of numbers up to this leaves a long.
    private static final long COUNT_MAX = 1_000_000_000_000L;

    private FiguresWire() {}

    static Bytes encode(Figures figures) {
        Json.MembersBuilder lapsed = Json.members();
        figures.lapsed().forEach((party, count) -> lapsed.with(party.code(), count));
        return Json.members()
                .with("v", VERSION)
                .with("agreement", figures.agreement().value())
                .with("by", figures.by().code())
                .with(
                        "period",
                        Json.members()
                                .with("first", figures.period().first().toString())
                                .with("last", figures.period().last().toString())
                                .build())
                .with(
                        "cut",
                        Json.members()
                                .with("sent", figures.cut().sent())
                                .with("received", figures.cut().received())
                                .build())
                .with("lapsed", lapsed.build())
                .with(
                        "rows",
                        new Json.Items(figures.rows().stream()
                                .<Json>map(FiguresWire::row)
                                .toList()))
                .build()
                .encode();
    }

    private static Json.Members row(Figures.Row row) {
        Json.MembersBuilder members = Json.members()
                .with("asker", row.asker().code())
                .with("type", row.type())
                .with("asked", row.asked())
                .with("exercises", row.exercises())
                .with("answered", row.answered())
                .with("withdrawn", row.withdrawn())
                .with("open", row.open())
                .with("heard", row.heard())
                .with(
                        "refused",
                        new Json.Items(row.refused().stream()
                                .<Json>map(FiguresWire::refused)
                                .toList()));
        Figures.Hours hours = row.hours();
        if (hours != null) {
            members.with(
                    "hours",
                    Json.members()
                            .with("median", hours.median())
                            .with("ninetieth", hours.ninetieth())
                            .build());
        }
        return members.build();
    }

    private static Json.Members refused(Figures.Refused refused) {
        return Json.members()
                .with("ground", refused.ground())
                .with(
                        "article",
                        Json.members()
                                .with("instrument", refused.article().instrument())
                                .with("article", refused.article().article())
                                .build())
                .with("count", refused.count())
                .build();
    }

    /// Figures that read and that add up; that they are true, the comparison says.
    ///
    /// @throws EntenteException ASK_BODY_BROKEN; ASK_FIGURES_UNFIT for sums that do not come out
    static Figures parse(Bytes body) {
        return AskWire.parse(AskWire.FIGURES, body, reader -> {
            AgreementId agreement = new AgreementId(reader.text("agreement"));
            Party by = new Party(reader.text("by"));
            Period period = period(reader.members("period").reader());
            MemberReader cut = reader.members("cut").reader();
            Cut to = new Cut(cut.whole("sent", 0, COUNT_MAX), cut.whole("received", 0, COUNT_MAX));
            cut.end();
            Figures figures = new Figures(
                    agreement, by, period, to, lapsed(reader.members("lapsed")), rows(reader.items("rows")));
            requireSums(figures);
            return figures;
        });
    }

    private static Period period(MemberReader reader) {
        try {
            Period period = new Period(LocalDate.parse(reader.text("first")), LocalDate.parse(reader.text("last")));
            reader.end();
            return period;
        } catch (DateTimeException notADay) {
            throw new IllegalArgumentException(notADay);
        }
    }

    private static SortedMap<Party, Long> lapsed(Json.Members members) {
        SortedMap<Party, Long> lapsed = new TreeMap<>();
        MemberReader reader = members.reader();
        members.values().keySet().forEach(party -> lapsed.put(new Party(party), reader.whole(party, 0, COUNT_MAX)));
        if (lapsed.size() > 2) {
            throw new IllegalArgumentException("more parties than two");
        }
        return lapsed;
    }

    private static List<Figures.Row> rows(Json.Items items) {
        List<Figures.Row> rows = new ArrayList<>();
        for (Json item : items.values()) {
            MemberReader reader = members(item).reader();
            boolean heard = reader.whole("heard", 0, COUNT_MAX) > 0;
            rows.add(new Figures.Row(
                    new Party(reader.text("asker")),
                    new RequestType(reader.text("type")).measure(),
                    reader.whole("asked", 1, COUNT_MAX),
                    reader.whole("exercises", 0, COUNT_MAX),
                    reader.whole("answered", 0, COUNT_MAX),
                    refused(reader.items("refused")),
                    reader.whole("withdrawn", 0, COUNT_MAX),
                    reader.whole("open", 0, COUNT_MAX),
                    reader.whole("heard"),
                    heard ? hours(reader.members("hours").reader()) : null));
            reader.end();
        }
        requireRising(rows, Comparator.comparing(Figures.Row::asker).thenComparing(Figures.Row::type));
        return rows;
    }

    private static Figures.@Nullable Hours hours(MemberReader reader) {
        long median = reader.whole("median", 0, COUNT_MAX);
        Figures.Hours hours = new Figures.Hours(median, reader.whole("ninetieth", median, COUNT_MAX));
        reader.end();
        return hours;
    }

    private static List<Figures.Refused> refused(Json.Items items) {
        List<Figures.Refused> refused = new ArrayList<>();
        for (Json item : items.values()) {
            MemberReader reader = members(item).reader();
            MemberReader article = reader.members("article").reader();
            String ground = reader.text("ground");
            if (!ground.matches("[a-z][a-z0-9-]{0,59}")) {
                throw new IllegalArgumentException("a ground is a word of the pack");
            }
            refused.add(new Figures.Refused(
                    ground,
                    new LegalBasis(article.text("instrument"), article.text("article")),
                    reader.whole("count", 1, COUNT_MAX)));
            article.end();
            reader.end();
        }
        requireRising(refused, Comparator.naturalOrder());
        return refused;
    }

    private static Json.Members members(Json item) {
        if (item instanceof Json.Members members) {
            return members;
        }
        throw new IllegalArgumentException("a list of objects expected");
    }

    /// One form only: in order, nothing twice.
    private static <T> void requireRising(List<T> items, Comparator<T> order) {
        for (int i = 1; i < items.size(); i++) {
            if (order.compare(items.get(i - 1), items.get(i)) >= 0) {
                throw new IllegalArgumentException("out of order");
            }
        }
    }

    private static void requireSums(Figures figures) {
        for (Figures.Row row : figures.rows()) {
            boolean parties = figures.lapsed().containsKey(row.asker());
            boolean whole = row.asked() == row.answered() + row.refusedCount() + row.withdrawn() + row.open();
            boolean parts =
                    row.heard() <= row.asked() && row.exercises() <= row.asked() && row.heard() >= row.refusedCount();
            if (!parties || !whole || !parts) {
                throw new EntenteException(AskCode.ASK_FIGURES_UNFIT, row.asker() + " " + row.type());
            }
        }
    }
}
