package org.entente.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entente.kernel.Bilingual;
import org.entente.kernel.HandlingCode;

/// Reads a form field by field into the kernel's types; what does not fit becomes an error under its field.
final class FormReader {
    private final Words words;
    private Form form;

    FormReader(Words words, Form form) {
        this.words = words;
        this.form = form;
    }

    /// The form with the errors found so far.
    Form form() {
        return form;
    }

    boolean isBroken() {
        return form.isBroken();
    }

    void wrong(String field, String textKey, Object... facts) {
        form = form.with(field, words.of(textKey, facts));
    }

    /// A lawful no, under the field it is about.
    void refused(String field, Bilingual text) {
        form = form.with(field, words.of(text));
    }

    /// As `value`, and where nothing is written the error names who asks for it.
    <T> Optional<T> wanted(String field, String article, Function<String, T> parse) {
        if (form.value(field).isEmpty()) {
            wrong(field, "error.wanted", article);
            return Optional.empty();
        }
        return value(field, parse);
    }

    String text(String field) {
        String text = form.value(field);
        if (text.isEmpty()) {
            wrong(field, "error.needed");
        }
        return text;
    }

    <T> Optional<T> value(String field, Function<String, T> parse) {
        String text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            wrong(field, words.has("error." + field) ? "error." + field : "error.unfit");
            return Optional.empty();
        }
    }

    /// The last second of a day.
    Optional<Instant> endOfDay(String field, ZoneId zone) {
        return value(
                field,
                text -> LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .minusSeconds(1));
    }

    Optional<Instant> moment(String field, ZoneId zone) {
        return value(field, text -> LocalDateTime.parse(text).atZone(zone).toInstant());
    }

    Set<HandlingCode> handling(String field) {
        EnumSet<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
        Arrays.stream(HandlingCode.values())
                .filter(code -> form.has(field, code.name()))
                .forEach(codes::add);
        return codes;
    }
}
