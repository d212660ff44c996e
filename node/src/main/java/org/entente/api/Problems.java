package org.entente.api;

import java.util.Locale;
import java.util.Map;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Errors as RFC 9457 problems, both languages in each: what happened, what to do, the code. A lawful "no" is no
/// problem
/// but an answer.
@RestControllerAdvice(basePackages = "org.entente.api")
public class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /// `detail` and `hint` carry both languages.
    public record Problem(
            String type, String title, int status, String code, int number, Bilingual detail, Bilingual hint) {}

    @ExceptionHandler(EntenteException.class)
    ResponseEntity<Problem> entente(EntenteException exception) {
        HttpStatus status = status(exception);
        if (status.is5xxServerError()) {
            LOG.error("{} {}", exception.code().name(), exception.facts(), exception);
        }
        return problem(
                status,
                exception.code().name(),
                exception.code().number(),
                Texts.what(exception),
                Texts.hint(exception));
    }

    /// Values that a type of the kernel refuses (a case number, a purpose): the caller's input.
    @ExceptionHandler({IllegalArgumentException.class, HttpMessageNotReadableException.class})
    ResponseEntity<Problem> input(Exception exception) {
        Texts texts = Texts.of("api");
        return problem(
                HttpStatus.BAD_REQUEST,
                ApiCode.API_INPUT.name(),
                ApiCode.API_INPUT.number(),
                texts.bilingual("API_INPUT", what(exception)),
                texts.bilingual("API_INPUT.hint"));
    }

    static ResponseEntity<Problem> problem(
            HttpStatus status, String code, int number, Bilingual detail, Bilingual hint) {
        String type = "tag:entente,2026:" + code.toLowerCase(Locale.ROOT);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem(type, code, status.value(), code, number, detail, hint));
    }

    private static HttpStatus status(EntenteException exception) {
        String name = exception.code().name();
        if (name.equals("ACCESS_DENIED")) {
            return HttpStatus.FORBIDDEN;
        }
        if (name.endsWith("_UNKNOWN")) {
            return HttpStatus.NOT_FOUND;
        }
        if (name.endsWith("_NOT_POSSIBLE_NOW") || name.endsWith("_NOT_YET")) {
            return HttpStatus.CONFLICT;
        }
        return switch (exception.code().kind()) {
            case CALLER -> HttpStatus.BAD_REQUEST;
            case LAW -> HttpStatus.CONFLICT;
            case PEER -> HttpStatus.BAD_GATEWAY;
            case OURS -> HttpStatus.INTERNAL_SERVER_ERROR;
            case STORAGE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /// What the type said of its value; a parser's message is left out, it may quote the input.
    private static String what(Exception exception) {
        return exception instanceof HttpMessageNotReadableException
                ? Map.of("body", "JSON").toString()
                : String.valueOf(exception.getMessage());
    }
}
