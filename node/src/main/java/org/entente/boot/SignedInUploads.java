package org.entente.boot;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.entente.access.web.SignedInFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/// Files are taken of nobody who is not signed in: their parts would lie on the disk before anybody asked who sends
/// them.
final class SignedInUploads extends OncePerRequestFilter {
    private final SignedInFilter signedIn;

    SignedInUploads(SignedInFilter signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean parts = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (parts && !signedIn.isSignedIn(request)) {
            response.setHeader("Connection", "close");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        chain.doFilter(request, response);
    }
}
