package org.entente.paper;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;

/// Texts as a page can show them. A sign that has no glyph, that is none or that turns the order of
/// reading is written as its code, "[U+202E]": nothing typed disappears, and nothing reads as something
/// else.
final class Legible {
    private final IntPredicate hasGlyph;

    /// @param hasGlyph whether the fonts of the page have a sign
    Legible(IntPredicate hasGlyph) {
        this.hasGlyph = hasGlyph;
    }

    /// In NFC, lines separated by a line feed.
    String of(String text) {
        StringBuilder legible = new StringBuilder(text.length());
        Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
                .codePoints()
                .forEach(sign -> add(legible, sign));
        return legible.toString();
    }

    private void add(StringBuilder legible, int sign) {
        switch (sign) {
            case '\n' -> legible.append('\n');
            case '\t' -> legible.append(' ');
            default -> {
                if (isSteady(sign) && hasGlyph.test(sign)) {
                    legible.appendCodePoint(sign);
                } else {
                    legible.append(String.format(Locale.ROOT, "[U+%04X]", sign));
                }
            }
        }
    }

    /// Neither a control (with those that turn the order of reading) nor half of a pair, nor no
    /// character at all.
    private static boolean isSteady(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
