package org.entente.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The user texts of one room, both languages, from `org/entente/<room>/texts.properties` (UTF-8) on the classpath.
///
/// A key has two adjacent lines, `key.en` and `key.es`; `{0}`, `{1}` are filled in order, nothing else is special.
/// A missing key is a broken program and throws: `HouseRulesTest` finds it first. Immutable, loaded once, thread-safe.
public final class Texts {
    private static final Map<String, Texts> ROOMS = new ConcurrentHashMap<>();

    private final String room;
    private final Map<String, String> lines;

    private Texts(String room, Map<String, String> lines) {
        this.room = room;
        this.lines = lines;
    }

    public static Texts of(String room) {
        return ROOMS.computeIfAbsent(room, Texts::load);
    }

    public String text(String key, Language language, Object... facts) {
        String suffix = switch (language) {
            case EN -> ".en";
            case ES -> ".es";
        };
        String line = lines.get(key + suffix);
        if (line == null) {
            throw new IllegalArgumentException("no text " + key + suffix + " in room " + room);
        }
        String filled = line;
        for (int i = 0; i < facts.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(facts[i]));
        }
        return filled;
    }

    public Bilingual bilingual(String key, Object... facts) {
        return new Bilingual(text(key, Language.EN, facts), text(key, Language.ES, facts));
    }

    public boolean has(String key) {
        return lines.containsKey(key + ".en") && lines.containsKey(key + ".es");
    }

    /// What happened, for a reader: the code's text with the exception's facts, or with what a refused value's own
    /// exception says in each language.
    public static Bilingual what(EntenteException exception) {
        Texts texts = of(roomOf(exception.code()));
        String key = exception.code().name();
        if (exception.getCause() instanceof UnfitValueException unfit
                && exception.facts().equals(List.of(UnfitValueException.fact(unfit)))) {
            Bilingual said = unfit.said();
            return new Bilingual(
                    texts.text(key, Language.EN, ": " + said.en()), texts.text(key, Language.ES, ": " + said.es()));
        }
        return texts.bilingual(key, exception.facts().toArray());
    }

    /// What to do about it.
    public static Bilingual hint(EntenteException exception) {
        return of(roomOf(exception.code()))
                .bilingual(exception.code().name() + ".hint", exception.facts().toArray());
    }

    private static String roomOf(Code code) {
        String packageName = code.getClass().getPackageName();
        String rest = packageName.substring("org.entente.".length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static Texts load(String room) {
        String path = "/org/entente/" + room + "/texts.properties";
        try (InputStream stream = Texts.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("no texts for room " + room);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return new Texts(
                    room,
                    properties.stringPropertyNames().stream()
                            .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty)));
        } catch (IOException e) {
            throw new UncheckedIOException("texts of room " + room, e);
        }
    }
}
