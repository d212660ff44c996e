package org.entente.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.entente.kernel.EntenteException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// 401 as a problem, for calls without a session.
public final class NotSignedIn implements AuthenticationEntryPoint {
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authentication)
            throws IOException {
        Problems.write(response, new Fault(HttpStatus.UNAUTHORIZED, new EntenteException(ApiCode.API_NOT_SIGNED_IN)));
    }
}
