package org.entente.cli;

import org.entente.cli.Screen.Column;
import tools.jackson.databind.JsonNode;

/// A request as a paper on a terminal.
final class RequestPaper {
    private final Screen screen;

    RequestPaper(Screen screen) {
        this.screen = screen;
    }

    void print(JsonNode detail) {
        JsonNode document = detail.path("document");
        screen.line(detail.path("id").asString() + "  " + screen.both(document.path("title")) + "  ["
                + screen.word("request", detail.path("state")) + "]");
        screen.line(screen.sentence("request.revision", detail.path("revision").asInt()));
        String left = screen.both(detail.at("/request/deadline/text"));
        if (!left.isEmpty()) {
            screen.line(left);
        }
        for (JsonNode notice : document.path("notices")) {
            screen.line("! " + screen.both(notice));
        }
        for (JsonNode section : document.path("sections")) {
            screen.line("");
            screen.line(screen.both(section.path("heading")));
            for (JsonNode line : section.path("lines")) {
                screen.line("  " + screen.both(line.path("label")) + ": " + screen.both(line.path("value")));
            }
        }
        ruling(detail.path("ruling"));
        for (JsonNode question : detail.path("openFacts")) {
            screen.line("? " + question.path("key").asString() + "  " + screen.both(question.path("question")));
        }
        if (!detail.path("grounds").isEmpty()) {
            screen.line("");
            screen.table(
                    detail.path("grounds"),
                    "request.none",
                    Column.of("ground", "key"),
                    Column.of("article"),
                    new Column("text", row -> screen.both(row.path("text"))));
        }
        for (JsonNode milestone : detail.path("milestones")) {
            screen.line("+ " + milestone.path("key").asString() + "  " + screen.both(milestone.path("name")));
            for (JsonNode field : milestone.path("form")) {
                screen.line("    " + field.path("key").asString()
                        + (field.path("required").asBoolean() ? " *  " : "  ") + screen.both(field.path("label")));
            }
        }
        for (JsonNode authority : detail.path("authorities")) {
            screen.line("> " + authority.asString());
        }
        refusal(detail);
        screen.line("");
        screen.table(
                detail.path("history"),
                "request.none",
                Column.of("at"),
                new Column("event", row -> screen.word("event", row.path("event"))),
                Column.of("by"),
                new Column("note", this::said));
    }

    /// The letter's details in words, then what was written.
    private String said(JsonNode entry) {
        StringBuilder said = new StringBuilder();
        for (JsonNode line : entry.path("lines")) {
            said.append(screen.both(line.path("label")))
                    .append(": ")
                    .append(screen.both(line.path("value")))
                    .append("; ");
        }
        return said.append(entry.path("note").asString()).toString();
    }

    private void refusal(JsonNode detail) {
        JsonNode refusal = detail.path("refusal");
        if (!refusal.isObject()) {
            return;
        }
        screen.line("");
        screen.say(
                "request.refused",
                detail.path("id").asString(),
                screen.both(refusal.path("text")),
                refusal.path("article").asString());
        screen.line("  " + screen.both(refusal.path("reasons")));
    }

    /// The outcome in words, then every rule that fired with its article.
    void ruling(JsonNode ruling) {
        if (!ruling.isObject()) {
            return;
        }
        screen.line("");
        screen.line(screen.sentence("ruling.outcome", screen.word("ruling", ruling.path("outcome"))));
        if (ruling.path("reason").isObject()) {
            screen.line("  " + screen.both(ruling.path("reason")));
        }
        for (JsonNode rule : ruling.path("rules")) {
            screen.line("  " + Screen.text(rule.path("articles")) + ": " + screen.both(rule.path("text")));
        }
        if (!ruling.path("missing").isEmpty()) {
            screen.line("  " + screen.sentence("ruling.missing", Screen.text(ruling.path("missing"))));
        }
        if (ruling.path("provisional").asBoolean(false)) {
            screen.line("  " + screen.sentence("ruling.provisional"));
        }
    }
}
