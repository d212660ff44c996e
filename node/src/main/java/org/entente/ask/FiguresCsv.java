package org.entente.ask;

import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.entente.hold.CsvLine;
import org.jspecify.annotations.Nullable;

/// Figures as lines of one number each. `ours_then` is what this side counts up to the numbers at which the other side
/// counted `theirs`: only those two are compared.
final class FiguresCsv {
    private FiguresCsv() {}

    static String of(CooperationReport report) {
        Period period = report.ours().period();
        Comparison comparison = report.theirs();
        Map<Figures.Cell, Long> now = report.ours().cells();
        Map<Figures.Cell, Long> then =
                comparison == null ? Map.of() : comparison.ours().cells();
        Map<Figures.Cell, Long> theirs =
                comparison == null ? Map.of() : comparison.theirs().cells();
        SortedSet<Figures.Cell> cells = new TreeSet<>(now.keySet());
        cells.addAll(then.keySet());
        cells.addAll(theirs.keySet());
        StringBuilder lines = new StringBuilder(
                CsvLine.of("first", "last", "asker", "type", "figure", "detail", "ours", "ours_then", "theirs"));
        for (Figures.Cell cell : cells) {
            lines.append(CsvLine.of(
                    period.first().toString(),
                    period.last().toString(),
                    cell.asker().code(),
                    cell.type(),
                    cell.what().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    cell.detail(),
                    text(now.get(cell)),
                    text(then.get(cell)),
                    text(theirs.get(cell))));
        }
        return lines.toString();
    }

    private static String text(@Nullable Long number) {
        return number == null ? "" : number.toString();
    }
}
