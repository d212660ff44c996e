package org.entente.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.kernel.EntenteException;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.entente.kernel.UseTerms;
import org.jspecify.annotations.Nullable;

/// The API's words: kernel values as the JSON spells them.
final class Words {
    /// Instrument and article.
    record Basis(String instrument, @Nullable String article) {
        LegalBasis toBasis() {
            return new LegalBasis(instrument, article == null ? "" : article);
        }

        static Basis of(LegalBasis basis) {
            return new Basis(basis.instrument(), basis.article());
        }
    }

    /// Terms of a release as an officer sets them.
    record Terms(
            String purpose,
            List<String> handling,
            @Nullable String restriction,
            boolean onwardAllowed,
            String expires) {
        UseTerms toTerms() {
            return new UseTerms(
                    new Purpose(purpose),
                    Words.handling(handling),
                    restriction == null ? "" : restriction,
                    onwardAllowed,
                    instant("expires", expires));
        }

        static Terms of(UseTerms terms) {
            return new Terms(
                    terms.purpose().code(),
                    codes(terms.handling()),
                    terms.restriction(),
                    terms.onwardAllowed(),
                    terms.expires().toString());
        }
    }

    private Words() {}

    static <E extends Enum<E>> E parse(Class<E> type, String word) {
        for (E value : type.getEnumConstants()) {
            if (Items.word(value).equals(word.toLowerCase(Locale.ROOT))) {
                return value;
            }
        }
        throw new EntenteException(ApiCode.API_INPUT, word);
    }

    static Set<HandlingCode> handling(@Nullable List<String> codes) {
        return (codes == null ? List.<String>of() : codes)
                .stream().map(code -> parse(HandlingCode.class, code)).collect(Collectors.toUnmodifiableSet());
    }

    static List<String> codes(Set<HandlingCode> handling) {
        return handling.stream().sorted().map(HandlingCode::name).toList();
    }

    static Instant instant(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new EntenteException(ApiCode.API_INPUT, e, field);
        }
    }
}
