package org.entente.paper;

import java.util.ArrayDeque;
import java.util.Deque;
import org.entente.kernel.Language;

/// Writes well-formed XHTML. Every text and every value goes through the one escape; element names and
/// classes are ours.
final class Markup {
    private final StringBuilder out = new StringBuilder(16_384);
    private final Deque<String> open = new ArrayDeque<>();
    private final Legible legible;

    Markup(Legible legible) {
        this.legible = legible;
    }

    Markup open(String element) {
        out.append('<').append(element).append('>');
        open.push(element);
        return this;
    }

    Markup open(String element, String style) {
        out.append('<').append(element).append(" class=\"").append(style).append("\">");
        open.push(element);
        return this;
    }

    Markup open(String element, String style, Language language) {
        out.append('<').append(element).append(" class=\"").append(style);
        out.append("\" lang=\"").append(tag(language)).append("\">");
        open.push(element);
        return this;
    }

    /// The root, in a language.
    Markup root(Language language) {
        out.append("<html lang=\"").append(tag(language)).append("\">");
        open.push("html");
        return this;
    }

    Markup meta(String name, String content) {
        out.append("<meta name=\"").append(name).append("\" content=\"");
        escape(content);
        out.append("\"/>");
        return this;
    }

    /// @param sheet ours; what comes from elsewhere stands in it by [#quoted]
    Markup style(String sheet) {
        out.append("<style>").append(sheet).append("</style>");
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }

    static String tag(Language language) {
        return language.locale().toLanguageTag();
    }

    /// As a string of CSS. Outside ASCII letters, digits and blanks every sign is written as its code.
    static String quoted(String text, Legible legible) {
        StringBuilder quoted = new StringBuilder("\"");
        legible.of(text).codePoints().forEach(sign -> {
            boolean plain = sign == ' ' || (sign < 128 && Character.isLetterOrDigit(sign));
            if (plain) {
                quoted.appendCodePoint(sign);
            } else {
                quoted.append('\\').append(Integer.toHexString(sign)).append(' ');
            }
        });
        return quoted.append('"').toString();
    }

    private void escape(String text) {
        legible.of(text).codePoints().forEach(sign -> {
            switch (sign) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(sign);
            }
        });
    }
}
