package org.entente.peer;

import java.util.List;
import org.entente.kernel.PeerParty;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// The peer's node as Spring Security sees it, proved by TLS.
public final class PeerAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient PeerParty peer;

    public PeerAuthentication(PeerParty peer) {
        super(List.of());
        this.peer = peer;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public PeerParty getPrincipal() {
        return peer;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeerAuthentication same && peer.equals(same.peer);
    }

    @Override
    public int hashCode() {
        return peer.hashCode();
    }
}
