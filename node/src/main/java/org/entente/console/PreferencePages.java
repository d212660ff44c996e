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

    private static void keep(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .path("/")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
