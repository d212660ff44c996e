package org.entente.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.entente.access.Officers;
import org.entente.access.SignIn;
import org.entente.access.web.OfficerAuthentication;
import org.entente.access.web.SignedInFilter;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Signing in by a single-use link. Looking at the link's page spends nothing (mail scanners look too); pressing its
/// button does.
@Controller
final class SignInPages {
    /// A code is 64 hex digits; anything else is not looked up.
    private static final String CODE = "[0-9a-f]{64}";

    private final Officers officers;
    private final Pages pages;
    private final HomeParty home;
    private final CsrfTokenRepository csrf;
    private final Clock clock;
    private final Frames frames;

    SignInPages(Officers officers, Pages pages, HomeParty home, CsrfTokenRepository csrf, Clock clock, Frames frames) {
        this.frames = frames;
        this.officers = officers;
        this.pages = pages;
        this.home = home;
        this.csrf = csrf;
        this.clock = clock;
    }

    @GetMapping("/")
    View home() {
        return new RedirectView("/inbox");
    }

    @GetMapping("/sign-in")
    View ask(Frame frame) {
        return pages.view("signIn", Map.of("frame", frame, "code", "", "open", false));
    }

    @GetMapping("/sign-in/{code}")
    View look(Frame frame, @PathVariable String code) {
        boolean open = code.matches(CODE) && officers.isOpen(new Secret(code));
        return pages.view("signIn", Map.of("frame", frame, "code", code.matches(CODE) ? code : "spent", "open", open));
    }

    @PostMapping("/sign-in")
    View enter(
            Frame frame,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!code.matches(CODE)) {
            return spent(frame);
        }
        SignIn signIn;
        try {
            signIn = officers.redeem(new Secret(code));
        } catch (EntenteException e) {
            if (!e.code().name().equals("ACCESS_LINK_SPENT")) {
                throw e;
            }
            return spent(frame);
        }
        Duration left = Duration.between(clock.instant(), signIn.expires());
        setCookie(request, response, signIn.token().reveal(), left);
        PreferencePages.forget(request, response, frames.purposeCookie());
        // The form token of the stranger who looked at the page is not that of the officer who entered.
        csrf.saveToken(null, request, response);
        return new RedirectView("/inbox");
    }

    @PostMapping("/sign-out")
    View leave(
            @CurrentSecurityContext @Nullable SecurityContext context,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (context != null && context.getAuthentication() instanceof OfficerAuthentication signedIn) {
            officers.signOut(signedIn.getCredentials());
        }
        setCookie(request, response, "", Duration.ZERO);
        PreferencePages.forget(request, response, frames.purposeCookie());
        csrf.saveToken(null, request, response);
        return new RedirectView("/sign-in");
    }

    private View spent(Frame frame) {
        return pages.view("signIn", Map.of("frame", frame, "code", "spent", "open", false));
    }

    private void setCookie(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(SignedInFilter.cookieName(home.party()), value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
