package org.entente.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/// Errors under `/v1` as RFC 9457 problems, both languages in each: what happened, what to do, the code. It stands
/// before every other handler, so that no page of the console ever answers a program. A lawful "no" is no problem but
/// an answer.
public final class Problems implements HandlerExceptionResolver, Ordered {
    static final String PREFIX = "/v1/";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// `detail` and `hint` carry both languages; `field` names the parameter or member to mend, as `terms.handling[1]`.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Problem(
            String type,
            String title,
            int status,
            String code,
            int number,
            @Nullable String field,
            Bilingual detail,
            Bilingual hint) {}

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        // Half of an answer is out: only the end of the connection tells that it is not whole.
        if (!request.getRequestURI().startsWith(PREFIX) || response.isCommitted()) {
            return null;
        }
        try {
            write(response, Fault.of(exception));
        } catch (IOException gone) {
            throw new UncheckedIOException("the caller has gone", gone);
        }
        return new ModelAndView();
    }

    static void write(HttpServletResponse response, Fault fault) throws IOException {
        EntenteException exception = fault.problem();
        if (fault.status().is5xxServerError()) {
            LOG.error("{} {}", exception.code().name(), exception.facts(), exception);
        }
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(fault.status().value());
        if (fault.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (exception.code() == ApiCode.API_METHOD) {
            response.setHeader(HttpHeaders.ALLOW, exception.facts().getLast());
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        JSON.writeValue(response.getOutputStream(), problem(fault));
    }

    private static Problem problem(Fault fault) {
        EntenteException exception = fault.problem();
        String code = exception.code().name();
        boolean isField = exception.code() == ApiCode.API_FIELD || exception.code() == ApiCode.API_FIELD_LEFT_OVER;
        return new Problem(
                "tag:entente,2026:" + code.toLowerCase(Locale.ROOT),
                code,
                fault.status().value(),
                code,
                exception.code().number(),
                isField ? exception.facts().getFirst() : null,
                Texts.what(exception),
                Texts.hint(exception));
    }
}
