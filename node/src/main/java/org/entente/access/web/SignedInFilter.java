package org.entente.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.entente.access.Officers;
import org.entente.kernel.Party;
import org.entente.kernel.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Who is calling: the session behind a bearer token (programs) or behind the party's cookie (browsers). One filter per
/// chain reads one of the two, so that a browser's cookie is never enough for the API.
public final class SignedInFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    /// A token is 64 hex digits; longer text is not looked up.
    private static final int TOKEN_LENGTH = 64;

    private final Officers officers;
    private final @Nullable String cookieName;

    private SignedInFilter(Officers officers, @Nullable String cookieName) {
        this.officers = officers;
        this.cookieName = cookieName;
    }

    public static SignedInFilter bearer(Officers officers) {
        return new SignedInFilter(officers, null);
    }

    public static SignedInFilter cookie(Officers officers, Party party) {
        return new SignedInFilter(officers, cookieName(party));
    }

    /// `ENTENTE_US`, `ENTENTE_MX`: two consoles on one host never mix their sessions.
    public static String cookieName(Party party) {
        return "ENTENTE_" + party.code();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        token(request)
                .filter(token -> token.length() == TOKEN_LENGTH)
                .map(Secret::new)
                .ifPresent(token -> officers.session(token).ifPresent(officer -> {
                    SecurityContext context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(new OfficerAuthentication(officer, token));
                    SecurityContextHolder.setContext(context);
                }));
        chain.doFilter(request, response);
    }

    /// Whether whoever calls has a session; nothing is changed.
    public boolean isSignedIn(HttpServletRequest request) {
        return token(request)
                .filter(token -> token.length() == TOKEN_LENGTH)
                .flatMap(token -> officers.session(new Secret(token)))
                .isPresent();
    }

    /// One mark a kind: a request that passed the browsers' filter has not passed the programs'.
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return SignedInFilter.class.getName() + "." + cookieName;
    }

    private Optional<String> token(HttpServletRequest request) {
        if (cookieName == null) {
            return Optional.ofNullable(request.getHeader("Authorization"))
                    .filter(header -> header.startsWith(BEARER))
                    .map(header -> header.substring(BEARER.length()).strip());
        }
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(cookieName)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }
}
