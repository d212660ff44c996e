package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.ask.RequestNumber;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.entente.kernel.UseTerms;
import org.jspecify.annotations.Nullable;

/// The API's words: kernel values as the JSON spells them. What a type refuses is answered with the field's name and
/// the form expected there.
final class Words {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /// Instrument and article.
    @Schema(name = "LegalBasis")
    record Basis(String instrument, @Nullable String article) {
        LegalBasis toBasis(String field) {
            return Words.value(
                    field,
                    "UNTOC-2000, 18(3)",
                    instrument,
                    text -> new LegalBasis(text, article == null ? "" : article));
        }

        static Basis of(LegalBasis basis) {
            return new Basis(basis.instrument(), basis.article());
        }
    }

    /// Terms of a release as an officer sets them.
    @Schema(name = "UseTerms")
    record Terms(
            String purpose,
            List<String> handling,
            @Nullable String restriction,
            boolean onwardAllowed,
            String expires) {
        UseTerms toTerms(String field) {
            Purpose code = Words.purpose(field + ".purpose", purpose);
            Set<HandlingCode> codes = Words.handling(field + ".handling", handling);
            Instant end = instant(field + ".expires", expires);
            return Words.value(
                    field + ".restriction",
                    "1-2000, H3",
                    restriction == null ? "" : restriction,
                    words -> new UseTerms(code, codes, words, onwardAllowed, end));
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

    /// @param form what is expected, in no language: an example or the allowed words
    static <T> T value(String field, String form, String text, Function<String, T> type) {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException refused) {
            throw new EntenteException(ApiCode.API_FIELD, refused, field, form);
        }
    }

    static <E extends Enum<E>> E parse(Class<E> type, String field, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> Items.word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new EntenteException(ApiCode.API_FIELD, field, all(type)));
    }

    /// One of a few words that are no enum.
    static String oneOf(String field, Set<String> words, String word) {
        if (!words.contains(word)) {
            throw new EntenteException(ApiCode.API_FIELD, field, String.join(", ", new TreeSet<>(words)));
        }
        return word;
    }

    private static String all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Items::word).collect(Collectors.joining(", "));
    }

    /// Words for people, wanted in both languages.
    static Bilingual both(String field, Bilingual text) {
        if (text.en().isBlank() || text.es().isBlank()) {
            throw new EntenteException(ApiCode.API_FIELD, field + (text.en().isBlank() ? ".en" : ".es"), "en, es");
        }
        return text;
    }

    static CaseNumber caseNumber(String field, String text) {
        return value(field, "US-2026-000123", text, CaseNumber::new);
    }

    static RequestNumber request(String text) {
        return value("id", "US-2026-000123", text, RequestNumber::new);
    }

    static Purpose purpose(String field, String text) {
        return value(field, "criminal-investigation", text, Purpose::new);
    }

    static InstitutionId institution(String field, String text) {
        return value(field, "mx-fgr-aic", text, InstitutionId::new);
    }

    static OfficerId officer(String field, String text) {
        return value(field, "us-analyst", text, OfficerId::new);
    }

    static EvaluationCode evaluation(String field, String text) {
        return value(field, "A1 ... X4", text, EvaluationCode::new);
    }

    /// Random ids: 32 hex digits.
    static <T> T id(String text, Function<String, T> type) {
        return value("id", "0123456789abcdef0123456789abcdef", text, type);
    }

    static Bytes hex(String field, String text) {
        return value(field, "0123456789abcdef...", text, Bytes::fromHex);
    }

    static Set<HandlingCode> handling(String field, @Nullable List<String> codes) {
        return (codes == null ? List.<String>of() : codes)
                .stream()
                        .map(code -> value(field, "H0, H1, H2, H3", code, HandlingCode::valueOf))
                        .collect(Collectors.toUnmodifiableSet());
    }

    static List<String> codes(Set<HandlingCode> handling) {
        return handling.stream().sorted().map(HandlingCode::name).toList();
    }

    /// Between 1900 and 2200, as every clock and table can hold it.
    static Instant instant(String field, String text) {
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            throw new EntenteException(ApiCode.API_FIELD, e, field, "2026-11-28T18:00:00Z");
        }
        throw new EntenteException(ApiCode.API_FIELD, field, "2026-11-28T18:00:00Z");
    }
}
