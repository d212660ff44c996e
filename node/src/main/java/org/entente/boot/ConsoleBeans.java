package org.entente.boot;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.entente.access.Officers;
import org.entente.access.web.SignedInFilter;
import org.entente.console.ConsoleDoor;
import org.entente.console.HomeParty;
import org.entente.kernel.AgreementId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Door console: the officers' connector, the party's cookie, a token in every form, nothing from outside.
@Configuration(proxyBeanMethods = false)
@Import(ConsoleDoor.class)
class ConsoleBeans {
    /// Scripts, styles, type and pictures of this program only; forms go back to it; nobody frames it.
    static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final AuthenticationEntryPoint TO_SIGN_IN = new LoginUrlAuthenticationEntryPoint("/sign-in");
    private static final String FEATURES_REFUSED = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    @Bean
    HomeParty homeParty(NodeConfig config, AgreementId agreement) {
        return new HomeParty(config.ownParty(), agreement);
    }

    @Bean
    CsrfTokenRepository csrfTokens(NodeConfig config) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(SignedInFilter.cookieName(config.ownParty()) + "_FORM");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Strict").path("/"));
        return tokens;
    }

    @Bean
    @Order(20)
    SecurityFilterChain consoleChain(
            HttpSecurity http, Officers officers, CsrfTokenRepository csrfTokens, NodeConfig config) {
        int port = config.console().port();
        SignedInFilter signedIn = SignedInFilter.cookie(officers, config.ownParty());
        http.securityMatcher(request -> port == 0 || request.getLocalPort() == port)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // Before the form's token is looked for, which would read a whole upload of whoever sends one.
                .addFilterBefore(new SignedInUploads(signedIn), CsrfFilter.class)
                .addFilterBefore(signedIn, AuthorizationFilter.class)
                .exceptionHandling(failure -> failure.authenticationEntryPoint(ConsoleBeans::notSignedIn))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(features -> features.policy(FEATURES_REFUSED))
                        .frameOptions(FrameOptionsConfig::deny))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in", "/sign-in/*", "/preferences", "/error", "/static/**", "/webjars/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    /// A page goes to the sign-in page; a part of one (htmx) is told 401, since a browser would follow a redirect
    /// without saying so and put the sign-in page where results belong.
    private static void notSignedIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        TO_SIGN_IN.commence(request, response, failure);
    }
}
