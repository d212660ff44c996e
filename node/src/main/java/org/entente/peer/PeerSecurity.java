package org.entente.peer;

import org.entente.exchange.PeerDirectory;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/// The security chain of the peer connector: a pinned certificate or 401. No session, no cookie, no redirect.
public final class PeerSecurity {
    private PeerSecurity() {}

    /// Must stand before every other chain: it takes exactly what [PeerGate] marked.
    public static SecurityFilterChain chain(HttpSecurity http, PeerDirectory directory) {
        return http.securityMatcher(PeerGate::isPeerRequest)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new PeerAuthenticationFilter(directory), AuthorizationFilter.class)
                .exceptionHandling(
                        failure -> failure.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }
}
