package org.entente.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where a command on a live node writes: tables and sentences in the person's language, or the API's own JSON for
/// programs.
final class Screen {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Texts TEXTS = Texts.of("cli");
    private static final String GAP = "  ";

    /// One column, or one line of a detail: its heading's key (`column.<key>`) and what stands there.
    record Column(String key, Function<JsonNode, String> cell) {
        /// The member of the same name.
        static Column of(String member) {
            return of(member, member);
        }

        static Column of(String key, String member) {
            return new Column(key, row -> Screen.text(row.at("/" + member.replace('.', '/'))));
        }
    }

    private final PrintStream out;
    private final Language language;
    private final boolean json;

    Screen(PrintStream out, Language language, boolean json) {
        this.out = out;
        this.language = language;
        this.json = json;
    }

    /// Writes the answer whole where a program reads; false where a person does.
    boolean isTakenByProgram(JsonNode answer) {
        if (json) {
            json(answer);
        }
        return json;
    }

    void json(JsonNode answer) {
        out.println(JSON.writeValueAsString(answer));
    }

    void say(String key, Object... facts) {
        out.println(TEXTS.text(key, language, facts));
    }

    void line(String text) {
        out.println(text);
    }

    /// A table of the rows, or the sentence that says why there is none.
    void table(JsonNode rows, String none, Column... columns) {
        if (rows.isEmpty()) {
            say(none);
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        List<String> head = new ArrayList<>();
        for (Column column : columns) {
            head.add(heading(column.key()));
        }
        cells.add(head);
        for (JsonNode row : rows) {
            List<String> line = new ArrayList<>();
            for (Column column : columns) {
                line.add(column.cell().apply(row));
            }
            cells.add(line);
        }
        int[] widths = new int[columns.length];
        for (List<String> line : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        for (List<String> line : cells) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(line.get(i))
                        .append(" ".repeat(widths[i] - width(line.get(i))))
                        .append(GAP);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    /// One thing, a line a member; empty ones are left out.
    void detail(JsonNode thing, Column... lines) {
        int widest = 0;
        for (Column line : lines) {
            widest = Math.max(widest, width(heading(line.key())));
        }
        for (Column line : lines) {
            String text = line.cell().apply(thing);
            if (!text.isEmpty()) {
                String heading = heading(line.key());
                out.println(heading + " ".repeat(widest - width(heading)) + GAP + text);
            }
        }
    }

    /// A text that came in both languages.
    String both(JsonNode text) {
        return text.path(language.locale().getLanguage()).asString("");
    }

    /// A word of the API in the person's language, by the kind of thing it is about (`word.request.sent`); one that has
    /// no translation stands as it is.
    String word(String kind, JsonNode word) {
        String key = "word." + kind + "." + word.asString("");
        return TEXTS.has(key) ? TEXTS.text(key, language) : word.asString("");
    }

    Column state(String kind) {
        return new Column("state", row -> word(kind, row.path("state")));
    }

    String sentence(String key, Object... facts) {
        return TEXTS.text(key, language, facts);
    }

    private String heading(String key) {
        return TEXTS.text("column." + key, language);
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /// `instrument article`, a list with commas, a plain value.
    static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(one -> parts.add(text(one)));
            return String.join(", ", parts);
        }
        if (value.isObject()) {
            return Optional.of(value.path("article").asString(""))
                    .filter(article -> !article.isEmpty())
                    .map(article -> value.path("instrument").asString("") + " " + article)
                    .orElse(value.path("instrument").asString(""));
        }
        return value.isNull() || value.isMissingNode() ? "" : value.asString("");
    }
}
