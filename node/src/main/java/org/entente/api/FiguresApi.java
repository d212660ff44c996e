package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.ask.Ageing;
import org.entente.ask.Comparison;
import org.entente.ask.Cooperation;
import org.entente.ask.CooperationReport;
import org.entente.ask.ExchangedFigures;
import org.entente.ask.Figures;
import org.entente.ask.Period;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Figures of cooperation for programs.
@RestController
public class FiguresApi {
    @Schema(name = "FiguresOrder")
    public record Order(String first, String last) {}

    @Schema(name = "Figures")
    public record FiguresView(
            String party,
            String first,
            String last,
            long sentNumber,
            long receivedNumber,
            Map<String, Long> lapsed,
            List<RowView> rows) {
        static FiguresView of(Figures figures) {
            Map<String, Long> lapsed = new TreeMap<>();
            figures.lapsed().forEach((party, count) -> lapsed.put(party.code(), count));
            return new FiguresView(
                    figures.by().code(),
                    figures.period().first().toString(),
                    figures.period().last().toString(),
                    figures.cut().sent(),
                    figures.cut().received(),
                    lapsed,
                    figures.rows().stream().map(RowView::of).toList());
        }
    }

    @Schema(name = "FiguresRow")
    public record RowView(
            String asker,
            String type,
            long asked,
            long exercises,
            long answered,
            List<RefusedView> refused,
            long withdrawn,
            long open,
            long heard,
            @Nullable Long medianHours,
            @Nullable Long ninetiethHours) {
        static RowView of(Figures.Row row) {
            Figures.Hours hours = row.hours();
            return new RowView(
                    row.asker().code(),
                    row.type(),
                    row.asked(),
                    row.exercises(),
                    row.answered(),
                    row.refused().stream()
                            .map(one -> new RefusedView(one.ground(), Words.Basis.of(one.article()), one.count()))
                            .toList(),
                    row.withdrawn(),
                    row.open(),
                    row.heard(),
                    hours == null ? null : hours.median(),
                    hours == null ? null : hours.ninetieth());
        }
    }

    @Schema(name = "FiguresRefused")
    public record RefusedView(String ground, Words.Basis basis, long count) {}

    @Schema(name = "FiguresComparison")
    public record ComparisonView(
            String at,
            String outcome,
            List<DifferenceView> differences,
            long unconfirmed,
            long notThere,
            FiguresView theirs) {
        static ComparisonView of(Comparison comparison) {
            return new ComparisonView(
                    comparison.arrived().toString(),
                    Items.word(comparison.verdict()),
                    comparison.differences().stream().map(DifferenceView::of).toList(),
                    comparison.unconfirmed(),
                    comparison.notThere(),
                    FiguresView.of(comparison.theirs()));
        }
    }

    @Schema(name = "FiguresDifference")
    public record DifferenceView(
            String asker,
            String type,
            String figure,
            String detail,
            @Nullable Long ours,
            @Nullable Long theirs) {
        static DifferenceView of(Comparison.Difference one) {
            Figures.Cell cell = one.cell();
            return new DifferenceView(
                    cell.asker().code(), cell.type(), Items.word(cell.what()), cell.detail(), one.ours(), one.theirs());
        }
    }

    @Schema(name = "AgeingRow")
    public record AgeingView(String institution, Map<String, Long> open) {
        static AgeingView of(Ageing.Open row) {
            Map<String, Long> open = new TreeMap<>();
            for (Ageing.Band band : Ageing.Band.values()) {
                open.put(band.word(), row.count(band));
            }
            return new AgeingView(row.institution().value(), open);
        }
    }

    @Schema(name = "AgeingRefused")
    public record GroundView(String institution, String ground, long count) {
        static GroundView of(Ageing.Refused row) {
            return new GroundView(row.institution().value(), row.ground(), row.count());
        }
    }

    @Schema(name = "Cooperation")
    public record Report(
            FiguresView ours,
            long onTheWay,
            @Nullable String sent,
            @Nullable ComparisonView comparison,
            String at,
            List<AgeingView> ageing,
            List<GroundView> refused) {
        static Report of(CooperationReport report) {
            return new Report(
                    FiguresView.of(report.ours()),
                    report.onTheWay(),
                    report.sent() == null ? null : report.sent().toString(),
                    report.theirs() == null ? null : ComparisonView.of(report.theirs()),
                    report.ageing().at().toString(),
                    report.ageing().open().stream().map(AgeingView::of).toList(),
                    report.ageing().refused().stream().map(GroundView::of).toList());
        }
    }

    @Schema(name = "FiguresExchanged")
    public record Exchanged(String first, String last, String direction, String at) {
        static Exchanged of(ExchangedFigures one) {
            return new Exchanged(
                    one.period().first().toString(),
                    one.period().last().toString(),
                    one.own() ? "sent" : "received",
                    one.at().toString());
        }
    }

    private final Cooperation cooperation;
    private final AgreementId agreement;
    private final Clock clock;

    public FiguresApi(Cooperation cooperation, AgreementId agreement, Clock clock) {
        this.cooperation = cooperation;
        this.agreement = agreement;
        this.clock = clock;
    }

    @GetMapping("/v1/figures")
    Report figures(
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last) {
        return Report.of(cooperation.report(officer, agreement, period(first, last)));
    }

    @GetMapping(path = "/v1/figures.csv", produces = "text/csv;charset=UTF-8")
    String csv(
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last) {
        return cooperation.csv(officer, agreement, period(first, last));
    }

    @PostMapping("/v1/figures")
    ResponseEntity<FiguresView> send(@AuthenticationPrincipal Officer officer, @RequestBody Order order) {
        Figures sent = cooperation.send(officer, agreement, period(order.first(), order.last()));
        return ResponseEntity.status(HttpStatus.CREATED).body(FiguresView.of(sent));
    }

    @GetMapping("/v1/figures/exchanged")
    Items<Exchanged> exchanged(@AuthenticationPrincipal Officer officer) {
        return new Items<>(cooperation.exchanged(officer, agreement).stream()
                .map(Exchanged::of)
                .toList());
    }

    /// Without days the month of today.
    private Period period(String first, String last) {
        YearMonth month = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        LocalDate begin = first.isEmpty() ? month.atDay(1) : day("first", first);
        LocalDate end = last.isEmpty() ? YearMonth.from(begin).atEndOfMonth() : day("last", last);
        return Words.value("last", "2026-11-30", "", _ -> new Period(begin, end));
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unread) {
            throw new EntenteException(ApiCode.API_FIELD, unread, field, "2026-11-30");
        }
    }
}
