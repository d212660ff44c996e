package org.entente.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Figures for people: aligned columns, a dash where a figure does not apply.
final class Table {
    private static final List<String> HEAD = List.of(
            "figure / cifra",
            "value / valor",
            "unit / unidad",
            "goal / meta",
            "limit / límite",
            "peer / otro",
            "holds / cumple");

    private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));

    private final Set<String> sources = new LinkedHashSet<>();

    void add(Figure figure) {
        if (figure.source() != null) {
            sources.add(figure.source());
        }
        Boolean holds = figure.holds();
        String verdict = holds == null ? "–" : holds ? "yes / sí" : "no";
        rows.add(List.of(
                figure.name(),
                text(figure.value()),
                figure.unit(),
                text(figure.goal()),
                text(figure.limit()),
                text(figure.peer()),
                verdict));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < HEAD.size(); column++) {
                String cell = row.get(column);
                text.append(cell).repeat(' ', width(column) - cell.length() + 2);
            }
            text.setLength(text.toString().stripTrailing().length());
            text.append('\n');
        }
        sources.forEach(source -> text.append(source).append('\n'));
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String text(@Nullable Double figure) {
        var rounded = Figure.rounded(figure);
        return rounded == null ? "–" : rounded.toPlainString();
    }
}
