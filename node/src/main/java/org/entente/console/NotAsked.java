package org.entente.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.kernel.Bytes;

/// What an officer typed into a query and nobody could read as an identifier. It is personal data: it stays in memory,
/// for the newest queries only, and in no address. Thread-safe.
final class NotAsked {
    private static final int QUERIES = 100;
    private static final int TEXTS_SHOWN = 200;
    private static final int TEXT_LENGTH = 80;

    private final Map<Bytes, Texts> kept = new LinkedHashMap<>();

    /// `count` of all; at most 200 of them are `shown`, each cut at 80 characters.
    record Texts(List<String> shown, int count) {
        static final Texts NONE = new Texts(List.of(), 0);

        Texts {
            shown = List.copyOf(shown);
        }
    }

    synchronized void keep(Bytes query, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        if (kept.size() == QUERIES) {
            kept.remove(kept.keySet().iterator().next());
        }
        List<String> shown =
                texts.stream().limit(TEXTS_SHOWN).map(NotAsked::cut).toList();
        kept.put(query, new Texts(shown, texts.size()));
    }

    synchronized Texts of(Bytes query) {
        return kept.getOrDefault(query, Texts.NONE);
    }

    private static String cut(String text) {
        return text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH) + "…";
    }
}
