package org.entente.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.access.Access;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.agreement.ContactDuty;
import org.entente.agreement.PartyTerms;
import org.entente.kernel.Language;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;

/// Makes the frame of a page from the request: reader, language, theme, place. Language and theme live in cookies that
/// carry the party, so that two consoles on one host keep their own.
final class Frames {
    /// Presses that were taken and did not bring what was wanted.
    private static final Set<String> NOT_WANTED = Set.of("basis-not-allowed", "basis-returned", "reference-unfound");

    private final HomeParty home;
    private final Agreements agreements;
    private final Access access;

    Frames(HomeParty home, Agreements agreements, Access access) {
        this.home = home;
        this.agreements = agreements;
        this.access = access;
    }

    Frame of(HttpServletRequest request) {
        Words words = new Words(language(request));
        Officer reader = reader();
        String path = request.getRequestURI();
        return new Frame(
                words,
                theme(request),
                house(words),
                reader,
                reader == null ? List.of() : rail(reader),
                Place.ofPath(path),
                address(request, path),
                csrf(request),
                done(request, words),
                purpose(request, path));
    }

    String languageCookie() {
        return "ENTENTE_" + home.party().code() + "_LANGUAGE";
    }

    String themeCookie() {
        return "ENTENTE_" + home.party().code() + "_THEME";
    }

    String purposeCookie() {
        return "ENTENTE_" + home.party().code() + "_PURPOSE";
    }

    /// What the page itself says, else what was chosen last in this browser's session; only codes of the agreement.
    private String purpose(HttpServletRequest request, String path) {
        Optional<String> said = path.startsWith(Place.HOLDINGS.path())
                ? Optional.ofNullable(request.getParameter("purpose"))
                : Optional.empty();
        return said.filter(this::isPurpose)
                .or(() -> cookie(request, purposeCookie()).filter(this::isPurpose))
                .orElse("");
    }

    private boolean isPurpose(String code) {
        return agreements.current(home.agreement()).text().purposes().stream()
                .anyMatch(term -> term.key().equals(code));
    }

    private Frame.House house(Words words) {
        Agreement agreement = agreements.current(home.agreement());
        List<PartyTerms> parties = agreement.text().parties();
        String name = parties.stream()
                .filter(terms -> terms.party().equals(home.party()))
                .map(terms -> words.of(terms.name()))
                .findFirst()
                .orElse(home.party().code());
        String pair = parties.stream().map(terms -> terms.party().code()).collect(Collectors.joining("–"));
        boolean first = parties.stream()
                .map(PartyTerms::party)
                .min(Comparator.naturalOrder())
                .filter(home.party()::equals)
                .isPresent();
        return new Frame.House(home.party().code(), name, pair, first ? "a" : "b");
    }

    private List<Place> rail(Officer officer) {
        return Arrays.stream(Place.values())
                .filter(place -> place != Place.ABOUT
                        && (place != Place.CONTACTS || reportsContacts())
                        && place.actions().stream().anyMatch(action -> access.offers(officer, action)))
                .toList();
    }

    private boolean reportsContacts() {
        return ContactDuty.of(agreements.current(home.agreement()), home.party())
                .isPresent();
    }

    private static @Nullable Officer reader() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Officer officer ? officer : null;
    }

    private Language language(HttpServletRequest request) {
        return cookie(request, languageCookie())
                .flatMap(word -> Arrays.stream(Language.values())
                        .filter(language -> language.name().equals(word))
                        .findFirst())
                .orElseGet(() ->
                        request.getLocale().getLanguage().equals(Locale.of("es").getLanguage())
                                ? Language.ES
                                : Language.EN);
    }

    private Theme theme(HttpServletRequest request) {
        return cookie(request, themeCookie()).flatMap(Theme::of).orElse(Theme.AUTO);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /// The page's own address without the word that tells what was just done.
    private static String address(HttpServletRequest request, String path) {
        String query = request.getQueryString();
        if (query == null) {
            return path;
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.startsWith("done="))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? path : path + "?" + kept;
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    private static Frame.@Nullable Done done(HttpServletRequest request, Words words) {
        String what = String.valueOf(request.getParameter("done"));
        String key = "done." + what;
        return words.has(key) ? new Frame.Done(words.of(key), !NOT_WANTED.contains(what)) : null;
    }
}
