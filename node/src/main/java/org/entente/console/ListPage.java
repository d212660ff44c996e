package org.entente.console;

import java.util.List;

/// A list page: one sentence of state, tabs, what the reader may begin here, the lines. An empty list says what would
/// be here and how it comes to be here. `institutionColumn` is the heading over the other side.
record ListPage(
        String title,
        String state,
        List<Link> tabs,
        List<Link> actions,
        String institutionColumn,
        List<Line> lines,
        String emptyTitle,
        String emptyWhy) {
    ListPage {
        tabs = List.copyOf(tabs);
        actions = List.copyOf(actions);
        lines = List.copyOf(lines);
    }

    boolean hasClocks() {
        return lines.stream().anyMatch(line -> !line.left().sentence().isEmpty());
    }

    boolean hasNext() {
        return lines.stream().anyMatch(line -> !line.next().isEmpty());
    }
}
