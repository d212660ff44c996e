package org.entente.bench.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;
import org.entente.match.score.Value;

/// One identity as a record is filled in.
final class Sheet {
    private final String source;
    private final List<Value> values = new ArrayList<>();

    Sheet(String source) {
        this.source = source;
    }

    /// Nothing is written of an empty text.
    void put(Field field, String text) {
        if (!text.isEmpty()) {
            values.add(new Value(field, text, source));
        }
    }

    Facet facet(Kind kind) {
        return new Facet(kind, values);
    }

    /// `DE LA CRUZ` as `De La Cruz`.
    static String inTitleCase(String capitals) {
        StringBuilder text = new StringBuilder(capitals.toLowerCase(Locale.ROOT));
        boolean start = true;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (start && Character.isLetter(letter)) {
                text.setCharAt(at, Character.toUpperCase(letter));
            }
            start = letter == ' ' || letter == '-';
        }
        return text.toString();
    }
}
