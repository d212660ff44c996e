package org.entente.peer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.entente.exchange.Peer;
import org.entente.exchange.PeerDirectory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns the client certificate into the `PeerParty` it is pinned to, anew for each request: a connection that was
/// made under an old pin ends here.
public final class PeerAuthenticationFilter extends OncePerRequestFilter {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final PeerDirectory directory;

    public PeerAuthenticationFilter(PeerDirectory directory) {
        this.directory = directory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        peer(request).ifPresent(peer -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new PeerAuthentication(peer.party()));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<Peer> peer(HttpServletRequest request) {
        if (!(request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain) || chain.length == 0) {
            return Optional.empty();
        }
        try {
            return directory.byCertificate(chain[0].getEncoded());
        } catch (CertificateEncodingException _) {
            return Optional.empty();
        }
    }
}
