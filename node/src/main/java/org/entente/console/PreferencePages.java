package org.entente.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import org.entente.kernel.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Language and theme: one press, then back to the same page.
@Controller
final class PreferencePages {
    private static final Duration KEPT = Duration.ofDays(365);

    private final Frames frames;

    PreferencePages(Frames frames) {
        this.frames = frames;
    }

    @PostMapping("/preferences")
    View choose(
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Arrays.stream(Language.values()).anyMatch(known -> known.name().equals(language))) {
            keep(request, response, frames.languageCookie(), language);
        }
        Theme.of(theme).ifPresent(known -> keep(request, response, frames.themeCookie(), known.word()));
        return new RedirectView(isOwnPage(to) ? to : "/");
    }

    /// A path of this console: anything that could name another host is refused.
    static boolean isOwnPage(String to) {
        return to.matches("/(?![/\\\\])[\\x21-\\x7e]{0,2000}");
    }

    static void keepForSession(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        set(request, response, name, value, Duration.ofSeconds(-1));
    }

    static void forget(HttpServletRequest request, HttpServletResponse response, String name) {
        set(request, response, name, "", Duration.ZERO);
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        set(request, response, name, value, KEPT);
    }

    /// A negative age ends with the browser's session.
    private static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
