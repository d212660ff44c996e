package org.entente.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.entente.kernel.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import tools.jackson.databind.json.JsonMapper;

/// 401 as a problem, for calls without a session.
public final class NotSignedIn implements AuthenticationEntryPoint {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authentication)
            throws IOException {
        Texts texts = Texts.of("api");
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        JSON.writeValue(
                response.getOutputStream(),
                Problems.problem(
                                HttpStatus.UNAUTHORIZED,
                                ApiCode.API_NOT_SIGNED_IN.name(),
                                ApiCode.API_NOT_SIGNED_IN.number(),
                                texts.bilingual("API_NOT_SIGNED_IN"),
                                texts.bilingual("API_NOT_SIGNED_IN.hint"))
                        .getBody());
    }
}
