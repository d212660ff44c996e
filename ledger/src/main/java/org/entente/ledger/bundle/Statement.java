package org.entente.ledger.bundle;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// The plain words of a bundle, English then Spanish, made from its other members and nothing else.
public final class Statement {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Properties TEXTS = load();

    private Statement() {}

    static String of(ProofBundle bundle) {
        return in("en", bundle) + "\n" + in("es", bundle);
    }

    /// One language, `en` or `es`.
    public static String in(String language, ProofBundle bundle) {
        StringBuilder out = new StringBuilder(text("title", language)).append("\n\n");
        for (Crossing crossing : bundle.crossings()) {
            EnvelopeHeader header = crossing.header();
            String key = "step." + crossing.step().name().toLowerCase(Locale.ROOT);
            out.append(text(
                            key,
                            language,
                            header.from(),
                            header.to(),
                            header.type(),
                            header.id(),
                            header.casePseudonym()))
                    .append('\n');
            out.append(logged("sent", language, crossing.sent()));
            out.append(logged("received", language, crossing.received()));
        }
        return out.append('\n').append(text("closing", language)).append('\n').toString();
    }

    private static String logged(String key, String language, Logged logged) {
        StringBuilder out = new StringBuilder("  ");
        out.append(text(
                key,
                language,
                time(logged.leaf().time()),
                Long.toString(logged.proof().inclusion().index()),
                oneLine(logged.origin()),
                Long.toString(logged.proof().inclusion().size())));
        out.append('\n');
        logged.opening().ifPresent(opening -> {
            for (Map.Entry<String, String> field : opening.shown().entrySet()) {
                out.append("    ").append(field.getKey()).append(" = ");
                out.append(oneLine(field.getValue())).append('\n');
            }
            String withheld = Integer.toString(opening.withheldCount());
            out.append("    ").append(text("withheld", language, withheld)).append('\n');
        });
        return out.toString();
    }

    private static String time(long epochSeconds) {
        return TIME.format(Instant.ofEpochSecond(epochSeconds));
    }

    /// What comes from a file must not look like a line of ours, nor move the cursor.
    static String oneLine(String value) {
        StringBuilder out = new StringBuilder();
        value.codePoints().forEach(c -> {
            boolean plain = c == ' ' || !(Character.isISOControl(c) || Character.isSpaceChar(c) || isFormat(c));
            if (plain) {
                out.appendCodePoint(c);
            } else {
                out.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return out.toString();
    }

    private static boolean isFormat(int c) {
        return Character.getType(c) == Character.FORMAT;
    }

    private static String text(String key, String language, String... facts) {
        String pattern = Objects.requireNonNull(TEXTS.getProperty(key + "." + language), key);
        return new MessageFormat(pattern, Locale.ROOT).format(facts);
    }

    private static Properties load() {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Statement.class.getResourceAsStream("texts.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
